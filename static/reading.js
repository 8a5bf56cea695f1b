// Reads files with the reading program, which runs in a worker, so that the page stays usable and a file that takes too long
// can be given up. Both are fetched when a file is first read.

const parts = globalThis.parts;

// How long reading one file may take, with fetching the program.
const LIMIT_MS = 120_000;

// What is answered in place of an answer of the program: "!", a reason and an advice.
const TOO_LONG = "!it was not read within two minutes|If it is a report, please send a problem report.";
const CRASHED = "!the program that reads reports stopped because of an error|If it is a report, please send a problem report.";
const UNREADABLE = "!the browser could not read it|Choose it again; it may have been moved.";
const STOPPED = "!reading it was stopped|Choose it again to read it.";

// The worker, once it has the program.
let starting;
// Answers in place of the program for the file that is being read.
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
  await new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data === "ready" ? resolve(data) : reject(new Error(data)));
    worker.onerror = reject;
    worker.postMessage({ script, module });
  });
  return worker;
}

// Ends the worker. The next file gets a new one.
function endWorker() {
  starting?.then((worker) => worker.terminate(), () => {});
  starting = undefined;
}

async function readInWorker(file) {
  starting ??= startWorker();
  const [worker, bytes] = await Promise.all([starting, file.arrayBuffer().catch(() => undefined)]);
  if (!bytes) return UNREADABLE;
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data ?? CRASHED);
    worker.onerror = () => resolve(CRASHED);
    worker.postMessage({ name: file.name, bytes }, [bytes]);
  });
}

// Reads a file, one at a time. Resolves with the answer of the program, or with what stands in place of one. Fails if the
// program cannot be loaded.
export async function read(file) {
  const givenUp = new Promise((resolve) => (giveUp = resolve));
  const timer = setTimeout(() => giveUp(TOO_LONG), LIMIT_MS);
  try {
    const answer = await Promise.race([givenUp, readInWorker(file)]);
    if ([TOO_LONG, CRASHED, STOPPED].includes(answer)) endWorker();
    return answer;
  } catch (error) {
    endWorker();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

// Stops reading, if a file is being read.
export function stop() {
  giveUp?.(STOPPED);
}
