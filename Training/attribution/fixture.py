"""Writes what this program finds in sentences of our own, for the test of the native reader.

fixture.py TOKENS.jsonl NAMES.jsonl OUT.swift CUE_BIAS MODEL.pt...; TOKENS and NAMES are what `backgrounder analyse --tokens` and
`--dump names` write for sentences.txt.
"""
import json
import sys

import numpy as np
import torch

import decode as D
import export
import features as F
import model as M
from prepare import run_time_tokens


def main():
    torch.set_num_threads(1)
    bias = float(sys.argv[4])
    nets = []
    for path in sys.argv[5:]:
        net = M.Attribution()
        net.load_state_dict(torch.load(path))
        nets.append(export.rounded(net).eval())
    record = json.loads(open(sys.argv[1], encoding="utf-8").readline())
    names = json.loads(open(sys.argv[2], encoding="utf-8").readline())["names"]
    tokens = run_time_tokens(record, [(n["start"], n["end"], n["kind"]) for n in names])
    d = F.Document(tokens, D.decode.lexicon)
    rows = F.token_rows(d, tokens)
    doc = dict(rows=rows, tokens=tokens, starts=np.array([t[0] for t in tokens]), ends=np.array([t[1] for t in tokens]))
    with torch.no_grad():
        statements = D.decode(nets, doc, bias)
        scores = sum(net.flat(D.encoded(net, doc)) for net in nets).numpy()
    scores[:, 3] += bias * len(nets)
    fixture = {
        "text": record["text"],
        "tokens": [[t[0], t[1], t[3], t[4], t[5], t[6], ("B-" if t[7][1] else "I-") + t[7][0] if t[7] else "", t[8]]
                   for t in tokens],
        "rows": rows.astype(np.int64).sum(1).tolist(),
        "scores": [[round(float(x), 4) for x in row] for row in scores[:12]],
        "statements": [[s["source"][:1], s["cue"], s["content"]] for s in statements],
    }
    lines = []
    for key, value in fixture.items():
        if key == "text":
            lines.append(f'"{key}":{json.dumps(value, ensure_ascii=False)}')
        elif key == "rows":
            lines.append(f'"{key}":[')
            for i in range(0, len(value), 14):
                lines.append(json.dumps(value[i:i + 14])[1:-1] + ("," if i + 14 < len(value) else ""))
            lines.append("]")
        else:
            lines.append(f'"{key}":[')
            lines += [json.dumps(x, ensure_ascii=False, separators=(",", ":")) + ("," if i + 1 < len(value) else "") for i, x in enumerate(value)]
            lines.append("]")
        lines[-1] += ","
    lines[-1] = lines[-1][:-1]
    text = "\n".join("    " + line for line in ["{"] + lines + ["}"])
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        out.write("// Made by Training/attribution/fixture.py; do not edit.\n\n")
        out.write("/// Sentences of our own with what the training program sees and finds in them.\nenum AttributionFixture {\n")
        out.write(f'  static let json = #"""\n{text}\n    """#\n}}\n')


if __name__ == "__main__":
    main()
