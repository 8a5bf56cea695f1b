// The line in the footer that saves the site for offline use, and says exactly what is saved.

const root = document.baseURI;
const workerAddress = `${root}service-worker.js`;
const workers = globalThis.parts.workers;
const CACHE_PREFIX = `force-findings ${root} `;
let registration;
// The name of the error with which the worker's installation ended.
let installError;

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function offlineButton(place) {
  return /** @type {HTMLButtonElement} */ (place.querySelector("[data-command]"));
}

// Shows a message and buttons in the line. The message is read out by screen readers.
function showMessage(message, ...buttons) {
  const place = document.getElementById("offline");
  offlineButton(place).hidden = true;
  const line = place.querySelector("span");
  line.replaceChildren(`${message} `);
  for (const [label, onclick] of buttons) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "quiet", textContent: label, onclick });
    line.append(button, " ");
  }
}

function dismiss() {
  const place = document.getElementById("offline");
  place.querySelector("span").replaceChildren();
  const button = offlineButton(place);
  button.hidden = false;
  button.focus();
}

// Sends a request to a worker and waits for its answer.
function ask(worker, request) {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(request, [channel.port2]);
  });
}

const FORBIDDEN =
  "This browser does not allow the site to save anything. Private windows and addresses without https are possible " +
  "reasons. The single file, linked on the About page, also works without a network.";

const NOTHING_SAVED = "Nothing was saved; the site works as before.";

// Downloads the worker's script, which contains the list of files to save. Returns the size of all files in bytes, if there
// is a list, and what stands in the way of the script, if anything does.
async function checkList() {
  try {
    const response = await fetch(workerAddress, { cache: "no-store" });
    if (!response.ok) return { problem: `The list of files to save could not be downloaded (error ${response.status}).` };
    const bytes = listFiles(await response.text())?.reduce((sum, [, size]) => sum + size, 0);
    const isScript = /javascript/.test(response.headers.get("Content-Type")) && !response.redirected;
    if (isScript && bytes) return { bytes };
    const problem =
      "Something else was sent in place of the list of files to save. The sign-in page of a public network does that.";
    return { bytes, problem };
  } catch {
    return { problem: "The list of files to save could not be downloaded. The site cannot be reached." };
  }
}

// The files in the list at the start of the worker's script, as [address, bytes, digest]; undefined if it has none.
function listFiles(script) {
  try {
    return JSON.parse(script.slice(script.indexOf("{"), script.indexOf("\n")).replace(/;$/, "")).files;
  } catch {
    return undefined;
  }
}

// Explains why saving failed, from the name of the error. `saved` says what is saved.
async function explainFailure(name, saved) {
  const { bytes: needed, problem } = await checkList();
  if (problem) return `${problem} ${saved}`;
  if (name === "SecurityError") return FORBIDDEN;
  if (name !== "QuotaExceededError") {
    return `The download was not complete: a file did not arrive, or was not the one of this version. ${saved}`;
  }
  const free = await navigator.storage?.estimate?.().then(({ quota, usage }) => quota - usage, () => undefined);
  // Browsers may allow less than they estimate; an estimate that would suffice is not mentioned.
  const room = free < needed ? `, and there is room for ${megabytes(Math.max(0, free))}` : "";
  return `There is not enough room: ${megabytes(needed)} is needed${room}. ${saved}`;
}

// Whether the user has removed the saved site, after which an installed app no longer saves itself. Records `value`
// first, if it is given.
function hasOptedOut(value) {
  const name = `${CACHE_PREFIX}keep-nothing`;
  try {
    if (value !== undefined) localStorage.setItem(name, value ? "yes" : "");
    // Older versions had one answer for all sites of a host.
    return (localStorage.getItem(name) ?? localStorage.getItem("keep-nothing")) === "yes";
  } catch {
    return false;
  }
}

async function save() {
  installError = undefined;
  hasOptedOut(false);
  showMessage("Saving all pages, texts and data on this device …");
  try {
    registration = await workers.register(globalThis.parts.trust(workerAddress), { scope: root, updateViaCache: "none" });
  } catch (error) {
    return showMessage(await explainFailure(error.name, NOTHING_SAVED), ["Try again", save], ["Not now", dismiss]);
  }
  follow(registration);
  if (!registration.installing) await showStatus();
}

// The registration whose newer versions are watched, and the workers that are watched.
let followed;
const watched = new WeakSet();

// From now on, each newer version is announced in this window too, also one that is being installed already.
function follow(found) {
  registration = found;
  if (followed !== found) found.addEventListener("updatefound", () => watchInstallation(found.installing));
  followed = found;
  watchInstallation(found.installing);
}

// Reports when a version that is being installed has succeeded or failed.
function watchInstallation(worker) {
  if (!worker || watched.has(worker)) return;
  watched.add(worker);
  worker.addEventListener("statechange", async () => {
    if (worker.state === "redundant" && !registration.active) {
      showMessage(await explainFailure(await failureReason(), NOTHING_SAVED), ["Try again", save], ["Not now", dismiss]);
    } else if (worker.state === "installed" || worker.state === "activated") {
      await showStatus();
    }
  });
}

// The error that the worker reported. The report may arrive a little after the change of state.
async function failureReason() {
  for (let tries = 0; installError === undefined && tries < 10; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return installError;
}

async function remove() {
  hasOptedOut(true);
  await registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(CACHE_PREFIX)).map((name) => caches.delete(name)));
  showMessage("The site is no longer saved on this device.", ["Save it again", save]);
}

// Only used on the page whose user asked for the newer version. No other page is ever reloaded.
function reload() {
  location.reload();
}

async function useNewVersion() {
  workers.addEventListener("controllerchange", reload);
  const { others } = await ask(registration.waiting, "use");
  if (others > 0) {
    workers.removeEventListener("controllerchange", reload);
    const windows = others === 1 ? "the other window" : `the ${others} other windows`;
    const message = `The newer version can be used once ${windows} of this site ${others === 1 ? "is" : "are"} closed.`;
    return showMessage(message, ["Try again", useNewVersion]);
  }
}

async function downloadMissing() {
  showMessage("Downloading what is missing …");
  const { failed } = await ask(registration.active, "refill");
  if (!failed) return showStatus();
  const { files, of } = await ask(registration.active, "held");
  const message = await explainFailure(failed, `${files} of the ${of} files are still saved.`);
  showMessage(message, ["Try again", downloadMissing], ["Remove all", remove]);
}

// Says what is saved, and whether a newer version is waiting.
async function showStatus() {
  if (registration.waiting && registration.active) {
    const { version } = await ask(registration.waiting, "held");
    return showMessage(`A newer version (${version}) has been downloaded.`, ["Use it", useNewVersion]);
  }
  if (!registration.active) return;
  const { version, files, of, bytes } = await ask(registration.active, "held");
  if (files < of) {
    const message = `The browser has deleted ${of - files} of the ${of} saved files.`;
    return showMessage(message, ["Download again", downloadMissing], ["Remove all", remove]);
  }
  const message = `The whole site works offline: ${megabytes(bytes)} saved on this device, version ${version}.`;
  showMessage(message, ["Remove", remove]);
}

async function offer() {
  const { bytes, problem } = await checkList();
  if (!bytes) return showMessage(`${problem} ${NOTHING_SAVED}`, ["Try again", offer], ["Not now", dismiss]);
  const message = `This will save all pages, texts and data (${megabytes(bytes)}) on this device.`;
  showMessage(message, ["Save", save], ["Not now", dismiss]);
}

// `request` is what the user did: "offer" for the button in the footer, "keep" for installing the app, or nothing.
export async function start(request) {
  if (!workers || !globalThis.caches) return request && showMessage(FORBIDDEN);
  try {
    registration ??= await workers.getRegistration(root);
  } catch {
    return request && showMessage(FORBIDDEN);
  }
  if (!registration && request === "offer") return offer();
  // An installed app saves what it shows; otherwise nothing is saved without being asked for.
  const isApp = matchMedia("(display-mode: standalone)").matches && !hasOptedOut();
  if (!registration) return (request === "keep" || isApp) && save();
  follow(registration);
  await showStatus();
  registration.update().catch(() => {});
}

workers?.addEventListener("message", ({ data }) => {
  installError = data.failed;
});
