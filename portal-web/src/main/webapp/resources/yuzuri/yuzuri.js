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
  function localise() {
    document.querySelectorAll("time.when:not([data-local])").forEach(function (element) {
      var instant = new Date(element.getAttribute("datetime"));
      if (!isNaN(instant)) {
        element.title = element.textContent;
        element.textContent = format.format(instant);
        element.setAttribute("data-local", "");
      }
    });
  }
  document.addEventListener("DOMContentLoaded", localise);
  if (window.jQuery) {
    window.jQuery(document).on("pfAjaxComplete", localise);
  }
})();

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
    } else if (window.lookAgain && !document.querySelector("#live details[open]")) {
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
