#!/usr/bin/env python3
"""Learns how surely a sentence of a library answers a question, from questions over news articles.

    confidence.py WEIGHTS.tsv WEIGHED GOLD [WEIGHED GOLD ...] [--check]

WEIGHED is what `backgrounder ask --library L --questions GOLD --features` wrote; GOLD has a line for each question, in the same order:
`{"question","right":[[article,[start,end]],...]}`, an empty list where nothing answers. Weights are learned for all
questions and, held smaller by SHARE, for each group of kinds (GROUPS) besides. The model chooses one sentence of each question or none: a softmax over the weighed sentences with "none" at a fixed score, trained to choose any right one, or none where nothing answers,
with a penalty on large weights (PENALTY). The command answers when the best sentence scores above "none". --check measures by ten folds.
Needs numpy and scipy. The same input gives the same weights."""
import json
import sys

import numpy
from scipy.optimize import minimize

PENALTY = 0.005
SHARE = 0.35
TOP = 36
KINDS = {"who": ("person", "organisation", "country", "nationality", "name"), "number": ("number", "money", "percent", "quantity", "age"),
         "where": ("place", "date", "duration"), "reason": ("reason",), "statement": ("statement",), "definition": ("definition",),
         "other": ("manner", "yes-no", "thing")}
GROUPS = list(KINDS)


def is_right(sentence, right):
    return any(sentence["article"] == a and sentence["range"][0] < e and s < sentence["range"][1] for a, (s, e) in right)


def load(weighed, gold):
    rows, names = [], None
    for line, known in zip(open(weighed, encoding="utf-8"), open(gold, encoding="utf-8")):
        line, known = json.loads(line), json.loads(known)
        sentences = line["sentences"][:TOP]
        names = names or (sorted(sentences[0]["features"]) if sentences else None)
        values = numpy.array([[s["features"][n] for n in names] for s in sentences]).reshape(len(sentences), -1) if sentences else None
        group = next(i for i, g in enumerate(GROUPS) if line["kind"] in KINDS[g])
        rows.append((values, numpy.array([is_right(s, known["right"]) for s in sentences], bool), bool(known["right"]), group))
    return names, rows


def widened(values, group):
    """The features with a constant, for all groups and, times SHARE, once more for the own group."""
    values = numpy.concatenate([values, numpy.ones((len(values), 1))], axis=1)
    own = [SHARE * values if index == group else numpy.zeros_like(values) for index in range(len(GROUPS))]
    return numpy.concatenate([values] + own, axis=1)


def learn(rows, penalty):
    usable = [(v, r, a, g) for v, r, a, g in rows if v is not None and (r.any() or not a)]
    everything = numpy.concatenate([v for v, _, _, _ in usable])
    centre, scale = everything.mean(0), everything.std(0) + 1e-9
    scaled = [(widened((v - centre) / scale, g), r, a) for v, r, a, g in usable]
    width = everything.shape[1] + 1
    free = numpy.ones(width * (len(GROUPS) + 1))
    free[width - 1] = 0  # The constant for all groups is not held small.

    def loss(w):
        value, slope = penalty * len(scaled) * (free * w * w).sum(), 2 * penalty * len(scaled) * free * w
        for v, right, answerable in scaled:
            scores = numpy.append(v @ w, 0)
            wanted = numpy.append(right, False) if answerable else numpy.append(numpy.zeros(len(v), bool), True)
            p = numpy.exp(scores - numpy.logaddexp.reduce(scores))
            q = numpy.where(wanted, p, 0)
            value -= numpy.log(q.sum() + 1e-300)
            q /= q.sum() + 1e-300
            slope += (p - q)[:-1] @ v
        return value, slope

    w = minimize(loss, numpy.zeros(len(free)), jac=True, method="L-BFGS-B").x.reshape(len(GROUPS) + 1, width)
    w[1:] *= SHARE
    weights = w[:, :-1] / scale
    return weights, w[:, -1] - weights @ centre


def measure(rows, model_of, least=0.0):
    figures = dict(answerable=0, first=0, wrong=0, missed=0, unanswerable=0, silent=0)
    for index, (values, right, answerable, group) in enumerate(rows):
        weights, intercepts = model_of(index)
        scores = values @ (weights[0] + weights[1 + group]) + intercepts[0] + intercepts[1 + group] if values is not None else numpy.array([])
        says = len(scores) > 0 and scores.max() > least
        figures["answerable" if answerable else "unanswerable"] += 1
        if not answerable:
            figures["silent"] += not says
            figures["wrong"] += says
        elif says:
            figures["first"] += bool(right[scores.argmax()])
            figures["wrong"] += not right[scores.argmax()]
        else:
            figures["missed"] += 1
    return figures


def main(output, *arguments):
    options = [a for a in arguments if a.startswith("--")]
    files = [a for a in arguments if not a.startswith("--")]
    rows = []
    for weighed, gold in zip(files[::2], files[1::2]):
        names, more = load(weighed, gold)
        rows += more
    if "--check" in options:
        for penalty in (0.003, 0.01, 0.03):
            models = [learn([r for i, r in enumerate(rows) if i % 10 != fold], penalty) for fold in range(10)]
            for least in (0.0, 0.5, 1.0):
                print(f"penalty {penalty}, least {least}: {measure(rows, lambda i: models[i % 10], least)}")
    weights, intercepts = learn(rows, PENALTY)
    print(f"on its own data: {measure(rows, lambda _: (weights, intercepts))}")
    with open(output, "w", encoding="utf-8") as out:
        out.write("# Weight of each feature of the confidence that a sentence answers; learned by Training/ranking/confidence.py.\n")
        for prefix, own, intercept in zip([""] + [f"{g}:" for g in GROUPS], weights, intercepts):
            for name, weight in zip(["intercept"] + names, [intercept, *own]):
                out.write(f"{prefix}{name}\t{weight:.4f}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
