// A brief as a link, and as a page of its own.

// Most programs that pass links on keep so many letters of them.
const MOST = 8000;
const PART = /#b=([\w-]+)$/;

async function through(stream, bytes) {
  const packed = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function meta(name) {
  return document.querySelector(`meta[name="${name}"]`)?.content ?? "";
}

// A link that holds the brief: in its fragment, which browsers send to nobody.
export async function toAddress(text) {
  const root = globalThis.held ? meta("site") : document.baseURI;
  if (!root) return { words: "This file has no public address that a link could lead to. Save the brief as a file and send that." };
  if (typeof CompressionStream !== "function") return { words: "This browser is too old to make the link. Save the brief as a file and send that." };
  const packed = await through(new CompressionStream("deflate-raw"), new TextEncoder().encode(text));
  const link = `${root}brief/#b=${base64(packed).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  if (link.length <= MOST) return { link };
  const [is, most] = [link.length, MOST].map((n) => n.toLocaleString("en-GB"));
  return { words: `The brief is too long for a link: ${is} letters, and only ${most} are passed on everywhere. Save it as a file and send that.` };
}

// The brief in the address of this page, which then is given up: reloading must not open it again.
export async function fromAddress() {
  const part = PART.exec(location.href)?.[1];
  if (!part) return undefined;
  history.replaceState(null, "", location.href.replace(PART, ""));
  try {
    const packed = Uint8Array.from(atob(part.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    return { text: new TextDecoder().decode(await through(new DecompressionStream("deflate-raw"), packed)) };
  } catch {
    return { words: "The link holds no whole brief: it may have been cut short on its way. Nothing was changed." };
  }
}

async function text(address) {
  return (await fetch(address)).text();
}

// What a page of its own is made of: the policy that allows its style and script and nothing else, and these two.
export async function alone(sha256) {
  const [styles, script] = globalThis.held
    ? [document.querySelector("style").textContent, await text("present.js")]
    : [
        (await Promise.all([document.querySelector("link[rel=stylesheet]").href, meta("brief-styles")].map(text))).join("\n"),
        await text(meta("present")),
      ];
  const hash = async (words) => `'sha256-${base64(await sha256(words))}'`;
  const policy = `default-src 'none'; style-src ${await hash(styles)}; script-src ${await hash(script)}; img-src data:`;
  return [policy, styles, script];
}
