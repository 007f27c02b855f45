#!/usr/bin/env python3
"""Writes cases for the test that the Swift code computes what the trained model computes.

    parity.py --weights Sources/CStanceWeights/stance.weights --judge DIR/judge.npz --out Tests/ExtractionTests/StanceParityCases.swift

The inputs are drawn at random from a seed: no text of the training data."""
import argparse

import numpy as np
import torch

import data
import export

# The facts of a pair: whether either says the other, distance, verbs, negations, entities, length, place.
PAIR = (0.0, 1.0, 2.25, 0.0, 1.0, 0.0, 1.0, 0.0, 1.5, 3.5, 0.25)
SHAPE = """/// Inputs of the stance model with the answers that the training program's model gives.
struct StanceParityCase: Sendable {
  let rows, tags, dependencies: [Int32]
  let heads: [Int]
  let quoted: [Int32]
  let first, second: Range<Int>
  /// What the judge of articles is told beside the sentence.
  let facts: [Float]
  let asked, article: [Float]

  static let all: [StanceParityCase] = [
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("weights", "judge", "out"):
        parser.add_argument(f"--{name}", required=True)
    a = parser.parse_args()
    model, _, tables = export.load(a.weights)
    hidden, bias, out_weight, out_bias = np.load(a.judge).values()
    kept = {}
    model.hidden[0].register_forward_pre_hook(lambda _, inputs: kept.__setitem__("x", inputs[0].numpy()[0]))
    rng = np.random.default_rng(5)
    with open(a.out, "w", encoding="utf-8") as out:
        out.write("// Made by Training/stances/parity.py from random numbers and the trained weights.\n\n" + SHAPE)
        for count, p, q in ((9, (0, 2), (6, 7)), (14, (3, 4), (4, 6)), (5, (1, 2), (4, 5))):
            rows = rng.integers(0, model.specials + model.vectors.num_embeddings, count)
            tags, arcs = rng.integers(0, len(tables.tags) + 1, count), rng.integers(0, len(tables.dependencies) + 1, count)
            heads, flags = [int(rng.integers(0, n)) if n else 0 for n in range(count)], rng.integers(0, 2, count)
            ints = torch.tensor(np.array([rows, tags, arcs, heads, flags, *data.pair_arrays(heads, p, q, count)], np.int64))[None]
            with torch.no_grad():
                asked = torch.softmax(model(ints, torch.tensor([count]), torch.tensor([[*p, *q]]), 0), -1)[0].numpy()
            sides = rng.integers(0, 2, hidden.shape[1] - len(kept["x"]) - 5 - len(PAIR)) / 2
            facts = [*sides.tolist(), *PAIR]
            units = hidden @ np.concatenate([kept["x"], np.log(np.maximum(asked, 1e-4)), facts]) + bias
            scores = out_weight @ units.reshape(-1, 2).max(1) + out_bias
            article = np.exp(scores - scores.max()) / np.exp(scores - scores.max()).sum()
            out.write(f"    StanceParityCase(\n      rows: {rows.tolist()},\n      tags: {tags.tolist()},\n      dependencies: {arcs.tolist()},\n"
                      f"      heads: {heads}, quoted: {flags.tolist()},\n      first: {p[0]}..<{p[1]}, second: {q[0]}..<{q[1]},\n      facts: {facts},\n")
            for name, values, end in (("asked", asked, ","), ("article", article, "),")):
                out.write(f"      {name}: [{', '.join(f'{v:.6f}' for v in values)}]{end}\n")
        out.write("  ]\n}\n")


if __name__ == "__main__":
    main()
