"""The pairs of mentions of whole articles: their arrays, their labels, and facts of text and article that the judge of articles is told.

What `StanceMentions` and `StancePairFacts` do, from what `backgrounder analyse --tokens` wrote. Form of a mention: 0 a name, 1 "he" or
"she", 2 the speaker of a sentence that does not name him, 3 the head of a source without a name ("the minister said"), 4 "I" or "we" in
what somebody says."""
import bisect
import collections
import json
import re

import numpy as np

import data

THIRD = {"he", "him", "his", "she", "her"}
FIRST = {"i", "we", "my", "our", "me", "us"}
KINDS = ("person", "organisation", "government", "place", "group", "work", "event", "product", "other")
ARCS = ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "compound", "appos", "conj", "amod", "ROOT", "attr")
FORMS, NAMES, PRONOUNS = 5, 14, 6


class Article:
    """An analysed article with the entity of each token, who is quoted where, and the mentions of each sentence."""

    def __init__(self, gold, record, names):
        self.gold, self.record, self.text = gold, record, gold["text"].encode()
        self.tokens = data.tokens_of(record)
        self.lower = [self.text[t[0]:t[1]].decode().lower() for t in self.tokens]
        self.bounds = data.sentences_of(record, self.tokens)
        self.starts = [t[0] for t in self.tokens]
        entities = [e for e in record["entities"] if e["kind"] != "programme"]
        self.kinds, self.counts = [e["kind"] for e in entities], [len(e["mentions"]) for e in entities]
        self.first = [min([m[0] for m in e["mentions"]] + [len(self.text)]) / max(1, len(self.text)) for e in entities]
        self.names = [names[e["id"]] for e in entities]
        title = set(re.findall(r"\w+", (gold.get("title") or "").lower()))
        self.in_title = [any(self.is_in(title, m) for m in e["mentions"]) for e in entities]
        index = {e["id"]: n for n, e in enumerate(entities)}
        self.entity, self.mention = [-1] * len(self.tokens), [-1] * len(self.tokens)
        number = 0
        for n, e in enumerate(entities):
            for m in e["mentions"]:
                for i in range(*self.span(m)):
                    self.entity[i], self.mention[i] = n, number
                number += 1
        self.sentence_of = [n for n, (a, b) in enumerate(self.bounds) for _ in range(a, b)]
        self.statements = [(index[s["speaker"]], s) for s in record["statements"] if s.get("speaker") in index]
        self.source, self.content = [-1] * len(self.tokens), [-1] * len(self.tokens)
        for speaker, s in self.statements:
            for pieces, owner in ((s["source"], self.source), (s["content"], self.content)):
                for i in (i for piece in pieces for i in range(*self.span(piece))):
                    owner[i] = speaker if owner[i] < 0 else owner[i]

    def is_in(self, title, mention):
        words = re.findall(r"\w+", self.text[mention[0]:mention[1]].decode().lower())
        return bool(words) and all(w in title for w in words)

    def span(self, piece):
        """The tokens that start in a range of bytes."""
        return bisect.bisect_left(self.starts, piece[0]), bisect.bisect_left(self.starts, piece[1])

    def speaker(self, number):
        start, end = self.tokens[self.bounds[number][0]][0], self.tokens[self.bounds[number][1] - 1][1]
        for speaker, s in self.statements:
            if not any(x < end and y > start for x, y in s["source"] + s["cue"]) and any(
                    2 * (min(y, end) - max(x, start)) > end - start for x, y in s["content"]):
                return speaker
        return None

    def referent(self, pronoun):
        number = self.sentence_of[pronoun]
        for n in range(number, max(0, number - 3) - 1, -1):
            low, high = self.bounds[n]
            found = [i for i in range(low, min(high, pronoun)) if self.entity[i] >= 0 and self.kinds[self.entity[i]] == "person"]
            if found:
                return self.entity[next((i for i in found if self.tokens[i][5].startswith("nsubj")), found[0])]
        return -1

    def mentions(self, number):
        """(start, end, entity, form) in tokens, in order; a speaker comes first."""
        low, high = self.bounds[number]
        found, i, named, tried = [], low, 0, 0
        while i < high:
            if self.mention[i] >= 0:
                end = i
                while end < high and self.mention[end] == self.mention[i]:
                    end += 1
                if named < NAMES:
                    found.append((i, end, self.entity[i], 0))
                    named += 1
                i = end
                continue
            third = self.lower[i] in THIRD
            first = self.lower[i] in FIRST and self.content[i] >= 0
            if (third or first) and tried < PRONOUNS:
                tried += 1
                entity = self.content[i] if first else self.source[i] if self.source[i] >= 0 else self.referent(i)
                if entity >= 0:
                    found.append((i, i + 1, entity, 4 if first else 1))
            i += 1
        there = {m[2] for m in found}
        for speaker, s in self.statements:
            a, b = self.span(s["source"][0]) if s["source"] else (0, 0)
            if speaker in there or not low <= a < b <= high:
                continue
            head = next((i for i in range(a, b) if not a <= self.tokens[i][4] < b or self.tokens[i][4] == i), b - 1)
            if self.mention[head] < 0:
                found.append((head, head + 1, speaker, 3))
                there.add(speaker)
        speaker = self.speaker(number)
        return ([] if speaker is None else [(low, low, speaker, 2)]) + sorted(found)

    def facts_of(self, mention, low, high):
        start, end, entity, form = mention
        arc = "" if form == 2 else self.tokens[end - 1][5]
        return [*(float(form == f) for f in range(FORMS)), *(float(self.kinds[entity] == k) for k in KINDS), np.log1p(self.counts[entity]),
                self.counts[entity] / max(self.counts), float(self.in_title[entity]), self.first[entity],
                float(form == 2 or self.source[start] == entity), float(entity in self.content[low:high]),
                float(any(w in ("“", '"') for w in self.lower[low:start])), *(float(arc == a) for a in ARCS)]

    def facts(self, number, mentions, a, b, verbs, negations):
        """What the judge of articles is told of a pair beside the sentence."""
        low, high = self.bounds[number]
        said = [float(m[3] != 2 and self.content[m[0]] == o[2]) for m, o in ((a, b), (b, a))]
        shown = [verbs.get(t[6].lower(), 0) for t in self.tokens[low:high]]
        between = shown[(low if a[3] == 2 else min(a[1], b[0])) - low:b[0] - low]
        return [*self.facts_of(a, low, high), *self.facts_of(b, low, high), *said, np.log1p(max(0, b[0] - a[1])), between.count(1),
                between.count(-1), shown.count(1), shown.count(-1), sum(w in negations for w in self.lower[low:high]),
                np.log(len({m[2] for m in mentions})), np.log(high - low), number / len(self.bounds)]

    def stances(self, number, words):
        low, high = self.bounds[number]
        start, end = self.tokens[low][0], self.tokens[high - 1][1]
        overlap, index = max((min(e, end) - max(s, start), -n) for n, (s, e) in enumerate(self.gold["sentences"]))
        return [(words(t["holder"]), words(t["target"]), 2 * (t["polarity"] == "against")) for t in self.gold["stances"]
                if overlap > 0 and t["sentence"] == -index and t["holder"] != "None"]

    def same(self, name, entity):
        return any(name <= w or w <= name for w in self.names[entity])


def verbs_of(languages):
    rows = [line.rstrip("\n").split("\t") for line in open(languages / "stance-verbs.tsv", encoding="utf-8") if line[0] != "#"]
    return {r[0]: 1 if r[1] == "for" else -1 for r in rows if len(r) > 2 and r[2] == "-"}


def negations_of(languages):
    rows = (line.rstrip("\n").split("\t") for line in open(languages / "grammar-words.tsv", encoding="utf-8"))
    return {w for r in rows if r[0] == "negation" for w in r[1].split()}


def pairs(gold_path, tokens_path, split, languages, vocabulary, tables):
    """Arrays of all pairs of the articles of a split, their facts, and where they stand."""
    from common import Text
    from score_stances import names, words
    verbs, negations = verbs_of(languages), negations_of(languages)
    samples, labels, facts, where = [], [], [], []
    for document, (line, record) in enumerate(zip(open(gold_path, encoding="utf-8"), open(tokens_path, encoding="utf-8"))):
        gold, record = json.loads(line), json.loads(record)
        if gold["split"] != split:
            continue
        article = Article(gold, record, names(record, Text(gold["text"])))
        for number, (low, high) in enumerate(article.bounds):
            mentions = article.mentions(number)
            if not 4 <= high - low <= 200 or len({m[2] for m in mentions}) < 2:
                continue
            stances = article.stances(number, words)
            part = [[*t[:4], t[4] - low if low <= t[4] < high else n, *t[5:]] for n, t in enumerate(article.tokens[low:high])]
            spoken = mentions[0][3] == 2
            if spoken:
                part = [[part[0][0], part[0][0], "", "SPEAKER", 0, "", "", ""]] + [[*t[:4], t[4] + 1, *t[5:]] for t in part]
            spans = [(0, 1) if m[3] == 2 else (m[0] - low + spoken, m[1] - low + spoken) for m in mentions]
            for i, a in enumerate(mentions):
                for j in range(i + 1, len(mentions)):
                    b = mentions[j]
                    if a[2] == b[2] or a[3] == b[3] == 1 or b[1] - a[0] > data.LONGEST or spans[i][1] > spans[j][0]:
                        continue
                    found = data.sample(part, [(0, len(part))], article.text, spans[i], spans[j], vocabulary, tables)
                    if found is None:
                        continue
                    forward = [1 + g for h, t, g in stances if article.same(h, a[2]) and article.same(t, b[2])]
                    back = [2 + g for h, t, g in stances if article.same(h, b[2]) and article.same(t, a[2])]
                    samples.append(found)
                    labels.append((forward[-1:] + back[:1] + [0])[0])
                    facts.append(article.facts(number, mentions, a, b, verbs, negations))
                    where.append((int(gold["story"]), document, number, len(article.bounds), a[2], b[2], a[3], b[3]))
    return data.pack(samples, labels) | {"facts": np.array(facts, np.float32), "where": np.array(where, np.int64)}
