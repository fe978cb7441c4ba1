// Copy buttons. Without scripts the page shows every text and no dead controls.
(function () {
  "use strict";
  var told = document.getElementById("told");
  function mark(text) {
    var range = document.createRange(), marked = window.getSelection();
    range.selectNodeContents(text);
    marked.removeAllRanges();
    marked.addRange(range);
  }
  function say(button, text) {
    told.textContent = text;
    button.textContent = text;
    button.classList.add("copied");
    window.setTimeout(function () {
      button.textContent = button.getAttribute("data-say");
      button.classList.remove("copied");
    }, 2000);
  }
  function byHand(button, text) {
    mark(text);
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    if (done) { say(button, button.getAttribute("data-done")); } else { told.textContent = told.getAttribute("data-mark"); }
  }
  Array.prototype.forEach.call(document.querySelectorAll("button[data-copies]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var text = document.getElementById(button.getAttribute("data-copies"));
      if (!navigator.clipboard) { byHand(button, text); return; }
      navigator.clipboard.writeText(text.textContent).then(
        function () { say(button, button.getAttribute("data-done")); },
        function () { byHand(button, text); }
      );
    });
  });
})();
