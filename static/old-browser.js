// Runs only in browsers without script modules, so it is written in their language.
(function () {
  function notice() {
    var paragraph = document.createElement("p");
    paragraph.setAttribute("role", "alert");
    paragraph.appendChild(document.createTextNode(
      "This browser is too old to run the program. You can still read this page and follow its links; " +
      "searching and filtering do not work."
    ));
    document.getElementById("notices").appendChild(paragraph);
  }
  if (document.getElementById("notices")) {
    notice();
  } else {
    document.addEventListener("DOMContentLoaded", notice);
  }
})();
