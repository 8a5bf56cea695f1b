// Starts the program. Until it runs, and wherever it cannot, the page is the words and links that it was sent with.

const READABLE = "You can still read this page and follow its links; searching and filtering do not work.";

function notice(words) {
  const paragraph = document.createElement("p");
  paragraph.setAttribute("role", "alert");
  paragraph.textContent = words;
  document.getElementById("notices").append(paragraph);
}

function address(id) {
  return document.getElementById(id).href;
}

async function explorer() {
  if (globalThis.held) return globalThis.held.explorer();
  const [program, wasm] = await Promise.all([import(address("program")), fetch(address("program-wasm"))]);
  if (!wasm.ok) throw new Error(`${wasm.url}: ${wasm.status}`);
  return [program, await WebAssembly.compileStreaming(wasm)];
}

// A panic traps, at the start or at any click later, and nothing in the program answers after it.
function watch() {
  let stopped = false;
  const check = (error) => {
    if (stopped || !(error instanceof WebAssembly.RuntimeError)) return;
    stopped = true;
    notice("The program stopped because of a fault. What is on this page can still be read; reload it to go on.");
  };
  addEventListener("error", (event) => check(event.error));
  addEventListener("unhandledrejection", (event) => check(event.reason));
}

async function boot() {
  if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) {
    notice(`This browser cannot run WebAssembly, which the program is made of. ${READABLE}`);
    return;
  }
  let program, module;
  try {
    [program, module] = await explorer();
  } catch (error) {
    console.warn(error);
    delete document.documentElement.dataset.opening;
    notice(error.words ?? `The program could not be loaded. ${READABLE} Reload the page to try again.`);
    return;
  }
  try {
    await program.default({ module_or_path: module });
    watch();
  } catch (error) {
    console.warn(error);
    delete document.documentElement.dataset.opening;
    notice(`The program could not be started. ${READABLE} Reload the page to try again.`);
  }
}

// Parts of the site that are fetched when they are first wanted. Some browsers remember that a module could not be fetched,
// so that each try has an address of its own.
const loaded = new Map();
let failures = 0;

function meta(name) {
  return new URL(document.querySelector(`meta[name="${name}"]`).content, document.baseURI).href;
}

async function load(name) {
  if (globalThis.held) return globalThis.held.part(name);
  const part = await import(meta(name) + (failures ? `?try=${failures}` : ""));
  if (name === "extras") await part.default({ module_or_path: meta("extras-wasm") });
  return part;
}

// Calls a function of a part with words; the programs call it as `parts.call`.
async function call(name, does, words) {
  if (!loaded.has(name)) loaded.set(name, load(name));
  let part;
  try {
    part = await loaded.get(name);
  } catch (error) {
    loaded.delete(name);
    failures += 1;
    console.warn(error);
    throw error;
  }
  return (await part[does](words)) ?? "";
}

globalThis.parts = { call };

// What is kept for use without a network is looked after where something is kept, or where the site is installed.
if (!globalThis.held) {
  const isApp = matchMedia("(display-mode: standalone)").matches;
  if (navigator.serviceWorker?.controller || isApp) call("offline", "start", "").catch(() => {});
  addEventListener("appinstalled", () => call("offline", "start", "keep").catch(() => {}));
}

boot();
