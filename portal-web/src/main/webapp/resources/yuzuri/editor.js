/* The editor of install settings: marks findings at their lines while somebody types, offers what
   fits at the cursor, and keeps in this tab what is not saved. Checks run on the server; the text
   area itself is never replaced. */
var yuzuriEditor = (function () {
  "use strict";
  var PAUSE = 500;
  var OFFER_PAUSE = 200;
  var editor, area, numbers, gutterMarks, marks, offers, here;
  var waiting, offerWaiting, asked, active = -1;

  function start() {
    editor = document.getElementById("editor");
    area = editor && editor.querySelector("textarea");
    if (!area) {
      return;
    }
    numbers = editor.querySelector(".gutter pre");
    gutterMarks = editor.querySelector(".gutter").appendChild(document.createElement("div"));
    marks = editor.querySelector(".marks");
    here = document.getElementById("here");
    draft.start();
    area.addEventListener("input", typed);
    area.addEventListener("keydown", key);
    area.addEventListener("scroll", function () { follow(); close(); });
    area.addEventListener("blur", function () { window.setTimeout(close, 150); });
    ["keyup", "click", "focus"].forEach(function (event) { area.addEventListener(event, tellHere); });
    document.addEventListener("click", clicked);
    window.addEventListener("resize", draw);
    draw();
  }

  /* places in the text */

  function lineAndColumn() {
    var before = area.value.slice(0, area.selectionStart);
    var start = before.lastIndexOf("\n") + 1;
    return { line: before.split("\n").length, column: before.length - start + 1, start: start };
  }

  function startOf(line) {
    var at = 0;
    for (var n = 1; n < line && at >= 0; n++) {
      at = area.value.indexOf("\n", at) + 1;
      if (at === 0) {
        return area.value.length;
      }
    }
    return at;
  }

  function lineHeight() {
    return parseFloat(window.getComputedStyle(area).lineHeight);
  }

  function go(line, column) {
    var at = startOf(line) + Math.max(0, column - 1);
    area.focus();
    area.setSelectionRange(at, at);
    area.scrollTop = Math.max(0, (line - 1) * lineHeight() - area.clientHeight / 3);
    tellHere();
  }

  /* findings */

  function findings() {
    return Array.from(document.querySelectorAll(".findings .finding")).map(function (item) {
      return {
        line: Number(item.dataset.line), column: Number(item.dataset.column), item: item,
        severity: item.dataset.severity, code: item.dataset.code,
        text: item.querySelector(".finding-text").textContent
      };
    });
  }

  function mark(parent, finding, glyph) {
    var element = document.createElement("div");
    element.className = "mark " + finding.severity;
    element.style.top = (finding.line - 1) * lineHeight() + "px";
    element.textContent = glyph;
    element.title = finding.code + " " + finding.text;
    parent.appendChild(element);
  }

  function draw() {
    var count = area.value.split("\n").length;
    var lines = [];
    for (var n = 1; n <= count; n++) {
      lines.push(n);
    }
    numbers.textContent = lines.join("\n");
    marks.textContent = "";
    gutterMarks.textContent = "";
    var inner = marks.appendChild(document.createElement("div"));
    var glyphs = { ERROR: "✖", WARNING: "▲", INFO: "ℹ" };
    findings().forEach(function (finding) {
      if (finding.line > 0) {
        mark(inner, finding, "");
        mark(gutterMarks, finding, glyphs[finding.severity]);
      }
    });
    follow();
    tellHere();
  }

  function follow() {
    var shift = "translateY(" + -area.scrollTop + "px)";
    numbers.style.transform = shift;
    gutterMarks.style.transform = shift;
    if (marks.firstChild) {
      marks.firstChild.style.transform = shift;
    }
  }

  function tellHere() {
    var line = lineAndColumn().line;
    var said = findings().filter(function (finding) { return finding.line === line; })
      .map(function (finding) { return finding.code + " " + finding.text; }).join(" · ");
    if (here.textContent !== said) {
      here.textContent = said;
    }
  }

  function nextFinding(backwards) {
    var line = lineAndColumn().line;
    var all = findings().filter(function (finding) { return finding.line > 0; });
    var ahead = all.filter(function (f) { return backwards ? f.line < line : f.line > line; });
    var chosen = backwards ? ahead[ahead.length - 1] || all[all.length - 1] : ahead[0] || all[0];
    if (chosen) {
      go(chosen.line, chosen.column);
    }
  }

  function clicked(event) {
    var finding = event.target.closest(".finding .go") && event.target.closest(".finding");
    if (finding) {
      go(Number(finding.dataset.line), Number(finding.dataset.column));
    }
  }

  /* typing */

  function typed(event) {
    draft.keep();
    window.clearTimeout(waiting);
    waiting = window.setTimeout(check, PAUSE);
    draw();
    if (event.inputType !== "insertFromPaste" && invites()) {
      askSoon(false);
    }
  }

  function check() {
    window.yuzuriCheck();
  }

  /* a word at the line's beginning, an option, a group, or a value that the lists know */
  function invites() {
    var place = lineAndColumn();
    var before = area.value.slice(place.start, area.selectionStart);
    return /^\s*%?\w+$/.test(before) || /\s--[^\s]*$/.test(before) || /^\s*@[^\s]*$/.test(before) ||
      /^\s*(timezone|lang|keyboard)\s(.*\s)?[\w/+-]+$/.test(before);
  }

  function askSoon(chosen) {
    window.clearTimeout(offerWaiting);
    offerWaiting = window.setTimeout(function () { ask(chosen); }, OFFER_PAUSE);
  }

  function ask(chosen) {
    window.clearTimeout(offerWaiting);
    asked = lineAndColumn();
    asked.chosen = chosen;
    document.getElementById("settings:line").value = asked.line;
    document.getElementById("settings:column").value = asked.column;
    window.yuzuriComplete();
  }

  /* offers */

  function list() {
    offers = document.getElementById("settings:offers");
    return Array.from(offers.querySelectorAll("[role=option]"));
  }

  function offered() {
    var now = lineAndColumn();
    var options = list();
    var fits = asked && now.line === asked.line && now.column === asked.column &&
      document.activeElement === area;
    var nothingNew = options.length === 1 && written(options[0]) === options[0].dataset.text;
    if (!fits || options.length === 0 || nothingNew) {
      close();
      return;
    }
    place(now);
    area.setAttribute("aria-expanded", "true");
    options.forEach(function (option, at) {
      option.addEventListener("mousedown", function (event) { event.preventDefault(); take(at); });
    });
    choose(asked.chosen ? 0 : -1);
  }

  function written(option) {
    var start = asked.start + Number(option.dataset.start) - 1;
    return area.value.slice(start, asked.start + Number(option.dataset.end) - 1);
  }

  function place(now) {
    var style = window.getComputedStyle(area);
    var canvas = document.createElement("canvas").getContext("2d");
    canvas.font = style.fontSize + " " + style.fontFamily;
    var before = area.value.slice(now.start, now.start + now.column - 1).replace(/\t/g, "        ");
    var left = area.offsetLeft + parseFloat(style.paddingLeft) - area.scrollLeft + canvas.measureText(before).width;
    offers.style.top = area.offsetTop + parseFloat(style.paddingTop) + now.line * lineHeight() - area.scrollTop + 2 + "px";
    offers.classList.add("open");
    offers.style.left = Math.max(0, Math.min(left, area.clientWidth - offers.offsetWidth)) + "px";
  }

  function isOpen() {
    return offers && offers.classList.contains("open");
  }

  function close() {
    window.clearTimeout(offerWaiting);
    if (isOpen()) {
      offers.classList.remove("open");
    }
    active = -1;
    area.setAttribute("aria-expanded", "false");
    area.removeAttribute("aria-activedescendant");
  }

  function choose(at) {
    var options = list();
    active = at < 0 ? -1 : (at + options.length) % options.length;
    options.forEach(function (option, n) { option.setAttribute("aria-selected", String(n === active)); });
    if (active >= 0) {
      options[active].scrollIntoView({ block: "nearest" });
      area.setAttribute("aria-activedescendant", options[active].id);
    }
  }

  function take(at) {
    var option = list()[at];
    area.focus();
    area.setSelectionRange(asked.start + Number(option.dataset.start) - 1, area.selectionStart);
    close();
    if (!document.execCommand("insertText", false, option.dataset.text)) {
      area.setRangeText(option.dataset.text, area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new InputEvent("input", { inputType: "insertReplacementText" }));
    }
    window.clearTimeout(offerWaiting);
  }

  function key(event) {
    if (event.key === "F8") {
      nextFinding(event.shiftKey);
    } else if (event.ctrlKey && event.code === "Space") {
      ask(true);
    } else if (!isOpen()) {
      return;
    } else if (event.key === "ArrowDown") {
      choose(active + 1);
    } else if (event.key === "ArrowUp") {
      choose(active < 0 ? list().length - 1 : active - 1 < 0 ? list().length - 1 : active - 1);
    } else if ((event.key === "Enter" || event.key === "Tab") && active >= 0) {
      take(active);
    } else if (event.key === "Escape") {
      close();
    } else {
      if (event.key !== "Shift") {
        close();
      }
      return;
    }
    event.preventDefault();
  }

  /* What is not saved stays in this tab, also across a log-in or a reload. */
  var draft = (function () {
    var saved, slot, leaving = false;

    function begin() {
      slot = "yuzuri.draft." + editor.dataset.draft;
      saved = area.value;
      dropSavedAsNew();
      var kept = window.sessionStorage.getItem(slot);
      if (editor.dataset.unsaved === "true") {
        saved = null;
      } else if (kept !== null && kept !== saved) {
        area.value = kept;
        document.getElementById("draft").hidden = false;
        document.getElementById("draft-discard").addEventListener("click", discard);
        window.setTimeout(check, 0);
      } else {
        window.sessionStorage.removeItem(slot);
      }
      area.form.addEventListener("submit", submitted);
      window.addEventListener("beforeunload", warn);
    }

    /* New settings have an address of their own once they are saved. */
    function dropSavedAsNew() {
      var before = window.sessionStorage.getItem("yuzuri.saving");
      window.sessionStorage.removeItem("yuzuri.saving");
      if (before && before !== slot && window.sessionStorage.getItem(before) === saved) {
        window.sessionStorage.removeItem(before);
      }
    }

    function keep() {
      if (area.value === saved) {
        window.sessionStorage.removeItem(slot);
      } else {
        window.sessionStorage.setItem(slot, area.value);
      }
    }

    function discard() {
      area.value = saved;
      keep();
      document.getElementById("draft").hidden = true;
      area.focus();
      check();
    }

    function submitted() {
      leaving = true;
      window.sessionStorage.setItem("yuzuri.saving", slot);
    }

    function warn(event) {
      if (!leaving && area.value !== saved) {
        event.preventDefault();
      }
    }

    return { start: begin, keep: keep };
  })();

  document.addEventListener("DOMContentLoaded", start);
  return { checked: draw, offered: offered };
})();
