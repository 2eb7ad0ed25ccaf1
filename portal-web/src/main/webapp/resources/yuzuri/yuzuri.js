/* Shows instants in the time zone of the viewer's profile, else in the browser's, also after a part of the page was replaced. */
(function () {
  "use strict";
  /* One for the page's life: each holds much memory that the collector does not see. */
  var language = document.documentElement.lang;
  var zone = document.documentElement.dataset.zone || undefined;
  /* English readers disagree on which number is the month: it is a word there. */
  var format = new Intl.DateTimeFormat(language, {
    year: "numeric", month: language === "ja" ? "2-digit" : "short", day: "2-digit",
    hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
    timeZone: zone, timeZoneName: "short"
  });
  /* How long ago, where that reads better; the exact time is shown on hover, and read out as such. */
  var ago = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  var UNITS = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  function relative(instant) {
    var seconds = Math.round((instant - Date.now()) / 1000);
    var unit = UNITS.find(function (each) { return Math.abs(seconds) >= each[1]; }) || UNITS[3];
    return ago.format(Math.trunc(seconds / unit[1]), unit[0]);
  }
  function localise() {
    document.querySelectorAll("time.when:not([data-local])").forEach(function (element) {
      var instant = new Date(element.getAttribute("datetime"));
      if (!isNaN(instant)) {
        var near = element.dataset.relative === "true" && Math.abs(Date.now() - instant) < 7 * 86400000;
        element.title = near ? format.format(instant) : element.textContent;
        element.textContent = near ? relative(instant) : format.format(instant);
        element.setAttribute("data-local", "");
      }
    });
  }
  document.addEventListener("DOMContentLoaded", localise);
  if (window.jQuery) {
    window.jQuery(document).on("pfAjaxComplete", localise);
  }
})();

/* Whether nobody has begun something in what would be shown anew: a question, rows that are chosen, columns that are hidden. */
function yuzuriMayLook() {
  "use strict";
  return !document.querySelector(
    "#live details[open], .rows details[open], .rows input:checked, .rows th.ui-helper-hidden");
}

/* A pushed signal says only that something changed; the page asks for the change itself, at most
   once every two seconds, and not while nobody looks. */
var yuzuriSignal = (function () {
  "use strict";
  var PAUSE = 2000;
  var last = 0;
  var waiting = null;
  var missed = false;
  function look() {
    waiting = null;
    if (document.hidden) {
      missed = true;
    } else if (window.lookAgain && yuzuriMayLook()) {
      missed = false;
      last = Date.now();
      window.lookAgain();
    }
  }
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden && missed) {
      look();
    }
  });
  return function () {
    if (waiting === null) {
      waiting = window.setTimeout(look, Math.max(200, last + PAUSE - Date.now()));
    }
  };
})();

/* The installer's log stays at its end unless somebody reads further up. */
(function () {
  "use strict";
  function follow() {
    var log = document.getElementById("log");
    if (log && !log.matches(":focus")) {
      log.scrollTop = log.scrollHeight;
    }
  }
  document.addEventListener("DOMContentLoaded", follow);
  if (window.jQuery) {
    window.jQuery(document).on("pfAjaxComplete", follow);
  }
})();

/* Asks in a dialog for a proof of who somebody is, then presses the button again that needed it. */
var yuzuriProof = (function () {
  "use strict";
  var waiting = "";
  function dialog() {
    return document.getElementById("step-up");
  }
  function ask(button) {
    waiting = button;
    if (!dialog().open) {
      dialog().showModal();
    }
    document.getElementById("proof:secret").focus();
  }
  function answered(args) {
    if (!args || !args.proven) {
      document.getElementById("proof:secret").focus();
      return;
    }
    dialog().close();
    var button = document.getElementById(waiting);
    if (button) {
      button.click();
    }
  }
  document.addEventListener("DOMContentLoaded", function () {
    if (dialog() && dialog().dataset.waiting) {
      ask(dialog().dataset.waiting);
    }
  });
  document.addEventListener("click", function (event) {
    if (event.target.id === "step-up-close") {
      dialog().close();
    }
  });
  return { ask: ask, answered: answered };
})();

/* What a page shows once can be kept as a file. */
document.addEventListener("click", function (event) {
  "use strict";
  var shown = event.target.dataset && event.target.dataset.keep;
  if (shown) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob([document.getElementById(shown).textContent.trim() + "\n"], { type: "text/plain" }));
    link.download = shown + ".txt";
    link.click();
    URL.revokeObjectURL(link.href);
  }
});

/* A page that came back from a form has its address without what it is about: it is given that back, for whoever
   reloads it, or comes back to it from the log-in. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  var about = document.getElementById("about");
  if (about && !location.search) {
    history.replaceState(history.state, "", location.pathname + "?id=" + about.dataset.id + location.hash);
  }
});

/* What was typed stays in this tab until the next page, and is put back for the same person when a log-in came
   between: the session had ended; or the server had forgotten the page. Never passwords, codes or files. */
(function () {
  "use strict";
  var KEY = "yuzuri.typed";
  var KEPT = /^(text|email|number|date|datetime-local|select-one|textarea|checkbox|radio)$/;
  function who() {
    var viewer = document.getElementById("viewer");
    return viewer ? viewer.textContent : "";
  }
  function here() {
    return location.pathname + location.search;
  }
  document.addEventListener("input", function (event) {
    var form = event.target.form;
    if (!form || form.method !== "post" || !who()) {
      return;
    }
    var fields = Array.from(form.elements).filter(function (field) { return field.id && KEPT.test(field.type); });
    sessionStorage.setItem(KEY, JSON.stringify({ who: who(), at: here(), fields: fields.map(function (field) {
      return [field.id, /^(checkbox|radio)$/.test(field.type) ? field.checked : field.value];
    }) }));
  });
  document.addEventListener("DOMContentLoaded", function () {
    var kept = JSON.parse(sessionStorage.getItem(KEY) || "null");
    sessionStorage.removeItem(KEY);
    var loggedIn = /\/(login|code)\.xhtml/.test(document.referrer);
    var loadedAgain = document.getElementById("loaded-again");
    if (!kept || !(loggedIn || loadedAgain) || kept.who !== who() || kept.at !== here()) {
      return;
    }
    kept.fields.forEach(function (pair) {
      var field = document.getElementById(pair[0]);
      if (field) {
        field[typeof pair[1] === "boolean" ? "checked" : "value"] = pair[1];
      }
    });
    document.getElementById("typed-back").hidden = Boolean(loadedAgain);
  });
})();

/* A form that was sent is not sent twice by a second click; what comes back is a new page, or this one again. */
document.addEventListener("submit", function (event) {
  "use strict";
  if (event.target.dataset.sent && event.target.method === "post") {
    event.preventDefault();
  } else {
    event.target.dataset.sent = "1";
  }
});
window.addEventListener("pageshow", function () {
  "use strict";
  document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
});

/* A menu of the top bar closes by Escape, which leads back to its name, and by whatever is pressed beside it. */
(function () {
  "use strict";
  function open() {
    return document.querySelector("details.nav-menu[open]");
  }
  document.addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" ? open() : null;
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", function (event) {
    var menu = open();
    if (menu && !menu.contains(event.target)) {
      menu.open = false;
    }
  });
})();

/* Copies the text that a button names. */
document.addEventListener("click", function (event) {
  "use strict";
  var button = event.target.closest("button[data-copy]");
  if (button && navigator.clipboard) {
    navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent).then(function () {
      button.textContent = button.dataset.copied;
    });
  }
});
