// Presents slides in full screen, one at a time, controlled by keys, a clicker or buttons. Runs on the site and in
// saved presentations.

const HELP =
  "Arrow keys or space to move, Home and End for the first and last slide, B for a black screen, N for notes, F for full screen, Esc to end";

// How long the controls stay after the mouse has moved, in milliseconds.
const CONTROLS_SHOWN_MS = 2000;

// How long after opening a window the browser may leave full screen because of it, in milliseconds.
const WINDOW_OPENING_MS = 3000;

// A saved presentation starts by itself, and can be started again after it was ended.
const saved = document.querySelector(".brief--alone");

// The slide at which a presentation was left, kept while the tab is open, so that neither a reload nor a wrong key
// loses the place. Saved presentations may share the storage of all files.
const PLACE_KEY = `force-findings-slide${saved ? location.pathname : ""}`;

const place = {
  read() {
    try {
      return sessionStorage.getItem(PLACE_KEY);
    } catch {
      return null;
    }
  },
  write(id) {
    try {
      if (id) sessionStorage.setItem(PLACE_KEY, id);
      else sessionStorage.removeItem(PLACE_KEY);
    } catch {
      // Without storage, the presentation begins at the first slide again.
    }
  },
};

function createElement(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text ?? "";
  return element;
}

function createButton(text, label, onClick) {
  const button = createElement("button", "take", text);
  button.type = "button";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", onClick);
  return button;
}

// The document of the notes window, filled again if it is empty because the window is new or was reloaded. Undefined
// while it is loading.
function notesDocument(popup, onKey) {
  let page;
  try {
    page = popup.document;
  } catch {
    // A reload may have taken its origin away, which going back to the empty page restores.
    popup.location = "about:blank";
    return undefined;
  }
  if (!page.body || page.body.className === "speaker") return page.body ? page : undefined;
  page.title = "Speaker's notes";
  page.documentElement.lang = "en-GB";
  page.head.replaceChildren(
    ...[...document.querySelectorAll("link[rel=stylesheet], style")].map((style) => {
      const copy = page.importNode(style, true);
      if (style instanceof HTMLLinkElement) /** @type {HTMLLinkElement} */ (copy).href = style.href;
      return copy;
    }),
  );
  for (const name of ["at", "clock", "note", "next"]) {
    page.body.appendChild(page.createElement("p")).className = `speaker__${name}`;
  }
  page.body.className = "speaker";
  // Escape ends the presentation on the screen only: beside it, a stray key must not.
  page.addEventListener("keydown", (event) => event.key !== "Escape" && onKey(event));
  return page;
}

// Resolves when the entry of the last presentation is gone from the history, before which no other can begin.
let leaving = Promise.resolve();

// Presents these slides, beginning with the one that has the id `first` if there is one. Resolves when the presentation
// ends. The focus then goes to the element that `opener` returns.
export async function present(slides, first, opener) {
  await leaving;
  const startTime = Date.now();
  const stage = createElement("div", "stage");
  stage.setAttribute("role", "dialog");
  stage.setAttribute("aria-modal", "true");
  stage.setAttribute("aria-label", "Presentation");
  const screen = stage.appendChild(createElement("div", "stage__screen"));
  screen.tabIndex = -1;
  const ids = [...slides].map((slide) => slide.id);
  screen.append(...[...slides].map((slide) => slide.cloneNode(true)));
  const copies = /** @type {HTMLElement[]} */ ([...screen.children]);
  copies.forEach((slide) => slide.removeAttribute("id"));
  const note = stage.appendChild(createElement("p", "stage__note"));
  const bar = stage.appendChild(createElement("div", "stage__bar"));
  const position = createElement("span", "stage__at");
  position.setAttribute("aria-live", "polite");
  let current = 0;
  let notesWindow;
  let clockTimer;
  let controlsTimer;

  const titleOf = (slide) => slide?.querySelector(".slide__title").textContent;
  const positionText = () => `${current + 1} of ${copies.length}`;

  function show(n) {
    current = Math.max(0, Math.min(n, copies.length - 1));
    stage.classList.remove("stage--black");
    copies.forEach((slide, i) => (slide.hidden = i !== current));
    position.textContent = positionText();
    note.textContent = copies[current].querySelector(".slide__note")?.textContent.trim() || "No notes on this slide";
    screen.scrollTop = 0;
    // A presentation that was shown to its end begins anew.
    place.write(current > 0 && current < copies.length - 1 && ids[current]);
    updateNotes();
  }

  // Slides fit on the screen, except on one as small as a phone's.
  function scroll(direction) {
    const before = screen.scrollTop;
    screen.scrollTop += direction * screen.clientHeight * 0.9;
    return Math.abs(screen.scrollTop - before) > 1;
  }
  const forward = () => scroll(1) || show(current + 1);
  const back = () => scroll(-1) || show(current - 1);

  function updateNotes() {
    const page = notesWindow && !notesWindow.closed && notesDocument(notesWindow, onKey);
    if (!page) return;
    const next = titleOf(copies[current + 1]);
    const seconds = Math.round((Date.now() - startTime) / 1000);
    const minutes = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    const texts = {
      at: `${position.textContent}: ${titleOf(copies[current])}`,
      clock: `${minutes} since the start`,
      note: note.textContent,
      next: next ? `Next: ${next}` : "This is the last slide",
    };
    for (const [name, text] of Object.entries(texts)) page.querySelector(`.speaker__${name}`).textContent = text;
  }

  function toggleBlack() {
    position.textContent = stage.classList.toggle("stage--black") ? "Black screen" : positionText();
  }

  function showNotes() {
    if (notesWindow && !notesWindow.closed) return notesWindow.focus();
    keepStage();
    const isBelow = stage.classList.contains("stage--notes");
    notesWindow = isBelow ? undefined : window.open("", "force-findings-notes", "popup,width=900,height=650");
    // Without a second window, the notes are shown below the slide.
    if (!notesWindow) return stage.classList.toggle("stage--notes");
    clockTimer ??= setInterval(updateNotes, 1000);
    updateNotes();
  }

  // In full screen, the browser handles Escape itself, and only the change is reported. But browsers also leave full
  // screen when a page opens a window, and when another window comes to the front; the talk then goes on.
  let wasFullscreen = false;
  let keptAt = -Infinity;
  const keepStage = () => (keptAt = performance.now());
  function onFullscreenChange() {
    const isFullscreen = Boolean(document.fullscreenElement);
    fullscreenButton.hidden = isFullscreen;
    const isKept = performance.now() - keptAt < WINDOW_OPENING_MS || !document.hasFocus();
    if (wasFullscreen && !isFullscreen && !isKept) end();
    if (isFullscreen) keptAt = -Infinity;
    wasFullscreen = isFullscreen;
    showControls();
  }

  function fillScreen() {
    if (!document.fullscreenElement) stage.requestFullscreen?.().catch(() => {});
  }

  function toggleFullscreen() {
    if (!document.fullscreenElement) return fillScreen();
    keepStage();
    document.exitFullscreen().catch(() => {});
  }

  const keys = {
    ArrowRight: forward,
    ArrowDown: forward,
    PageDown: forward,
    ArrowLeft: back,
    ArrowUp: back,
    PageUp: back,
    Backspace: back,
    Home: () => show(0),
    End: () => show(copies.length - 1),
    Escape: end,
    // The start button of clickers; without this, it reloads the page.
    F5: fillScreen,
    b: toggleBlack,
    ".": toggleBlack,
    n: showNotes,
    f: toggleFullscreen,
    // The shortcuts of the page under the presentation: its list of keys would stay open after the end.
    "?": showControls,
    "/": showControls,
  };

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isButton = event.target.closest?.("button");
    const action = keys[event.key] ?? keys[event.key.toLowerCase()];
    if (event.key === " " && !isButton) (event.shiftKey ? back : forward)();
    else if (event.key === "Enter" && !isButton) forward();
    else if (action) action();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function showControls() {
    stage.classList.remove("stage--quiet");
    clearTimeout(controlsTimer);
    controlsTimer = setTimeout(() => stage.classList.add("stage--quiet"), CONTROLS_SHOWN_MS);
  }

  // The browser's Back ends the presentation and leaves its page open, because the presentation is an entry of its own
  // in the history.
  const isEntered = () => history.state?.isPresenting === true;
  if (!isEntered()) history.pushState({ isPresenting: true }, "");

  const siblings = /** @type {HTMLElement[]} */ ([...document.body.children]);
  const { promise: ended, resolve } = withResolvers();
  function end() {
    removeEventListener("keydown", onKey, true);
    removeEventListener("popstate", end);
    removeEventListener("pagehide", onPageHide);
    document.removeEventListener("fullscreenchange", onFullscreenChange);
    clearInterval(clockTimer);
    clearTimeout(controlsTimer);
    notesWindow?.close();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    siblings.forEach((sibling) => (sibling.inert = false));
    stage.remove();
    opener()?.focus();
    if (isEntered()) leaving = goBack();
    resolve("");
  }
  // After a reload, the place is still known; the notes window has nobody to follow any more.
  const onPageHide = () => notesWindow?.close();

  const fullscreenButton = createButton("Full screen", "Full screen (F)", fillScreen);
  bar.append(
    createButton("←", "Back", () => show(current - 1)),
    position,
    createButton("→", "Next", () => show(current + 1)),
    createButton("Notes", "Speaker's notes (N)", showNotes),
    createButton("Black", "Black screen (B)", toggleBlack),
    fullscreenButton,
    createButton("End", "End (Esc)", end),
    createElement("span", "stage__help", HELP),
  );
  siblings.forEach((sibling) => (sibling.inert = true));
  document.body.append(stage);
  addEventListener("keydown", onKey, true);
  addEventListener("popstate", end);
  addEventListener("pagehide", onPageHide);
  document.addEventListener("fullscreenchange", onFullscreenChange);
  for (const kind of ["pointermove", "pointerdown"]) stage.addEventListener(kind, showControls);
  show(ids.indexOf(first));
  showControls();
  screen.focus();
  fillScreen();
  return ended;
}

function goBack() {
  const { promise, resolve } = withResolvers();
  addEventListener("popstate", () => resolve(), { once: true });
  history.back();
  return promise;
}

// `Promise.withResolvers` is newer than the browsers that the site supports.
function withResolvers() {
  let resolve;
  const promise = new Promise((done) => (resolve = done));
  return { promise, resolve };
}

// Presents the slides on the page of the brief: from the start, or from where it was left. Resolves when it ends.
export function start(from) {
  const slides = document.querySelectorAll("#slides > .slide");
  return present(slides, from === "start" ? "" : place.read(), () => document.getElementById("do-present"));
}

if (saved) {
  const slides = saved.querySelectorAll(".slide");
  const heading = saved.querySelector("h1");
  const addButton = (words, from) => {
    const button = heading.appendChild(createButton(words, words, () => present(slides, from(), () => button)));
    return button;
  };
  addButton("Present", place.read).click();
  addButton("From the start", () => "");
}
