"""Writes a trained stance model as the file that `Sources/Extraction/Stances/Model` reads.

The file: "BGSTANCE", then 16 numbers of 32 bits (see `HEAD`), then sections that each begin at a multiple of 64 bytes, in
the order of `sections`. Floats and numbers are little-endian. Layers of three pieces are packed as CNeuralKernels wants."""
import struct

import numpy as np

MAGIC = b"BGSTANCE"
VERSION = 1
SLOTS = 1 << 16


def fnv(data):
    h = 0x811C9DC5
    for byte in data:
        h = ((h ^ byte) * 0x01000193) & 0xFFFFFFFF
    return h


def quantised(vectors):
    """Rows of bytes and the scale of each column."""
    scale = np.abs(vectors).max(0) / 127
    return np.round(vectors / scale).astype(np.int8), scale.astype(np.float32)


def maxout(layer, outputs):
    """[16 outputs][input][3 pieces][16 lanes], and the bias likewise."""
    weight = layer.linear.weight.detach().numpy().reshape(outputs // 16, 16, 3, -1)
    bias = layer.linear.bias.detach().numpy().reshape(outputs // 16, 16, 3)
    return [weight.transpose(0, 3, 2, 1), bias.transpose(0, 2, 1), layer.norm.weight.detach().numpy(), layer.norm.bias.detach().numpy()]


def affine(weight, bias, outputs):
    """[64 outputs][input][64 lanes]; outputs are filled up with zeros."""
    full = np.zeros((outputs, weight.shape[1]), np.float32)
    full[: weight.shape[0]] = weight
    shift = np.zeros(outputs, np.float32)
    shift[: bias.shape[0]] = bias
    return [full.reshape(outputs // 64, 64, -1).transpose(0, 2, 1), shift]


def word_table(words):
    blob = b"".join(w.encode() for w in words)
    offsets, at = [0], 0
    for w in words:
        at += len(w.encode())
        offsets.append(at)
    slots = np.zeros(SLOTS, np.uint16)
    for n, w in enumerate(words):
        slot = fnv(w.encode()) % SLOTS
        while slots[slot]:
            slot = (slot + 1) % SLOTS
        slots[slot] = n + 1
    return [np.array(offsets, np.uint32), np.frombuffer(blob, np.uint8), slots]


def names(values):
    return np.frombuffer("\n".join(values).encode(), np.uint8)


def export(path, model, words, codes, scale, tags, dependencies, kinds):
    """codes and scale: the word vectors as `quantised` gives them."""
    n = lambda p: p.detach().numpy().astype(np.float32)
    width, hidden = model.key.in_features, model.out[0].in_features
    attention, places = model.query.in_features, model.query.out_features
    sections = [*word_table(words), codes, scale, n(model.special.weight), names(tags), names(dependencies), names(kinds),
                n(model.tag.weight), n(model.dependency.weight), n(model.flag.weight), *maxout(model.mix, width)]
    for layer in model.layers:
        sections += maxout(layer, width)
    sections += affine(n(model.key.weight), n(model.key.bias), 64)
    sections += [n(e.weight) for e in model.relation] + [n(model.query.weight).T]
    # Pieces of one output lie 64 outputs apart, so that the greater is found lane by lane.
    order = np.concatenate([np.arange(0, 2 * hidden, 2), np.arange(1, 2 * hidden, 2)])
    for layer, out in zip(model.hidden, model.out):
        sections += affine(n(layer.weight)[order], n(layer.bias)[order], 2 * hidden)
        sections += [n(out.weight), n(out.bias)]
    head = [VERSION, width, model.tag.embedding_dim, codes.shape[1], len(model.layers), attention, places, hidden, model.specials,
            len(words), len(tags), len(dependencies), len(kinds), len(model.out), len(sections), 0]
    body = bytearray(MAGIC + struct.pack("<16I", *head))
    body += b"".join(struct.pack("<I", np.ascontiguousarray(s).nbytes) for s in sections)
    for s in sections:
        body += b"\0" * (-len(body) % 64)
        body += np.ascontiguousarray(s).tobytes()
    body += b"\0" * (-len(body) % 64)
    with open(path, "wb") as out:
        out.write(body)
    return len(body)
