#!/usr/bin/env python3
"""Trains the reader of sentences and the judge of a pair that is asked about, and writes the weights file.

The judge of pairs in articles in that file is not trained: `judge.py` fills its place.

    train.py prepare --data DIR --tokens DIR --vectors FILE --out PREPARED
    train.py fold N --prepared PREPARED --vectors FILE --out DIR       (N in 0..3: a model that has not seen fold N)
    train.py final --prepared PREPARED --vectors FILE --folds DIR --out DIR   (learns from the gold and from the fold models)
    train.py figures MODEL --prepared PREPARED --vectors FILE          (on the validation share)

--tokens holds directed.jsonl, stances.jsonl and attribution-train.jsonl as `backgrounder analyse --tokens` wrote them.
One thread; the seed decides the result on one machine."""
import argparse
import collections
import json
import pickle
import time
import zlib
from pathlib import Path

import numpy as np
import torch

import data
import export
from model import StanceModel

FOLDS, SEED, BATCH = 3, 7, 32


def prepare(a):
    vocabulary = data.Vocabulary(list(np.load(a.vectors)["words"]))
    tags, arcs, tokens, gold = collections.Counter(), collections.Counter(), Path(a.tokens), Path(a.data)
    for name in ("directed", "stances"):
        for line in open(tokens / f"{name}.jsonl", encoding="utf-8"):
            for t in json.loads(line)["tokens"]:
                tags[t[2]] += 1
                arcs[t[5]] += 1
    tables = data.Tables(sorted(tags), sorted(arcs))
    prepared = {
        "directed": data.directed(gold / "directed.jsonl", tokens / "directed.jsonl", vocabulary, tables),
        "unlabelled": data.unlabelled(tokens / "attribution-train.jsonl", vocabulary, tables, 12000, SEED),
        "tags": sorted(tags), "dependencies": sorted(arcs)}
    pickle.dump(prepared, open(a.out, "wb"))


def tensors(x):
    return (torch.tensor(x["ints"].astype(np.int64)).transpose(0, 1), torch.tensor(x["length"].astype(np.int64)),
            torch.tensor(x["spans"].astype(np.int64)), torch.tensor(x["labels"].astype(np.int64)))


def create(a, prepared):
    codes, scale = export.quantised(np.load(a.vectors)["vectors"])
    model = StanceModel(codes.astype(np.float32) * scale, len(data.KINDS) + 3, len(prepared["tags"]), len(prepared["dependencies"]),
                        dropout=a.dropout)
    return model, codes, scale


def batches(x, index, rng, size=BATCH):
    """Batches of sentences of about one length, in random order."""
    length = x[1].numpy()[index]
    index = index[np.argsort(length + rng.random(len(length)) * 8, kind="stable")]
    parts = [index[n:n + size] for n in range(0, len(index), size)]
    return [parts[n] for n in rng.permutation(len(parts))]


def cut(x, index):
    n = int(x[1][index].max())
    return x[0][index][:, :, :n], x[1][index], x[2][index]


def predict(model, x, task):
    model.eval()
    shares = np.zeros((len(x[1]), 5), np.float32)
    order = np.argsort(x[1].numpy(), kind="stable")
    with torch.no_grad():
        for n in range(0, len(order), 256):
            index = order[n:n + 256]
            shares[index] = torch.softmax(model(*cut(x, index), task), -1).numpy()
    return shares


def fit(model, parts, a, report=lambda: ""):
    """parts: (task, tensors, target shares, index, weight, keep); keep is the share of rows without a stance that each pass sees."""
    rng = np.random.default_rng(SEED + a.seed)
    optimiser = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], weight_decay=1e-4)
    step = 0
    for epoch in range(a.epochs):
        model.train()
        start, plan = time.time(), []
        for task, x, target, index, weight, keep in parts:
            stance = target[index].argmax(1) > 0
            kept = index[stance | (rng.random(len(index)) < keep)]
            plan += [(task, x, target, weight, b) for b in batches(x, kept, rng)]
        steps, total = len(plan) * a.epochs, 0.0
        for n in rng.permutation(len(plan)):
            task, x, target, weight, index = plan[n]
            done = step / steps
            for group in optimiser.param_groups:
                group["lr"] = a.rate * min(1, done / 0.05) * (1 - 0.97 * done)
            ints, length, spans = cut(x, index)
            ints = ints.clone()
            ints[:, 0][torch.rand(ints[:, 0].shape) < a.word_drop] = 0
            scores = torch.log_softmax(model(ints, length, spans, task), -1)
            loss = -weight * (torch.tensor(target[index]) * scores).sum(-1).mean()
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5)
            optimiser.step()
            total += loss.item()
            step += 1
        print(f"pass {epoch} loss {total / len(plan):.4f} {time.time() - start:.0f} s {report()}", flush=True)
    return model


def figures(shares, labels):
    found = shares.argmax(1)
    each = [2 * ((found == c) & (labels == c)).sum() / max(1, (found == c).sum() + (labels == c).sum()) for c in range(5)]
    right, said, there = ((found == labels) & (labels > 0)).sum(), (found > 0).sum(), (labels > 0).sum()
    loss = -np.log(np.maximum(shares[np.arange(len(labels)), labels], 1e-6)).mean()
    return (f"accuracy {100 * (found == labels).mean():.2f} macro F1 {100 * np.mean(each):.2f} stance P {100 * right / max(1, said):.1f} "
            f"R {100 * right / there:.1f} F1 {200 * right / (said + there):.2f} loss {loss:.4f}")


def one_hot(labels):
    return np.eye(5, dtype=np.float32)[labels.numpy()]


def folds_of(prepared):
    rows = prepared["directed"]["train"]["ints"][1]
    return np.array([zlib.crc32(r.tobytes()) % FOLDS for r in rows])


def fold(a, prepared):
    """A model without one fold; its shares for that fold and for the pairs without gold."""
    torch.manual_seed(SEED + a.number)
    directed, other = tensors(prepared["directed"]["train"]), tensors(prepared["unlabelled"])
    a.seed, folds = a.number, folds_of(prepared)
    model, _, _ = create(a, prepared)
    out = np.flatnonzero(folds == a.number)
    report = lambda: figures(predict(model, cut_all(directed, out), 0), directed[3][out].numpy())
    fit(model, [(0, directed, one_hot(directed[3]), np.flatnonzero(folds != a.number), 1.0, 1.0)], a, report)
    shares = predict(model, cut_all(directed, out), 0)
    print("fold", a.number, figures(shares, directed[3][out].numpy()))
    np.savez(Path(a.out) / f"fold{a.number}.npz", directed=shares, other0=predict(model, other, 0))
    torch.save(model.state_dict(), Path(a.out) / f"fold{a.number}.pt")


def cut_all(x, index):
    return tuple(t[index] for t in x)


def final(a, prepared):
    torch.manual_seed(SEED)
    directed, other = tensors(prepared["directed"]["train"]), tensors(prepared["unlabelled"])
    folds = folds_of(prepared)
    parts = [np.load(Path(a.folds) / f"fold{n}.npz") for n in range(FOLDS)]
    target = one_hot(directed[3])
    for n, part in enumerate(parts):
        target[folds == n] += part["directed"]
    other0 = np.mean([p["other0"] for p in parts], 0)
    model, codes, scale = create(a, prepared)
    everything = lambda x: np.arange(len(x[1]))
    fit(model, [(0, directed, target / 2, everything(directed), 1.0, 1.0),
                (0, other, other0, everything(other), 1.0, 0.6)], a)
    torch.save(model.state_dict(), Path(a.out) / "final.pt")
    write(a, prepared, model, codes, scale)


def write(a, prepared, model, codes, scale):
    size = export.export(Path(a.out) / "stance.weights", model, list(np.load(a.vectors)["words"]), codes, scale, prepared["tags"],
                         prepared["dependencies"], list(data.KINDS))
    print("weights", size, "bytes")


def show(a, prepared):
    model, codes, scale = create(a, prepared)
    model.load_state_dict(torch.load(a.model))
    x = tensors(prepared["directed"]["valid"])
    print("directed valid", figures(predict(model, x, 0), x[3].numpy()))
    if a.out:
        write(a, prepared, model, codes, scale)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("prepare", "fold", "final", "figures"))
    parser.add_argument("number", nargs="?", default="0")
    for name in ("data", "tokens", "vectors", "prepared", "folds", "out"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--word-drop", type=float, default=0.08)
    parser.add_argument("--seed", type=int, default=0)
    a = parser.parse_args()
    torch.set_num_threads(1)
    if a.step == "prepare":
        prepare(a)
        return
    prepared = pickle.load(open(a.prepared, "rb"))
    if a.step == "fold":
        a.number = int(a.number)
        fold(a, prepared)
    elif a.step == "final":
        final(a, prepared)
    else:
        a.model = a.number
        show(a, prepared)


if __name__ == "__main__":
    main()
