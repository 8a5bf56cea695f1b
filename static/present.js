// Presents slides in full screen, one at a time, controlled by keys, a clicker or buttons. Runs on the site and in
// saved presentations.

const HELP = "Arrow keys or space to move, Home and End for the first and last slide, B for a black screen, N for notes, Esc to end";

function createElement(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text ?? "";
  return element;
}

// Opens a window with the speaker's notes, for a second screen. Returns undefined if the browser does not allow it.
function openNotesWindow(onKey) {
  const popup = window.open("", "force-findings-notes", "popup,width=900,height=650");
  if (!popup) return undefined;
  const { document: page } = popup;
  page.title = "Speaker's notes";
  page.documentElement.lang = "en-GB";
  page.head.replaceChildren(
    ...[...document.querySelectorAll("link[rel=stylesheet], style")].map((style) => {
      const copy = page.importNode(style, true);
      if (style instanceof HTMLLinkElement) /** @type {HTMLLinkElement} */ (copy).href = style.href;
      return copy;
    }),
  );
  const fields = Object.fromEntries(
    ["at", "clock", "note", "next"].map((name) => [name, page.body.appendChild(page.createElement("p"))]),
  );
  page.body.className = "speaker";
  for (const [name, field] of Object.entries(fields)) field.className = `speaker__${name}`;
  page.addEventListener("keydown", onKey);
  return { popup, fields };
}

// Presents these slides. At the end, the focus returns to `opener`.
export function present(slides, opener) {
  const startTime = Date.now();
  const stage = createElement("div", "stage");
  stage.setAttribute("role", "dialog");
  stage.setAttribute("aria-modal", "true");
  stage.setAttribute("aria-label", "Presentation");
  const screen = stage.appendChild(createElement("div", "stage__screen"));
  screen.tabIndex = -1;
  screen.append(...[...slides].map((slide) => slide.cloneNode(true)));
  const copies = [...screen.children];
  const note = stage.appendChild(createElement("p", "stage__note"));
  const bar = stage.appendChild(createElement("div", "stage__bar"));
  const position = createElement("span", "stage__at");
  position.setAttribute("aria-live", "polite");
  const createButton = (text, label, onClick) => {
    const button = createElement("button", "take", text);
    button.type = "button";
    button.title = label;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", onClick);
    return button;
  };
  let current = 0;
  let notes;
  let clockTimer;

  function show(n) {
    current = Math.max(0, Math.min(n, copies.length - 1));
    stage.classList.remove("stage--black");
    copies.forEach((slide, i) => (slide.hidden = i !== current));
    position.textContent = `${current + 1} of ${copies.length}`;
    note.textContent = copies[current].querySelector(".slide__note").textContent.trim() || "No notes on this slide";
    screen.scrollTop = 0;
    fitToScreen(copies[current]);
    updateNotes();
  }

  // A slide that is too long for the screen gets a smaller font, so that nobody has to scroll in front of an audience,
  // but never one too small to read.
  function fitToScreen(slide) {
    for (let size = 100; size >= 50; size -= 5) {
      slide.style.fontSize = `${size}%`;
      if (screen.scrollHeight <= screen.clientHeight || parseFloat(getComputedStyle(slide).fontSize) < 14) return;
    }
  }

  function updateNotes() {
    if (!notes || notes.popup.closed) return;
    const { fields } = notes;
    const next = copies[current + 1]?.querySelector(".slide__title").textContent;
    fields.at.textContent = `${position.textContent}: ${copies[current].querySelector(".slide__title").textContent}`;
    fields.note.textContent = note.textContent;
    fields.next.textContent = next ? `Next: ${next}` : "This is the last slide";
    const seconds = Math.round((Date.now() - startTime) / 1000);
    fields.clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} since the start`;
  }

  function toggleBlack() {
    stage.classList.toggle("stage--black");
    const isBlack = stage.classList.contains("stage--black");
    position.textContent = isBlack ? "Black screen" : `${current + 1} of ${copies.length}`;
  }

  function showNotes() {
    if (notes && !notes.popup.closed) return notes.popup.focus();
    notes = stage.classList.contains("stage--notes") ? undefined : openNotesWindow(onKey);
    // Without a second window, the notes are shown below the slide.
    if (!notes) return stage.classList.toggle("stage--notes");
    clockTimer ??= setInterval(updateNotes, 1000);
    updateNotes();
  }

  const keys = {
    ArrowRight: () => show(current + 1),
    ArrowDown: () => show(current + 1),
    PageDown: () => show(current + 1),
    ArrowLeft: () => show(current - 1),
    ArrowUp: () => show(current - 1),
    PageUp: () => show(current - 1),
    Backspace: () => show(current - 1),
    Home: () => show(0),
    End: () => show(copies.length - 1),
    Escape: end,
    b: toggleBlack,
    ".": toggleBlack,
    n: showNotes,
  };

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const isButton = event.target.closest?.("button");
    if (event.key === " " && !isButton) keys[event.shiftKey ? "ArrowLeft" : "ArrowRight"]();
    else if (event.key === "Enter" && !isButton) show(current + 1);
    else if (keys[event.key] ?? keys[event.key.toLowerCase()]) (keys[event.key] ?? keys[event.key.toLowerCase()])();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // In full screen, the browser handles Escape itself, and only the change is reported.
  let wasFullscreen = false;
  function onFullscreenChange() {
    if (wasFullscreen && !document.fullscreenElement) end();
    wasFullscreen = Boolean(document.fullscreenElement);
  }

  const siblings = /** @type {HTMLElement[]} */ ([...document.body.children]);
  const onResize = () => fitToScreen(copies[current]);
  function end() {
    removeEventListener("resize", onResize);
    removeEventListener("keydown", onKey, true);
    document.removeEventListener("fullscreenchange", onFullscreenChange);
    removeEventListener("pagehide", end);
    clearInterval(clockTimer);
    notes?.popup.close();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    siblings.forEach((sibling) => (sibling.inert = false));
    stage.remove();
    opener?.focus();
  }

  bar.append(
    createButton("←", "Back", () => show(current - 1)),
    position,
    createButton("→", "Next", () => show(current + 1)),
    createButton("Notes", "Speaker's notes (N)", showNotes),
    createButton("Black", "Black screen (B)", toggleBlack),
    createButton("End", "End (Esc)", end),
    createElement("span", "stage__help", HELP),
  );
  siblings.forEach((sibling) => (sibling.inert = true));
  document.body.append(stage);
  addEventListener("keydown", onKey, true);
  document.addEventListener("fullscreenchange", onFullscreenChange);
  addEventListener("pagehide", end);
  addEventListener("resize", onResize);
  show(0);
  screen.focus();
  stage.requestFullscreen?.().catch(() => {});
}

// Presents the slides on the page of the brief.
export function start() {
  present(document.querySelectorAll("#slides > .slide"), document.getElementById("do-present"));
}

// A saved presentation starts by itself, and can be started again after it was ended.
const saved = document.querySelector(".brief--alone");
if (saved) {
  const startButton = saved.querySelector("h1").appendChild(createElement("button", "take", "Present"));
  startButton.addEventListener("click", () => present(saved.querySelectorAll(".slide"), startButton));
  startButton.click();
}
