#!/usr/bin/env python3
"""Compares the statements that the command finds with those that an editor listed.

    Evaluation/extraction/run.py [--list FILE] [--binary PATH] [--data DIR] [--show] [--json]

editor.json holds, for each article, the statements as byte offsets, with speaker (one mention of it), footing and channel; the texts stay
with the evaluation data. A listed and a found statement are the same when at least half of the bytes that either has are in both. Pairs are
made from the greatest overlap down, each statement once. --show names the statements that were missed, made up or given to the wrong
speaker. Python 3.11, standard library only."""
import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SAME = 0.5  # Half of the bytes; a longer or shorter end of a clause is a question of taste, another clause is not.


def texts(data):
    """All articles that editor.json may name, by their id."""
    found = {}
    for name in ("stories.jsonl", "attribution-dev.jsonl", "stances.jsonl"):
        with open(data / name, encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                found[record["id"]] = {key: record.get(key) for key in ("id", "text", "published", "outlet", "title")}
    page = data / "real" / "this-week-in-asia.txt"
    found["real"] = {"id": "real", "text": page.read_text(encoding="utf-8"), "published": "2023-06-09"}
    return found


def analyse(binary, articles):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for article in articles:
            file.write(json.dumps({k: v for k, v in article.items() if v is not None}, ensure_ascii=False) + "\n")
        file.flush()
        done = subprocess.run([binary, "analyse", file.name], capture_output=True, check=True)
    return {record["id"]: record for record in map(json.loads, done.stdout.decode().splitlines())}


def bytes_of(ranges):
    return {byte for start, end in ranges for byte in range(start, end)}


def pairs(listed, found):
    """(listed, found) statements that are the same, greatest overlap first."""
    candidates = []
    for i, one in enumerate(listed):
        own = bytes_of(one["content"])
        for j, other in enumerate(found):
            theirs = bytes_of(other["content"])
            overlap = len(own & theirs) / len(own | theirs)
            if overlap >= SAME:
                candidates.append((-overlap, i, j))
    used_i, used_j, result = set(), set(), []
    for _, i, j in sorted(candidates):
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
            result.append((i, j))
    return sorted(result)


def right_speaker(statement, listed, record):
    """The listed speaker is a mention of it; none is right when none is listed."""
    if listed["speaker"] is None or statement.get("speaker") is None:
        return listed["speaker"] is None and statement.get("speaker") is None
    start, end = listed["speaker"]
    entity = next(e for e in record["entities"] if e["id"] == statement["speaker"])
    return any(s < end and start < e for s, e in entity["mentions"])


def words(record, ranges):
    text = record["text"].encode()
    return " … ".join(text[s:e].decode(errors="replace") for s, e in ranges)


def name(record, statement):
    return next((e["name"] for e in record["entities"] if e["id"] == statement.get("speaker")), None)


def compare(record, listed, show):
    found = record["statements"]
    matched = pairs(listed, found)
    counts = {"listed": len(listed), "found": len(found), "same": len(matched), "speaker": 0, "footing": 0, "channel": 0,
              "wrong_speaker": 0}
    for i, j in matched:
        is_right = right_speaker(found[j], listed[i], record)
        counts["speaker"] += is_right
        counts["wrong_speaker"] += not is_right and found[j].get("speaker") is not None
        counts["footing"] += found[j]["footing"] == listed[i]["footing"]
        counts["channel"] += (found[j].get("channel") is None) == (listed[i]["channel"] is None)
        if show and not is_right:
            wanted = listed[i]["speaker"] and words(record, [listed[i]["speaker"]])
            print(f"  speaker {name(record, found[j])!r} for {wanted!r}: {words(record, found[j]['content'])[:80]}")
        if show and found[j]["footing"] != listed[i]["footing"]:
            print(f"  footing {found[j]['footing']} for {listed[i]['footing']}: {words(record, found[j]['source'])[:60]}")
        if show and (found[j].get("channel") or None) != listed[i]["channel"]:
            print(f"  channel {found[j].get('channel')!r} for {listed[i]['channel']!r}")
    if show:
        for i in sorted(set(range(len(listed))) - {i for i, _ in matched}):
            print(f"  missed: {words(record, listed[i]['content'])[:110]}")
        for j in sorted(set(range(len(found))) - {j for _, j in matched}):
            print(f"  not listed: [{words(record, found[j]['source'])[:30]}|{words(record, found[j]['cue'])[:20]}] "
                  f"{words(record, found[j]['content'])[:90]}")
    return counts


def share(part, whole):
    return round(100 * part / whole, 1) if whole else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=str(ROOT / ".build/release/backgrounder"))
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--list", default="editor.json", help="what an editor listed: editor.json or editor-second.json")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (options.data / "stories.jsonl").exists():
        print("the evaluation data is not there; nothing was compared")
        return 0
    editor = json.loads((HERE / options.list).read_text(encoding="utf-8"))
    known = texts(options.data)
    for entry in editor:
        digest = hashlib.sha256(known[entry["id"]]["text"].encode()).hexdigest()
        if digest != entry["sha256"]:
            sys.exit(f"{entry['id']}: the text is not the one that was read")
    records = analyse(options.binary, [known[entry["id"]] for entry in editor])
    total = {}
    for entry in editor:
        if options.show:
            print(entry["id"])
        counts = compare(records[entry["id"]], entry["statements"], options.show)
        if not options.json:
            print(f"{entry['id'][:40]:40}  listed {counts['listed']:3}  found {counts['found']:3}  same {counts['same']:3}  "
                  f"speaker {counts['speaker']:3}  footing {counts['footing']:3}")
        for key, value in counts.items():
            total[key] = total.get(key, 0) + value
    precision, recall = share(total["same"], total["found"]), share(total["same"], total["listed"])
    figures = {"precision": precision, "recall": recall,
               "F1": round(2 * precision * recall / (precision + recall), 1) if precision + recall else 0.0,
               "speaker": share(total["speaker"], total["same"]), "footing": share(total["footing"], total["same"]),
               "channel": share(total["channel"], total["same"]), "counts": total}
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
