// Keeps the page in the frame, and what is said beside it, as they are on disk. Without it both are still there, and stay as they are.
"use strict";
(() => {
  const frame = document.getElementById("page");
  const panel = document.getElementById("panel");
  const status = document.getElementById("status");
  const alone = document.getElementById("alone");
  const words = document.body.dataset;
  const prefix = "/_preview/page";
  let shown = null; // the path that the panel speaks of
  let hash = panel.querySelector("#state").dataset.hash;
  let generation = panel.querySelector("#state").dataset.generation;
  let asked = 0;

  // Where the reader has gone inside the frame; null while it shows nothing of ours.
  const path = () => {
    try {
      const at = frame.contentWindow.location;
      return at.origin === location.origin ? at.pathname : null;
    } catch {
      return null;
    }
  };

  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };

  // Puts what the server says of the page beside it, and shows the page again where its bytes are others.
  const refresh = async () => {
    const at = path() ?? shown;
    if (!at) return;
    const turn = ++asked;
    let text;
    try {
      const answer = await fetch("/_preview/panel" + at, { cache: "no-store" });
      if (!answer.ok) return;
      text = await answer.text();
    } catch {
      say(words.lost);
      return;
    }
    if (turn !== asked) return;
    const open = new Set([...panel.querySelectorAll("details[open]")].map((it) => it.id));
    const top = panel.scrollTop;
    const made = document.createElement("template");
    made.innerHTML = text;
    made.content.querySelectorAll("details").forEach((it) => (it.open = open.has(it.id)));
    const focused = panel.contains(document.activeElement) && document.activeElement !== panel;
    panel.replaceChildren(made.content);
    panel.scrollTop = top;
    if (focused) panel.focus({ preventScroll: true });
    const state = panel.querySelector("#state").dataset;
    say(state.status);
    const same = at === shown && state.hash === hash;
    const before = shown;
    [shown, hash, generation] = [at, state.hash, state.generation];
    if (at === before && !same) frame.contentWindow.location.reload();
  };

  const follow = () => {
    const at = path();
    if (at === null) return;
    history.replaceState(null, "", prefix + at + frame.contentWindow.location.hash);
    alone.href = at + "?alone";
    // A browser's own viewer, of a PDF for one, hides what it shows.
    const page = frame.contentDocument;
    const title = page?.title;
    document.title = title ? words.preview + " · " + title : words.preview;
    // What leads to other sites may not be shown in a frame there.
    for (const link of page?.links ?? []) {
      if (link.origin !== location.origin) {
        link.target = "_blank";
        link.rel = "noopener";
      }
    }
    if (at !== shown) refresh();
  };

  const news = (text) => {
    const told = JSON.parse(text);
    if (told.state === "working") say(words.working);
    else if (told.generation !== generation) refresh();
    else say(panel.querySelector("#state").dataset.status);
  };

  // A browser opens six connections to one host at most, and each stream takes one: one tab listens and tells the others.
  const channel = new BroadcastChannel("gongkai-preview");
  channel.onmessage = (event) => news(event.data);
  const listen = () =>
    new Promise(() => {
      const stream = new EventSource("/_preview/events");
      stream.onmessage = (event) => {
        channel.postMessage(event.data);
        news(event.data);
      };
      stream.onerror = () => say(words.lost);
    });
  if (navigator.locks) navigator.locks.request("gongkai-preview", listen);
  else listen();

  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const to = link?.pathname ?? "";
    if (event.ctrlKey || event.metaKey || event.shiftKey || !to.startsWith(prefix + "/")) return;
    event.preventDefault();
    frame.contentWindow.location = to.slice(prefix.length);
  });
  // The panel makes room for the page where somebody wants to see that alone; other tabs, and the next visit, keep it so.
  const fold = document.getElementById("fold");
  const unfold = (open) => {
    panel.hidden = !open;
    document.body.classList.toggle("folded", !open);
    fold.setAttribute("aria-expanded", String(open));
    localStorage.setItem("gongkai-panel", open ? "open" : "folded");
  };
  fold.hidden = false;
  fold.addEventListener("click", () => unfold(panel.hidden));
  if (localStorage.getItem("gongkai-panel") === "folded") unfold(false);
  frame.addEventListener("load", follow);
  document.addEventListener("visibilitychange", () => document.hidden || refresh());
  shown = new URL(frame.src).pathname;
  if (path() !== null && frame.contentDocument.readyState === "complete") follow();
  // What happened between the making of this page and now.
  refresh();
})();
