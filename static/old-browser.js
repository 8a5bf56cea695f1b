// Runs only in browsers without support for script modules, so it is written in ECMAScript 5.
(function () {
  function showNotice() {
    var paragraph = document.createElement("p");
    paragraph.setAttribute("role", "alert");
    paragraph.appendChild(document.createTextNode(
      "This browser is too old to run the program. You can still read this page and follow its links; " +
      "searching and filtering do not work."
    ));
    document.getElementById("notices").appendChild(paragraph);
  }
  if (document.getElementById("notices")) {
    showNotice();
  } else {
    document.addEventListener("DOMContentLoaded", showNotice);
  }
})();
