// The keys that work everywhere: "/" goes to the search field, "?" lists all keys.
//
// A reader may turn them off: speech input can type letters that were not meant as keys (WCAG 2.1.4).

const SETTING = "single-keys";
let off = false;

function remembered() {
  try {
    return localStorage.getItem(SETTING) === "off";
  } catch {
    return off;
  }
}

function remember(isOff) {
  off = isOff;
  try {
    localStorage.setItem(SETTING, isOff ? "off" : "on");
  } catch {
    // Without storage the choice holds for this page.
  }
}

const act = {
  "/": () => document.getElementById("search")?.focus(),
  "?": () => {
    document.getElementById("keys-off").checked = off;
    document.getElementById("keys").showModal();
  },
};

document.addEventListener("keydown", (event) => {
  const isTyped = event.target.matches("input:not([type=checkbox]), textarea, select");
  if (off || isTyped || event.ctrlKey || event.altKey || event.metaKey || !(event.key in act)) return;
  event.preventDefault();
  act[event.key]();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys]")) act["?"]();
});

document.addEventListener("change", (event) => {
  if (event.target.id === "keys-off") remember(event.target.checked);
});

off = remembered();
