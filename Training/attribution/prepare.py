"""Turns annotated articles into features and labels: prepare.py GOLD.jsonl TOKENS.jsonl NAMES.jsonl LEXICON.tsv OUT

TOKENS is what `backgrounder analyse --tokens` writes for GOLD, NAMES what `backgrounder analyse --dump names` does.
"""
import bisect
import json
import pickle
import sys
import time

import numpy as np

import features as F

LABELS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]


def touched(starts, ends, span):
    """Tokens that a byte span touches."""
    a = int(np.searchsorted(ends, span[0], side="right"))
    b = int(np.searchsorted(starts, span[1], side="left"))
    return a, b


def label(tags, d, a, b, kind):
    """Marks a span, line by line, without white space at its ends."""
    t = a
    while t < b:
        line = d.line[t]
        e = t
        while e < b and d.line[e] == line:
            e += 1
        s, last = t, e
        for k in range(s, last):
            if tags[k] == 0:
                tags[k] = kind if k == s else kind + 1
        t = e


def negatives(d, taken, limit):
    """Verbs of the lexicon that are no cue."""
    out = [i for i in range(d.n) if d.frames[i] > 0 and d.is_verb[i] and not taken[i]]
    return [[i] for i in out][:limit]


def run_time_tokens(record, names=None):
    """The tokens as extraction gets them: without white space, with the sentences and paragraphs of the record.

    With `names`, (start, end, kind) in order, a token's name is the kind and whether the name starts there.
    """
    data = record["text"].encode()
    tokens = record["tokens"]
    kept = [i for i, t in enumerate(tokens) if t[2] != "_SP"]
    place = {old: new for new, old in enumerate(kept)}
    firsts = [s[0] for s in record["sentences"]]
    kinds, at = {}, 0
    if names is not None:
        for s, e, kind in names:
            while at < len(kept) and tokens[kept[at]][0] < s:
                at += 1
            first = True
            while at < len(kept) and tokens[kept[at]][0] < e:
                kinds[at] = (kind, first)
                first = False
                at += 1
    out, paragraph, last = [], 0, 0
    for old in kept:
        s, e, tag, _, _, label, lemma, name = tokens[old]
        head, steps = tokens[old][4], 0
        while head not in place and tokens[head][4] != head and steps < 8:
            head = tokens[head][4]
            steps += 1
        if b"\n" in data[last:s]:
            paragraph += 1
        last = e
        sentence = max(bisect.bisect_right(firsts, s) - 1, 0)
        if names is not None:
            name = kinds.get(place[old], "")
        out.append((s, e, data[s:e].decode(), tag, label, place.get(head, place[old]), lemma, name, sentence, paragraph))
    return out


def main():
    records = (json.loads(line) for line in open(sys.argv[2], encoding="utf-8"))
    names = (json.loads(line) for line in open(sys.argv[3], encoding="utf-8"))
    lexicon = F.read_lexicon(sys.argv[4])
    out, t0 = [], time.time()
    base = 0
    for number, (line, record, named) in enumerate(zip(open(sys.argv[1], encoding="utf-8"), records, names)):
        article = json.loads(line)
        assert article["id"] == record["id"] == named["id"] and article["text"] == record["text"]
        tokens = run_time_tokens(record, [(n["start"], n["end"], n["kind"]) for n in named["names"]])
        d = F.Document(tokens, lexicon)
        starts, ends = np.array([t[0] for t in tokens]), np.array([t[1] for t in tokens])
        flat = np.zeros(d.n, np.int8)
        cues = []
        for a in article["attributions"]:
            ranges = {k: [touched(starts, ends, s) for s in a[k]] for k in ("source", "cue", "content")}
            for k, kind in (("cue", 3), ("source", 1), ("content", 5)):
                for s, e in ranges[k]:
                    label(flat, d, s, e, kind)
            cue = [t for s, e in ranges["cue"] for t in range(s, e)]
            cue = [t for t in cue if d.line[t] == d.line[cue[0]]] if cue else []
            if not cue:
                continue
            first, last = F.window(d, cue)
            roles = np.zeros(d.n, np.int8)
            for k, kind in (("source", 1), ("content", 3)):
                for s, e in ranges[k]:
                    label(roles, d, s, e, kind)
            cues.append((cue, first, last, F.pair_rows(d, cue), roles[first:last].copy()))
        taken = (flat == 3) | (flat == 4)
        bad = []
        for cue in negatives(d, taken, 60):
            first, last = F.window(d, cue)
            bad.append((cue, first, last, F.pair_rows(d, cue), np.zeros(last - first, np.int8)))
        out.append(dict(id=article["id"], text=article["text"], attributions=article["attributions"],
                        starts=starts, ends=ends, rows=F.token_rows(d, tokens), flat=flat, cues=cues, bad=bad,
                        base=base, tokens=tokens))
        base += d.n
        if number % 50 == 0:
            print(number, round(time.time() - t0, 1), flush=True)
    pickle.dump(out, open(sys.argv[5], "wb"), -1)


if __name__ == "__main__":
    main()
