// The worker in which reports are read. Its first message brings the reading program, each other one a file.

let reader;

async function load(script, module) {
  // In the single file, the program is part of this script.
  reader = globalThis.heldReader ?? (await import(script));
  await reader.default({ module_or_path: module });
}

addEventListener("message", async ({ data: { script, module, name, bytes } }) => {
  if (module) {
    await load(script, module).then(() => postMessage("ready"), (error) => postMessage(String(error)));
    return;
  }
  try {
    postMessage(reader.read(name, new Uint8Array(bytes)));
  } catch (error) {
    console.warn(error);
    postMessage(null);
  }
});
