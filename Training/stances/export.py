"""Writes a trained stance model as the file that `Sources/Extraction/Stances/Model` reads.

The file: "BGSTANCE", then 16 numbers of 32 bits (see `HEAD`), then sections that each begin at a multiple of 64 bytes, in
the order of `sections`. Floats and numbers are little-endian. Layers of three pieces are packed as CNeuralKernels wants."""
import struct

import numpy as np
import torch

import data
from model import StanceModel

MAGIC = b"BGSTANCE"
VERSION = 2
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
    return write(path, head, [np.ascontiguousarray(s).tobytes() for s in sections])


def write(path, head, sections):
    """Writes the file from its head and the bytes of its sections."""
    body = bytearray(MAGIC + struct.pack("<16I", *head))
    body += b"".join(struct.pack("<I", len(s)) for s in sections)
    for s in sections:
        body += b"\0" * (-len(body) % 64) + s
    body += b"\0" * (-len(body) % 64)
    with open(path, "wb") as out:
        out.write(body)
    return len(body)


def read(path):
    """The head of a weights file and the bytes of its sections."""
    with open(path, "rb") as file:
        body = file.read()
    head = struct.unpack("<16I", body[8:72])
    sizes, at, sections = struct.unpack(f"<{head[14]}I", body[72:72 + 4 * head[14]]), 72 + 4 * head[14], []
    for size in sizes:
        at += -at % 64
        sections.append(body[at:at + size])
        at += size
    return head, sections


def load(path):
    """The model of a weights file without its second judge, its vocabulary and its tables."""
    (_, width, small, vector, layers, attention, places, hidden, specials, words, tags, arcs, *_), sections = read(path)
    floats = lambda k, *shape: torch.tensor(np.frombuffer(sections[k], np.float32).reshape(shape or -1).copy())
    offsets = np.frombuffer(sections[0], np.uint32)
    known = [sections[1][offsets[n]:offsets[n + 1]].decode() for n in range(words)]
    codes = np.frombuffer(sections[3], np.int8).reshape(words, vector).astype(np.float32) * floats(4).numpy()
    model = StanceModel(codes, specials, tags, arcs, width, small, layers, attention, places, hidden, tasks=1)
    state = model.state_dict()
    state["special.weight"], state["tag.weight"] = floats(5, specials, vector), floats(9, tags + 1, small)
    state["dependency.weight"], state["flag.weight"] = floats(10, arcs + 1, small), floats(11, 2, small)
    for n, name in enumerate(("mix", *(f"layers.{n}" for n in range(layers)))):
        k = 12 + 4 * n
        state[f"{name}.linear.weight"] = floats(k, width // 16, -1, 3, 16).permute(0, 3, 2, 1).reshape(width * 3, -1)
        state[f"{name}.linear.bias"] = floats(k + 1, width // 16, 3, 16).permute(0, 2, 1).reshape(-1)
        state[f"{name}.norm.weight"], state[f"{name}.norm.bias"] = floats(k + 2), floats(k + 3)
    k = 16 + 4 * layers

    def dense(k, outputs):
        weight = np.frombuffer(sections[k], np.float32)
        inputs = len(weight) // len(floats(k + 1))
        return floats(k, -1, inputs, 64).permute(0, 2, 1).reshape(-1, inputs)[:outputs], floats(k + 1)[:outputs]
    state["key.weight"], state["key.bias"] = dense(k, attention)
    for n in range(6):
        state[f"relation.{n}.weight"] = floats(k + 2 + n, -1, attention)
    state["query.weight"] = floats(k + 8, attention, places).T
    weight, bias = dense(k + 9, 2 * hidden)
    order = torch.arange(2 * hidden).reshape(2, hidden).T.flatten()
    state["hidden.0.weight"], state["hidden.0.bias"] = weight[order], bias[order]
    state["out.0.weight"], state["out.0.bias"] = floats(k + 11, 5, hidden), floats(k + 12)
    model.load_state_dict(state)
    names = [sections[n].decode().split("\n") for n in (6, 7)]
    return model.eval(), data.Vocabulary(known), data.Tables(*names)
