"""Sentences with marked pairs of names, as arrays, from what `backgrounder analyse --tokens` wrote.

A sample is one sentence with two spans, first and second in the order of the text, and a label: 0 none, 1 first for
second, 2 second for first, 3 first against second, 4 second against first."""
import bisect
import json

import numpy as np

LABELS = ("none", "p_for_q", "q_for_p", "p_against_q", "q_against_p")
KINDS = ("", "person", "organisation", "government", "place", "group", "work", "event", "programme", "product", "other", "MARKED", "SPEAKER")
KIND_OF_LABEL = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
                 "LAW": "work", "WORK_OF_ART": "work", "EVENT": "event", "PRODUCT": "product"}
LONGEST = 90
QUOTES = set("“”\"``''")


class Vocabulary:
    """Rows of the word table: 0 unknown, then the kinds of names, a number, a mark, then the words."""

    def __init__(self, words):
        self.special = len(KINDS) + 3
        self.words = {w: self.special + n for n, w in enumerate(words)}

    def row(self, word, lemma, part):
        found = self.words.get(lemma.lower()) or self.words.get(word.lower())
        if found:
            return found
        if part == "NUM":
            return len(KINDS)
        if part in ("PUNCT", "SYM"):
            return len(KINDS) + 1
        if part == "PROPN":
            return len(KINDS) + 2
        return 0


def tokens_of(record):
    """The tokens of a record without white space; in the place of the label of the recogniser the number of the mention and the kind
    of the entity that the analysis gives them, or ""."""
    old = record["tokens"]
    place, kept = {}, []
    for n, t in enumerate(old):
        if t[2] != "_SP":
            place[n] = len(kept)
            kept.append(n)
    tokens = []
    for n in kept:
        head, steps = old[n][4], 0
        while head not in place and old[head][4] != head and steps < 8:
            head, steps = old[head][4], steps + 1
        tokens.append([*old[n][:4], place.get(head, place[n]), *old[n][5:7], ""])
    starts = [t[0] for t in tokens]
    mentions = sorted((m, e["kind"]) for e in record["entities"] for m in e["mentions"])
    for number, ((start, end), kind) in enumerate(mentions):
        low = max(0, bisect.bisect_right(starts, start) - 1)
        for n in range(low, len(tokens)):
            if tokens[n][0] >= end:
                break
            if tokens[n][1] > start:
                label = KIND_OF_LABEL.get(old[kept[n]][7], "other") if kind == "other" else kind
                tokens[n][7] = (number, label)
    for n in range(1, len(tokens)):
        if tokens[n][7] and tokens[n - 1][7] and tokens[n][7][0] == tokens[n - 1][7][0]:
            tokens[n][7] = tokens[n - 1][7]
    return tokens


def sentences_of(record, tokens):
    """The sentences of the record as ranges of tokens."""
    bounds, low = [], 0
    for start, end in record["sentences"]:
        high = low
        while high < len(tokens) and tokens[high][0] < end:
            high += 1
        if high > low:
            bounds.append((low, high))
        low = high
    if low < len(tokens):
        bounds.append((low, len(tokens)))
    return bounds


def names_of(tokens):
    """The names: (start, end, kind) in tokens."""
    found, start = [], None
    for n, t in enumerate(tokens + [[0, 0, "", "", 0, "", "", ""]]):
        if start is not None and t[7] != tokens[start][7]:
            found.append((start, n, tokens[start][7][1]))
            start = None
        if start is None and t[7]:
            start = n
    return found


def covering(tokens, span):
    inside = [n for n, t in enumerate(tokens) if t[0] < span[1] and span[0] < t[1]]
    return (inside[0], inside[-1] + 1) if inside else None


def tree_distance(heads, span, count):
    """Steps in the tree from the nearest token of the span."""
    distance = [99] * count
    neighbours = [[] for _ in range(count)]
    for n, h in enumerate(heads):
        if h != n:
            neighbours[n].append(h)
            neighbours[h].append(n)
    queue = list(range(*span))
    for n in queue:
        distance[n] = 0
    for n in queue:
        for m in neighbours[n]:
            if distance[m] > distance[n] + 1:
                distance[m] = distance[n] + 1
                queue.append(m)
    return distance


class Tables:
    """The numbers of tags and labels of arcs."""

    def __init__(self, tags, dependencies):
        self.tags = {t: n + 1 for n, t in enumerate(tags)}
        self.dependencies = {d: n + 1 for n, d in enumerate(dependencies)}


def bucket(d):
    """Distance in tokens with its sign: 0, 1, 2, 3, 4-5, 6-8, 9-13, 14 and more each way."""
    a = abs(d)
    b = a if a <= 3 else 4 if a <= 5 else 5 if a <= 8 else 6 if a <= 13 else 7
    return 7 + (b if d >= 0 else -b)


def sentence_arrays(tokens, text, vocabulary, tables, marked=()):
    """word rows, tags, dependencies, heads, flags of a sentence; names and marked spans are masked."""
    words = [text[t[0]:t[1]].decode() for t in tokens]
    rows = [vocabulary.row(w, t[6], t[3]) for w, t in zip(words, tokens)]
    for s, e, label in names_of(tokens):
        for n in range(s, e):
            rows[n] = KINDS.index(label)
    for s, e in marked:
        for n in range(s, e):
            if not tokens[n][7] and tokens[n][3] != "PRON":
                rows[n] = KINDS.index("MARKED")
    if tokens[0][3] == "SPEAKER":
        rows[0] = KINDS.index("SPEAKER")
    inside, flags = False, []
    for w in words:
        if w in QUOTES:
            inside = w in ("“", "``") or (w in ('"',) and not inside)
        flags.append(int(inside))
    return (rows, [tables.tags.get(t[2], 0) for t in tokens], [tables.dependencies.get(t[5], 0) for t in tokens],
            [t[4] for t in tokens], flags)


def pair_arrays(heads, p, q, count):
    """For each token: place before, in, between, after; distances to both in tokens and in the tree; on the path."""
    place, near_p, near_q = [], [], []
    for n in range(count):
        place.append(0 if n < p[0] else 1 if n < p[1] else 2 if n < q[0] else 3 if n < q[1] else 4)
        near_p.append(bucket(n - p[0] if n < p[0] else 0 if n < p[1] else n - p[1] + 1))
        near_q.append(bucket(n - q[0] if n < q[0] else 0 if n < q[1] else n - q[1] + 1))
    tree_p, tree_q = tree_distance(heads, p, count), tree_distance(heads, q, count)
    shortest = min(a + b for a, b in zip(tree_p, tree_q))
    path = [int(a + b == shortest and shortest < 99) for a, b in zip(tree_p, tree_q)]
    return place, near_p, near_q, [min(d, 6) for d in tree_p], [min(d, 6) for d in tree_q], path


def clip(bounds, p, q):
    """The tokens of the sentences from p to q, at most LONGEST."""
    low = next(low for low, high in bounds if low <= p[0] < high)
    high = next(high for low, high in bounds if low <= q[1] - 1 < high)
    if high - low > LONGEST:
        middle = (p[0] + q[1]) // 2
        low = max(low, min(p[0], middle - LONGEST // 2))
        high = min(high, low + LONGEST)
    return low, high


def sample(tokens, bounds, text, p, q, vocabulary, tables):
    low, high = clip(bounds, p, q)
    if q[1] > high or p[0] < low:
        return None
    part = [[*t[:4], t[4] - low if low <= t[4] < high else n, *t[5:]]
            for n, t in enumerate(tokens[low:high])]
    p, q = (p[0] - low, p[1] - low), (q[0] - low, q[1] - low)
    rows, tags, deps, heads, flags = sentence_arrays(part, text, vocabulary, tables, (p, q))
    return rows, tags, deps, heads, flags, *pair_arrays(heads, p, q, len(part)), p, q


def pack(samples, labels):
    count = len(samples)
    ints = np.zeros((11, count, LONGEST), np.int16)
    length, spans = np.zeros(count, np.int16), np.zeros((count, 4), np.int16)
    for n, s in enumerate(samples):
        length[n] = len(s[0])
        spans[n] = (*s[11], *s[12])
        for k in range(11):
            ints[k, n, : length[n]] = s[k]
    return {"ints": ints, "length": length, "spans": spans, "labels": np.array(labels, np.int8)}


def directed(gold_path, tokens_path, vocabulary, tables):
    """{'train': arrays, 'valid': arrays}; a row whose names no token covers keeps its place with no sample."""
    out = {}
    for part in ("train", "valid"):
        samples, labels, lost = [], [], 0
        for line, record in zip(open(gold_path, encoding="utf-8"), open(tokens_path, encoding="utf-8")):
            gold = json.loads(line)
            if not gold["id"].startswith(part):
                continue
            record = json.loads(record)
            assert record["id"] == gold["id"]
            tokens = tokens_of(record)
            bounds = sentences_of(record, tokens)
            p, q = covering(tokens, gold["p"]), covering(tokens, gold["q"])
            label = LABELS.index(gold["label"])
            if p and q and q[0] < p[0]:
                p, q, label = q, p, (0, 2, 1, 4, 3)[label]
            s = sample(tokens, bounds, gold["text"].encode(), p, q, vocabulary, tables) if p and q and p[1] <= q[0] else None
            if s is None:
                lost += 1
                continue
            samples.append(s)
            labels.append(label)
        out[part] = pack(samples, labels)
        out[part]["lost"] = lost
        print(part, len(samples), "lost", lost)
    return out


def unlabelled(tokens_path, vocabulary, tables, most, seed):
    """Pairs of neighbouring names of sentences without gold, drawn at random: for learning from other models."""
    rng, samples = np.random.default_rng(seed), []
    for line in open(tokens_path, encoding="utf-8"):
        record = json.loads(line)
        tokens, text = tokens_of(record), record["text"].encode()
        for low, high in sentences_of(record, tokens):
            part = [[*t[:4], t[4] - low if low <= t[4] < high else n, *t[5:]] for n, t in enumerate(tokens[low:high])]
            names = names_of(part)[:14]
            pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1:] if b[1] - a[0] <= LONGEST]
            for n in rng.permutation(len(pairs))[:2]:
                a, b = pairs[n]
                s = sample(part, [(0, len(part))], text, a[:2], b[:2], vocabulary, tables)
                if s is not None:
                    samples.append(s)
    keep = sorted(rng.permutation(len(samples))[:most])
    return pack([samples[n] for n in keep], [0] * len(keep))
