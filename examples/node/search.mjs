// Asks `fihris serve`: node search.mjs http://127.0.0.1:7700 UID WORD...
// With a master key, send a search key: { authorization: `Bearer ${key}` }.

const [service, uid, ...words] = process.argv.slice(2);

const response = await fetch(`${service}/indexes/${encodeURIComponent(uid)}/search`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ q: words.join(' '), limit: 3, attributesToHighlight: ['title'] }),
});
const answer = await response.json();
if (!response.ok) throw new Error(answer.message);
for (const hit of answer.hits) console.log(`found: ${hit.id} ${hit._formatted.title}`);
