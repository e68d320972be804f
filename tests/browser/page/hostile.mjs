// Articles that somebody made who wishes the page ill, as JSON Lines.
const evil = [
  '<script>window.ran = 1</script>',
  '"><img src=x onerror="window.ran = 2">',
  "' autofocus onfocus='window.ran = 3' x='",
  '</title></textarea></style><svg onload=window.ran=4>',
  '\u202Eنص مقلوب\u2066 {{7*7}} ${window.ran=5}',
];
const articles = evil.map((text, i) => ({
  id: `evil ${i} ${text}`, title: `كتاب ${text}`, summary: text, body: `كتاب عن ${text}\n${text}`, date: `2020-0${i + 1}-01`,
  source: text, author: text, section: text, tags: [text], url: i % 2 ? 'javascript:window.ran=6' : `https://example.org/"><script>window.ran=7</script>`,
}));
articles.push({ id: 'long', title: 'كتاب طويل '.repeat(200), body: 'كتاب' });
articles.push({ id: 'bare', body: 'كتاب بلا عنوان ولا تاريخ ولا مصدر' });
articles.push({ id: 'word', title: 'كتاب ' + 'ط'.repeat(2000), body: 'كتاب ' + 'x'.repeat(2000), source: 'م'.repeat(500) });
articles.push({ id: 'mixed', title: 'كِتَابٌ about C++17 و٤٢٪ (2020–2021) في “Beirut”', body: 'كتاب: A, ب, C. 12/3/2020!', date: '2020', source: 'The Daily أخبار' });
for (const article of articles) console.log(JSON.stringify(article));
