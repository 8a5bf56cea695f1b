// The worker in which findings are searched. Its first message brings the program, each other one a call. It answers each with a
// string, or with null if it has failed.

let finder;

async function answer({ script, module, name, argument }) {
  if (!module) return finder[name](argument);
  finder = await import(script);
  await finder.default({ module_or_path: module });
  return "";
}

addEventListener("message", async ({ data }) => {
  const said = await answer(data).catch((error) => console.warn(error));
  postMessage(said ?? null);
});
