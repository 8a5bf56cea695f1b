// Serves the site without a network, from one version of it that was downloaded completely.
//
// The build writes HELD at the start of this script: the version, its date, every file as [address, bytes, digest], and
// the addresses that are not saved. Each version has one cache, which is filled when the worker is installed, completely
// or not at all. Each file is checked against its digest, so that an interrupted download, or one from a host that is
// being updated, never becomes a version. Only files of the active version are served; a newer one waits until no window
// shows the older one, or until the user asks for it.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const SCOPE = worker.registration.scope;
const CACHE_PREFIX = `force-findings ${SCOPE} `;
const CACHE_NAME = CACHE_PREFIX + HELD.version;
const savedNames = new Set(HELD.files.map(([name]) => name));
const omittedNames = new Set(HELD.left);

function fileRequest([name, , digest]) {
  return new Request(SCOPE + name, { integrity: `sha256-${digest}`, cache: "no-cache" });
}

async function broadcast(message) {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}

async function install() {
  try {
    const cache = await caches.open(CACHE_NAME);
    await cache.addAll(HELD.files.map(fileRequest));
  } catch (error) {
    await caches.delete(CACHE_NAME);
    await broadcast({ failed: error.name });
    throw error;
  }
}

// Deletes the older versions, which no window shows any more.
async function activate() {
  const all = await caches.keys();
  const older = all.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE_NAME);
  await Promise.all(older.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

// The response for a file of this version. Uses `match` with a cache name, because `open` would create the cache again
// after the user has removed it.
async function savedFile(name) {
  const found = await caches.match(SCOPE + name, { cacheName: CACHE_NAME });
  // Browsers refuse a navigation response that was the result of a redirect.
  return found?.redirected ? new Response(found.body, { headers: found.headers }) : found;
}

async function respond(request) {
  const name = request.url.slice(SCOPE.length).split(/[?#]/)[0].replace(/(^|\/)index\.html$/, "$1");
  const found = await savedFile(name);
  if (found) return found;
  if (savedNames.has(`${name}/`)) return Response.redirect(`${SCOPE}${name}/`, 301);
  // Files that the browser has deleted, and those that are not saved, come from the network. A page refers to everything
  // that it needs by its digest, so a page from the network is consistent too.
  if (savedNames.has(name) || omittedNames.has(name) || request.mode !== "navigate") return fetch(request);
  // A page that this version does not know may be in a newer one, or belong to another site below this folder.
  try {
    return await fetch(request);
  } catch (error) {
    return (await notFoundPage(request.url)) ?? Promise.reject(error);
  }
}

// The saved page for unknown addresses, which says what it is from.
async function notFoundPage(url) {
  const saved = await savedFile("404.html");
  if (!saved) return undefined;
  const version = HELD.built ? ` of ${HELD.built}` : "";
  // The page of a report that was opened in this browser has no file on any host; the program draws it.
  if (url.includes("/opened-")) return new Response(saved.body, { status: 404, headers: saved.headers });
  const words = `There is no network. This page is not in the saved version${version}, but may be in a newer one.`;
  const html = (await saved.text()).replace('<div id="notices">', `$&<p role="status">${words}</p>`);
  return new Response(html, { status: 404, headers: saved.headers });
}

async function cachedNames() {
  if (!(await caches.has(CACHE_NAME))) return new Set();
  const cache = await caches.open(CACHE_NAME);
  return new Set((await cache.keys()).map(({ url }) => url.slice(SCOPE.length)));
}

// What is saved. Counted each time, because browsers may delete files.
async function held() {
  const present = await cachedNames();
  const files = HELD.files.filter(([name]) => present.has(name));
  const bytes = files.reduce((sum, [, size]) => sum + size, 0);
  // Two versions of one day differ only in the digest of their files.
  const version = [HELD.built, HELD.version.slice(0, 6)].filter(Boolean).join(", ");
  return { version, files: files.length, of: HELD.files.length, bytes };
}

// The user asks for the waiting version. It is activated immediately if no other window shows the older one.
async function use() {
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const others = windows.filter(({ url }) => url.startsWith(SCOPE)).length - 1;
  if (others === 0) await worker.skipWaiting();
  return { others };
}

// Downloads the files that the browser has deleted.
async function refill() {
  const present = await cachedNames();
  const cache = await caches.open(CACHE_NAME);
  await cache.addAll(HELD.files.filter(([name]) => !present.has(name)).map(fileRequest));
  return {};
}

// The messages that pages may send, by name.
const handlers = { held, use, refill };

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(SCOPE)) event.respondWith(respond(event.request));
});
worker.addEventListener("message", (event) => {
  const pending = handlers[event.data]?.().catch((error) => ({ failed: error.name }));
  event.waitUntil(pending?.then((answer) => event.ports[0].postMessage(answer)));
});
