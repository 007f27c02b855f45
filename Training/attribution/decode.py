"""Finds the statements of articles with a trained network, as `AttributionReader` does in Swift."""
import numpy as np
import torch

import features as F
import model as M

CUE_BIAS = 0.0


def viterbi(scores, follow, begin):
    """The best sequence of labels and its score."""
    best = begin + scores[0]
    back = []
    for t in range(1, len(scores)):
        all_ = best[:, None] + follow
        back.append(all_.argmax(0))
        best = all_.max(0) + scores[t]
    path = [int(best.argmax())]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return path[::-1], float(best.max())


def runs(labels, b, i):
    out = []
    for t, x in enumerate(labels):
        if x == b:
            out.append([t, t + 1])
        elif x == i and out and out[-1][1] == t:
            out[-1][1] = t + 1
    return out


def flat_rules():
    f = np.zeros((7, 7), np.float32)
    for i in (2, 4, 6):
        for j in range(7):
            if j not in (i - 1, i):
                f[j, i] = -1e4
    return f, np.array([0, 0, -1e4, 0, -1e4, 0, -1e4], np.float32)


def encoded(net, d):
    """The vectors of all tokens of an article."""
    return net.encode(torch.from_numpy(d["rows"].astype(np.int64)), torch.ones(len(d["rows"]), 1))


def decode(nets, d, cue_bias=None):
    """The statements of an article by one or several networks, whose scores are summed."""
    n = len(d["rows"])
    if n == 0:
        return []
    xs = [encoded(net, d) for net in nets]
    flat = sum(torch.log_softmax(net.flat(x), 1) for net, x in zip(nets, xs)).numpy().copy()
    flat[:, 3] += len(nets) * (CUE_BIAS if cue_bias is None else cue_bias)
    doc = d.get("doc") or F.Document(d["tokens"], decode.lexicon)
    labels, _ = viterbi(flat, *flat_rules())
    f, s = M.forbidden()
    follow = sum(net.follow + f for net in nets).numpy()
    begin = sum(net.begin + s for net in nets).numpy()
    span = lambda a, b: [int(d["starts"][a]), int(d["ends"][b - 1])]
    statements = []
    for a, b in runs(labels, 3, 4):
        cue = [t for t in range(a, b) if doc.line[t] == doc.line[a]]
        first, last = F.window(doc, cue)
        rows = torch.from_numpy(F.pair_rows(doc, cue).astype(np.int64))
        places, own = torch.arange(first, last), torch.full((last - first,), cue[0])
        scores = sum(net.pair_scores(x, places, own, rows, torch.ones(last - first, 1)) for net, x in zip(nets, xs))
        path, _ = viterbi(scores.numpy(), follow, begin)
        content = [span(a + first, b + first) for a, b in runs(path, 3, 4)]
        if content:
            source = [span(a + first, b + first) for a, b in runs(path, 1, 2)]
            statements.append({"source": source, "cue": [span(cue[0], cue[-1] + 1)], "content": content})
    # What somebody says that somebody else says is left out.
    return [s for s in statements if not any(
        o is not s and any(a <= s["cue"][0][0] < b for a, b in o["content"]) for o in statements)]


def decode_all(nets, docs, cue_bias=None):
    return [decode(nets, d, cue_bias) for d in docs]


decode.lexicon = F.read_lexicon(__file__.rsplit("/", 3)[0] + "/Sources/Extraction/Languages/en/cue-verbs.tsv")
