// On paper a page has no address bar: its source line says where it is from.

addEventListener("beforeprint", () => {
  const built = document.querySelector("meta[name=built]").content;
  document.getElementById("source-line").textContent =
    `Printed from ${location.href}` + (built && `, site built ${built}`) + ".";
});
