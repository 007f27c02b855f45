#!/usr/bin/env python3
"""Learns when sentences say yes to a yes/no question.

    yesno.py FEATURES GOLD WEIGHTS.tsv

FEATURES is what `backgrounder ask --yesno GOLD --features` wrote. A logistic model with a penalty on large weights (PENALTY), measured by ten folds
in the order of the file, in which neighbours ask about the same event. Needs numpy and scipy. The same input gives the same weights."""
import json
import sys

import numpy
from scipy.optimize import minimize

PENALTY = 0.03


def learn(values, answers, penalty=PENALTY):
    centre, scale = values.mean(0), values.std(0) + 1e-9
    scaled, sign = (values - centre) / scale, numpy.where(answers, 1.0, -1.0)

    def loss(w):
        margin = sign * (scaled @ w[:-1] + w[-1])
        pull = -sign / (1 + numpy.exp(margin)) / len(sign)
        slope = numpy.append(pull @ scaled + 2 * penalty * w[:-1], pull.sum())
        return numpy.logaddexp(0, -margin).mean() + penalty * (w[:-1] @ w[:-1]), slope

    w = minimize(loss, numpy.zeros(values.shape[1] + 1), jac=True, method="L-BFGS-B").x
    weights = w[:-1] / scale
    return weights, w[-1] - weights @ centre


def main(features, gold, output):
    rows = [json.loads(line)["features"] for line in open(features, encoding="utf-8")]
    answers = numpy.array([json.loads(line)["answer"] for line in open(gold, encoding="utf-8")])
    names = sorted(rows[0])
    values = numpy.array([[row[name] for name in names] for row in rows])
    for penalty in (0.01, 0.03, 0.1):
        right = 0
        for fold in range(10):
            held = numpy.arange(len(rows)) * 10 // len(rows) == fold
            weights, intercept = learn(values[~held], answers[~held], penalty)
            right += ((values[held] @ weights + intercept > 0) == answers[held]).sum()
        print(f"penalty {penalty}: accuracy of ten folds {100 * right / len(rows):.2f}")
    weights, intercept = learn(values, answers)
    print(f"on its own data: {100 * ((values @ weights + intercept > 0) == answers).mean():.2f}; always no: {100 * (~answers).mean():.2f}")
    with open(output, "w", encoding="utf-8") as out:
        out.write("# Weight of each feature of a yes; learned by Training/ranking/yesno.py.\n")
        for name, weight in zip(["intercept"] + names, [intercept, *weights]):
            out.write(f"{name}\t{weight:.4f}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
