// Starts the explorer. Until it runs, and wherever it cannot run, the page keeps its prerendered text and links.

const READABLE =
  globalThis.held?.readable ??
  "You can still read this page and follow its links, but you cannot search, filter, compare, export or make a brief.";

const RELOAD = "Reload the page to try again.";
const RELOAD_BUTTON = ["Reload", () => location.reload()];
const NEWER = "A newer version of this site is out, and this page needs a file that is no longer there. Reload the page.";

// Buttons that share are shown only where the device has its own way to share.
if (navigator.share) document.documentElement.dataset.shares = "";

// Shows a notice above the page, with buttons, each a label and what it does. It stays until it is removed.
function showNotice(words, ...buttons) {
  document.getElementById("starting")?.remove();
  const paragraph = document.createElement("p");
  paragraph.setAttribute("role", "alert");
  paragraph.append(words);
  for (const [label, onclick] of buttons) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "take", textContent: label, onclick });
    paragraph.append(" ", button);
  }
  document.getElementById("notices").append(paragraph);
  return paragraph;
}

// How long the host is asked what is lost before the notice is shown without knowing.
const CHECK_MS = 4000;

// The notice about what could not be loaded, of which there is at most one. It stays until it is read and closed, or until
// the same or something else could be loaded.
let failureNotice;

function closeFailureNotice() {
  failureNotice?.remove();
  failureNotice = undefined;
}

// Says that something could not be loaded and what to do: in general `remedy`, but if a newer version of the site has
// replaced the files of this page, only reloading helps.
async function reportFailure(words, remedy, address) {
  const isOutdated = await hasLostFiles(address);
  closeFailureNotice();
  const buttons = isOutdated || remedy === RELOAD ? [RELOAD_BUTTON] : [];
  failureNotice = showNotice(`${words} ${isOutdated ? NEWER : remedy}`, ...buttons, ["Close", closeFailureNotice]);
  failureNotice.className = "failure";
}

// Whether a file with this address, or any that the page may still load, is gone from the host.
async function hasLostFiles(address) {
  if (globalThis.held) return false;
  const named = [...document.querySelectorAll("link[rel=stylesheet], link[id]")].map((link) => /** @type {HTMLLinkElement} */ (link).href);
  const parts = [...document.querySelectorAll("meta[data-integrity]")].map((file) => laterFile(file.getAttribute("name")).href);
  const isGone = ({ status }) => status === 404 || status === 410;
  // A host that does not answer must not keep the reader waiting for the notice.
  const check = (file) => {
    const signal = AbortSignal.timeout?.(CHECK_MS);
    return fetch(file, { method: "HEAD", cache: "no-store", signal }).then(isGone, () => false);
  };
  return (await Promise.all([...named, ...parts, ...(address ? [address] : [])].map(check))).includes(true);
}

function link(id) {
  return /** @type {HTMLLinkElement} */ (document.getElementById(id));
}

async function loadExplorer() {
  if (globalThis.held) return globalThis.held.explorer();
  const wasm = fetchChecked(link("program-wasm")).then(compile);
  return Promise.all([import(link("program").href), wasm]);
}

// Fetches a file and compares it with its digest. A host that sends anything else has failed to send the file. The browser
// may have kept what was sent at some other time, so it is asked once more without its cache.
async function fetchChecked({ href, integrity }) {
  const response = await fetch(href, { integrity }).catch(() => fetch(href, { integrity, cache: "reload" }));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response;
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
    showNotice("The program stopped because of an error. You can still read this page. Reload it to continue.", RELOAD_BUTTON);
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
    if (error.userMessage) showNotice(error.userMessage);
    else await reportFailure(`The program could not be loaded. ${READABLE}`, RELOAD);
    return;
  }
  try {
    await program.default({ module_or_path: module });
    reportPanics();
  } catch (error) {
    console.warn(error);
    delete document.documentElement.dataset.opening;
    await reportFailure(`The program could not be started. ${READABLE}`, RELOAD);
  }
}

// Modules that are loaded when they are first needed. Some browsers cache the failure to load a module, so each new
// attempt uses an address of its own.
const modules = new Map();
let failedAttempts = 0;

function laterFile(name) {
  const meta = /** @type {HTMLMetaElement} */ (document.querySelector(`meta[name="${name}"]`));
  return { href: new URL(meta.content, document.baseURI).href, integrity: meta.dataset.integrity };
}

// `import()` compares no digest. The file is fetched before, and then taken from the cache of the browser.
async function loadModule(name) {
  if (globalThis.held) return globalThis.held.part(name);
  const { href, integrity } = laterFile(name);
  const address = href + (failedAttempts ? `?try=${failedAttempts}` : "");
  const [, wasm] = await Promise.all([
    fetchChecked({ href: address, integrity }),
    name === "extras" ? fetchChecked(laterFile("extras-wasm")).then(compile) : undefined,
  ]);
  const module = await import(address);
  if (wasm) await module.default({ module_or_path: wasm });
  return module;
}

// Calls a function of a module with an argument: a string, or files.
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

// The same for the programs. If it fails, there is a notice that says so: the words with which the function failed, or
// that the module could not be loaded.
async function callPart(name, functionName, argument) {
  try {
    const said = await callModule(name, functionName, argument);
    closeFailureNotice();
    return said;
  } catch (error) {
    const words = typeof error === "string" ? error : "The part of the program that does this could not be loaded.";
    await reportFailure(words, "Try again.");
    throw error;
  }
}

// Where a page may not store anything, as in a frame without rights, some browsers throw an error here.
function serviceWorkers() {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

const workers = serviceWorkers();

// The policy of the page allows scripts of workers by their address only through this, which knows three addresses.
const policy = globalThis.trustedTypes?.createPolicy("force-findings", {
  createScriptURL: (address) => {
    const workerFiles = ["reading-worker", "finding-worker"].map((name) => laterFile(name).href);
    const known = [new URL("service-worker.js", document.baseURI).href, ...workerFiles];
    if (known.includes(address)) return address;
    throw new TypeError(`${address} is not a script of this site`);
  },
});
const trust = (address) => /** @type {string} */ (/** @type {unknown} */ (policy?.createScriptURL(address) ?? address));

globalThis.parts = { call: callPart, failed: reportFailure, recovered: closeFailureNotice, workers, trust, laterFile, fetchChecked, compile };

// Files that are dropped on a page are opened as reports, except by fields that take files themselves.
const hasFiles = ({ target, dataTransfer }) => dataTransfer?.types.includes("Files") && target.type !== "file";
addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
addEventListener("drop", (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  callPart("extras", "open", [...event.dataTransfer.files]).catch(() => {});
});

// Unless the user asks for it, the offline script is only loaded where the site is saved for offline use or installed
// as an app.
if (!globalThis.held) {
  const isApp = matchMedia("(display-mode: standalone)").matches;
  const start = (request) => callModule("offline", "start", request).catch(() => {});
  if (workers?.controller || isApp) start("");
  // Another window has saved the site.
  workers?.addEventListener("controllerchange", () => start(""));
  addEventListener("appinstalled", () => start("keep"));
}

startExplorer();
