"""What the model sees of each token and of each pair of token and cue, as rows of hash tables.

`Sources/Extraction/Attribution` computes the same numbers; all arithmetic is on 64-bit integers that wrap.
"""
import numpy as np

U = np.uint64
C1, C2 = U(0x9E3779B97F4A7C15), U(0xBF58476D1CE4E5B9)
M32 = U(0xFFFFFFFF)

# Name and number of rows (a power of two) of each table, in the order of the weights.
TOKEN_TABLES = [
    ("lemma", 8192), ("word", 4096), ("suffix", 1024), ("shape", 256), ("tag", 256), ("dependency", 256),
    ("name", 128), ("headLemma", 4096), ("headTag", 1024), ("labels", 2048), ("quotation", 256),
    ("cueAncestor", 2048), ("frames", 512), ("linePlace", 256), ("sentencePlace", 128), ("children", 2048),
    ("opens", 512), ("closes", 512), ("cueDependents", 512),
]
PAIR_TABLES = [
    ("distance", 128), ("path", 4096), ("role", 2048), ("frame", 8192), ("quotation", 1024),
    ("between", 256), ("sentence", 256), ("punctuation", 1024), ("cueForm", 1024), ("word", 4096),
]
LEXICAL = {"lemma", "word", "suffix", "headLemma"}
CHILD_LABELS = ["nsubj", "nsubjpass", "ccomp", "xcomp", "dobj", "mark", "prep", "agent", "advcl", "relcl", "acl",
                "aux", "auxpass", "neg", "pobj", "appos", "det", "poss", "pcomp", "oprd", "conj", "cc", "dative",
                "advmod", "prt", "parataxis", "punct"]
OPENING, CLOSING = {"“", "„", "«", "``", "‟"}, {"”", "»", "''"}
REACH_BEFORE, REACH_AFTER = 100, 120


def fnv(data):
    h = 0xCBF29CE484222325
    for b in data:
        h = ((h ^ b) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


_memo = {}


def string_hash(s):
    h = _memo.get(s)
    if h is None:
        h = _memo[s] = fnv(s.encode().lower())
    return h


def mix(a, b):
    """Joins two values, in this order."""
    a, b = np.asarray(a).astype(U), np.asarray(b).astype(U)
    with np.errstate(over="ignore"):
        h = (a ^ (b * C1)) * C2
        h = h ^ (h >> U(29))
        return h * C1 ^ (h >> U(32))


def mixes(*values):
    h = values[0]
    for v in values[1:]:
        h = mix(h, v)
    return h


def bucket(x, limits):
    """How many limits are at most x."""
    return np.searchsorted(np.asarray(limits), np.asarray(x), side="right").astype(np.int64)


def rows(tables, values):
    """Two rows of the joint table for each feature: [tokens, 2 x features]."""
    out = np.empty((len(values[0]), 2 * len(tables)), np.int32)
    offset = 0
    for f, ((_, size), v) in enumerate(zip(tables, values)):
        h = mix(np.asarray(v).astype(U), U(f + 1))
        out[:, 2 * f] = (h & U(size - 1)).astype(np.int64) + offset
        out[:, 2 * f + 1] = ((h >> U(32)) & U(size - 1)).astype(np.int64) + offset
        offset += size
    return out


class Document:
    """Tokens as (start, end, word, tag, label, head, lemma, entity label, sentence number, paragraph number)."""

    def __init__(self, tokens, lexicon):
        self.n = n = len(tokens)
        self.starts = [t[0] for t in tokens]
        self.ends = [t[1] for t in tokens]
        self.words = [t[2] for t in tokens]
        self.tags = [t[3] for t in tokens]
        self.labels = [t[4] for t in tokens]
        self.head = np.array([t[5] for t in tokens], np.int64)
        self.lemmas = [t[6].encode().lower().decode() for t in tokens]
        self.lexicon = lexicon
        self.sentence = np.array([t[8] for t in tokens], np.int64)
        self.line = np.array([t[9] for t in tokens], np.int64)
        self.quotations()
        self.edges()
        self.hash()

    def marks_of_quotation(self):
        """For each token: 0 no mark, 1 opens, 2 closes, 3 either."""
        n, w = self.n, self.words
        same = [False] + [self.line[i] == self.line[i - 1] for i in range(1, n)]
        glued = [False] + [same[i] and self.ends[i - 1] == self.starts[i] for i in range(1, n)] + [False]
        stops = (",", ".", "?", "!")
        spoken = [i for i in range(1, n) if same[i] and w[i - 1] in stops]
        double = sum(w[i] in CLOSING or w[i] == '"' for i in spoken)
        single = sum(w[i] in ("’", "'") for i in spoken)
        has_double = any(x in OPENING or x in CLOSING or x == '"' for x in w)
        by_single = single >= 3 and single > 3 * double if has_double else True
        marks = [0] * n
        for i, x in enumerate(w):
            before, after = glued[i], glued[i + 1]
            if not by_single:
                if x in OPENING:
                    marks[i] = 1
                elif x in CLOSING:
                    marks[i] = 2
                elif x == '"':
                    marks[i] = 3 if before == after else 1 if after else 2
            elif x == "‘":
                marks[i] = 1
            elif x in ("’", "'") and before != after:
                marks[i] = (1 if x == "'" else 0) if after else 2
        if by_single:
            self.without_genitives(marks, same)
        return marks

    def without_genitives(self, marks, same):
        """A closing mark after "s" that another one after a stop follows is the mark of a genitive."""
        w, n = self.words, self.n
        for i in range(1, n - 1):
            if marks[i] != 2 or w[i - 1][-1:] != "s" or not same[i + 1] or not w[i + 1][:1].isascii() \
                    or not w[i + 1][:1].islower():
                continue
            for j in range(i + 1, min(i + 81, n)):
                if not same[j] or marks[j] == 1:
                    break
                if marks[j] == 2 and w[j - 1] in (",", ".", "?", "!"):
                    marks[i] = 0
                    break

    def quotations(self):
        n = self.n
        marks = self.marks_of_quotation()
        state, region = np.zeros(n, np.int64), np.full(n, -1, np.int64)
        self.regions = []
        start = None
        last_line = -1
        for i in range(n):
            if self.line[i] != last_line:
                if start is not None:
                    self.regions.append((start, i))
                    start = None
                last_line = self.line[i]
            mark = marks[i]
            if start is not None:
                state[i] = 1
                if mark == 1:
                    self.regions.append((start, i))
                    state[i] = 2
                    start = i
                elif mark:
                    state[i] = 3
                    self.regions.append((start, i + 1))
                    start = None
            elif mark in (1, 3):
                state[i] = 2
                start = i
            elif mark:
                state[i] = 4
        if start is not None:
            self.regions.append((start, n))
        self.quote_kind = np.zeros(n, np.int64)
        for k, (a, b) in enumerate(self.regions):
            region[a:b] = k
            last = b - 2 if state[b - 1] == 3 else b - 1
            ends = self.words[last] in (".", ",", "!", "?", "…", "...") if last > a else False
            capital = a + 1 < n and self.words[a + 1][:1].isupper()
            self.quote_kind[a:b] = int(bucket(b - a, [5, 10, 20])) * 4 + 2 * ends + capital
        self.quote_state, self.region = state, region
        # How many regions start before each token, for the marks between two tokens.
        marks = np.isin(state, [2, 3, 4])
        self.marks = np.concatenate([[0], np.cumsum(marks)])

    def edges(self):
        n, head = self.n, self.head
        left, right = np.arange(n), np.arange(n)
        depth = np.zeros(n, np.int64)
        chain = np.where(head == np.arange(n), -1, head)
        up = chain.copy()
        while (up >= 0).any():
            live = np.nonzero(up >= 0)[0]
            np.minimum.at(left, up[live], live)
            np.maximum.at(right, up[live], live)
            depth[live] += 1
            up[live] = chain[up[live]]
        self.left, self.right, self.depth, self.parent = left, right, depth, chain

    def hash(self):
        n = self.n
        self.hlemma = np.array([string_hash(x) for x in self.lemmas], U)
        self.hword = np.array([string_hash(x) for x in self.words], U)
        q = self.quote_state
        for a in (self.hlemma, self.hword):
            a[q == 2] = string_hash("“")
            a[(q == 3) | (q == 4)] = string_hash("”")
        self.htag = np.array([string_hash(x) for x in self.tags], U)
        self.hdep = np.array([string_hash(x) for x in self.labels], U)
        self.frames = np.array(
            [self.lexicon.get(x, 0) if t[:1] in "VN" else 0 for x, t in zip(self.lemmas, self.tags)], np.int64)
        self.is_verb = np.array([t[:1] == "V" for t in self.tags])
        self.lexical = np.concatenate([[0], np.cumsum((self.frames > 0) & self.is_verb)])
        self.is_comma = np.array([w == "," for w in self.words])
        self.commas = np.concatenate([[0], np.cumsum(self.is_comma)])
        self.is_punct = np.array([x == "punct" for x in self.labels])


def shape(word):
    b = word.encode()
    upper = sum(65 <= c <= 90 for c in b)
    lower = sum(97 <= c <= 122 for c in b)
    digit = sum(48 <= c <= 57 for c in b)
    first = 1 if 65 <= b[0] <= 90 else 2 if 97 <= b[0] <= 122 else 3 if 48 <= b[0] <= 57 else 4 if b[0] >= 128 else 0
    kind = min(upper, 2) + 3 * min(lower, 2) + 9 * min(digit, 1)
    return first + 5 * kind + 90 * min(len(b), 5)


def token_rows(d, tokens):
    n, head = d.n, d.head
    idx = np.arange(n)
    h2 = head[head]
    zero = np.zeros(n, U)
    names = [t[7] for t in tokens]
    ent = np.array([string_hash(x[0]) + x[1] if x else 0 for x in names], U)
    suffix = np.array([fnv(w.encode().lower()[-3:]) for w in d.words], U)
    shapes = np.array([shape(w) for w in d.words], np.int64)
    isroot = head == idx
    offset = head - idx
    hd = bucket(np.abs(offset), [1, 2, 3, 5, 9]) * 2 + (offset > 0)
    # The nearest cue verb above, and the path to it.
    found = np.zeros(n, bool)
    path, value = zero.copy(), zero.copy()
    at = idx.copy()
    for _ in range(5):
        path = mix(path, d.hdep[at])
        nxt = head[at]
        stop = nxt == at
        at = nxt
        hit = ~found & ~stop & (d.frames[at] > 0) & d.is_verb[at]
        value[hit] = mix(path[hit], (at[hit] > idx[hit]).astype(U) + U(1))
        found |= hit | stop
    line_first = np.searchsorted(d.line, d.line, side="left")
    line_last = np.searchsorted(d.line, d.line, side="right")
    sent_first = np.searchsorted(d.sentence, d.sentence, side="left")
    sent_last = np.searchsorted(d.sentence, d.sentence, side="right")
    lp = (bucket(idx - line_first, [1, 2, 3, 4, 8]) * 4 + bucket(d.line, [1, 2, 4])) * 4 \
        + bucket(line_last - line_first, [6, 16, 41])
    sp = bucket(idx - sent_first, [1, 2, 3, 6]) * 5 + bucket(sent_last - 1 - idx, [1, 2, 3, 6])
    bits = np.zeros(n, np.int64)
    order = {x: k for k, x in enumerate(CHILD_LABELS)}
    for i in range(n):
        k = order.get(d.labels[i])
        if k is not None and head[i] != i:
            bits[head[i]] |= 1 << (2 * k + (1 if i > head[i] else 0))
    # The largest constituent that starts or ends at each token.
    opens, closes = np.zeros(n, np.int64), np.zeros(n, np.int64)
    otop, ctop = np.full(n, -1), np.full(n, -1)
    for i in range(n):
        a, b = d.left[i], d.right[i]
        if b > a:
            opens[a] += 1
            closes[b] += 1
            if otop[a] < 0 or d.depth[i] < d.depth[otop[a]]:
                otop[a] = i
            if ctop[b] < 0 or d.depth[i] < d.depth[ctop[b]]:
                ctop[b] = i
    od = np.where(otop >= 0, d.hdep[np.maximum(otop, 0)], U(0))
    cd = np.where(ctop >= 0, d.hdep[np.maximum(ctop, 0)], U(0))
    fr = d.frames
    values = [
        d.hlemma, d.hword, suffix, shapes, d.htag, d.hdep, ent,
        np.where(isroot, U(0), d.hlemma[head]), mix(d.htag[head], hd), mixes(d.hdep, d.hdep[head], d.hdep[h2]),
        d.quote_state * 16 + d.quote_kind, np.where(found, value, U(0)),
        mix(fr, d.htag), lp, sp, bits, mix(od, np.minimum(opens, 4)), mix(cd, np.minimum(closes, 4)),
        np.where(fr > 0, mix(bits & 0xFFFFF, fr > 0), U(0)),
    ]
    return rows(TOKEN_TABLES, values)


def cue_head(d, cue):
    """The token of a cue that is highest in its tree; of equals the first."""
    best = cue[0]
    for t in cue:
        if d.depth[t] < d.depth[best]:
            best = t
    return best


def window(d, cue):
    """The tokens around a cue that may belong to its source and content."""
    a, b = cue[0], cue[-1] + 1
    line = d.line[a]
    first = max(int(np.searchsorted(d.line, line, side="left")), a - REACH_BEFORE)
    last = min(int(np.searchsorted(d.line, line, side="right")), b + REACH_AFTER)
    return first, max(last, b)


def pair_rows(d, cue):
    """Features of each token of the window of a cue."""
    first, last = window(d, cue)
    ch = cue_head(d, cue)
    a, b = cue[0], cue[-1] + 1
    n = last - first
    idx = np.arange(first, last)
    # The path from the cue up: ancestor -> (steps, hash of labels).
    above, steps, at = {}, 0, ch
    h = 0
    hashes = [U(0)]
    while True:
        above[at] = steps
        if d.parent[at] < 0 or steps >= 12:
            break
        hashes.append(mix(hashes[-1], d.hdep[at]))
        at = int(d.parent[at])
        steps += 1
    path, role, top = np.zeros(n, U), np.zeros(n, U), np.zeros(n, np.int64)
    memo = {}

    def climb(t):
        """(hash of labels up to the path of the cue, meeting point, last token below it, steps)"""
        got = memo.get(t)
        if got is not None:
            return got
        if t in above:
            got = (0, t, -1, 0)
        elif d.parent[t] < 0:
            got = (int(mix(1, d.hdep[t])), -1, t, 1)
        else:
            p = climb(int(d.parent[t]))
            got = (int(mix(p[0], d.hdep[t])), p[1], t if p[2] < 0 else p[2], p[3] + 1)
        memo[t] = got
        return got

    for k, t in enumerate(idx):
        t = int(t)
        # Climb without recursion: long chains are resolved from the top.
        stack, at = [], t
        while at not in memo and at not in above and d.parent[at] >= 0:
            stack.append(at)
            at = int(d.parent[at])
        climb(at)
        while stack:
            climb(stack.pop())
        up, meet, below, count = climb(t)
        if meet < 0:
            path[k] = 7
            role[k] = mix(U(5), d.hdep[below])
            top[k] = below
            continue
        down = above[meet]
        path[k] = mixes(up if count <= 4 else mix(count if count < 8 else 8, d.hdep[below]), hashes[min(down, 4)], min(down, 5))
        top[k] = below if below >= 0 else meet
        edge = 0 if below < 0 else (1 if t == d.left[below] else 0) + (2 if t == d.right[below] else 0)
        role[k] = mixes(d.hdep[below] if below >= 0 else U(3), hashes[min(down, 3)], edge * 2 + (t > ch))
    before, after = np.maximum(a - idx, 0), np.maximum(idx - b + 1, 0)
    dist = bucket(before, [1, 2, 3, 4, 5, 8, 13, 21, 41]) + 10 * bucket(after, [1, 2, 3, 4, 5, 8, 13, 21, 41])
    lo, hi = np.minimum(idx, a), np.maximum(idx, a)
    side = (idx > a).astype(np.int64)
    between = np.minimum(d.lexical[hi] - d.lexical[np.minimum(lo + 1, hi)], 3)
    marks = np.minimum(d.marks[hi] - d.marks[np.minimum(lo + 1, hi)], 4)
    commas = np.minimum(d.commas[hi] - d.commas[np.minimum(lo + 1, hi)], 3)
    sent = np.clip(d.sentence[idx] - d.sentence[ch], -3, 3) + 3
    starts = np.array([d.sentence[t] != d.sentence[t - 1] if t > 0 else True for t in idx], np.int64)
    ends = np.array([d.sentence[t] != d.sentence[t + 1] if t + 1 < d.n else True for t in idx], np.int64)
    inq = int(d.quote_state[ch] == 1)
    ctag = d.htag[ch]
    values = [
        dist, path, role, mix(role, d.hlemma[ch]),
        mixes(d.quote_state[idx] * 16 + d.quote_kind[idx], marks * 2 + inq, side),
        side * 4 + between, (sent * 2 + starts) * 2 + ends,
        mixes(np.where(d.is_punct[idx], d.hword[idx], d.htag[idx]), commas * 2 + side, before + after <= 1),
        mixes(np.full(n, ctag, U), len(cue) if len(cue) < 4 else 4, side * 8 + sent),
        mixes(d.hlemma[idx], side, bucket(before + after, [1, 2, 3, 6])),
    ]
    return rows(PAIR_TABLES, values)


def read_lexicon(path):
    """cue-verbs.tsv: base -> a number for its frames, from 1."""
    lexicon = {}
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if line.startswith("#") or len(fields) < 3:
            continue
        bits = 0
        for letter in "".join(f for f in fields[2].split() if not f.startswith("p:")):
            bits |= {"q": 1, "c": 6, "t": 4, "w": 8, "i": 16, "o": 32, "a": 64}.get(letter, 0)
        lexicon.setdefault(fields[0], bits + 1)
    return lexicon
