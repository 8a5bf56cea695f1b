// Starts the explorer. Until it runs, and wherever it cannot run, the page keeps its prerendered text and links.

const READABLE =
  globalThis.held?.readable ??
  "You can still read this page and follow its links, but you cannot search, filter, compare, export or make a brief.";

function showNotice(words) {
  const paragraph = document.createElement("p");
  paragraph.setAttribute("role", "alert");
  paragraph.textContent = words;
  document.getElementById("notices").append(paragraph);
}

function linkAddress(id) {
  return /** @type {HTMLLinkElement} */ (document.getElementById(id)).href;
}

async function loadExplorer() {
  if (globalThis.held) return globalThis.held.explorer();
  const [program, wasm] = await Promise.all([import(linkAddress("program")), fetch(linkAddress("program-wasm"))]);
  if (!wasm.ok) throw new Error(`${wasm.url}: ${wasm.status}`);
  return [program, await compile(wasm)];
}

// Compiling while it downloads needs the media type of WebAssembly, which not every host sends.
async function compile(response) {
  const isTyped = response.headers.get("Content-Type")?.startsWith("application/wasm");
  if (isTyped && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

// A panic in the program is a WebAssembly trap, at the start or at any later event. After it the program no longer
// responds.
function reportPanics() {
  let stopped = false;
  const check = (error) => {
    if (stopped || !(error instanceof WebAssembly.RuntimeError)) return;
    stopped = true;
    showNotice("The program stopped because of an error. You can still read this page. Reload it to continue.");
  };
  addEventListener("error", (event) => check(event.error));
  addEventListener("unhandledrejection", (event) => check(event.reason));
}

async function startExplorer() {
  if (typeof WebAssembly !== "object") {
    showNotice(`This browser cannot run WebAssembly, which the program needs. ${READABLE}`);
    return;
  }
  let program, module;
  try {
    [program, module] = await loadExplorer();
  } catch (error) {
    console.warn(error);
    delete document.documentElement.dataset.opening;
    showNotice(error.userMessage ?? `The program could not be loaded. ${READABLE} Reload the page to try again.`);
    return;
  }
  try {
    await program.default({ module_or_path: module });
    reportPanics();
  } catch (error) {
    console.warn(error);
    delete document.documentElement.dataset.opening;
    showNotice(`The program could not be started. ${READABLE} Reload the page to try again.`);
  }
}

// Modules that are loaded when they are first needed. Some browsers cache the failure to load a module, so each new
// attempt uses an address of its own.
const modules = new Map();
let failedAttempts = 0;

function metaAddress(name) {
  const meta = /** @type {HTMLMetaElement} */ (document.querySelector(`meta[name="${name}"]`));
  return new URL(meta.content, document.baseURI).href;
}

async function loadModule(name) {
  if (globalThis.held) return globalThis.held.part(name);
  const module = await import(metaAddress(name) + (failedAttempts ? `?try=${failedAttempts}` : ""));
  if (name === "extras") await module.default({ module_or_path: metaAddress("extras-wasm") });
  return module;
}

// Calls a function of a module with a string. The programs call it as `parts.call`.
async function callModule(name, functionName, argument) {
  if (!modules.has(name)) modules.set(name, loadModule(name));
  let module;
  try {
    module = await modules.get(name);
  } catch (error) {
    modules.delete(name);
    failedAttempts += 1;
    console.warn(error);
    throw error;
  }
  return (await module[functionName](argument)) ?? "";
}

globalThis.parts = { call: callModule };

// Unless the user asks for it, the offline script is only loaded where the site is saved for offline use or installed
// as an app.
if (!globalThis.held) {
  const isApp = matchMedia("(display-mode: standalone)").matches;
  if (navigator.serviceWorker?.controller || isApp) callModule("offline", "start", "").catch(() => {});
  addEventListener("appinstalled", () => callModule("offline", "start", "keep").catch(() => {}));
}

startExplorer();
