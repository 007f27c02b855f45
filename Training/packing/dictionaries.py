#!/usr/bin/env python3
"""Makes the preset dictionaries with which texts and analyses are deflated (RFC 1950, FDICT).

    Training/packing/dictionaries.py FOLDER

Reads `samples/articles`, whose texts are the project's own, with the release build. Writes FOLDER/packing-prose.txt and FOLDER/packing-analysis.txt.
A dictionary is frozen once a release has written libraries with it: what was packed with it needs it. A better one gets a new
name and stands beside it. Python 3.11, standard library only.
"""

import json
import pathlib
import subprocess
import sys

WINDOW = 32_768 - 262  # of deflate, less the look-ahead that zlib keeps free
ANALYSIS_BYTES = 22_000
HEADS = 6


def differences(value, before):
    """The same value with each whole number as its difference from the one before it in the canonical JSON."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int):
        change = value - before[0]
        before[0] = value
        return change
    if isinstance(value, list):
        return [differences(item, before) for item in value]
    return {key: differences(value[key], before) for key in sorted(value)}


def main():
    folder = pathlib.Path(sys.argv[1])
    command = ".build/release/backgrounder"
    articles = subprocess.run(
        [command, "read", "samples/articles"], check=True, capture_output=True, text=True).stdout.splitlines()
    analyses = subprocess.run(
        [command, "analyse", "samples/articles"], check=True, capture_output=True, text=True).stdout.splitlines()
    heads = [json.loads(line) for line in articles]
    texts = [head["text"] for head in heads]
    documents = []
    for line in analyses:
        document = differences(json.loads(line), [0])
        documents.append(json.dumps(document, ensure_ascii=False, separators=(",", ":"), sort_keys=True))
    for head in heads[:HEADS]:
        head["text"] = ""
        documents.insert(-2, json.dumps(head, ensure_ascii=False, separators=(",", ":"), sort_keys=True))
    prose = "\n".join(texts).encode()[-WINDOW:].decode(errors="ignore")
    known = "".join(documents).encode()[-ANALYSIS_BYTES:].decode(errors="ignore")
    (folder / "packing-prose.txt").write_text(prose)
    (folder / "packing-analysis.txt").write_text(known)


if __name__ == "__main__":
    main()
