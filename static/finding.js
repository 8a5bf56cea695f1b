// Searches and filters the findings with the finding program. It runs in a worker, so that typing never waits for it; in the
// single file it runs in the page.

const parts = globalThis.parts;

// A promise of something that carries out the calls of the program.
let starting;

async function start() {
  if (globalThis.held) {
    const finder = await globalThis.held.finder();
    return async (name, argument) => finder[name](argument);
  }
  const [address, script, wasm] = ["finding-worker", "finder", "finder-wasm"].map(parts.laterFile);
  const [module] = await Promise.all([parts.fetchChecked(wasm).then(parts.compile), parts.fetchChecked(address), parts.fetchChecked(script)]);
  const worker = new Worker(parts.trust(address.href), { type: "module" });
  const ask = (message) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data === null ? reject(new Error("the finding program failed")) : resolve(data));
      worker.onerror = reject;
      worker.postMessage(message);
    });
  await ask({ script: script.href, module });
  return (name, argument) => ask({ name, argument });
}

// One question at a time. Of lists that are asked for while another is made, only the last is made.
let busy = Promise.resolve();
let asked = 0;

async function run(name, argument, isWanted = () => true) {
  starting ??= start();
  const turn = busy.then(async () => {
    const call = await starting;
    return isWanted() ? call(name, argument) : "";
  });
  busy = turn.catch(() => {
    // The next question starts anew.
    starting = undefined;
  });
  return turn;
}

// Gives the program the data to search in. Resolves with the reason why they cannot be read; empty if they can.
export function load(json) {
  return run("load", json);
}

// Gives the program data without findings, with a catalogue that was made ahead of time.
export function loadPrepared(data) {
  return run("load_prepared", data);
}

// Gives the program something that was missing: its name on the first line, then its text.
export function addPart(named) {
  return run("add_part", named);
}

// Resolves with the names of what is missing of that which the list of an address says beside the findings, a line each.
export function missingBesides(address) {
  return run("missing_besides", address);
}

// Resolves with the list of findings of an address, or with "?" and the names of what it needs and that is not there yet, a line
// each; empty if another was asked for meanwhile.
export function list(address) {
  const number = ++asked;
  return run("list", address, () => number === asked);
}
