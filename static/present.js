// Presents slides over the whole screen: one at a time, by keys, clicker or buttons. Runs in the site and in a page of its own.

const HELP = "Arrow keys or space to go on, Home and End for the ends, B for black, N for notes, Escape to end";

function element(name, className, words) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words ?? "";
  return made;
}

// The window with notes, for a second screen. What cannot be opened is told by nothing being given.
function openNotes(onKey) {
  const view = window.open("", "force-findings-notes", "popup,width=900,height=650");
  if (!view) return undefined;
  const { document: page } = view;
  page.title = "Speaker's notes";
  page.documentElement.lang = "en-GB";
  page.head.replaceChildren(
    ...[...document.querySelectorAll("link[rel=stylesheet], style")].map((style) => {
      const copy = page.importNode(style, true);
      if (style.href) copy.href = style.href;
      return copy;
    }),
  );
  const parts = Object.fromEntries(
    ["at", "clock", "note", "next"].map((name) => [name, page.body.appendChild(page.createElement("p"))]),
  );
  page.body.className = "speaker";
  for (const [name, part] of Object.entries(parts)) part.className = `speaker__${name}`;
  page.addEventListener("keydown", onKey);
  return { view, parts };
}

// Presents these slides; the focus goes back to `opener` at the end.
export function present(slides, opener) {
  const began = Date.now();
  const stage = element("div", "stage");
  stage.setAttribute("role", "dialog");
  stage.setAttribute("aria-modal", "true");
  stage.setAttribute("aria-label", "Presentation");
  const screen = stage.appendChild(element("div", "stage__screen"));
  screen.tabIndex = -1;
  screen.append(...[...slides].map((slide) => slide.cloneNode(true)));
  const all = [...screen.children];
  const note = stage.appendChild(element("p", "stage__note"));
  const bar = stage.appendChild(element("div", "stage__bar"));
  const at = element("span", "stage__at");
  at.setAttribute("aria-live", "polite");
  const button = (words, name, does) => {
    const made = element("button", "take", words);
    made.type = "button";
    made.title = name;
    made.setAttribute("aria-label", name);
    made.addEventListener("click", does);
    return made;
  };
  let now = 0;
  let notes;
  let clock;

  function show(n) {
    now = Math.max(0, Math.min(n, all.length - 1));
    stage.classList.remove("stage--black");
    all.forEach((slide, n) => (slide.hidden = n !== now));
    at.textContent = `${now + 1} of ${all.length}`;
    note.textContent = all[now].querySelector(".slide__note").textContent.trim() || "No notes on this one";
    screen.scrollTop = 0;
    fit(all[now]);
    tell();
  }

  // What would run over the screen is set smaller, so that nobody has to scroll before an audience; but not too small to read.
  function fit(slide) {
    for (let size = 100; size >= 50; size -= 5) {
      slide.style.fontSize = `${size}%`;
      if (screen.scrollHeight <= screen.clientHeight || parseFloat(getComputedStyle(slide).fontSize) < 14) return;
    }
  }

  function tell() {
    if (!notes || notes.view.closed) return;
    const next = all[now + 1]?.querySelector(".slide__title").textContent;
    notes.parts.at.textContent = `${at.textContent}: ${all[now].querySelector(".slide__title").textContent}`;
    notes.parts.note.textContent = note.textContent;
    notes.parts.next.textContent = next ? `Next: ${next}` : "This is the last one";
    const seconds = Math.round((Date.now() - began) / 1000);
    notes.parts.clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} since the start`;
  }

  function black() {
    stage.classList.toggle("stage--black");
    at.textContent = stage.classList.contains("stage--black") ? "Black screen" : `${now + 1} of ${all.length}`;
  }

  function speak() {
    if (notes && !notes.view.closed) return notes.view.focus();
    notes = stage.classList.contains("stage--notes") ? undefined : openNotes(onKey);
    // Where there is no second window, the notes stand under the slide.
    if (!notes) return stage.classList.toggle("stage--notes");
    clock ??= setInterval(tell, 1000);
    tell();
  }

  const keys = {
    ArrowRight: () => show(now + 1),
    ArrowDown: () => show(now + 1),
    PageDown: () => show(now + 1),
    ArrowLeft: () => show(now - 1),
    ArrowUp: () => show(now - 1),
    PageUp: () => show(now - 1),
    Backspace: () => show(now - 1),
    Home: () => show(0),
    End: () => show(all.length - 1),
    Escape: end,
    b: black,
    ".": black,
    n: speak,
  };

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isButton = event.target.closest?.("button");
    if (event.key === " " && !isButton) keys[event.shiftKey ? "ArrowLeft" : "ArrowRight"]();
    else if (event.key === "Enter" && !isButton) show(now + 1);
    else if (keys[event.key] ?? keys[event.key.toLowerCase()]) (keys[event.key] ?? keys[event.key.toLowerCase()])();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // The browser takes Escape for itself where the page fills the screen.
  let filled = false;
  function onFill() {
    if (filled && !document.fullscreenElement) end();
    filled = Boolean(document.fullscreenElement);
  }

  const others = [...document.body.children];
  const refit = () => fit(all[now]);
  function end() {
    removeEventListener("resize", refit);
    removeEventListener("keydown", onKey, true);
    document.removeEventListener("fullscreenchange", onFill);
    removeEventListener("pagehide", end);
    clearInterval(clock);
    notes?.view.close();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    others.forEach((other) => (other.inert = false));
    stage.remove();
    opener?.focus();
  }

  bar.append(
    button("←", "Back", () => show(now - 1)),
    at,
    button("→", "Go on", () => show(now + 1)),
    button("Notes", "Speaker's notes (N)", speak),
    button("Black", "Black screen (B)", black),
    button("End", "End (Escape)", end),
    element("span", "stage__help", HELP),
  );
  others.forEach((other) => (other.inert = true));
  document.body.append(stage);
  addEventListener("keydown", onKey, true);
  document.addEventListener("fullscreenchange", onFill);
  addEventListener("pagehide", end);
  addEventListener("resize", refit);
  show(0);
  screen.focus();
  stage.requestFullscreen?.().catch(() => {});
}

// Presents the slides of the brief's page.
export function start() {
  present(document.querySelectorAll("#slides > .slide"), document.getElementById("do-present"));
}

// A page of its own begins by itself, and can begin again after it was ended.
const alone = document.querySelector(".brief--alone");
if (alone) {
  const again = alone.querySelector("h1").appendChild(element("button", "take", "Present"));
  again.addEventListener("click", () => present(alone.querySelectorAll(".slide"), again));
  again.click();
}
