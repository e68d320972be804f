// Meilisearch's JavaScript client and the adapter of InstantSearch against a service: what a site does with them. The
// address of the service is in FIHRIS_URL, its master key in FIHRIS_KEY.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Meilisearch } from "meilisearch";
import { instantMeiliSearch } from "@meilisearch/instant-meilisearch";
import { createHmac } from "node:crypto";
import { holdAnswersTo } from "./openapi.mjs";

const host = process.env.FIHRIS_URL;
const apiKey = process.env.FIHRIS_KEY;
await holdAnswersTo(host);
const client = new Meilisearch({ host, apiKey });
const done = (task) => task.waitTask({ timeout: 30000, interval: 20 });

const books = [
  { id: 1, title: "الأيام", author: "طه حسين", year: 1929, tags: ["سيرة"], price: 12.5, place: { city: "القاهرة" } },
  { id: 2, title: "زقاق المدق", author: "نجيب محفوظ", year: 1947, tags: ["رواية"], price: 9, place: { city: "القاهرة" } },
  { id: 3, title: "موسم الهجرة إلى الشمال", author: "الطيب صالح", year: 1966, tags: ["رواية"], price: 11, place: { city: "الخرطوم" } },
  { id: 4, title: "رجال في الشمس", author: "غسان كنفاني", year: 1963, tags: ["رواية", "فلسطين"], price: 7, place: { city: "بيروت" } },
  { id: 5, title: "The Prophet", author: "جبران خليل جبران", year: 1923, tags: ["شعر"], price: 5, note: null, place: { city: "New York" } },
  { id: 6, title: "A <b>bold</b> & brave title", author: "طه حسين", year: 1930, tags: [], price: 3 },
];

async function filled(uid) {
  await done(client.deleteIndex(uid)).catch(() => {});
  const index = client.index(uid);
  await done(index.updateSettings({
    filterableAttributes: ["author", "year", "tags", "price", "place.city", "note", "id", "title"],
    sortableAttributes: ["year", "title", "price"],
  }));
  const task = await done(index.addDocuments(books));
  assert.equal(task.status, "succeeded", JSON.stringify(task));
  return index;
}

test("documents come back as they were sent", async () => {
  const index = await filled("books");
  for (const book of books) assert.deepEqual(await index.getDocument(book.id), book);
  const page = await index.getDocuments({ limit: 10 });
  assert.equal(page.total, 6);
  assert.equal(page.results.length, 6);
  assert.deepEqual((await index.getDocuments({ filter: "year < 1930", fields: ["id"] })).results.map((b) => b.id).sort(), [1, 5]);
  assert.equal((await client.getIndex("books")).primaryKey, "id");
  assert.equal((await index.getStats()).numberOfDocuments, 6);
  assert.equal((await index.getStats()).fieldDistribution.price, 6);
});

test("documents are merged and deleted", async () => {
  const index = await filled("changed");
  await done(index.updateDocuments([{ id: 1, price: 99 }]));
  assert.deepEqual(await index.getDocument(1), { ...books[0], price: 99 });
  await done(index.deleteDocument(2));
  await assert.rejects(index.getDocument(2), (error) => error.cause.code === "document_not_found");
  await done(index.deleteDocuments({ filter: "tags = رواية" }));
  assert.equal((await index.getDocuments()).total, 3);
  await done(index.deleteAllDocuments());
  assert.equal((await index.getDocuments()).total, 0);
});

test("words are found by their other forms, marked and cropped", async () => {
  const index = client.index("books");
  const found = await index.search("رجل", { attributesToHighlight: ["*"], showMatchesPosition: true, showRankingScore: true });
  assert.deepEqual(found.hits.map((hit) => hit.id), [4]);
  assert.equal(found.hits[0]._formatted.title, "<em>رجال</em> في الشمس");
  assert.equal(found.hits[0]._formatted.id, "4");
  assert.deepEqual(found.hits[0]._matchesPosition, { title: [{ start: 0, length: 8 }] });
  assert.ok(found.hits[0]._rankingScore > 0 && found.hits[0]._rankingScore < 1);
  const cropped = await index.search("الشمال", { attributesToCrop: ["title"], cropLength: 2 });
  assert.equal(cropped.hits[0]._formatted.title, "…إلى الشمال");
  const raw = await index.search("brave", { attributesToHighlight: ["title"] });
  assert.equal(raw.hits[0]._formatted.title, "A <b>bold</b> & <em>brave</em> title");
  assert.equal((await index.search("pro")).hits[0].id, 5);
  assert.deepEqual((await index.search("محفوظ")).hits.map((hit) => hit.id), [2]);
  assert.deepEqual((await index.search("القاهرة")).hits.map((hit) => hit.id).sort(), [1, 2]);
});

test("filters, facets, sorting and pages", async () => {
  const index = client.index("books");
  const ids = async (options) => (await index.search("", options)).hits.map((hit) => hit.id);
  assert.deepEqual((await ids({ filter: 'author = "طه حسين"' })).sort(), [1, 6]);
  assert.deepEqual((await ids({ filter: ["year > 1940", ["tags = فلسطين", "price = 9"]] })).sort(), [2, 4]);
  assert.deepEqual(await ids({ filter: "year 1940 TO 1965", sort: ["year:desc"] }), [4, 2]);
  assert.deepEqual((await ids({ filter: "note EXISTS" })), [5]);
  assert.deepEqual((await ids({ filter: "note IS NULL" })), [5]);
  assert.deepEqual((await ids({ filter: "NOT tags = رواية" })).sort(), [1, 5, 6]);
  assert.deepEqual((await ids({ filter: "place.city IN [القاهرة, بيروت]" })).sort(), [1, 2, 4]);
  assert.deepEqual((await ids({ filter: "id = 3" })), [3]);
  assert.deepEqual((await ids({ filter: "title = الأيام" })), [1]);
  assert.deepEqual(await ids({ sort: ["price:asc"] }), [6, 5, 4, 2, 3, 1]);
  assert.deepEqual((await index.search("", { facets: ["tags", "year"] })).facetDistribution.tags, { رواية: 3, سيرة: 1, شعر: 1, فلسطين: 1 });
  assert.deepEqual((await index.search("", { facets: ["year"] })).facetStats.year, { min: 1923, max: 1966 });
  const page = await index.search("", { hitsPerPage: 4, page: 2 });
  assert.deepEqual([page.hits.length, page.totalHits, page.totalPages, page.page, page.hitsPerPage], [2, 6, 2, 2, 4]);
  const distinct = await index.search("", { distinct: "author" });
  assert.equal(distinct.hits.length, 5);
  const facets = await index.searchForFacetValues({ facetName: "author", facetQuery: "طه" });
  assert.deepEqual(facets.facetHits, [{ value: "طه حسين", count: 2 }]);
});

test("errors have the protocol's codes", async () => {
  const index = client.index("books");
  const code = (promise) => promise.then(() => "none", (error) => error.cause.code);
  assert.equal(await code(client.index("nowhere").search("x")), "index_not_found");
  assert.equal(await code(index.search("x", { filter: "unknown = 1" })), "invalid_search_filter");
  assert.equal(await code(index.search("x", { filter: "year >" })), "invalid_search_filter");
  assert.equal(await code(index.search("x", { facets: ["unknown"] })), "invalid_search_facets");
  assert.equal(await code(index.search("x", { sort: ["unknown:asc"] })), "invalid_search_sort");
  assert.equal(await code(index.search("x", { limit: "many" })), "invalid_search_limit");
  assert.equal(await code(index.search("x", { colour: 1 })), "bad_request");
  assert.equal(await code(client.tasks.getTask(99999999)), "task_not_found");
  assert.equal(await code(new Meilisearch({ host }).getIndexes()), "missing_authorization_header");
  assert.equal(await code(new Meilisearch({ host, apiKey: "wrong" }).getIndexes()), "invalid_api_key");
  const failed = async (promise) => (await done(promise)).error.code;
  assert.equal(await failed(client.createIndex("books")), "index_already_exists");
  assert.equal(await failed(client.deleteIndex("nowhere")), "index_not_found");
  assert.equal(await failed(index.addDocuments([{ title: "no id" }])), "missing_document_id");
  assert.equal(await failed(index.addDocuments([{ id: { a: 1 } }])), "invalid_document_id");
  assert.equal(await failed(client.index("twins").addDocuments([{ a_id: 1, b_id: 2 }])), "index_primary_key_multiple_candidates_found");
});

test("settings, tasks, several searches and swaps", async () => {
  const index = client.index("books");
  const settings = await index.getSettings();
  assert.deepEqual(settings.sortableAttributes, ["price", "title", "year"]);
  assert.deepEqual(settings.searchableAttributes, ["*"]);
  assert.equal(settings.pagination.maxTotalHits, 1000);
  await done(index.updateSynonyms({ كتاب: ["رواية"] }));
  assert.equal((await index.search("كتاب")).hits.length, 3);
  await done(index.resetSynonyms());
  const { results } = await client.multiSearch({ queries: [{ indexUid: "books", q: "الشمس" }, { indexUid: "books", q: "prophet" }] });
  assert.deepEqual(results.map((result) => result.hits[0].id), [4, 5]);
  const federated = await client.multiSearch({ federation: {}, queries: [{ indexUid: "books", q: "الشمس" }, { indexUid: "books", q: "prophet" }] });
  assert.deepEqual(federated.hits.map((hit) => hit._federation.indexUid), ["books", "books"]);
  await done(client.createIndex("empty", { primaryKey: "id" }));
  await done(client.swapIndexes([{ indexes: ["books", "empty"] }]));
  assert.equal((await client.index("empty").getStats()).numberOfDocuments, 6);
  await done(client.swapIndexes([{ indexes: ["books", "empty"] }]));
  await done(client.deleteIndex("empty"));
  const tasks = await client.tasks.getTasks({ types: ["indexSwap"], limit: 1 });
  assert.equal(tasks.results[0].status, "succeeded");
  assert.match(tasks.results[0].duration, /^PT[\d.]+S$/);
  assert.equal((await client.health()).status, "available");
  assert.ok((await client.getVersion()).pkgVersion);
});

test("keys and tenant tokens see what they may", async () => {
  const key = await client.createKey({ actions: ["search"], indexes: ["books"], expiresAt: null });
  const searcher = new Meilisearch({ host, apiKey: key.key });
  assert.equal((await searcher.index("books").search("الشمس")).hits.length, 1);
  await assert.rejects(searcher.index("books").getDocument(1), (error) => error.cause.code === "invalid_api_key");
  const part = (json) => Buffer.from(JSON.stringify(json)).toString("base64url");
  const unsigned = `${part({ alg: "HS256", typ: "JWT" })}.${part({ apiKeyUid: key.uid, searchRules: { books: { filter: "year > 1960" } } })}`;
  const token = `${unsigned}.${createHmac("sha256", key.key).update(unsigned).digest("base64url")}`;
  const tenant = new Meilisearch({ host, apiKey: token }).index("books");
  assert.deepEqual((await tenant.search("")).hits.map((hit) => hit.id).sort(), [3, 4]);
  await client.deleteKey(key.uid);
  await assert.rejects(tenant.search(""), (error) => error.cause.code === "invalid_api_key");
});

test("InstantSearch's adapter gets hits, facets and pages", async () => {
  const { searchClient } = instantMeiliSearch(host, apiKey);
  const { results } = await searchClient.search([{ indexName: "books", params: { query: "", facets: ["author"], hitsPerPage: 2, page: 0, facetFilters: [["tags:رواية"]], highlightPreTag: "__ais-highlight__", highlightPostTag: "__/ais-highlight__" } }]);
  assert.equal(results[0].nbHits, 3);
  assert.equal(results[0].hits.length, 2);
  assert.equal(results[0].facets.author["نجيب محفوظ"], 1);
  const facets = await searchClient.searchForFacetValues([{ indexName: "books", params: { facetName: "author", facetQuery: "غسان" } }]);
  assert.equal(facets[0].facetHits[0].value, "غسان كنفاني");
});
