// Citation cards on hover, focus and tap. Without this script a citation is a link to the same card.
"use strict";
(() => {
  let open = null;

  const close = () => {
    if (!open) return;
    open.card.remove();
    open.mark.setAttribute("aria-expanded", "false");
    open = null;
  };

  const place = (card, mark) => {
    const box = mark.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const left = Math.max(16, Math.min(box.left - 24, room - card.offsetWidth - 16));
    const below = box.bottom + 8 + card.offsetHeight <= window.innerHeight || box.top < card.offsetHeight + 8;
    const top = below ? box.bottom + 6 : box.top - card.offsetHeight - 6;
    card.style.left = `${left + window.scrollX}px`;
    card.style.top = `${top + window.scrollY}px`;
  };

  const show = (mark, pinned) => {
    if (open && open.mark === mark) {
      open.pinned = open.pinned || pinned;
      return;
    }
    close();
    const source = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    if (!source || !source.classList.contains("card")) return;
    const card = document.createElement("div");
    card.className = "pop";
    card.setAttribute("role", "group");
    card.setAttribute("aria-label", mark.getAttribute("aria-label") || "Source");
    for (const child of source.childNodes) card.append(child.cloneNode(true));
    // It stands last in the page so that it is never inside a sentence; Tab is led into it below.
    document.body.append(card);
    open = { mark, card, pinned };
    mark.setAttribute("aria-expanded", "true");
    place(card, mark);
  };

  const markOf = (event) => event.target instanceof Element ? event.target.closest(".s sup a") : null;
  const inCard = (node) => open && node instanceof Node && open.card.contains(node);

  document.addEventListener("mouseover", (event) => {
    const mark = markOf(event);
    if (mark) show(mark, false);
    else if (open && !open.pinned && !inCard(event.target)) {
      const leaving = open;
      setTimeout(() => { if (open === leaving && !open.pinned && !open.card.matches(":hover")) close(); }, 250);
    }
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark && mark.matches(":focus-visible")) show(mark, false);
    else if (open && !inCard(event.target) && !mark) close();
  });
  document.addEventListener("click", (event) => {
    const mark = markOf(event);
    if (mark && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      if (open && open.mark === mark && open.pinned) close();
      else show(mark, true);
    } else if (!inCard(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (!open) return;
    if (event.key === "Escape") {
      const mark = open.mark;
      close();
      mark.focus();
    } else if (event.key === "Tab") {
      const links = [...open.card.querySelectorAll("a")].filter((link) => link.offsetParent);
      const first = links[0], last = links[links.length - 1], at = document.activeElement;
      if (!event.shiftKey && at === open.mark && first) { event.preventDefault(); first.focus(); }
      else if (event.shiftKey && at === first) { event.preventDefault(); open.mark.focus(); }
      else if (!event.shiftKey && at === last) { const mark = open.mark; close(); mark.focus(); }
    }
  });
  window.addEventListener("resize", close);
})();
