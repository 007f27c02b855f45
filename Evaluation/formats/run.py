#!/usr/bin/env python3
"""Reads the sample feeds and news items in ../shared/data/formats and compares what came out.

    run.py [--data DIR] [--program FILE] [--out results.json] [--misses]

Each of feedparser's cases states in an `Expect:` comment what a reader must find. What an article holds
(title, link, text, authors, dates, id, language, rights, categories, links in the text) is compared; the
rest is counted as not applicable, with the reason. Cases say one thing each, so that most of them hold
no text or no item at all, and such an item is refused, rightly. To see the other facts a text
(`PROBE`) is put into the item, or an item into the feed, and the case is counted as "probed".
IPTC's items are compared with `expected.json`: articles or the reason of the refusal for each file.
"""
import argparse, ast, json, os, re, subprocess, sys, tempfile
from html.parser import HTMLParser

HERE = os.path.dirname(os.path.abspath(__file__))
PROBE = "Probe text of the runner."
FEED = "feed"

# Cases that are not met on purpose: their reading is not that of the HTML standard, by which pages and feeds
# are read here.
BY_RULE = {
    "crazy.xml": "the HTML standard ends the comment and reads the script as a script, which no reader sees",
    "not_a_doctype.xml": "the HTML standard reads `<!` as a comment, so that no text is left; kept in `extra`",
    "nested_cdata.xml": "the HTML standard reads `<![CDATA[` as a comment",
}


class Text(HTMLParser):
    """The text of HTML, white space folded, without scripts and styles."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.links, self.skip = [], [], 0

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "style"):
            self.skip += 1
        if tag in ("p", "div", "br", "li", "td", "th", "tr", "h1", "h2", "h3"):
            self.parts.append(" ")
        if tag == "a":
            self.links += [v for k, v in attributes if k == "href" and v]

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.skip = max(0, self.skip - 1)
        if tag in ("p", "div", "li", "td", "th", "tr"):
            self.parts.append(" ")

    def handle_data(self, data):
        if not self.skip:
            self.parts.append(data)


def fold(text):
    return " ".join((text or "").replace("\u00a0", " ").split())


def rendered(value):
    parser = Text()
    parser.feed(value)
    parser.close()
    return fold("".join(parser.parts)), parser.links


def squeeze(text):
    return "".join((text or "").split())


def comparisons(expression):
    """Yields (path, value) for each `x == literal` of a conjunction; None for what is of another kind."""
    node = ast.parse(expression.strip(), mode="eval").body
    nodes = node.values if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And) else [node]
    for item in nodes:
        if isinstance(item, ast.UnaryOp) and isinstance(item.operand, ast.Name) and item.operand.id == "bozo":
            continue
        if not isinstance(item, ast.Compare) or not all(isinstance(op, (ast.Eq, ast.Is)) for op in item.ops):
            yield None, ast.unparse(item)
            continue
        sides = [item.left] + item.comparators
        try:
            value = eval(compile(ast.Expression(sides[-1]), "", "eval"), {"__builtins__": {}})
        except Exception:
            yield None, ast.unparse(item)
            continue
        for side in sides[:-1]:
            yield path(side), value


def path(node):
    keys = []
    while isinstance(node, (ast.Subscript, ast.Attribute)):
        if isinstance(node, ast.Attribute):
            keys.append(node.attr)
            node = node.value
        else:
            keys.append(node.slice.value if isinstance(node.slice, ast.Constant) else None)
            node = node.value
    return [node.id if isinstance(node, ast.Name) else None] + keys[::-1]


NOT_APPLICABLE = {
    "version": "the dialect of the feed is no fact of an article",
    "headers": "HTTP headers are the fetcher's",
    "modified": "HTTP headers are the fetcher's",
    "modified_parsed": "HTTP headers are the fetcher's",
}


def same_text(expected, article):
    text, links = rendered(expected)
    ours = [article.get("text", ""), article.get("standfirst") or ""]
    web = [l for l in links if l.startswith("http") and re.match(r"https?://[^/]", l)]
    have = {l["url"] for l in article.get("links", [])}
    ours = [squeeze(o) for o in ours]
    return (squeeze(text) in ours or squeeze(expected) in ours) and all(l.strip() in have for l in web)


def same_time(expected, *ours):
    if expected is None:
        return None
    if isinstance(expected, tuple):
        day = "%04d-%02d-%02d" % expected[:3]
        full = day + "T%02d:%02d:%02dZ" % expected[3:6]
        return any(o == full or (o == day and expected[3:6] == (0, 0, 0)) for o in ours)
    return None


def names(article):
    return article.get("byline", []) + article.get("credits", [])


def strip_person(value):
    value = re.sub(r"[\w.+-]+@[\w.-]+", " ", value)
    return fold(re.sub(r"[()<>]", " ", value))


def person(value, article):
    name = strip_person(value)
    return any(fold(value) == n or name == n for n in names(article)) or (
        not name and any(p.get("email") == value for p in (article.get("extra") or {}).get("people", [])))




def kept(value, article):
    """Whether a value stands anywhere in what the article kept."""
    if not isinstance(value, str):
        return False
    haystack = json.dumps(article, ensure_ascii=False)
    return bool(value) and json.dumps(value, ensure_ascii=False)[1:-1] in haystack


def check(keys, value, article):
    """True, False, or a string that says why the fact is not applicable."""
    if keys is None:
        return "the expression asks for no value of a field"
    where, keys = keys[0], keys[1:]
    if where in NOT_APPLICABLE:
        return NOT_APPLICABLE[where]
    if where == FEED:
        key = keys[0] if keys else None
        if key in ("title", "rights", "copyright", "title_detail", "rights_detail", "copyright_detail"):
            if len(keys) > 1 and keys[1] != "value":
                return "how a fact of the feed was encoded"
            if not isinstance(value, str):
                return "how a fact of the feed was encoded"
            field = "outlet" if key.startswith("title") else "rights"
            return squeeze(rendered(value)[0]) == squeeze(article.get(field))
        if key == "language":
            return article.get("language") == value
        if key in ("author", "author_detail", "authors") and "email" not in keys and "url" not in keys:
            return None
        return "a fact of the feed that no article inherits (%s)" % key
    if where != "entries":
        return "no field of a feed"
    if len(keys) < 2 or keys[0] is None:
        return "the expression asks for no value of a field"
    key, rest = keys[1], keys[2:]
    last = rest[-1] if rest else None
    if key == "source":
        if rest[:1] == ["title"] and len(rest) == 1:
            return squeeze(rendered(value)[0]) == squeeze(article.get("outlet"))
        if rest[:1] == ["rights"] and len(rest) == 1:
            return squeeze(rendered(value)[0]) == squeeze(article.get("rights"))
        return "a fact of the feed that the entry came from"
    if key in ("title", "title_detail", "rights", "rights_detail", "copyright") and last in (None, "value"):
        if value is None:
            return "an absent value"
        field = "title" if key.startswith("title") else "rights"
        return squeeze(article.get(field)) in (squeeze(rendered(value)[0]), squeeze(value))
    if key == "content" and last == "src":
        return kept(value, article)
    if key in ("content", "summary", "description", "summary_detail", "subtitle") and last in (None, "value"):
        return same_text(value, article) if isinstance(value, str) else "an absent value"
    if key in ("content", "summary_detail") and last == "language":
        return article.get("language") == value
    if last in ("type", "base", "language") and key.endswith(("_detail", "content")):
        return "how a text was encoded"
    if key == "link" or (key == "links" and last == "href"):
        if not isinstance(value, str):
            return "an absent value"
        have = [article.get("url")] + [l["url"] for l in article.get("links", [])]
        return value in have or kept(value, article)
    if key in ("id", "guid"):
        return (article.get("extra") or {}).get("id") == value or article.get("url") == value
    if key in ("author", "author_detail", "authors", "contributors", "publisher", "publisher_detail"):
        if not isinstance(value, str):
            return "a value made up of several"
        if last in (None, "name"):
            return person(value, article)
        return kept(value, article)
    if key.endswith("_parsed"):
        dates = [article.get("published"), article.get("modified")]
        if key.startswith(("published", "updated", "modified", "created")):
            return same_time(value, *dates)
        return "a date that no article holds"
    if key in ("published", "updated", "modified", "created", "expired"):
        return "the spelling of a date (compared where it is parsed)"
    if key in ("category", "tags"):
        if last in ("scheme", "label") or not isinstance(value, str):
            return kept(value, article) if isinstance(value, str) and value and "default" not in value and last == "label" else "the scheme of a category"
        return value in (article.get("extra") or {}).get("categories", []) or kept(value, article)
    if key in ("comments", "wfw_comment", "enclosures", "image") and isinstance(value, str):
        return kept(value, article)
    return "a module's field, kept as it was given (%s)" % key


def outcomes(program, folder):
    run = subprocess.run([program, "read", folder], capture_output=True, text=True)
    articles, refusals = {}, {}
    for line in run.stdout.splitlines():
        article = json.loads(line)
        articles.setdefault(article.get("file"), []).append(article)
    for line in run.stderr.splitlines():
        found = re.match(r"(?:backgrounder: )?(?:refused )?(\S.*?\.(?:xml|json))(#\S+)?: (.*)", line)
        if found:
            refusals.setdefault(found[1], []).append(found[3])
    return articles, refusals, run


def probed(text):
    """The case with a text in its items, or with an item in its feed."""
    body = text
    entry = "<entry><summary>%s</summary></entry>" % PROBE
    item = "<item><description>%s</description></item>" % PROBE
    if re.search(r"<(\w+:)?(item|entry)[\s>/]", body):
        def add(match):
            close = match.group(2)
            prefix = match.group(1) or ""
            name = "summary" if close == "entry" else "description"
            return "<%s%s>%s</%s%s>%s" % (prefix, name, PROBE, prefix, name, match.group(0))
        return re.sub(r"</(\w+:)?(item|entry)>", add, body)
    for close, inner in (("</channel>", item), ("</CHANNEL>", item), ("</feed>", entry)):
        if close in body:
            return body.replace(close, inner + close, 1)
    return body


def feeds(program, folder, show):
    cases = []
    for base, folders, files in os.walk(folder):
        folders.sort()
        cases += [os.path.join(base, f) for f in sorted(files) if f.endswith(".xml")]
    expressions = {}
    for name in cases:
        with open(name, "rb") as file:
            raw = file.read()
        found = re.search(rb"Expect:\s*(.*)", raw)
        expressions[name] = (found.group(1).decode("utf-8", "replace") if found else "", raw)
    articles, refusals, run = outcomes(program, folder)
    with tempfile.TemporaryDirectory() as scratch:
        for name in cases:
            target = os.path.join(scratch, os.path.relpath(name, folder))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(probed(expressions[name][1].decode("latin-1")).encode("latin-1"))
        probe_articles, probe_refusals, _ = outcomes(program, scratch)
        probe_articles = {os.path.join(folder, os.path.relpath(k, scratch)): v
                          for k, v in probe_articles.items() if k}
    result = {"cases": len(cases), "read": 0, "applicable": 0, "met": 0, "met_as_published": 0,
              "met_when_probed": 0, "not_applicable": {}, "missed": []}
    for name in cases:
        short = os.path.relpath(name, folder)
        answered = name in articles or name in refusals
        result["read"] += answered
        if not answered:
            result["missed"].append({"case": short, "why": "neither article nor refusal"})
            continue
        header = re.search(rb"Header:\s*Content-Location", expressions[name][1])
        if header or "127.0.0.1" in expressions[name][0]:
            why = "the base comes from HTTP, not from the file"
            result["not_applicable"][why] = result["not_applicable"].get(why, 0) + 1
            continue
        try:
            facts = list(comparisons(expressions[name][0]))
        except SyntaxError:
            facts = []
        verdicts, reasons = [], []
        for keys, value in facts:
            number = keys[1] if keys and len(keys) > 1 and keys[0] == "entries" and isinstance(keys[1], int) else 0
            verdict, stage = None, None
            for stage, pool in (("published", articles), ("probed", probe_articles)):
                found = pool.get(name, [])
                if number < len(found):
                    verdict = check(keys, value, found[number])
                    if verdict is not False:
                        break
            if verdict is None and not any(number < len(p.get(name, [])) for p in (articles, probe_articles)):
                verdict = check(keys, value, {})
                if not isinstance(verdict, str):
                    verdict = False
            if verdict is None:
                reasons.append("a date or person that no article inherits")
            elif isinstance(verdict, str):
                reasons.append(verdict)
            else:
                verdicts.append((verdict, stage))
        if not verdicts:
            why = reasons[0] if reasons else "the expression asks for no value of a field"
            result["not_applicable"][why] = result["not_applicable"].get(why, 0) + 1
            continue
        result["applicable"] += 1
        if all(v for v, _ in verdicts):
            result["met"] += 1
            result["met_as_published" if all(s == "published" for _, s in verdicts) else "met_when_probed"] += 1
        else:
            why = next((w for end, w in BY_RULE.items() if short.endswith(end)), "a fact differs")
            kind = "missed" if why == "a fact differs" else "other_by_rule"
            result.setdefault(kind, []).append({"case": short, "why": why})
            if show:
                print(short, expressions[name][0][:200])
                for pool in (articles, probe_articles):
                    for found in pool.get(name, [])[:2]:
                        print("   ", {k: v for k, v in found.items() if k not in ("id", "file")})
                print("   ", refusals.get(name))
    return result


def items(program, folder, expected):
    """Compares the number of articles and the refusals of each IPTC file with what is expected."""
    articles, refusals, _ = outcomes(program, folder)
    files = []
    for base, folders, names in os.walk(folder):
        folders.sort()
        files += [os.path.join(base, n) for n in sorted(names) if n.endswith((".xml", ".json"))]
    result = {"files": len(files), "with_articles": 0, "articles": 0, "refused_with_reason": 0, "differ": []}
    table = {}
    for name in files:
        short = os.path.relpath(name, folder)
        found = {"articles": len(articles.get(name, [])), "refusals": refusals.get(name, [])}
        table[short] = found
        result["articles"] += found["articles"]
        result["with_articles"] += found["articles"] > 0
        result["refused_with_reason"] += found["articles"] == 0 and bool(found["refusals"])
        wanted = expected.get(short)
        if not found["articles"] and not found["refusals"]:
            result["differ"].append({"file": short, "why": "neither article nor refusal"})
        elif wanted is not None and wanted != found:
            result["differ"].append({"file": short, "why": "other than expected"})
    return result, table


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", default=os.path.join(HERE, "../../../shared/data/formats"))
    parser.add_argument("--program", default=os.path.join(HERE, "../../.build/debug/backgrounder"))
    parser.add_argument("--out", default=os.path.join(HERE, "results.json"))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--record", action="store_true", help="write expected.json anew")
    options = parser.parse_args()
    path = os.path.join(HERE, "expected.json")
    expected = json.load(open(path)) if os.path.exists(path) else {}
    results, tables = {}, {}
    results["feeds"] = feeds(options.program, os.path.join(options.data, "feeds"), options.misses)
    for kind in ("newsml-g2", "newsinjson"):
        results[kind], tables[kind] = items(
            options.program, os.path.join(options.data, kind), expected.get(kind, {}))
    if options.record:
        json.dump(tables, open(path, "w"), indent=1, sort_keys=True, ensure_ascii=False)
    with open(options.out, "w") as file:
        json.dump(results, file, indent=1, sort_keys=True, ensure_ascii=False)
        file.write("\n")
    feed = results["feeds"]
    print("feeds: %d cases, %d answered, %d applicable, %d met (%d as published, %d probed), %d by rule otherwise" % (
        feed["cases"], feed["read"], feed["applicable"], feed["met"], feed["met_as_published"], feed["met_when_probed"],
        len(feed.get("other_by_rule", []))))
    for kind in ("newsml-g2", "newsinjson"):
        print(kind, {k: v if k != "differ" else len(v) for k, v in results[kind].items()})
    gate = feed["read"] == feed["cases"] and not feed["missed"] and not any(results[k]["differ"] for k in tables)
    sys.exit(0 if gate else 1)


main()
