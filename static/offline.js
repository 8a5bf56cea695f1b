// The line in the footer that keeps the site for use without a network, and says truthfully whether it is kept.

const root = document.baseURI;
const workers = navigator.serviceWorker;
const OURS = `force-findings ${root} `;
let registration;
let failed;

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function dated(day) {
  return day ? `of ${day}` : "of an unknown day";
}

// Puts words and buttons into the line; the words are read out.
function say(words, ...buttons) {
  const place = document.getElementById("offline");
  place.querySelector("[data-offline]").hidden = true;
  const line = place.querySelector("span");
  line.replaceChildren(`${words} `);
  for (const [name, does] of buttons) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "quiet", textContent: name, onclick: does });
    line.append(button, " ");
  }
}

function leave() {
  const place = document.getElementById("offline");
  place.querySelector("span").replaceChildren();
  const button = place.querySelector("[data-offline]");
  button.hidden = false;
  button.focus();
}

function ask(worker, what) {
  return new Promise((answered) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => answered(data);
    worker.postMessage(what, [channel.port2]);
  });
}

const FORBIDDEN =
  "This browser does not let the site keep anything here, as in private windows or without https. The file that holds " +
  "everything, linked on the page About, works without a network too.";

async function why(name) {
  if (name !== "QuotaExceededError") {
    return "It could not be fetched whole: the network was lost, or the site is just being renewed. Nothing was kept.";
  }
  const needed = await size();
  const free = await navigator.storage?.estimate?.().then(({ quota, usage }) => quota - usage, () => undefined);
  // What browsers estimate is not always what they allow.
  const room = free < needed ? ` and there is room for ${megabytes(Math.max(0, free))}` : "";
  return `There is not enough room: ${megabytes(needed)} are needed${room}. Nothing was kept; the site works as before.`;
}

// How much is to be kept, as the worker's own list has it.
async function size() {
  const list = await (await fetch(`${root}service-worker.js`, { cache: "no-cache" })).text();
  const { files } = JSON.parse(list.slice(list.indexOf("{"), list.indexOf("\n")).replace(/;$/, ""));
  return files.reduce((sum, [, bytes]) => sum + bytes, 0);
}

// An installed app keeps itself, unless its reader has removed what it kept.
function refused(is) {
  try {
    if (is !== undefined) localStorage.setItem("keep-nothing", is ? "yes" : "");
    return localStorage.getItem("keep-nothing") === "yes";
  } catch {
    return false;
  }
}

async function keep() {
  failed = undefined;
  refused(false);
  say("Keeping all pages, texts and data on this device …");
  try {
    registration = await workers.register(`${root}service-worker.js`, { scope: root, updateViaCache: "none" });
  } catch (error) {
    // Nothing is fetched either where there is no network.
    return say(error.name === "SecurityError" ? FORBIDDEN : await why(error.name), ["Try again", keep], ["Not now", leave]);
  }
  follow(registration.installing);
  if (!registration.installing) await tell();
}

// What becomes of a version that is being fetched.
function follow(worker) {
  worker?.addEventListener("statechange", async () => {
    if (worker.state === "redundant" && !registration.active) {
      say(await why(await reason()), ["Try again", keep], ["Not now", leave]);
    } else if (worker.state === "installed" || worker.state === "activated") {
      await tell();
    }
  });
}

// What the worker said of its end, which may come a little later than the end itself.
async function reason() {
  for (let tries = 0; failed === undefined && tries < 10; tries += 1) {
    await new Promise((go) => setTimeout(go, 50));
  }
  return failed;
}

async function remove() {
  refused(true);
  await registration.unregister();
  const all = await caches.keys();
  await Promise.all(all.filter((name) => name.startsWith(OURS)).map((name) => caches.delete(name)));
  say("Nothing is kept on this device any more.", ["Keep it again", keep]);
}

// The reader of this very page asked for it. No other page is ever loaded anew.
function renew() {
  location.reload();
}

async function use() {
  workers.addEventListener("controllerchange", renew);
  const { others } = await ask(registration.waiting, "use");
  if (others > 0) {
    workers.removeEventListener("controllerchange", renew);
    const windows = others === 1 ? "the other window" : `the ${others} other windows`;
    return say(`The newer version comes once ${windows} of this site ${others === 1 ? "is" : "are"} closed.`, ["Try again", use]);
  }
}

async function refill() {
  say("Fetching what is missing …");
  const { failed } = await ask(registration.active, "refill");
  if (failed) return say(await why(failed), ["Try again", refill]);
  await tell();
}

// Says what is kept, and whether a newer version waits.
async function tell() {
  if (registration.waiting && registration.active) {
    const { built } = await ask(registration.waiting, "held");
    return say(`A newer version, ${dated(built)}, is here, whole.`, ["Use it", use]);
  }
  if (!registration.active) return;
  const { built, files, of, bytes } = await ask(registration.active, "held");
  if (files < of) {
    return say(`Only ${files} of ${of} files are kept: the browser has given up the others.`, ["Fetch them", refill], ["Remove all", remove]);
  }
  say(`All of this works without a network: version ${dated(built)}, ${megabytes(bytes)} kept on this device.`, ["Remove", remove]);
}

async function offer() {
  try {
    say(`All pages, texts and data, ${megabytes(await size())}, would be kept on this device.`, ["Keep them", keep], ["Not now", leave]);
  } catch {
    say("What is to be kept could not be fetched: there is no network.", ["Try again", offer], ["Not now", leave]);
  }
}

// `asked` is what the reader did: "offer" for the button in the footer, "keep" for installing the app, or nothing.
export async function start(asked) {
  if (!workers || !globalThis.caches) return asked && say(FORBIDDEN);
  try {
    registration ??= await workers.getRegistration(root);
  } catch {
    return asked && say(FORBIDDEN);
  }
  if (!registration && asked === "offer") return offer();
  // An installed app keeps what it shows; nothing else is kept unasked.
  const isApp = matchMedia("(display-mode: standalone)").matches && !refused();
  if (!registration) return (asked === "keep" || isApp) && keep();
  registration.addEventListener("updatefound", () => follow(registration.installing));
  await tell();
  registration.update().catch(() => {});
}

workers?.addEventListener("message", ({ data }) => {
  failed = data.failed;
});
