// Our own program beside the peers, with the same queries: `cargo site figures --search`. Defines `measureOurs(files, queries)` and
// `typeIntoPage(queries)`.

const nextTask = () => new Promise((resolve) => setTimeout(resolve));
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const fetchText = async (address) => (await fetch(address)).text();

/**
 * Times the program that searches: a query makes the list with ranks, counts, marks and the first results; a toggle makes the
 * list anew as well. What it fetches before is not timed. `paths` are those of all files to search in.
 */
async function measureOurs({ script, wasm, paths }, queries) {
  const path = (name) => paths.find((one) => one.startsWith(`/data/${name}.`));
  const finder = await import(script);
  await finder.default({ module_or_path: wasm });
  const [catalogue, tables] = await Promise.all(["catalogue", "tables"].map((name) => fetchText(path(name))));
  const length = new TextEncoder().encode(catalogue).length;
  const wrong = finder.load_prepared(`${length}\n${catalogue}${tables}`);
  if (wrong) throw new Error(wrong);
  const fetchMissing = async (address) => {
    for (let list; (list = finder.list(address)).startsWith("?"); ) {
      const names = list.slice(1).split("\n");
      const files = await Promise.all(names.map((name) => fetchText(path(name))));
      names.forEach((name, n) => finder.add_part(`${name}\n${files[n]}`));
    }
  };
  const timeEach = async (addresses) => {
    const times = [];
    for (const address of addresses) {
      await fetchMissing(address);
      await nextTask();
      const start = performance.now();
      finder.list(address);
      times.push(performance.now() - start);
    }
    return times;
  };
  const search = await timeEach(queries.map((query) => `findings/?q=${encodeURIComponent(query)}`));
  const values = ["force=kent", "cycle=2017", "kind=cause-of-concern", "subject=preventing-crime", "theme=domestic-abuse", "grade=good-4"];
  const chosen = Array.from({ length: 40 }, (_, n) => [n, n + 1, n + 2].slice(0, (n % 3) + 1).map((m) => values[m % values.length]));
  const toggles = await timeEach(chosen.map((some) => `findings/?${some.join("&")}`));
  return { search, toggles };
}

/** Types each query into the page of findings, letter by letter, and times each until the list has changed and is painted. */
async function typeIntoPage(queries) {
  const times = [];
  // The browser tells only of tasks of 50 ms and more.
  let longTasks = 0;
  new PerformanceObserver((list) => (longTasks += list.getEntries().length)).observe({ type: "longtask" });
  for (const query of queries) {
    for (let length = 1; length <= query.length; length++) {
      await pause(20 + ((times.length * 7) % 17));
      const field = document.getElementById("search");
      const changed = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(true);
        });
        observer.observe(document.querySelector(".results").parentElement, { childList: true, subtree: true, characterData: true });
        // A letter may change nothing that is shown.
        setTimeout(() => resolve(false), 2000);
      });
      field.value = query.slice(0, length);
      const start = performance.now();
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      if (!(await changed)) continue;
      await nextFrame();
      await nextTask();
      times.push(performance.now() - start);
    }
  }
  return { times, longTasks };
}

Object.assign(globalThis, { measureOurs, typeIntoPage });
