"""Lists the verbs, nouns and adjectives that report: cuewords.py GOLD.jsonl TOKENS.jsonl LEXICON.tsv OUT.tsv

A word is listed when it stands in at least four cues of the annotated articles, and in a cue in at least one of twelve places
where it stands at all. Words of the lexicon need no listing.
"""
import bisect
import collections
import json
import sys

import features as F

CLASSES = ("VERB", "NOUN", "ADJ")
LEAST, SHARE = 4, 1 / 12
HELPERS = {"be", "have", "do"}


def main():
    lexicon = F.read_lexicon(sys.argv[3])
    inside, everywhere = collections.Counter(), collections.Counter()
    for line, gold in zip(open(sys.argv[2], encoding="utf-8"), open(sys.argv[1], encoding="utf-8")):
        tokens, article = json.loads(line)["tokens"], json.loads(gold)
        starts = [t[0] for t in tokens]
        everywhere.update(t[6].lower() for t in tokens if t[3] in CLASSES)
        for s, e in (span for a in article["attributions"] for span in a["cue"]):
            first, last = bisect.bisect_left(starts, s), bisect.bisect_left(starts, e)
            inside.update(t[6].lower() for t in tokens[first:last] if t[3] in CLASSES)
    words = sorted(w for w, n in inside.items() if n >= LEAST and n >= SHARE * everywhere[w] and w.isalpha()
                   and w not in HELPERS and w not in lexicon)
    with open(sys.argv[4], "w", encoding="utf-8") as out:
        out.write("# Words that report beside the cue verbs, learned from annotated articles by Training/attribution/cuewords.py.\n")
        out.write("report\t" + " ".join(words) + "\n")
    print(len(words), "words")


if __name__ == "__main__":
    main()
