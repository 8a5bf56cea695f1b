// On paper a page has no address bar: its source line says where it is from.

// The folders of whoever prints from a file are nobody else's business.
function here() {
  return location.protocol === "file:" ? location.href.split("#")[0].split("/").pop() + location.hash : location.href;
}

addEventListener("beforeprint", () => {
  const built = document.querySelector("meta[name=built]").content;
  document.getElementById("source-line").textContent =
    `Printed from ${here()}` + (built && `, site built ${built}`) + ".";
});
