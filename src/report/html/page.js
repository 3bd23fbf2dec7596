
// Moves what the page already holds: shows the card of what was chosen beside the text, goes from
// finding to finding, filters. No element is ever made from text, only cloned or given textContent.
"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  root.classList.add("js");

  const files = all(".file");
  const links = all(".files a");
  const panel = byId("panel");
  const emptyPanel = panel.firstElementChild.cloneNode(true);
  const cards = all(".cards > .card");
  const matching = new Set(cards);
  const fileOf = new Map();
  const inFile = new Map(files.map((file) => [file, []]));
  for (const card of cards) {
    const file = card.closest(".file");
    fileOf.set(card, file);
    inFile.get(file).push(card);
  }
  const words = new Map();  // of a card, for the filter; made when first asked for
  const wordsOf = (card) => {
    if (!words.has(card)) words.set(card, card.textContent.toLowerCase());
    return words.get(card);
  };
  let chosen = null;  // a card, or a row of the table of claims
  let current = null;

  const openFile = (file) => {
    if (!file || file === current) return;
    if (current) current.classList.remove("current");
    file.classList.add("current");
    current = file;
    for (const link of links) {
      if (link.hash === "#" + file.id) {
        link.setAttribute("aria-current", "true");
        link.scrollIntoView({block: "nearest"});
      } else {
        link.removeAttribute("aria-current");
      }
    }
    markFiltered();
  };

  // --- What is chosen

  const marksOf = (kind, number) => current ? all(`.m[data-${kind}~="${number}"]`, current) : [];

  const addCopyButtons = (card) => {
    for (const text of all(".copy", card)) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy-button";
      button.textContent = "Copy";
      button.addEventListener("click", () => copy(text, button));
      text.after(button);
    }
  };

  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {  // not allowed: the old way, from a selection
      const range = document.createRange();
      range.selectNodeContents(text);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      document.execCommand("copy");
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  };

  const addWhy = (card) => {
    const link = card.querySelector("a.rule");
    const help = link && byId(link.hash.slice(1))?.querySelector(".help");
    if (!help) return;
    const term = document.createElement("dt");
    const why = document.createElement("dd");
    term.textContent = "Why";
    why.className = "why";
    why.textContent = help.textContent;
    card.querySelector("dl").append(term, why);
    link.replaceWith(...link.childNodes);
  };

  const line = (kind, ...parts) => {
    const element = document.createElement("p");
    element.className = kind;
    element.append(...parts);
    return element;
  };

  // Other findings in the same words, and how many there are in all.
  const addOthers = (shown, card, marks) => {
    const numbers = new Set(marks.flatMap((mark) => mark.dataset.f.split(" ")));
    numbers.delete(card.id.slice(1));
    const others = Array.from(numbers, (number) => byId("f" + number))
      .filter((other) => matching.has(other));
    if (others.length > 0) shown.append(line("also", "Also here:"));
    for (const other of others) {
      const link = document.createElement("a");
      link.href = "#" + other.id;
      link.className = "sev " + other.dataset.sev;
      link.textContent = other.querySelector(".message").textContent;
      shown.append(line("also", link));
    }
    const list = order();
    shown.append(line("turn", `${list.indexOf(card) + 1} of ${list.length}`));
  };

  const unmark = () => {
    for (const mark of all(".chosen")) mark.classList.remove("chosen");
  };

  const show = (element) => {
    panel.replaceChildren(element);
    panel.scrollTop = 0;
  };

  const bring = (element) => element?.scrollIntoView({block: "center"});

  const choose = (card, move = true) => {
    openFile(fileOf.get(card));
    chosen = card;
    unmark();
    const shown = card.cloneNode(true);
    shown.removeAttribute("id");
    addCopyButtons(shown);
    addWhy(shown);
    const number = card.id.slice(1);
    const marks = marksOf("f", number);
    addOthers(shown, card, marks);
    show(shown);
    for (const mark of marks) mark.classList.add("chosen");
    if (move) bring(marks[0] ?? byId("m" + number) ?? current.querySelector(".path"));
  };

  const chooseClaim = (row, move = true) => {
    const number = row.id.slice(1);
    openFile(row.closest(".file"));
    unmark();
    const marks = marksOf("c", number);
    const found = marks.find((mark) => mark.dataset.f);
    if (found) {
      choose(byId("f" + found.dataset.f.split(" ")[0]), false);
    } else {
      chosen = row;
      const shown = document.createElement("div");
      shown.className = "card claim";
      const said = document.createElement("p");
      said.className = "message";
      said.append(...Array.from(row.cells[0].cloneNode(true).childNodes));
      const told = document.createElement("p");
      const cell = row.querySelector(".cell");
      const head = row.closest("table").tHead.rows[0].cells[cell.cellIndex].textContent;
      told.textContent = `Worded as ${row.cells[1].textContent.trim()}; certainty of the ` +
        `evidence: ${head}; ${cell.querySelector(".fit").textContent}.`;
      shown.append(said, told);
      show(shown);
    }
    for (const mark of marks) mark.classList.add("chosen");
    row.classList.add("chosen");
    if (move) bring(marks[0]);
  };

  const clear = () => {
    chosen = null;
    unmark();
    show(emptyPanel.cloneNode(true));
  };

  // --- From one to the next, through all files, past what is filtered out

  const order = () => cards.filter((card) => matching.has(card));

  const step = (by) => {
    const list = order();
    if (list.length === 0) return;
    const at = list.indexOf(chosen);
    if (at >= 0) return choose(list[(at + by + list.length) % list.length]);
    const here = list.findIndex((card) => fileOf.get(card) === current);
    choose(list[here >= 0 && by > 0 ? here : by > 0 ? 0 : list.length - 1]);
  };

  // --- Filters

  const severities = all(".severities button");
  const category = byId("category");
  const rule = byId("rule");
  const text = byId("words");

  const markFiltered = () => {
    if (!current) return;
    for (const card of inFile.get(current))
      byId("m" + card.id.slice(1))?.classList.toggle("off", !matching.has(card));
    for (const mark of all(".m[data-f]", current)) {
      const any = mark.dataset.f.split(" ").some((number) => matching.has(byId("f" + number)));
      mark.classList.toggle("off", !any);
    }
  };

  const filter = () => {
    const on = new Set(severities.filter((button) => button.ariaPressed === "true")
      .map((button) => button.dataset.sev));
    const wanted = text.value.trim().toLowerCase();
    matching.clear();
    for (const card of cards) {
      const data = card.dataset;
      if (on.has(data.sev) && (!category.value || data.cat === category.value) &&
          (!rule.value || data.rule === rule.value) && (!wanted || wordsOf(card).includes(wanted)))
        matching.add(card);
    }
    const whole = matching.size === cards.length;
    links.forEach((link, at) => {
      const any = whole || inFile.get(files[at]).some((card) => matching.has(card));
      link.parentNode.classList.toggle("hidden", !any);
    });
    byId("count").textContent = whole ? `${cards.length} findings`
      : `${matching.size} of ${cards.length}`;
    if (chosen && fileOf.has(chosen) && !matching.has(chosen)) clear();
    markFiltered();
  };

  for (const button of severities) {
    button.addEventListener("click", () => {
      button.ariaPressed = button.ariaPressed === "true" ? "false" : "true";
      filter();
    });
  }
  let waiting = 0;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 80);
  });
  category.addEventListener("change", filter);
  rule.addEventListener("change", filter);

  // --- Light and dark: kept for this tab, where the browser lets us

  const keep = (theme) => { try { sessionStorage.setItem("theme", theme); } catch {} };
  const kept = () => { try { return sessionStorage.getItem("theme"); } catch { return null; } };
  const setTheme = (theme) => { root.dataset.theme = theme; keep(theme); };
  const turnTheme = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    setTheme(dark ? "light" : "dark");
  };
  if (kept() === "light" || kept() === "dark") root.dataset.theme = kept();

  // --- Clicks

  // A click on words with several findings goes from one to the next.
  const aimedAt = (link) => {
    const here = (link.dataset.f ?? "").split(" ").map((number) => byId("f" + number))
      .filter((card) => matching.has(card));
    const next = here[here.indexOf(chosen) + 1] ?? here[0];
    return next ? next.id : link.hash.slice(1);
  };

  const follow = (id) => {
    const target = byId(id);
    if (!target) return false;
    if (fileOf.has(target)) choose(target, false);
    else if (target.matches(".claims tr")) chooseClaim(target, false);
    else if (target.matches(".file")) { openFile(target); scrollTo(0, 0); }
    else return false;
    return true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const row = event.target.closest(".claims tbody tr");
    if (link && !row && follow(aimedAt(link))) {
      event.preventDefault();
    } else if (row && !event.target.closest("a.out")) {
      event.preventDefault();
      chooseClaim(row);
    } else if (link) {  // to a place in the text
      const place = byId(link.hash.slice(1));
      openFile(place?.closest(".file"));
    }
  });
  byId("next").addEventListener("click", () => step(1));
  byId("previous").addEventListener("click", () => step(-1));
  byId("theme").addEventListener("click", turnTheme);

  // --- Keys

  const keys = byId("keys");
  const ask = () => { if (keys.open) keys.close(); else keys.showModal(); };
  byId("ask").addEventListener("click", ask);
  byId("close").addEventListener("click", () => keys.close());

  const escape = () => {
    const filtered = text.value || category.value || rule.value ||
      severities.some((button) => button.ariaPressed === "false");
    if (document.activeElement === text) text.blur();
    if (!filtered) return clear();
    text.value = category.value = rule.value = "";
    for (const button of severities) button.ariaPressed = "true";
    filter();
  };
  const toTable = () => {
    const first = current?.querySelector(".claims");
    first?.scrollIntoView({block: "start"});
    first?.querySelector("tbody a")?.focus({preventScroll: true});
  };
  const doing = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    d: turnTheme, t: toTable, "?": ask,
    "/": () => text.focus(),
    c: () => panel.querySelector(".copy-button")?.click(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (keys.open) {
      if (event.key === "?") { event.preventDefault(); keys.close(); }
      return;
    }
    if (event.key === "Escape") return escape();
    if (event.target.closest("input, select")) {
      if (event.key === "Enter" && event.target === text) { filter(); text.blur(); step(1); }
      return;
    }
    const does = doing[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  });

  // --- Start: at what the address names, else at the first file

  openFile(files[0]);
  filter();
  follow(location.hash.slice(1));
})();
