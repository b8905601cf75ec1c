#include "server/live_script.h"

namespace loom::server {

// Data from the server reaches the page as text only, never as markup.
constexpr std::string_view kScript = R"js((() => {
"use strict";
const timing = performance.getEntriesByType("navigation")[0]?.serverTiming ?? [];
let shown = [...timing].find((t) => t.name === "loom")?.description ?? "";
let source, retry, wait = 300, overlay;

const pathOf = (url) => {
  try {
    const { origin, pathname } = new URL(url, location.href);
    return origin === location.origin ? decodeURIComponent(pathname).replace(/\/index\.html$/, "/") : "";
  } catch { return ""; }
};

function usedPaths() {
  const urls = performance.getEntriesByType("resource").map((r) => r.name);
  for (const e of document.querySelectorAll("[src], link[href]")) urls.push(e.src || e.href);
  return new Set([location.href, ...urls].map(pathOf));
}

function swap(link, generation) {
  const url = new URL(link.href);
  url.searchParams.set("loom", generation);
  const fresh = link.cloneNode();
  fresh.href = url;
  fresh.onload = fresh.onerror = () => link.remove();
  link.after(fresh);
}

// A page that is still old after a reload for this generation must not reload for ever.
function reload(generation) {
  const mark = location.href + " " + generation;
  if (sessionStorage.getItem("loom") === mark) return;
  sessionStorage.setItem("loom", mark);
  location.reload();
}

function update({ generation, changed }) {
  const before = shown;
  shown = generation;
  if (!before || before === generation) return;
  if (!changed) return reload(generation);
  const used = usedPaths();
  const hits = changed.map(pathOf).filter((path) => used.has(path));
  const links = [...document.querySelectorAll("link[rel~=stylesheet]")];
  const isSheet = (path) => links.some((link) => pathOf(link.href) === path);
  if (!hits.every(isSheet)) return reload(generation);
  for (const link of links) if (hits.includes(pathOf(link.href))) swap(link, generation);
}

function add(parent, tag, text) {
  const e = parent.appendChild(document.createElement(tag));
  e.textContent = text;
}

function show({ errors, diagnostics }) {
  overlay?.remove();
  if (!errors) return;
  overlay = document.createElement("loom-errors");
  overlay.setAttribute("role", "alert");
  const root = overlay.attachShadow({ mode: "open" });
  add(root, "style", `:host{position:fixed;inset:auto 0 0;max-height:60vh;overflow:auto;z-index:2147483647;
background:#1b1b1f;color:#eee;border-top:4px solid #e5484d;font:14px/1.5 monospace;padding:12px 16px}
pre{margin:0 0 12px;white-space:pre-wrap}`);
  add(root, "b", errors + (errors === 1 ? " error" : " errors") + ": this is the last good version");
  for (const d of diagnostics) {
    if (d.severity !== "error") continue;
    const place = d.file + (d.line ? ":" + d.line + ":" + d.column : "");
    const caret = d.source_line ? d.source_line + "\n" + " ".repeat(Math.max(0, d.column - 1)) + "^" : "";
    add(root, "pre", [d.message, place, caret, d.hint].filter(Boolean).join("\n"));
  }
  document.documentElement.append(overlay);
}

function disconnect() {
  clearTimeout(retry);
  source?.close();
}

// Hidden pages let go: a browser allows six connections to one host.
function connect() {
  disconnect();
  if (document.hidden) return;
  source = new EventSource("/_loom/events?generation=" + encodeURIComponent(shown));
  source.onmessage = (message) => {
    wait = 300;
    const event = JSON.parse(message.data);
    show(event);
    update(event);
  };
  source.onerror = () => {
    disconnect();
    retry = setTimeout(connect, wait);
    wait = Math.min(wait * 2, 5000);
  };
}

document.addEventListener("visibilitychange", connect);
addEventListener("pagehide", disconnect);
addEventListener("pageshow", (event) => event.persisted && connect());
connect();
})();
)js";

const std::string_view kLiveScript = kScript;

}  // namespace loom::server
