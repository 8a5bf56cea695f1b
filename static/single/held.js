// The single file: everything that the site would fetch is inside the page, packed, and is handed out from here. No request
// is ever made, and the page's policy forbids them.

import * as explorer from "app";
import * as extras from "extras";
import * as present from "../present.js";

const PROGRAM = "app.wasm";
const EXTRAS = "extras.wasm";

class TooOld extends Error {
  words =
    "This browser is too old to unpack what is inside this file. You can still read the list of forces below. " +
    "Any browser from 2023 on can open all of it.";
}

// An index in JSON on the first line, [[name, bytes], ...], and the files in its order behind it.
async function unpack() {
  if (typeof DecompressionStream !== "function") throw new TooOld();
  const packed = Uint8Array.from(atob(document.getElementById("held").textContent), (char) => char.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let at = bytes.indexOf(10) + 1;
  const index = JSON.parse(new TextDecoder().decode(bytes.subarray(0, at)));
  return new Map(index.map(([name, length]) => [name, bytes.subarray(at, (at += length))]));
}

const files = unpack();
// Whoever asks is told; nothing else is to be said of it.
files.catch(() => {});

// The name of a file, from an address that is relative or made whole by the browser.
function name(address) {
  const folder = new URL(".", location.href.split("#")[0]).href;
  return String(address).replace(folder, "").split(/[?#]/)[0];
}

globalThis.fetch = async (address) => {
  const bytes = (await files).get(name(address));
  return new Response(bytes ?? "", { status: bytes ? 200 : 404 });
};

async function compiled(wasm) {
  return WebAssembly.compile((await files).get(wasm));
}

// What boot.js would fetch.
globalThis.held = {
  explorer: async () => [explorer, await compiled(PROGRAM)],
  part: async (name) => {
    if (name === "present") return present;
    await extras.default({ module_or_path: await compiled(EXTRAS) });
    return extras;
  },
};

// A file to be saved is none that a link could lead to.
addEventListener("click", async (event) => {
  const link = event.target.closest("a[download][href^='data/']");
  if (!link) return;
  event.preventDefault();
  const address = link.getAttribute("href");
  const saved = document.createElement("a");
  saved.href = URL.createObjectURL(new Blob([(await files).get(address)], { type: "text/plain" }));
  saved.download = address.split("/").pop();
  saved.click();
  setTimeout(() => URL.revokeObjectURL(saved.href), 1000);
});
