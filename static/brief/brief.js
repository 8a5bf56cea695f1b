// The page of the brief. What is done to it is said to the program, which keeps the brief and draws it anew.

// Typing rests so long before it is kept, in milliseconds.
const REST = 400;
let call, say, share, present;

// Shows the brief in its place on the page, with the tools of taking.js and of the scripts beside this one.
export async function show(tools) {
  ({ call, say, share, present } = tools);
  const shared = await share.fromAddress();
  if (shared?.text) say(await call("brief_open", shared.text));
  await draw();
  if (shared?.words) say(shared.words);
}

// The focus and what is chosen in a field stay where they were, as far as they are still there.
async function draw(focus) {
  const html = await call("brief");
  const place = document.getElementById("brief");
  if (!place || html === undefined) return;
  const active = document.activeElement;
  const [id, from, to] = [focus ?? (place.contains(active) ? active.id : ""), active?.selectionStart, active?.selectionEnd];
  place.innerHTML = html;
  place.dataset.shown = location.href;
  if (!id) return;
  const next = document.getElementById(id);
  (next && !next.disabled ? next : document.getElementById("count"))?.focus();
  if (!focus && from != null) next?.setSelectionRange?.(from, to);
}

async function edit(what, item = 0, words = "", focus) {
  await settle();
  say((await call("brief_edit", what, Number(item), words)) ?? "");
  await draw(focus);
}

// What is typed is kept when typing rests, and at once when something else is done or the page is left.
const waiting = new Map();

function typed(field) {
  const key = `${field.dataset.brief} ${field.dataset.item ?? ""}`;
  clearTimeout(waiting.get(key)?.timer);
  const keep = async () => {
    waiting.delete(key);
    const told = await call("brief_edit", field.dataset.brief, Number(field.dataset.item ?? 0), field.value);
    if (told) say(told);
  };
  waiting.set(key, { keep, timer: setTimeout(keep, REST) });
}

function settle() {
  return Promise.all([...waiting.values()].map(({ keep, timer }) => (clearTimeout(timer), keep())));
}

addEventListener("pagehide", settle);
document.addEventListener("visibilitychange", settle);

function afterRemoval(button) {
  const item = button.closest("li");
  const other = item.nextElementSibling ?? item.previousElementSibling;
  return other ? `remove-${other.dataset.item}` : "count";
}

// What a button does, by its name; all others are said to the program as they are.
const does = {
  heading: () => edit("heading", 0, document.getElementById("brief-heading").value, "brief-heading"),
  up: (button, item) => edit("up", item, "", button.id),
  down: (button, item) => edit("down", item, "", button.id),
  remove: (button, item) => edit("remove", item, "", afterRemoval(button)),
  present: async () => {
    await settle();
    await draw();
    present(document.querySelectorAll("#slides > .slide"), document.getElementById("do-present"));
  },
  print: async () => {
    await settle();
    await draw("do-print");
    print();
  },
  save: async () => {
    await settle();
    say(await call("brief_save", `${await call("brief_name")}.json`, "application/json", await call("brief_text")));
  },
  link: async () => {
    await settle();
    const { link, words } = await share.toAddress(await call("brief_text"));
    say(link ? await call("copy", link, "Link to the brief, notes included,") : words);
  },
  export: async () => {
    await settle();
    const [policy, styles, script] = await share.alone((text) => call("sha256", text));
    const page = await call("brief_alone", policy, styles, script);
    say(await call("brief_save", `${await call("brief_name")}.html`, "text/html", page));
  },
  "aside-save": async (_, item) => say(await call("brief_save_aside", Number(item))),
};

addEventListener("click", (event) => {
  const button = event.target.closest("#brief button[data-brief]");
  if (!button) return;
  const { brief, item } = button.dataset;
  if (does[brief]) does[brief](button, item);
  else edit(brief, item, "", "count");
});

addEventListener("input", (event) => {
  const field = event.target;
  if (field.matches("#brief [data-brief]:not([type=file])")) typed(field);
});

addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.id === "brief-heading") does.heading();
});

addEventListener("change", async (event) => {
  const field = event.target;
  if (!field.matches("#brief input[type=file]") || !field.files[0]) return;
  say(await call("brief_open", await field.files[0].text()));
  await draw("count");
});

// Another window has changed the brief.
addEventListener("storage", (event) => {
  if (event.key?.startsWith("force-findings-brief-") && document.getElementById("brief") && !waiting.size) draw();
});

// Dragging an item by its handle; the buttons beside it do the same.
let dragged;

addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.(".brief__handle")?.closest("li");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.item);
  event.dataTransfer.setDragImage(dragged, 10, 10);
});

function target(event) {
  return dragged && event.target.closest?.("#brief-items > li");
}

addEventListener("dragover", (event) => {
  const over = target(event);
  document.querySelectorAll(".brief__item--over").forEach((item) => item.classList.remove("brief__item--over"));
  if (!over) return;
  event.preventDefault();
  over.classList.add("brief__item--over");
});

addEventListener("drop", (event) => {
  const over = target(event);
  if (!over) return;
  event.preventDefault();
  const to = [...over.parentElement.children].indexOf(over);
  edit("to", dragged.dataset.item, String(to), `up-${dragged.dataset.item}`);
  dragged = undefined;
});
