#include "server/live_script.h"

namespace loom::server {

// Data from the server reaches the page as text only, never as markup.
constexpr std::string_view kScript = R"js((() => {
const timing = performance.getEntriesByType("navigation")[0]?.serverTiming ?? [];
let shown = timing.find((t) => t.name === "loom")?.description ?? "";
let source, retry, wait = 300, overlay;

function pathOf(url) {
  try {
    const { origin, pathname } = new URL(url, location.href);
    return origin === location.origin && decodeURIComponent(pathname).replace(/\/index\.html$/, "/");
  } catch {}
}

function usedPaths() {
  const urls = performance.getEntriesByType("resource").map((r) => r.name);
  for (const e of document.querySelectorAll("[src], link[href]")) urls.push(e.src || e.href);
  return new Set([location.href, ...urls].map(pathOf));
}

function swap(link, generation) {
  const fresh = link.cloneNode();
  fresh.href = link.href.replace(/\?.*|$/, "?loom=" + generation);
  fresh.onload = fresh.onerror = () => link.remove();
  link.after(fresh);
}

// A page that stays old must not reload for ever.
function reload(generation) {
  const mark = generation + location;
  if (sessionStorage.loom === mark) return;
  sessionStorage.loom = mark;
  location.reload();
}

function update({ generation, changed }) {
  const before = shown;
  shown = generation;
  if (!before || before === generation) return;
  if (!changed) return reload(generation);
  const used = usedPaths();
  const hits = changed.filter((path) => used.has(path));
  const links = [...document.querySelectorAll("link[rel~=stylesheet]")];
  const sheets = links.filter((link) => hits.includes(pathOf(link.href)));
  const swapped = new Set(sheets.map((link) => pathOf(link.href)));
  if (swapped.size < hits.length) return reload(generation);
  for (const link of sheets) swap(link, generation);
}

function add(parent, tag, text) {
  parent.appendChild(document.createElement(tag)).textContent = text;
}

function show({ errors, mistakes }) {
  overlay?.remove();
  if (!errors) return;
  overlay = document.createElement("loom-errors");
  overlay.role = "alert";
  const root = overlay.attachShadow({ mode: "open" });
  add(root, "style", `:host{position:fixed;inset:auto 0 0;max-height:60vh;overflow:auto;z-index:2147483647;
padding:12px 16px;background:#1b1b1f;color:#eee;border-top:4px solid #e5484d;font:14px/1.5 monospace}
pre{font:inherit;margin:12px 0 0;white-space:pre-wrap}`);
  add(root, "b", errors + (errors > 1 ? " errors" : " error") + ": this is the last good version");
  for (const text of mistakes) add(root, "pre", text);
  document.documentElement.append(overlay);
}

// Hidden pages let go: a browser allows six connections to one host.
function connect() {
  clearTimeout(retry);
  source?.close();
  if (document.hidden) return;
  source = new EventSource("/_loom/events?generation=" + shown);
  source.onmessage = ({ data }) => {
    wait = 300;
    const event = JSON.parse(data);
    show(event);
    update(event);
  };
  source.onerror = () => {
    source.close();
    retry = setTimeout(connect, wait);
    wait = Math.min(wait * 2, 5000);
  };
}

document.addEventListener("visibilitychange", connect);
connect();
})();
)js";

const std::string_view kLiveScript = kScript;

}  // namespace loom::server
