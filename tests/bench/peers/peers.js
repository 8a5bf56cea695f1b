// Other libraries that search and filter, measured in the browser: `cargo site figures --search`. Defines `loadFindings(url)` and
// `measurePeers(queries)`.
//
// Every figure is an array of milliseconds, one for each query (or keystroke, or toggle) in order, the first included.
// Nothing warms a library up before its first sample, and no result is kept between queries.

import { create, insertMultiple, search as searchOrama } from "@orama/orama";
import crossfilter from "crossfilter2";
import itemsjs from "itemsjs";
import MiniSearch from "minisearch";

/* global PEER_VERSIONS */

const FACETS = ["force", "cycle", "kind", "subject", "themes", "grade"];
const SHOWN = 20;
const CROSSFILTER_TOGGLES = 40;
const AND_PREFIX = { combineWith: "AND", prefix: true };
const AND_PREFIX_FUZZY = { combineWith: "AND", prefix: true, fuzzy: 0.2 };

// The fields that MiniSearch searches. A result names its finding by the number of its row, which gives the smallest
// index; nothing is stored in the index, since the page holds the findings.
const MINISEARCH_OPTIONS = {
  idField: "row",
  fields: ["text", "rest"],
  searchOptions: { boost: { text: 2 } },
};

/** @type {{id: string|number, text: string, rest: string, themes: string[]}[]} */
let findings = [];

/** Fetches the findings. Answers how many there are. */
async function loadFindings(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  findings = await response.json();
  for (const finding of findings) {
    for (const facet of FACETS) if (finding[facet] === null) delete finding[facet];
  }
  return findings.length;
}

const nextTask = () =>
  new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Times one call for each query, each in a task of its own. */
async function timeEach(queries, call) {
  const times = [];
  for (const query of queries) {
    await nextTask();
    const start = performance.now();
    await call(query);
    times.push(performance.now() - start);
  }
  return times;
}

async function gzipBytes(text) {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return (await new Response(packed).arrayBuffer()).byteLength;
}

function miniSearchJson() {
  const index = new MiniSearch(MINISEARCH_OPTIONS);
  index.addAll(findings.map(({ text, rest }, row) => ({ row, text, rest })));
  return JSON.stringify(index);
}

/** A plain page: an input, the first results, and how many results have each value of each facet. */
function plainPage(index) {
  const main = document.createElement("main");
  const input = document.createElement("input");
  const status = document.createElement("p");
  const list = document.createElement("ol");
  const facets = FACETS.map((facet) => {
    const section = document.createElement("section");
    const heading = document.createElement("h2");
    heading.textContent = facet;
    const values = document.createElement("ul");
    section.append(heading, values);
    return { facet, section, values };
  });
  main.append(input, status, list, ...facets.map(({ section }) => section));

  const item = (text) => {
    const element = document.createElement("li");
    element.textContent = text;
    return element;
  };
  input.addEventListener("input", () => {
    const results = index.search(input.value, AND_PREFIX);
    status.textContent = `${results.length} findings`;
    list.replaceChildren(...results.slice(0, SHOWN).map(({ id }) => item(findings[id].text)));
    for (const { facet, values } of facets) {
      const counts = new Map();
      for (const { id } of results) {
        const value = findings[id][facet];
        if (value === undefined) continue;
        for (const one of Array.isArray(value) ? value : [value]) counts.set(one, (counts.get(one) ?? 0) + 1);
      }
      const sorted = [...counts].sort((a, b) => b[1] - a[1]);
      values.replaceChildren(...sorted.map(([value, count]) => item(`${value} (${count})`)));
    }
  });
  return { main, input };
}

/** Types each query, letter by letter. A time is from the input event until after the next paint, the wait for the frame included. */
async function typeQueries(queries, index) {
  const { main, input } = plainPage(index);
  document.body.append(main);
  input.focus();
  await nextFrame();
  await nextTask();
  const times = [];
  for (const query of queries) {
    const letters = [...query];
    for (let length = 1; length <= letters.length; length++) {
      // So that keystrokes fall anywhere within a frame, as those of a person do, and not always at its start.
      await pause(20 + ((times.length * 7) % 17));
      input.value = letters.slice(0, length).join("");
      const start = performance.now();
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await nextFrame();
      await nextTask();
      times.push(performance.now() - start);
    }
  }
  main.remove();
  return times;
}

async function measureItemsJs(queries, result) {
  const aggregations = Object.fromEntries(
    FACETS.map((facet) => [facet, { title: facet, size: 100, conjunction: facet === "themes" }]),
  );
  // ItemsJS writes into its items, so it gets its own.
  const engine = itemsjs(findings.map((finding) => ({ ...finding })), { aggregations, searchableFields: ["text", "rest"] });
  result.itemsjs = await timeEach(queries, (query) => engine.search({ query, per_page: SHOWN }));
}

async function measureOrama(queries, result) {
  const schema = { text: "string", rest: "string", themes: "enum[]" };
  for (const facet of FACETS) schema[facet] ??= "enum";
  const database = create({ schema });
  await insertMultiple(database, findings.map((finding, row) => ({ ...finding, id: String(row) })), 1000);
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, {}]));
  // With a threshold of 0, all words have to be in one field.
  const options = { properties: ["text", "rest"], boost: { text: 2 }, facets, limit: SHOWN, threshold: 0 };
  result.orama = await timeEach(queries, (term) => searchOrama(database, { term, ...options }));
}

/** The toggles: always the same for the same findings. At most three values are selected at a time. */
function toggles() {
  const values = FACETS.map((facet) => [...new Set(findings.flatMap((finding) => finding[facet] ?? []))].sort());
  const selected = [];
  const list = [];
  let random = 1;
  while (list.length < CROSSFILTER_TOGGLES) {
    if (selected.length === 3) {
      list.push(selected.shift());
      continue;
    }
    random = (random * 1103515245 + 12345) % 2147483648;
    const facet = list.length % FACETS.length;
    const value = values[facet][(random >> 8) % values[facet].length];
    if (selected.some((other) => other.facet === facet && other.value === value)) continue;
    selected.push({ facet, value });
    list.push({ facet, value });
  }
  return list;
}

async function measureCrossfilter(result) {
  const filter = crossfilter(findings);
  const dimensions = FACETS.map((facet) =>
    facet === "themes" ? filter.dimension((finding) => finding.themes, true) : filter.dimension((finding) => finding[facet] ?? ""),
  );
  const groups = dimensions.map((dimension) => dimension.group());
  const selections = FACETS.map(() => new Set());
  result.crossfilter = await timeEach(toggles(), ({ facet, value }) => {
    const selection = selections[facet];
    if (!selection.delete(value)) selection.add(value);
    if (selection.size === 0) dimensions[facet].filterAll();
    else if (selection.size === 1) dimensions[facet].filterExact([...selection][0]);
    else dimensions[facet].filterFunction((one) => selection.has(one));
    return groups.map((group) => group.all());
  });
}

/** Measures all peers, and answers with the samples of each. */
async function measurePeers(queries) {
  const result = { versions: PEER_VERSIONS };
  await measureMiniSearch(queries, result);
  await measureCrossfilter(result);
  await measureItemsJs(queries, result);
  await measureOrama(queries, result);
  return result;
}

// Each index lives in a function of its own, so that none slows down the next.
async function measureMiniSearch(queries, result) {
  const json = miniSearchJson();
  result.minisearch_index_json = await gzipBytes(json);
  result.minisearch_page = await typeQueries(queries, MiniSearch.loadJSON(json, MINISEARCH_OPTIONS));
  for (const [name, options] of Object.entries({ minisearch_search: AND_PREFIX, minisearch_fuzzy: AND_PREFIX_FUZZY })) {
    const index = MiniSearch.loadJSON(json, MINISEARCH_OPTIONS);
    result[name] = await timeEach(queries, (query) => index.search(query, options));
  }
}

Object.assign(globalThis, { loadFindings, measurePeers });
