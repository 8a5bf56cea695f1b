// The worker in which findings are searched. Its first message brings the program, each other one a call.

let finder;

addEventListener("message", async ({ data: { script, module, name, argument } }) => {
  if (module) {
    finder = await import(script);
    await finder.default({ module_or_path: module });
    postMessage("");
  } else {
    postMessage(finder[name](argument));
  }
});
