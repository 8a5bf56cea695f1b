// The single file contains everything that the site would fetch, compressed; this script unpacks and serves it. It makes
// no network requests, and the content security policy forbids them.

import * as explorer from "app";
import * as extras from "extras";
import * as finder from "finder";
import * as finding from "../finding.js";
import * as present from "../present.js";
import * as reading from "../reading.js";

const EXPLORER_WASM = "app.wasm";
const EXTRAS_WASM = "extras.wasm";
const FINDER_WASM = "finder.wasm";
const READER_WASM = "reader.wasm";
const READER_SCRIPT = "reading-worker.js";

// What still works if the program cannot run: links lead to pages that only the program can show.
const READABLE = "You can still read the forces and their newest grades below, but nothing else in this file works.";

class TooOld extends Error {
  userMessage = `This browser is too old to unpack this file. ${READABLE} Any browser from 2023 or later can open all of it.`;
}

// The unpacked format: the first line is an index in JSON, [[name, length in bytes], ...]; the files follow in its
// order.
async function unpack() {
  if (typeof DecompressionStream !== "function") throw new TooOld();
  const compressed = Uint8Array.from(atob(document.getElementById("held").textContent), (char) => char.charCodeAt(0));
  const stream = new Blob([compressed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let offset = bytes.indexOf(10) + 1;
  const index = JSON.parse(new TextDecoder().decode(bytes.subarray(0, offset)));
  return new Map(index.map(([name, length]) => [name, bytes.subarray(offset, (offset += length))]));
}

const files = unpack();
// Each caller that awaits the files handles the failure; this only prevents an "unhandled rejection" event.
files.catch(() => {});

// The name of a file, from an address that is relative or was resolved by the browser.
function fileName(address) {
  const folder = new URL(".", location.href.split("#")[0]).href;
  return String(address).replace(folder, "").split(/[?#]/)[0];
}

globalThis.fetch = async (address) => {
  const bytes = (await files).get(fileName(address));
  return new Response(bytes ?? "", { status: bytes ? 200 : 404 });
};

async function compile(name) {
  return WebAssembly.compile((await files).get(name));
}

// Provides what boot.js would fetch on a site.
globalThis.held = {
  readable: READABLE,
  explorer: async () => [explorer, await compile(EXPLORER_WASM)],
  part: async (name) => {
    if (name === "present") return present;
    if (name === "reading") return reading;
    if (name === "finding") return finding;
    await extras.default({ module_or_path: await compile(EXTRAS_WASM) });
    return extras;
  },
  finder: async () => {
    await finder.default({ module_or_path: await compile(FINDER_WASM) });
    return finder;
  },
  reader: async () => {
    const script = new Blob([(await files).get(READER_SCRIPT)], { type: "text/javascript" });
    const worker = URL.createObjectURL(script);
    // It is still needed while the worker starts.
    setTimeout(() => URL.revokeObjectURL(worker), 10_000);
    return { worker, module: await compile(READER_WASM) };
  },
};

// Downloads of source texts: the link's address does not exist here, so the file is offered as a blob.
addEventListener("click", async (event) => {
  const link = /** @type {Element} */ (event.target).closest("a[download][href^='data/']");
  if (!link) return;
  event.preventDefault();
  const address = link.getAttribute("href");
  const download = document.createElement("a");
  download.href = URL.createObjectURL(new Blob([(await files).get(address)], { type: "text/plain" }));
  download.download = address.split("/").pop();
  download.click();
  setTimeout(() => URL.revokeObjectURL(download.href), 1000);
});
