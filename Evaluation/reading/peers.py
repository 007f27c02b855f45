#!/usr/bin/env python3
"""Reads the pages of an HTML gold set with other extractors, for a comparison side by side.

usage: peers.py DATA OUT
  DATA  folder with html.jsonl and html/
  OUT   folder for NAME.jsonl ({"id","text"} a line) and speed.json (pages, CPU seconds, version of each)

Needs trafilatura, readability-lxml and newspaper4k from PyPI. Each page is decoded by the extractor itself where it takes
bytes, else by trafilatura's decoder, whose time is counted for both. Time is the CPU time of this process."""
import importlib.metadata
import json
import logging
import pathlib
import sys
import time
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)

import newspaper  # noqa: E402
import readability  # noqa: E402
import trafilatura  # noqa: E402
from lxml import html as lxml_html  # noqa: E402
from trafilatura.utils import decode_file  # noqa: E402

BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "br", "blockquote", "pre", "ul", "ol", "td"}


def by_trafilatura(raw, url):
    return trafilatura.extract(raw, include_comments=False) or ""


def by_readability(raw, url):
    tree = lxml_html.fromstring(readability.Document(decode_file(raw)).summary())
    for element in tree.iter():
        if element.tag in BLOCKS:
            element.tail = "\n" + (element.tail or "")
            if element.tag != "br":
                element.text = "\n" + (element.text or "")
    return tree.text_content()


def by_newspaper(raw, url):
    article = newspaper.Article(url=url or "http://page.example/", fetch_images=False)  # Nothing is fetched.
    article.download(input_html=decode_file(raw))
    article.parse()
    return article.text


PEERS = {"trafilatura": by_trafilatura, "readability-lxml": by_readability, "newspaper4k": by_newspaper}


def main():
    data, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    pages = [json.loads(line) for line in (data / "html.jsonl").read_text(encoding="utf-8").splitlines()]
    speed = {}
    for name, extract in PEERS.items():
        seconds, lines = 0.0, []
        for page in pages:
            raw = (data / page["file"]).read_bytes()
            start = time.process_time()
            try:
                text = extract(raw, page.get("url"))
            except Exception as problem:  # A page that a peer fails on counts as empty.
                print(f"{name}: {page['id']}: {problem}", file=sys.stderr)
                text = ""
            seconds += time.process_time() - start
            lines.append(json.dumps({"id": page["id"], "text": text}) + "\n")
        (out / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        speed[name] = {"pages": len(pages), "cpu_seconds": round(seconds, 3), "version": importlib.metadata.version(name)}
    (out / "speed.json").write_text(json.dumps(speed, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
