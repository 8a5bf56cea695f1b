// Reads files with the reading program, which runs in a worker, so that the page stays usable and a file that takes too long
// can be given up. Both are fetched when a file is first read.

const parts = globalThis.parts;

// How long reading one file may take.
const LIMIT_MS = 120_000;

// The worker, once it has the program.
let starting;
// Ends the reading of the file that is being read.
let giveUp;

// What the worker needs: its own address, and the script and the code of the program.
async function fetchProgram() {
  if (globalThis.held) return globalThis.held.reader();
  const [worker, script, wasm] = ["reading-worker", "reader", "reader-wasm"].map(parts.laterFile);
  const [module] = await Promise.all([parts.fetchChecked(wasm).then(parts.compile), parts.fetchChecked(worker), parts.fetchChecked(script)]);
  return { worker: parts.trust(worker.href), script: script.href, module };
}

async function startWorker() {
  const { worker: address, script, module } = await fetchProgram();
  // In the single file, the worker contains the program, and needs no modules.
  const worker = new Worker(address, { type: script ? "module" : "classic" });
  worker.postMessage({ script, module });
  return worker;
}

// Reads a file. Resolves with the answer of the program or, if there is none, with "!", a reason and an advice.
export async function read(file) {
  starting ??= startWorker();
  let worker;
  try {
    worker = await starting;
  } catch (error) {
    starting = undefined;
    throw error;
  }
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return "!the browser could not read it|Choose it again; it may have been moved.";
  return new Promise((resolve) => {
    const end = (answer) => {
      clearTimeout(timer);
      worker.onmessage = worker.onerror = null;
      resolve(answer);
    };
    giveUp = (words) => {
      worker.terminate();
      starting = undefined;
      end(words);
    };
    const timer = setTimeout(() => giveUp("!reading it took longer than two minutes, and was stopped|If it is a report, please send a problem report."), LIMIT_MS);
    const failed = () => giveUp("!the program that reads reports stopped because of an error|If it is a report, please send a problem report.");
    worker.onerror = failed;
    worker.onmessage = ({ data }) => (typeof data === "string" ? end(data) : failed());
    worker.postMessage({ name: file.name, bytes }, [bytes]);
  });
}

// Stops reading.
export function stop() {
  giveUp?.("");
}
