#!/usr/bin/env python3
"""Reads the pages of an HTML gold set and scores the main text, titles and dates.

usage: run.py COMMAND DATA SCORER [--out FILE]
  COMMAND  the release build of the program (its verb `read` is used)
  DATA     folder with html.jsonl and html/
  SCORER   score_html.py
  --out    where to write the figures (default: results.json beside this file)

Standard library only. The data is not part of the repository."""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent


def read_pages(command, folder):
    """The records that the program writes, and the seconds it took."""
    start = time.monotonic()
    done = subprocess.run([command, "read", str(folder)], capture_output=True, text=True)
    seconds = time.monotonic() - start
    if done.returncode not in (0, 3):  # 3: some inputs were refused, each by name
        sys.exit(f"{command} ended with {done.returncode}: {done.stderr[-500:]}")
    records = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    return [r for r in records if "text" in r], seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command")
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("scorer")
    parser.add_argument("--out", type=pathlib.Path, default=HERE / "results.json")
    args = parser.parse_args()
    records, seconds = read_pages(args.command, args.data / "html")
    pages = len(list((args.data / "html").glob("*.html")))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as system:
        for record in records:
            line = {"id": pathlib.Path(record["file"]).stem, "text": record["text"], "title": record.get("title"),
                    "author": ", ".join(record.get("byline", [])), "date": record.get("published")}
            system.write(json.dumps(line) + "\n")
        system.flush()
        scored = subprocess.run([sys.executable, args.scorer, str(args.data / "html.jsonl"), system.name, "--json"],
                                capture_output=True, text=True, check=True)
    figures = json.loads(scored.stdout) | {"refused": pages - len(records), "pages_per_second": round(pages / seconds, 1)}
    args.out.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
