// The worker in which reports are read. Its first message brings the reading program, each other one a file.

let reader;

async function load(script, module) {
  // In the single file, the program is part of this script.
  const program = globalThis.heldReader ?? (await import(script));
  await program.default({ module_or_path: module });
  return program;
}

addEventListener("message", async ({ data: { script, module, name, bytes } }) => {
  if (module) {
    reader = load(script, module);
    reader.catch(() => {});
    return;
  }
  try {
    postMessage((await reader).read(name, new Uint8Array(bytes)));
  } catch (error) {
    console.warn(error);
    postMessage(null);
  }
});
