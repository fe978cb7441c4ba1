// Search and filter of the chronology. Without scripts the page shows everything and no dead controls.
(function () {
  "use strict";
  var tools = document.getElementById("tools");
  if (!tools) { return; }
  var rows = Array.prototype.slice.call(document.querySelectorAll("#chronology tbody tr"));
  var search = document.getElementById("search");
  var found = document.getElementById("found");
  var told = found.getAttribute("data-told");
  function texts() { return search.value.toLowerCase().split(/\s+/).filter(Boolean); }
  function chosen() {
    var box = tools.querySelector("input[name=show]:checked");
    return box ? box.value : "";
  }
  function fits(row, words, show) {
    var text = row.textContent.toLowerCase();
    var is_shown = show === "" || row.getAttribute("data-way") === show ||
      (show === "exhibits" && row.hasAttribute("data-exhibits"));
    return is_shown && words.every(function (word) { return text.indexOf(word) >= 0; });
  }
  function update() {
    var words = texts(), show = chosen(), count = 0;
    rows.forEach(function (row) {
      row.hidden = !fits(row, words, show);
      if (!row.hidden) { count += 1; }
    });
    found.textContent = told.replace("{n}", count).replace("{all}", rows.length);
  }
  tools.addEventListener("input", update);
  tools.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", function () {
    var row = document.getElementById(location.hash.slice(1));
    if (row && row.hidden) { search.value = ""; tools.querySelector("input[value='']").checked = true; update(); row.scrollIntoView(); }
  });
  tools.hidden = false;
  update();
})();
