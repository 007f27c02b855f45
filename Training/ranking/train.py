#!/usr/bin/env python3
"""Learns the weights of the answer ranking from questions whose sentences are marked right or wrong.

    train.py FEATURES GOLD WEIGHTS.tsv [--check]

FEATURES is what `backgrounder ask --candidates GOLD --features` wrote, GOLD the file with `right`. Each right sentence is compared with each
wrong one of its question: a logistic model over the difference of their features, every question as heavy as any other, with a penalty
on large weights (PENALTY). --check also measures by ten folds over questions. Needs numpy and scipy. The same input gives the same weights."""
import json
import sys

import numpy
from scipy.optimize import minimize

PENALTY = 0.02


def load(features, gold):
    rows = []
    for line, known in zip(open(features, encoding="utf-8"), open(gold, encoding="utf-8")):
        line, known = json.loads(line), json.loads(known)
        right = numpy.array([c["right"] for c in known["candidates"]])
        if right.any():
            rows.append((line, right))
    names = sorted(rows[0][0]["features"][0])
    return names, [(numpy.array([[f[n] for n in names] for f in line["features"]]), right) for line, right in rows]


def pairs(rows):
    differences, weights = [], []
    for values, right in rows:
        if right.all():
            continue
        block = (values[right][:, None, :] - values[~right][None, :, :]).reshape(-1, values.shape[1])
        differences.append(block)
        weights.append(numpy.full(len(block), 1 / len(block)))
    weights = numpy.concatenate(weights)
    return numpy.concatenate(differences), weights / weights.sum()


def learn(rows, penalty):
    differences, weights = pairs(rows)
    scale = numpy.sqrt((weights[:, None] * differences ** 2).sum(0)) + 1e-9
    scaled = differences / scale

    def loss(w):
        margin = scaled @ w
        value = (weights * numpy.logaddexp(0, -margin)).sum() + penalty * (w @ w)
        slope = -(weights / (1 + numpy.exp(margin))) @ scaled + 2 * penalty * w
        return value, slope

    return minimize(loss, numpy.zeros(scaled.shape[1]), jac=True, method="L-BFGS-B").x / scale


def average_precision(values, right, w):
    order = numpy.argsort(-(values @ w), kind="stable")
    hits = numpy.flatnonzero(right[order]) + 1
    return (numpy.arange(1, len(hits) + 1) / hits).mean(), 1 / hits[0]


def measure(rows, w_of):
    figures = [average_precision(values, right, w_of(index)) for index, (values, right) in enumerate(rows) if not right.all()]
    return tuple(round(float(f), 4) for f in numpy.mean(figures, axis=0))


def folds(rows, penalty, count=10):
    models = [learn([r for i, r in enumerate(rows) if i % count != fold], penalty) for fold in range(count)]
    return measure(rows, lambda index: models[index % count])


def main(features, gold, output, *options):
    names, rows = load(features, gold)
    if "--check" in options:
        for penalty in (0.003, 0.01, 0.02, 0.05, 0.1, 0.3):
            print(f"penalty {penalty}: MAP, MRR of ten folds {folds(rows, penalty)}")
    w = learn(rows, PENALTY)
    print(f"on its own data: MAP, MRR {measure(rows, lambda _: w)}")
    with open(output, "w", encoding="utf-8") as out:
        out.write("# Weight of each feature of the answer ranking; learned by Training/ranking/train.py.\n")
        for name, weight in zip(names, w):
            out.write(f"{name}\t{weight:.4f}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
