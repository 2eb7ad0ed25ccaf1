/* Sends the files of a boot image one after the other, each as the bare body of a request of its own. */
(function () {
  "use strict";
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
  function send(input, files) {
    if (files.length === 0) {
      uploading = false;
      window.showUploads();
      return;
    }
    var file = files[0];
    var progress = document.getElementById(input.getAttribute("aria-describedby"));
    var request = new XMLHttpRequest();
    request.open("POST", form().dataset.uploads + "&role=" + input.dataset.role + "&name=" + encodeURIComponent(file.name));
    request.setRequestHeader("X-Yuzuri-Upload", "1");
    request.setRequestHeader("Content-Type", "application/octet-stream");
    progress.hidden = false;
    progress.setAttribute("aria-label", file.name);
    request.upload.onprogress = function (event) {
      progress.value = event.loaded / event.total;
    };
    function ended(text) {
      progress.hidden = true;
      uploading = false;
      say(text);
    }
    request.onload = function () {
      if (request.status === 204) {
        send(input, files.slice(1));
      } else if (request.responseURL.indexOf("/login.xhtml") >= 0) {
        window.location.reload();
      } else {
        ended(file.name + ": " + (request.responseText || form().dataset.broken));
      }
    };
    request.onerror = function () {
      ended(file.name + ": " + form().dataset.broken);
    };
    uploading = true;
    request.send(file);
  }
  document.addEventListener("change", function (event) {
    var input = event.target;
    if (input.matches("form[data-uploads] input[type=file]") && !uploading) {
      send(input, Array.from(input.files));
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
      if (!uploading) {
        send(input, Array.from(event.dataTransfer.files).slice(0, input.multiple ? undefined : 1));
      }
    }
  });
  window.addEventListener("beforeunload", function (event) {
    if (uploading) {
      event.preventDefault();
    }
  });
})();
