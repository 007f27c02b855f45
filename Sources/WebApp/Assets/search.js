// The search of an exported site: finds sentences in the index that was loaded beside it.
"use strict";
(() => {
  const perPage = 20;
  const place = document.getElementById("results");
  const field = document.getElementById("q");
  const index = window.backgrounderIndex;
  if (!place || !field || !index) return;

  const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  const parameters = new URLSearchParams(window.location.search);
  const query = (parameters.get("q") || "").slice(0, 400);
  field.value = query;
  const wanted = [...new Set(wordsOf(query))].slice(0, 24);
  if (wanted.length === 0) return;

  const isWanted = (word) => wanted.find((start) => word.startsWith(start));
  const find = (least) => {
    const hits = [];
    index.forEach((article, order) => {
      article[5].forEach((sentence, number) => {
        const found = new Set(wordsOf(sentence).map(isWanted).filter(Boolean));
        if (found.size >= least) hits.push({ article, number, order, score: found.size });
      });
    });
    return hits.sort((a, b) => b.score - a.score || a.order - b.order || a.number - b.number);
  };
  const all = find(wanted.length);
  const hits = all.length > 0 ? all : find(1);

  const element = (name, className, ...content) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    node.append(...content);
    return node;
  };
  const marked = (sentence) => {
    const node = element("p");
    let position = 0;
    for (const match of sentence.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (!isWanted(match[0].toLowerCase())) continue;
      node.append(sentence.slice(position, match.index), element("mark", "", match[0]));
      position = match.index + match[0].length;
    }
    node.append(sentence.slice(position));
    return node;
  };
  const item = ({ article, number }) => {
    const [path, title, outlet, day, starts, sentences] = article;
    const link = element("a", "", title);
    link.href = `${path}#b${starts[number]}`;
    const line = [outlet, day].filter(Boolean).join(" · ");
    return element("li", "", marked(sentences[number]), element("p", "meta", link), element("p", "meta", line));
  };
  const pageLink = (number, words) => {
    const link = element("a", "", words);
    link.href = `?${new URLSearchParams({ q: query, page: String(number) })}`;
    return link;
  };

  if (hits.length === 0) {
    place.append(element("p", "silence", "No sentence in the articles has these words. Try fewer or other words."));
    return;
  }
  const pages = Math.ceil(hits.length / perPage);
  const page = Math.min(pages, Math.max(1, Number.parseInt(parameters.get("page") || "1", 10) || 1));
  const which = all.length > 0 ? "with all these words" : "with some of these words; none has all";
  const count = hits.length === 1 ? "1 sentence" : `${hits.length} sentences`;
  place.append(element("p", "meta", `${count} ${which}`));
  place.append(element("ol", "said", ...hits.slice((page - 1) * perPage, page * perPage).map(item)));
  if (pages > 1) {
    const links = element("nav", "pager");
    links.setAttribute("aria-label", "Pages of results");
    if (page > 1) links.append(pageLink(page - 1, "Previous page"));
    links.append(element("span", "", `Page ${page} of ${pages}`));
    if (page < pages) links.append(pageLink(page + 1, "Next page"));
    place.append(links);
  }
})();
