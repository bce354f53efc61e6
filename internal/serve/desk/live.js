// @ts-check
// Keeps a page in step with what is being written: swaps style sheets, loads the
// page again where it stood, and lays problems over it until they are mended.
"use strict";

(() => {
  /**
   * @typedef {{file: string, line: number, column: number, text: string, hint: string, source?: string}} Problem
   * @typedef {{number: number, reload?: boolean, styles?: {old: string, new: string}[], events?: string[], problems?: Problem[], failed?: string}} Message
   */
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const kept = "buildsite:" + location.pathname;
  let number = script.dataset.number ?? "0";

  /** @type {EventSource | undefined} */
  let stream;

  function listen() {
    stream = new EventSource("/_desk/events?number=" + number);
    stream.onmessage = (event) => follow(JSON.parse(event.data));
  }

  /** @param {Message} message */
  function follow(message) {
    if (message.reload && !message.problems && !message.failed) {
      sessionStorage.setItem(kept, JSON.stringify({ x: scrollX, y: scrollY, events: message.events ?? [] }));
      stream?.close();
      location.reload();
      return;
    }
    number = String(message.number);
    for (const style of message.styles ?? []) swap(style.old, style.new);
    if (message.problems || message.failed) show(message);
    else hide();
    document.documentElement.dataset.snapshot = number;
  }

  /**
   * Puts a style sheet in the place of another once it is there, so that the
   * page is never without.
   * @param {string} old
   * @param {string} next
   */
  function swap(old, next) {
    const links = /** @type {NodeListOf<HTMLLinkElement>} */ (document.querySelectorAll("link[rel=stylesheet]"));
    for (const link of links) {
      if (!link.href.endsWith("/" + old)) continue;
      const fresh = /** @type {HTMLLinkElement} */ (link.cloneNode());
      fresh.href = "/" + next;
      fresh.onload = () => link.remove();
      link.after(fresh);
    }
  }

  const id = "buildsite-problems";

  /** @param {Message} message */
  function show(message) {
    hide();
    const box = document.createElement("div");
    box.id = id;
    box.setAttribute("role", "alert");
    const count = message.problems?.length ?? 0;
    add(box, "h2", message.failed ? "The site cannot be built" : count === 1 ? "One problem is in the way" : `${count} problems are in the way`);
    add(box, "p", "Below is the last site that could be built.");
    if (message.failed) add(box, "p", message.failed);
    const list = document.createElement("ol");
    for (const p of message.problems ?? []) {
      const item = document.createElement("li");
      const place = p.line ? `${p.file}:${p.line}:${p.column}` : p.file;
      add(item, "code", place);
      add(item, "p", p.text);
      if (p.source) add(item, "pre", p.source);
      if (p.hint) add(item, "p", p.hint).className = "hint";
      list.append(item);
    }
    if (count) box.append(list);
    document.body.prepend(box);
  }

  function hide() {
    document.getElementById(id)?.remove();
  }

  /**
   * @param {Element} to
   * @param {string} tag
   * @param {string} text
   */
  function add(to, tag, text) {
    const element = document.createElement(tag);
    element.textContent = text;
    to.append(element);
    return element;
  }

  /** Goes back to where the page stood, or to the event that was edited. */
  function restore() {
    const saved = sessionStorage.getItem(kept);
    if (!saved) return;
    sessionStorage.removeItem(kept);
    const { x, y, events } = JSON.parse(saved);
    scrollTo(x, y);
    for (const event of events) {
      const link = document.querySelector(`main a[href$="events/${CSS.escape(event)}.html"]`);
      const entry = link?.closest("li, article") ?? link;
      if (!(entry instanceof HTMLElement)) continue;
      const box = entry.getBoundingClientRect();
      if (box.top < 0 || box.bottom > innerHeight) entry.scrollIntoView({ block: "center" });
      entry.classList.add("buildsite-edited");
      break;
    }
  }

  restore();
  listen();
})();
