// Runs only in browsers without support for script modules, so it is written in ECMAScript 5.
(function () {
  var readable = document.documentElement.hasAttribute("data-single")
    ? "You can still read the forces and their newest grades below, but nothing else in this file works."
    : "You can still read this page and follow its links, but you cannot search, filter, compare, export or make a brief.";
  function showNotice() {
    var paragraph = document.createElement("p");
    paragraph.setAttribute("role", "alert");
    paragraph.appendChild(document.createTextNode("This browser is too old to run the program. " + readable));
    document.getElementById("notices").appendChild(paragraph);
  }
  if (document.getElementById("notices")) {
    showNotice();
  } else {
    document.addEventListener("DOMContentLoaded", showNotice);
  }
})();
