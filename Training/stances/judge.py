#!/usr/bin/env python3
"""Trains the judge of pairs in articles on the reader of a finished model, and the weighing of its answers.

    judge.py pairs --data DIR --tokens DIR --weights FILE --languages DIR --out PAIRS
    judge.py folds --pairs PAIRS --out SHARES       (shares from judges that have not seen the story, and the figures of the weighing)
    judge.py final --pairs PAIRS --shares SHARES --weights FILE --out DIR

Learns from the split `train` of stances.jsonl alone. `final` writes `stance.weights`, in which the sections of the second judge are
replaced, and `stance-weighing.tsv`. One thread; the seed decides the result on one machine."""
import argparse
import collections
import json
import pickle
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn

import articles
import data
import export

FOLDS, SEED, HIDDEN, DROP, PASSES, BATCH = 5, 0, 64, 0.4, 6, 64
NAMES = ("share", "asked", "support", "opposition", "best support", "support nearby", "answer back", "mutual support", "mutual opposition",
         "other polarity", "best of sentence", "pairs of sentence", "shares of sentence", "shares of holder", "shares of target",
         "target as holder", "shares of article", "for", "forward", "holder pronoun", "holder speaker", "holder role", "holder first person",
         "target pronoun", "target role", "target first person", "holder mentions", "target mentions", "holder part", "target part",
         "holder in title", "target in title", "holder is source", "holder speaks", "target said by holder", "target speaks", "place",
         "entities of sentence", "length of sentence")


class Judge(nn.Module):
    def __init__(self, inputs):
        super().__init__()
        self.hidden, self.out = nn.Linear(inputs, 2 * HIDDEN), nn.Linear(HIDDEN, 5)
        self.drop = nn.Dropout(DROP)

    def forward(self, x):
        return self.out(self.drop(self.hidden(self.drop(x)).unflatten(-1, (-1, 2)).amax(-1)))


def pool(model, x):
    """What the first judge sees of each pair, and its shares."""
    kept, count = {}, len(x["length"])
    model.hidden[0].register_forward_pre_hook(lambda _, inputs: kept.__setitem__("x", inputs[0].numpy()))
    pooled, asked = np.zeros((count, model.hidden[0].in_features), np.float32), np.zeros((count, 5), np.float32)
    order = np.argsort(x["length"], kind="stable")
    with torch.no_grad():
        for index in (order[n:n + 256] for n in range(0, count, 256)):
            longest = int(x["length"][index].max())
            ints = torch.tensor(x["ints"][:, index, :longest].astype(np.int64)).transpose(0, 1)
            length, spans = (torch.tensor(x[k][index].astype(np.int64)) for k in ("length", "spans"))
            asked[index] = torch.softmax(model(ints, length, spans, 0), -1).numpy()
            pooled[index] = kept["x"]
    return pooled, asked


def inputs_of(x):
    """All inputs side by side, each of them to be divided by the second and lessened by the first value returned."""
    whole = np.concatenate([x["pooled"], np.log(np.maximum(x["asked"], 1e-4)), x["facts"]], 1).astype(np.float32)
    scale = np.maximum(whole.std(0), 1e-6)
    width = x["pooled"].shape[1] + 5
    mean = np.where(np.arange(whole.shape[1]) < width, 0, whole.mean(0)).astype(np.float32)
    scale[width - 5:width] = 1
    return (whole - mean) / scale, mean, scale


def fit(x, labels):
    torch.manual_seed(SEED)
    judge, rng = Judge(x.shape[1]), np.random.default_rng(SEED)
    optimiser = torch.optim.AdamW(judge.parameters(), weight_decay=1e-3)
    x, labels, step = torch.tensor(x), torch.tensor(labels.astype(np.int64)), 0
    steps = PASSES * (len(labels) // BATCH)
    for _ in range(PASSES):
        order = rng.permutation(len(labels))
        for index in (order[n:n + BATCH] for n in range(0, len(order) - BATCH + 1, BATCH)):
            for group in optimiser.param_groups:
                group["lr"] = 1e-3 * min(1, step / (0.05 * steps)) * (1 - 0.95 * step / steps)
            loss = nn.functional.cross_entropy(judge(x[index]), labels[index])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            step += 1
    return judge.eval()


def shares_of(judge, x):
    with torch.no_grad():
        return torch.softmax(judge(torch.tensor(x)), -1).numpy()


def candidates(x, shares):
    """One candidate for each sentence, holder and target: its likelier polarity."""
    best, facts = {}, x["facts"]
    one = (facts.shape[1] - 11) // 2
    for n, (story, document, sentence, _, a, b, form_a, form_b) in enumerate(x["where"].tolist()):
        for answer in (1, 2, 3, 4):
            forward = answer in (1, 3)
            holder, target = (a, b) if forward else (b, a)
            if (form_b if forward else form_a) == 2:
                continue
            key, share, right = (document, sentence, holder, target), shares[n, answer], x["labels"][n] == answer
            old = best.get(key)
            if old is None or share > old["share"]:
                sides = facts[n, :one], facts[n, one:2 * one]
                said = facts[n, 2 * one:2 * one + 2]
                best[key] = {"story": story, "share": share, "asked": x["asked"][n, answer], "for": answer <= 2, "forward": forward,
                             "other": shares[n, (0, 3, 4, 1, 2)[answer]], "sides": sides if forward else sides[::-1],
                             "forms": (form_a, form_b) if forward else (form_b, form_a), "said": said[1] if forward else said[0],
                             "rest": facts[n, -3:], "right": right or bool(old and old["right"] and old["for"] == (answer <= 2))}
            elif old["for"] == (answer <= 2):
                old["right"] |= right
    return best


def logit(p):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def features(best, sentences):
    """The values of `NAMES` for each candidate; `StanceWeighing` computes the same."""
    pairs, here, holders, targets, whole = (collections.defaultdict(list) for _ in range(5))
    for (document, sentence, holder, target), c in best.items():
        pairs[document, holder, target].append((sentence, c))
        here[document, sentence].append(c["share"])
        holders[document, holder].append(c["share"])
        targets[document, target].append(c["share"])
        whole[document].append(c["share"])
    rows = []
    for (document, sentence, holder, target), c in best.items():
        def others(h, t, polarity, reach=10 ** 6):
            return [o["share"] for s, o in pairs.get((document, h, t), ()) if 0 < abs(s - sentence) <= reach and o["for"] == polarity]
        back, shares, kind = best.get((document, sentence, target, holder)), here[document, sentence], 5
        (h, t), pole = c["sides"], c["for"]
        at = kind + len(articles.KINDS)
        rows.append([
            logit(c["share"]), logit(c["asked"]), np.log1p(sum(others(holder, target, pole))), np.log1p(sum(others(holder, target, not pole))),
            max(others(holder, target, pole), default=0), max(others(holder, target, pole, 2), default=0), back["share"] if back else 0,
            np.log1p(sum(others(target, holder, pole))), np.log1p(sum(others(target, holder, not pole))), c["other"],
            float(c["share"] >= max(shares)), np.log(len(shares)), sum(shares) - c["share"], np.log1p(sum(holders[document, holder]) - c["share"]),
            np.log1p(sum(targets[document, target]) - c["share"]), np.log1p(sum(holders.get((document, target), ()))),
            sum(whole[document]) / sentences[document], float(pole), float(c["forward"]),
            *(float(c["forms"][0] == f) for f in (1, 2, 3, 4)), *(float(c["forms"][1] == f) for f in (1, 3, 4)),
            h[at], t[at], h[at + 1], t[at + 1], h[at + 2], t[at + 2], h[at + 4], h[at + 5], c["said"], t[at + 5], c["rest"][2], c["rest"][0],
            c["rest"][1]])
    return np.array(rows, np.float64), np.array([bool(c["right"]) for c in best.values()]), np.array([c["story"] for c in best.values()])


def regression(x, y):
    """Logistic regression, ridge on scaled values; weights for the values as they are, the bias first."""
    mean, scale = x.mean(0), x.std(0)
    scale[scale == 0] = 1
    z, target = torch.tensor((x - mean) / scale), torch.tensor(y.astype(np.float64))
    w = torch.zeros(x.shape[1] + 1, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([w], max_iter=300)

    def closure():
        optimiser.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(w[0] + z @ w[1:], target) + 3e-5 * (w[1:] ** 2).sum()
        loss.backward()
        return loss
    optimiser.step(closure)
    w = w.detach().numpy()
    return np.concatenate([[w[0] - (w[1:] * mean / scale).sum()], w[1:] / scale])


def curve(score, right, gold):
    order = np.argsort(-score)
    hits = np.cumsum(right[order])
    for threshold in (0.7, 0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3):
        n = int((score >= threshold).sum())
        if n:
            print(f"  {threshold:.2f}: {n} asserted, precision {100 * hits[n - 1] / n:.1f}, recall {100 * hits[n - 1] / gold:.2f}")


def as_told(judge, mean, scale):
    """The judge's numbers for inputs that are neither divided nor lessened."""
    hidden = judge.hidden.weight.detach().numpy() / scale
    return hidden, judge.hidden.bias.detach().numpy() - hidden @ mean, judge.out.weight.detach().numpy(), judge.out.bias.detach().numpy()


def write_weights(path, hidden, bias, out, out_bias, weights):
    """The weights file with other last four sections."""
    order = np.concatenate([np.arange(0, len(bias), 2), np.arange(1, len(bias), 2)])
    new = [*export.affine(hidden[order].astype(np.float32), bias[order].astype(np.float32), len(bias)), out, out_bias]
    head, sections = export.read(weights)
    export.write(path, [export.VERSION, *head[1:]], [*sections[:-4], *(np.ascontiguousarray(s, np.float32).tobytes() for s in new)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("pairs", "folds", "final"))
    for name in ("data", "tokens", "weights", "languages", "pairs", "shares", "out"):
        parser.add_argument(f"--{name}", type=Path)
    a = parser.parse_args()
    torch.set_num_threads(1)
    if a.step == "pairs":
        sys.path.insert(0, str(a.data.parent / "evals"))
        model, vocabulary, tables = export.load(a.weights)
        x = articles.pairs(a.data / "stances.jsonl", a.tokens / "stances.jsonl", "train", a.languages, vocabulary, tables)
        x["gold"] = sum(len(g["stances"]) for g in map(json.loads, open(a.data / "stances.jsonl", encoding="utf-8")) if g["split"] == "train")
        x["pooled"], x["asked"] = pool(model, x)
        pickle.dump(x, open(a.out, "wb"), protocol=4)
        return
    x = pickle.load(open(a.pairs, "rb"))
    whole, mean, scale = inputs_of(x)
    labels, fold = x["labels"], x["where"][:, 0] % FOLDS
    if a.step == "folds":
        shares = np.zeros((len(labels), 5), np.float32)
        for n in range(FOLDS):
            shares[fold == n] = shares_of(fit(whole[fold != n], labels[fold != n]), whole[fold == n])
            print("fold", n, flush=True)
        np.save(a.out, shares)
    else:
        shares = np.load(a.shares)
    sentences = dict(x["where"][:, [1, 3]].tolist())
    values, right, story = features(candidates(x, shares), sentences)
    score = np.zeros(len(right))
    for n in range(FOLDS):
        w = regression(values[story % FOLDS != n], right[story % FOLDS != n])
        score[story % FOLDS == n] = 1 / (1 + np.exp(-w[0] - values[story % FOLDS == n] @ w[1:]))
    print(len(right), "candidates,", int(right.sum()), "right; weighed, on stories not seen:")
    curve(score, right, x["gold"])
    if a.step == "final":
        w = regression(values, right)
        with open(a.out / "stance-weighing.tsv", "w", encoding="utf-8") as out:
            out.write("# Weights of what speaks for a stance: feature, weight. Made by Training/stances/judge.py.\n")
            out.writelines(f"{name}\t{v:.5f}\n" for name, v in zip(("bias", *NAMES), w))
        judge = as_told(fit(whole, labels), mean, scale)
        np.savez(a.out / "judge.npz", *judge)
        write_weights(a.out / "stance.weights", *judge, a.weights)


if __name__ == "__main__":
    main()
