// Answers for the site where there is no network, from one version of it that was fetched whole.
//
// The build puts HELD before these lines: the version, its day, every file as [address, bytes, digest], and the addresses
// that are left out. A version is one cache. It is filled when it is installed, all or nothing, each file checked against
// its digest, so that a download that ends half-way or a host that is just being renewed gives no version at all. Only
// files of the very version that is active are given out; a newer one waits until nobody reads the older, or until its
// reader asks for it.

const SCOPE = self.registration.scope;
const OURS = `force-findings ${SCOPE} `;
const NAME = OURS + HELD.version;
const names = new Set(HELD.files.map(([name]) => name));
const left = new Set(HELD.left);

function request([name, , digest]) {
  return new Request(SCOPE + name, { integrity: `sha256-${digest}`, cache: "no-cache" });
}

async function tell(message) {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}

async function install() {
  try {
    const cache = await caches.open(NAME);
    await cache.addAll(HELD.files.map(request));
  } catch (error) {
    await caches.delete(NAME);
    await tell({ failed: error.name });
    throw error;
  }
}

// Nobody reads an older version any more.
async function activate() {
  const all = await caches.keys();
  await Promise.all(all.filter((name) => name.startsWith(OURS) && name !== NAME).map((name) => caches.delete(name)));
  await self.clients.claim();
}

// A file of this version. Looking does not make the cache anew where its reader has removed it.
async function kept(name) {
  const found = await caches.match(SCOPE + name, { cacheName: NAME });
  // Browsers refuse a page from here that came by way of another address.
  return found?.redirected ? new Response(found.body, { headers: found.headers }) : found;
}

async function answer(asked) {
  const name = asked.url.slice(SCOPE.length).split(/[?#]/)[0].replace(/(^|\/)index\.html$/, "$1");
  const found = await kept(name);
  if (found) return found;
  if (names.has(`${name}/`)) return Response.redirect(`${SCOPE}${name}/`, 301);
  // What the browser has given up, or what is not kept. A page names everything that it needs by its digest, so one that
  // comes from the network is of one version too.
  if (names.has(name) || left.has(name) || asked.mode !== "navigate") return fetch(asked);
  const missing = await kept("404.html");
  return missing ? new Response(missing.body, { status: 404, headers: missing.headers }) : fetch(asked);
}

async function keptNames() {
  if (!(await caches.has(NAME))) return new Set();
  const cache = await caches.open(NAME);
  return new Set((await cache.keys()).map(({ url }) => url.slice(SCOPE.length)));
}

// What is there, counted and not remembered: browsers may give up files.
async function held() {
  const there = await keptNames();
  const files = HELD.files.filter(([name]) => there.has(name));
  const bytes = (of) => of.reduce((sum, [, bytes]) => sum + bytes, 0);
  return { built: HELD.built, files: files.length, of: HELD.files.length, bytes: bytes(files), ofBytes: bytes(HELD.files) };
}

// A reader asks for the version that waits. It comes at once if no other window shows the older one.
async function use() {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const others = windows.filter(({ url }) => url.startsWith(SCOPE)).length - 1;
  if (others === 0) await self.skipWaiting();
  return { others };
}

async function refill() {
  const there = await keptNames();
  const cache = await caches.open(NAME);
  await cache.addAll(HELD.files.filter(([name]) => !there.has(name)).map(request));
  return {};
}

const does = { held, use, refill };

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(SCOPE)) event.respondWith(answer(event.request));
});
self.addEventListener("message", (event) => {
  const done = does[event.data]?.().catch((error) => ({ failed: error.name }));
  event.waitUntil(done?.then((answer) => event.ports[0].postMessage(answer)));
});
