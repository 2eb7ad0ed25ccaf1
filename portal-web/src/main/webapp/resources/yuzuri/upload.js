/* Sends the files of a boot image one after the other, each as the bare body of a request of its own. */
(function () {
  "use strict";
  var waiting = [];
  var uploading = false;
  function form() {
    return document.querySelector("form[data-uploads]");
  }
  function say(text) {
    var messages = document.getElementById("messages");
    var note = document.createElement("div");
    note.className = "note error";
    note.setAttribute("role", "alert");
    note.textContent = text;
    messages.replaceChildren(note);
  }
  function upload(input, files) {
    files.forEach(function (file) {
      waiting.push({ file: file, role: input.dataset.role, progress: input.getAttribute("aria-describedby") });
    });
    if (!uploading) {
      next();
    }
  }
  function next() {
    uploading = waiting.length > 0;
    if (uploading) {
      send(waiting.shift());
    } else {
      window.showUploads();
    }
  }
  function send(one) {
    var progress = document.getElementById(one.progress);
    var request = new XMLHttpRequest();
    request.open("POST", form().dataset.uploads + "&role=" + one.role + "&name=" + encodeURIComponent(one.file.name));
    request.setRequestHeader("X-Yuzuri-Upload", "1");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    progress.hidden = false;
    progress.setAttribute("aria-label", one.file.name);
    request.upload.onprogress = function (event) {
      progress.value = event.loaded / event.total;
    };
    function failed(text) {
      progress.hidden = true;
      uploading = false;
      waiting = [];
      say(one.file.name + ": " + (text || form().dataset.broken));
    }
    request.onload = function () {
      if (request.status === 204) {
        progress.hidden = true;
        next();
      } else if (request.responseURL.indexOf("/login.xhtml") >= 0) {
        uploading = false;
        window.location.reload();
      } else {
        failed(request.responseText);
      }
    };
    request.onerror = function () {
      failed("");
    };
    request.send(one.file);
  }
  /* The files are the list's from now on: the same one may be chosen again. */
  function take(input) {
    var files = Array.from(input.files);
    if (files.length > 0) {
      input.value = "";
      upload(input, files);
    }
  }
  var INPUT = "form[data-uploads] input[type=file]";
  document.addEventListener("change", function (event) {
    if (event.target.matches(INPUT)) {
      take(event.target);
    }
  });
  document.addEventListener("dragover", function (event) {
    if (event.target.closest("form[data-uploads] .slot")) {
      event.preventDefault();
    }
  });
  document.addEventListener("drop", function (event) {
    var slot = event.target.closest("form[data-uploads] .slot");
    var input = slot && slot.querySelector("input[type=file]");
    if (input) {
      event.preventDefault();
      upload(input, Array.from(event.dataTransfer.files).slice(0, input.multiple ? undefined : 1));
    }
  });
  window.addEventListener("beforeunload", function (event) {
    if (uploading) {
      event.preventDefault();
    }
  });
  /* A file may have been chosen before this script was there. */
  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll(INPUT).forEach(take);
  });
})();
