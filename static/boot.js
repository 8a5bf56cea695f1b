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

async function load() {
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
    [program, module] = await load();
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

boot();
