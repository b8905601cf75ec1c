// Loom's theme works without this file. It remembers a colour scheme, adds copy buttons and closes the contents panel
// with Escape. It is loaded before the first paint, so that a stored scheme does not flash.
(function () {
  "use strict";
  var root = document.documentElement;
  var key = "loom-scheme";

  function read() {
    try {
      return localStorage.getItem(key) || "auto";
    } catch (error) {
      return "auto";
    }
  }

  function apply(scheme) {
    if (scheme === "light" || scheme === "dark") root.dataset.theme = scheme;
    else delete root.dataset.theme;
  }

  function store(scheme) {
    try {
      if (scheme === "auto") localStorage.removeItem(key);
      else localStorage.setItem(key, scheme);
    } catch (error) {
      // Storage may be forbidden: the choice then lasts as long as the page.
    }
  }

  apply(read());

  function wireScheme(button) {
    var order = ["auto", "light", "dark"];
    var scheme = read();
    function label() {
      button.setAttribute("aria-label", button.dataset[scheme]);
      button.title = button.dataset[scheme];
    }
    button.addEventListener("click", function () {
      scheme = order[(order.indexOf(scheme) + 1) % order.length];
      apply(scheme);
      store(scheme);
      label();
    });
    addEventListener("storage", function (event) {
      if (event.key !== key) return;
      scheme = read();
      apply(scheme);
      label();
    });
    label();
    button.hidden = false;
  }

  function textOf(pre) {
    var copy = (pre.querySelector("code") || pre).cloneNode(true);
    copy.querySelectorAll(".lineno").forEach(function (number) {
      number.remove();
    });
    return copy.textContent;
  }

  function addCopyButton(pre) {
    var frame = document.createElement("div");
    var button = document.createElement("button");
    frame.className = "code-frame";
    button.className = "copy";
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(textOf(pre)).then(function () {
        button.textContent = "Copied";
        setTimeout(function () {
          button.textContent = "Copy";
        }, 1500);
      });
    });
    pre.replaceWith(frame);
    frame.append(pre, button);
    // A wide block can then be scrolled with the keyboard in every browser.
    if (pre.scrollWidth > pre.clientWidth) pre.tabIndex = 0;
  }

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("button.scheme");
    if (button) wireScheme(button);
    if (navigator.clipboard) document.querySelectorAll(".prose pre").forEach(addCopyButton);
    var here = document.querySelector("#sidebar [aria-current=page]");
    var sidebar = document.getElementById("sidebar");
    if (here && sidebar.scrollHeight > sidebar.clientHeight) sidebar.scrollTop = here.offsetTop - 120;
  });

  addEventListener("keydown", function (event) {
    if (event.key === "Escape" && location.hash === "#sidebar") location.hash = "main";
  });
})();
