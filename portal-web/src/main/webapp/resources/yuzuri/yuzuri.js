/* Shows instants in the viewer's own time zone, also after a part of the page was replaced. */
(function () {
  "use strict";
  /* One for the page's life: each holds much memory that the collector does not see. */
  var language = document.documentElement.lang;
  /* English readers disagree on which number is the month: it is a word there. */
  var format = new Intl.DateTimeFormat(language, {
    year: "numeric", month: language === "ja" ? "2-digit" : "short", day: "2-digit",
    hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23"
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
