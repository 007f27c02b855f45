#!/usr/bin/env python3
"""Writes cases for the test that the Swift code computes what the trained model computes.

    parity.py MODEL.pt --prepared PREPARED --vectors FILE --out Tests/ExtractionTests/StanceParityCases.swift

The inputs are drawn at random from a seed: no text of the training data."""
import argparse
import pickle

import numpy as np
import torch

import data
import train


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    for name in ("prepared", "vectors", "out"):
        parser.add_argument(f"--{name}")
    a = parser.parse_args()
    a.dropout = 0.0
    prepared = pickle.load(open(a.prepared, "rb"))
    model, _, _ = train.create(a, prepared)
    model.load_state_dict(torch.load(a.model))
    model.eval()
    rng, cases = np.random.default_rng(5), []
    for count, p, q in ((9, (0, 2), (6, 7)), (14, (3, 4), (4, 6)), (5, (1, 2), (4, 5))):
        rows = rng.integers(0, model.specials + model.vectors.num_embeddings, count)
        tags, arcs = rng.integers(0, len(prepared["tags"]) + 1, count), rng.integers(0, len(prepared["dependencies"]) + 1, count)
        heads, flags = [int(rng.integers(0, n)) if n else 0 for n in range(count)], rng.integers(0, 2, count)
        places = data.pair_arrays(heads, p, q, count)
        ints = torch.tensor(np.array([rows, tags, arcs, heads, flags, *places], np.int64))[None]
        with torch.no_grad():
            shares = [torch.softmax(model(ints, torch.tensor([count]), torch.tensor([[*p, *q]]), task), -1)[0].tolist() for task in (0, 1)]
        cases.append((rows.tolist(), tags.tolist(), arcs.tolist(), heads, flags.tolist(), p, q, shares))
    with open(a.out, "w", encoding="utf-8") as out:
        out.write("// Made by Training/stances/parity.py from random numbers and the trained weights.\n\n")
        out.write("/// Inputs of the stance model with the answers that the training program's model gives.\n")
        out.write("struct StanceParityCase: Sendable {\n  let rows, tags, dependencies: [Int32]\n  let heads: [Int]\n  let quoted: [Int32]\n"
                  "  let first, second: Range<Int>\n  let asked, article: [Float]\n\n  static let all: [StanceParityCase] = [\n")
        for rows, tags, arcs, heads, flags, p, q, shares in cases:
            out.write(f"    StanceParityCase(\n      rows: {rows},\n      tags: {tags},\n      dependencies: {arcs},\n      heads: {heads}, quoted: {flags},\n"
                      f"      first: {p[0]}..<{p[1]}, second: {q[0]}..<{q[1]},\n")
            for name, values, end in (("asked", shares[0], ","), ("article", shares[1], "),")):
                out.write(f"      {name}: [{', '.join(f'{v:.6f}' for v in values)}]{end}\n")
        out.write("  ]\n}\n")


if __name__ == "__main__":
    main()
