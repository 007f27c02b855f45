#!/usr/bin/env python3
"""Learns how far to believe the model's answer for a pair, from the pair's sentence and the rest of the article.

    weighing.py --prepared PREPARED --folds DIR [--out stance-weighing.tsv]

Learns on shares from models that have not seen the story (`train.py fold`), by logistic regression; prints precision and recall by
threshold for stories that the regression has not seen, and writes the weights that `StanceWeighing` reads."""
import argparse
import collections
import pickle
from pathlib import Path

import numpy as np
import torch

NAMES = ("bias", "share", "asked", "support", "opposition", "answer back", "mutual support", "holder mentions", "target mentions",
         "best of sentence", "pairs of sentence", "pronoun", "speaker", "for")


def logit(p):
    p = np.clip(p, 1e-4, 1 - 1e-4)
    return np.log(p / (1 - p))


def candidates(article, asked, where):
    """One candidate for each sentence, holder and target: (document, sentence, holder, target, polarity, ...)."""
    best = {}
    for n in range(len(where)):
        story, document, sentence, a, b, count_a, count_b, kind, label, _ = where[n]
        if a < 0 or b < 0 or a == b:
            continue
        for answer in (1, 2, 3, 4):
            forward = answer in (1, 3)
            if kind == 2 and not forward:
                continue
            key = (document, sentence, a if forward else b, b if forward else a)
            share = article[n, answer]
            counts = (count_a, count_b) if forward else (count_b, count_a)
            old = best.get(key)
            right = label == answer
            if old is None or share > old["share"]:
                best[key] = {"story": story, "share": share, "asked": asked[n, answer], "for": answer <= 2, "kind": kind,
                             "counts": counts, "right": right or bool(old and old["right"] and old["for"] == (answer <= 2))}
            elif old["for"] == (answer <= 2):
                old["right"] |= right
    return best


def features(best):
    rows, by_pair, by_sentence = [], collections.defaultdict(list), collections.defaultdict(list)
    for (document, sentence, holder, target), c in best.items():
        by_pair[document, holder, target].append((sentence, c))
        by_sentence[document, sentence].append(c)
    for (document, sentence, holder, target), c in best.items():
        def total(h, t, polarity):
            return sum(o["share"] for s, o in by_pair.get((document, h, t), ()) if s != sentence and o["for"] == polarity)
        back = best.get((document, sentence, target, holder))
        pairs = by_sentence[document, sentence]
        rows.append([1, logit(c["share"]), logit(c["asked"]), np.log1p(total(holder, target, c["for"])), np.log1p(total(holder, target, not c["for"])),
                     back["share"] if back else 0, np.log1p(total(target, holder, c["for"])), np.log1p(c["counts"][0]), np.log1p(c["counts"][1]),
                     float(c["share"] >= max(o["share"] for o in pairs)), np.log(len(pairs)), float(c["kind"] == 1), float(c["kind"] == 2),
                     float(c["for"])])
    return np.array(rows, np.float32), np.array([c["right"] for c in best.values()]), np.array([c["story"] for c in best.values()])


def learn(x, y):
    scale = x.std(0)
    scale[scale == 0] = 1
    z, target = torch.tensor(x / scale), torch.tensor(y.astype(np.float32))
    w = torch.zeros(x.shape[1], requires_grad=True)
    optimiser = torch.optim.LBFGS([w], max_iter=200)

    def closure():
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(z @ w, target) + 1e-4 * (w[1:] ** 2).sum()
        loss.backward()
        return loss
    optimiser.step(closure)
    return w.detach().numpy() / scale


def curve(score, right, gold):
    order = np.argsort(-score)
    hits = np.cumsum(right[order])
    for threshold in (0.7, 0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15):
        n = int((score >= threshold).sum())
        if n:
            p, r = hits[n - 1] / n, hits[n - 1] / gold
            print(f"  {threshold:.2f}: {n} asserted, precision {100 * p:.1f}, recall {100 * r:.1f}, F1 {200 * p * r / (p + r):.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("prepared", "folds", "out"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--gold", type=int, default=5154, help="stances in the gold of the training stories")
    a = parser.parse_args()
    torch.set_num_threads(1)
    prepared = pickle.load(open(a.prepared, "rb"))
    where = prepared["seesaw"]["train"]["where"]
    count = len(list(Path(a.folds).glob("fold*.npz")))
    fold = where[:, 0] % count
    article, asked = np.zeros((len(where), 5), np.float32), np.zeros((len(where), 5), np.float32)
    for n in range(count):
        part = np.load(Path(a.folds) / f"fold{n}.npz")
        article[fold == n], asked[fold == n] = part["seesaw1"], part["seesaw0"]
    x, y, story = features(candidates(article, asked, where))
    print(len(y), "candidates,", int(y.sum()), "right")
    score = np.zeros(len(y))
    for n in range(5):
        out = story % 5 == n
        score[out] = 1 / (1 + np.exp(-x[out] @ learn(x[~out], y[~out])))
    print("by the share alone:")
    curve(1 / (1 + np.exp(-x[:, 1])), y, a.gold)
    print("weighed:")
    curve(score, y, a.gold)
    weights = learn(x, y)
    for name, w in zip(NAMES, weights):
        print(f"  {name}\t{w:.4f}")
    if a.out:
        with open(a.out, "w", encoding="utf-8") as out:
            out.write("# Weights of what speaks for a stance: feature, weight. Made by Training/stances/weighing.py.\n")
            out.writelines(f"{name}\t{w:.4f}\n" for name, w in zip(NAMES, weights))


if __name__ == "__main__":
    main()
