/* Shows instants in the viewer's own time zone, also after a part of the page was replaced. */
(function () {
  "use strict";
  function localise() {
    var format = new Intl.DateTimeFormat(document.documentElement.lang, {
      year: "numeric", month: "2-digit", day: "2-digit",
      hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false
    });
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

/* A pushed signal says only that something changed; the page asks for the change itself. Signals
   that come close together are answered by one question. */
var yuzuriWaiting;
function yuzuriSignal() {
  "use strict";
  window.clearTimeout(yuzuriWaiting);
  yuzuriWaiting = window.setTimeout(function () {
    if (window.lookAgain && !document.querySelector("#live details[open]")) {
      window.lookAgain();
    }
  }, 300);
}

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
