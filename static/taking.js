// What takes a table, a quotation or a picture away is a program of its own, fetched when it is first wanted.
let taking;

function meta(name) {
  return new URL(document.querySelector(`meta[name="${name}"]`).content, document.baseURI).href;
}

async function take(what, of) {
  taking ??= import(meta("take")).then(async (program) => {
    await program.default({ module_or_path: meta("take-wasm") });
    return program;
  });
  try {
    return await (await taking).take(what, of);
  } catch (error) {
    taking = undefined;
    console.warn(error);
    return "This could not be taken away: the part of the program that does it could not be loaded. Try again.";
  }
}

function say(words) {
  const place = document.getElementById("said");
  place.textContent = words;
  setTimeout(() => place.textContent === words && (place.textContent = ""), 5000);
}

addEventListener("click", async (event) => {
  const button = event.target.closest("[data-take]");
  if (button) say(await take(...button.dataset.take.split(" ")));
});
