/* Puts the chosen file's text into the field that is sent. */
document.addEventListener("DOMContentLoaded", function () {
  "use strict";
  var file = document.getElementById("file");
  file.addEventListener("change", function () {
    if (file.files.length === 1) {
      file.files[0].text().then(function (text) {
        document.getElementById(file.getAttribute("data-into")).value = text;
      });
    }
  });
});
