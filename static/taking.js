// What sets forces side by side, and takes a table, a quotation or a picture away, is a program of its own, fetched when
// it is first wanted.
const LOST = "The part of the program that does this could not be loaded. Try again.";
let fetched;

function meta(name) {
  return new URL(document.querySelector(`meta[name="${name}"]`).content, document.baseURI).href;
}

async function load() {
  if (globalThis.held) return globalThis.held.take();
  const program = await import(meta("take"));
  await program.default({ module_or_path: meta("take-wasm") });
  return program;
}

async function call(name, ...words) {
  fetched ??= load();
  try {
    return await (await fetched)[name](...words);
  } catch (error) {
    fetched = undefined;
    console.warn(error);
    return undefined;
  }
}

function say(words) {
  const place = document.getElementById("said");
  place.textContent = words;
  setTimeout(() => place.textContent === words && (place.textContent = ""), 5000);
}

addEventListener("click", async (event) => {
  const button = event.target.closest("[data-take]");
  if (button) say((await call("take", ...button.dataset.take.split(" "))) ?? LOST);
});

// A part that is a script of its own, fetched when it is first wanted.
function part(name) {
  return globalThis.held ? globalThis.held.part(name) : import(meta(name));
}

async function showBrief() {
  try {
    const [brief, { present }, share] = await Promise.all(["brief", "present", "share"].map(part));
    if (!globalThis.held && !document.getElementById("brief-styles")) {
      const styles = document.createElement("link");
      Object.assign(styles, { id: "brief-styles", rel: "stylesheet", href: meta("brief-styles") });
      document.head.append(styles);
    }
    await brief.show({ call, say, share, present });
  } catch (error) {
    console.warn(error);
    say(LOST);
  }
}

// Keeping the site for use without a network: fetched where it is kept, where the app is installed, or when asked for.
async function offline(asked) {
  (await import(meta("offline"))).start(asked);
}

if (!globalThis.held) {
  if (navigator.serviceWorker?.controller || matchMedia("(display-mode: standalone)").matches) offline();
  addEventListener("appinstalled", () => offline("keep"));
  addEventListener("click", (event) => event.target.closest("[data-offline]") && offline("offer"));
}

// Only the tables of the address that is shown last are put in, whichever come first.
let visit = 0;

async function show() {
  visit += 1;
  if (document.getElementById("brief")) return showBrief();
  if (!document.getElementById("compare")) return;
  const asked = visit;
  const tables = await call("compare");
  const place = document.getElementById("compare");
  if (asked !== visit || !place) return;
  const hadFocus = place.contains(document.activeElement);
  if (tables === undefined) return say(LOST);
  place.innerHTML = tables;
  place.dataset.shown = location.href;
  if (hadFocus) document.getElementById("count")?.focus();
}

document.addEventListener("visited", show);
// The program may have drawn the page before this script came.
if (document.documentElement.dataset.ready) show();

// A form that leads to another address of the site is followed as a link is, so that nothing is loaded anew.
addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("#compare form") || event.defaultPrevented) return;
  event.preventDefault();
  const link = document.createElement("a");
  link.href = `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;
  form.append(link);
  link.click();
  link.remove();
});
