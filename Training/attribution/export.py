"""Writes the weights that the program carries: export.py OUT.weights CUE_BIAS MODEL.pt...

The networks stand behind one another; the program sums their scores.

Eight bytes `BGATTRIB`, the version, the number of sections and the size of each (32-bit), then the sections at multiples of 64 bytes:
tables of bytes with a scale for each row; linear layers packed for `nk_affine` (for each 64 outputs, for each input, 64 floats), padded to 64
outputs; gains and shifts; what labels may follow.
"""
import struct
import sys

import numpy as np
import torch

import decode as D
import model as M


def quantised(table):
    scales = np.abs(table).max(1) / 127
    scales[scales == 0] = 1e-12
    return np.clip(np.rint(table / scales[:, None]), -127, 127).astype(np.int8), scales.astype(np.float32)


def packed(linear):
    w = linear.weight.detach().numpy().astype(np.float32)
    b = linear.bias.detach().numpy() if linear.bias is not None else np.zeros(len(w), np.float32)
    extra = -len(w) % 64
    w, b = np.pad(w, ((0, extra), (0, 0))), np.pad(b, (0, extra))
    return [np.concatenate([w[g:g + 64].T.reshape(-1) for g in range(0, len(w), 64)]), b]


def rounded(net):
    """The network with the tables as the program has them."""
    for table in (net.tokens, net.pairs):
        q, s = quantised(table.weight.detach().numpy())
        table.weight.data = torch.from_numpy(q.astype(np.float32) * s[:, None])
    return net


def sections(net, cue_bias):
    def table(t):
        return list(quantised(t.weight.detach().numpy()))

    def norm(n):
        return [n.weight.detach().numpy(), n.bias.detach().numpy()]

    out = table(net.tokens) + norm(net.norm)
    for layer in net.layers:
        out += packed(layer.linear) + norm(layer.norm)
    flat = packed(net.flat)
    flat[1][3] += cue_bias
    out += flat + packed(net.of_token) + packed(net.of_cue) + table(net.pairs) + norm(net.pair_norm)
    for layer in net.pair_layers:
        out += packed(layer.linear) + norm(layer.norm)
    f, s = M.forbidden()
    out += packed(net.role) + [np.asarray(x, np.float32) for x in D.flat_rules()]
    return out + [(net.follow + f).detach().numpy(), (net.begin + s).detach().numpy()]


def main():
    parts = []
    for path in sys.argv[3:]:
        net = M.Attribution()
        net.load_state_dict(torch.load(path))
        parts += [np.ascontiguousarray(p).tobytes() for p in sections(net, float(sys.argv[2]))]
    data = bytearray(b"BGATTRIB" + struct.pack("<II", 1, len(parts)) + b"".join(struct.pack("<I", len(p)) for p in parts))
    for part in parts:
        data += bytes(-len(data) % 64) + part
    open(sys.argv[1], "wb").write(data)
    print(len(data), "bytes")


if __name__ == "__main__":
    main()
