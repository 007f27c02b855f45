"""Learns the weights by which sentences are chosen that stand alone: train.py LABELS.tsv COMMON.txt OUT.tsv CANDIDATES.jsonl...

LABELS: article, start and end of the sentence in bytes, 1 where a reader found that it stands alone and 0 where not, by tabs. COMMON: the words
that may have weights of their own, one a line. CANDIDATES: what `backgrounder compile --features` writes. Prints how well sentences of articles
that were left out are told apart (five folds by article), then writes the weights learned of all.
"""
import collections
import json
import sys
import zlib

import numpy as np

LEAST = 6  # a word has a weight when so many labelled sentences have it
OF_WORDS, OF_FORM = 15.0, 1.0  # how strongly weights are held towards zero


def fit(x, y, hold):
    w = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(hold), x.T @ (p - y) + hold * w)
        w -= step
        if abs(step).max() < 1e-6:
            break
    return w


def area(scores, y):
    rank = np.empty(len(y))
    rank[np.argsort(scores)] = np.arange(len(y))
    ones = y.sum()
    return (rank[y == 1].sum() - ones * (ones - 1) / 2) / (ones * (len(y) - ones))


def main(labels, common, out, *candidates):
    common = {line.strip() for line in open(common)}
    judged = {}
    for line in open(labels):
        article, start, end, label = line.rstrip("\n").split("\t")
        judged[article, int(start), int(end)] = int(label)
    rows = {}
    for path in candidates:
        for line in open(path):
            row = json.loads(line)
            key = (row["article"], *row["range"])
            if key in judged:
                rows[key] = row["features"]
    keys = sorted(rows)
    count = collections.Counter(name for key in keys for name in rows[key])
    names = sorted(n for n in count if ":" not in n or (count[n] >= LEAST and n.split(":", 1)[1] in common | {"NAME"}))
    place = {n: i for i, n in enumerate(names)}
    x = np.zeros((len(keys), len(names)))
    for r, key in enumerate(keys):
        for n, v in rows[key].items():
            if n in place:
                x[r, place[n]] = v
    y = np.array([judged[k] for k in keys], float)
    hold = np.array([OF_WORDS if ":" in n else OF_FORM for n in names])
    hold[place["bias"]] = 1e-3
    fold = np.array([zlib.crc32(k[0].encode()) % 5 for k in keys])
    scores = np.zeros(len(keys))
    for f in range(5):
        scores[fold == f] = x[fold == f] @ fit(x[fold != f], y[fold != f], hold)
    order = np.argsort(-scores)
    best = " ".join(f"{q}%: {y[order[:len(y) * q // 100]].mean():.3f}" for q in (5, 10, 20, 30, 40, 50, 70, 100))
    print(f"{len(keys)} of {len(judged)} labels, {len(names)} weights; area {area(scores, y):.3f}; right among the best {best}")
    print("thresholds", {q: round(float(scores[order[len(y) * q // 100 - 1]]), 2) for q in (10, 30, 50, 70, 80, 90)})
    w = fit(x, y, hold)
    with open(out, "w") as f:
        f.write("# Weights of StandaloneJudge, learned by Training/sentences/train.py: feature, tab, weight.\n")
        for n, v in zip(names, w):
            if round(float(v), 3) != 0:
                f.write(f"{n}\t{v:.3f}\n")


main(*sys.argv[1:])
