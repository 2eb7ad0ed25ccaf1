/* What is written and not saved stays in this tab, also across a log-in or a reload. */
var yuzuriDraft = (function () {
  "use strict";
  var SAVING = "yuzuri.saving";

  /* options: slot, saved, isUnsaved, read(), put(text), form. Returns what is called at each change. */
  return function (options) {
    var slot = "yuzuri.draft." + options.slot;
    var saved = options.saved;
    var leaving = false;

    /* New settings have an address of their own once they are saved. */
    function dropSavedAsNew() {
      var before = window.sessionStorage.getItem(SAVING);
      window.sessionStorage.removeItem(SAVING);
      if (before && before !== slot && window.sessionStorage.getItem(before) === saved) {
        window.sessionStorage.removeItem(before);
      }
    }

    function keep() {
      if (options.read() === saved) {
        window.sessionStorage.removeItem(slot);
      } else {
        window.sessionStorage.setItem(slot, options.read());
      }
    }

    function discard() {
      document.getElementById("draft").hidden = true;
      options.put(saved);
      keep();
    }

    dropSavedAsNew();
    var kept = window.sessionStorage.getItem(slot);
    if (options.isUnsaved) {
      saved = null;
    } else if (kept !== null && kept !== saved) {
      options.put(kept);
      document.getElementById("draft").hidden = false;
      document.getElementById("draft-discard").addEventListener("click", discard);
    } else {
      window.sessionStorage.removeItem(slot);
    }
    options.form.addEventListener("submit", function () {
      leaving = true;
      window.sessionStorage.setItem(SAVING, slot);
    });
    window.addEventListener("beforeunload", function (event) {
      if (!leaving && options.read() !== saved) {
        event.preventDefault();
      }
    });
    return keep;
  };
})();
