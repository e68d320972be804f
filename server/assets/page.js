// What the page does by itself while somebody types and follows links. Everything is there without
// it, too: the service renders each page and each piece of one.
const form = document.getElementById('search');
const input = form.elements.q;
const live = document.getElementById('live');

// Parameters of the address that the form has no field of its own for stay as they are.
function addressOf(changes) {
  const parameters = new URLSearchParams(location.pathname === '/' ? location.search : keptOnly());
  for (const [name, value] of Object.entries(changes)) {
    parameters.delete(name);
    if (value) parameters.set(name, value);
  }
  return '/' + (parameters.size ? '?' + parameters : '');
}

// Of the page of an article: how it is shown, not which mark was looked at.
function keptOnly() {
  const parameters = new URLSearchParams(location.search);
  parameters.delete('hit');
  return parameters;
}

function asTyped() {
  const changes = { page: '', exact: '' };
  for (const name of ['q', 'from', 'to', 'index']) {
    if (form.elements[name]) changes[name] = form.elements[name].value.trim();
  }
  if (form.elements.index && !new URLSearchParams(location.search).has('index') &&
      form.elements.index.selectedIndex === 0) changes.index = '';
  return addressOf(changes);
}

// Results.

let asking = null;

async function piece(path, signal) {
  const response = await fetch(path, { signal, headers: { Accept: 'text/html' } });
  const text = await response.text();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) throw new Error(text);
  return new DOMParser().parseFromString(text, 'text/html');
}

function say(text) {
  live.textContent = text;
}

// Puts the results of an address in place. How it stands in the history: 'push', 'replace' or ''.
async function show(address, { history: how = '', typing = false, focus = '' } = {}) {
  asking?.abort();
  const mine = asking = new AbortController();
  const results = document.getElementById('results');
  const search = new URL(address, location.origin).search;
  results.setAttribute('aria-busy', 'true');
  try {
    const fresh = await piece('/fragment' + (search || '?') + (typing ? '&typing=1' : ''), mine.signal);
    if (mine.signal.aborted) return;
    const found = document.adoptNode(fresh.getElementById('results'));
    results.replaceWith(found);
    remember(how, address);
    document.title = titleOf(search);
    say(found.querySelector('.count-line, h1')?.textContent ?? '');
    if (focus) focusOn(focus);
  } catch (error) {
    if (error.name === 'AbortError') return;
    results.removeAttribute('aria-busy');
    say(form.dataset.offline);
    let notice = document.getElementById('offline');
    if (!notice) {
      notice = document.createElement('p');
      notice.id = 'offline';
      notice.className = 'notice';
      results.prepend(notice);
    }
    notice.textContent = form.dataset.offline;
  }
}

// Browsers refuse more than some changes a second; the next one tells the address again.
function remember(how, address) {
  try {
    if (how === 'push') history.pushState(null, '', address);
    if (how === 'replace') history.replaceState(null, '', address);
  } catch (error) {
    if (error.name !== 'SecurityError') throw error;
  }
}

const siteName = document.querySelector('.brand span').textContent;
function titleOf(search) {
  const query = new URLSearchParams(search).get('q');
  return query ? `${query} – ${siteName}` : siteName;
}

// Whoever uses the keyboard goes on where the list was.
function focusOn(what) {
  const target = document.querySelector(what);
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

function fill(search) {
  const parameters = new URLSearchParams(search);
  for (const name of ['q', 'from', 'to']) form.elements[name].value = parameters.get(name) ?? '';
  if (form.elements.index && parameters.has('index')) form.elements.index.value = parameters.get('index');
}

const inPlace = () => location.pathname === '/' && document.querySelector('.results') !== null;

let typed = 0;
function typing() {
  if (!inPlace()) return;
  clearTimeout(typed);
  typed = setTimeout(() => show(asTyped(), { history: 'replace', typing: true }), 15);
}

// Text that is composed of several keys (accents, other scripts) counts when it is there.
form.addEventListener('input', (event) => {
  if (event.isComposing) return;
  typing();
  if (event.target === input) suggest();
});
form.addEventListener('compositionend', () => { typing(); suggest(); });
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(typed);
  close();
  const address = asTyped();
  if (!inPlace()) location.assign(address);
  else show(address, { history: address === location.pathname + location.search ? 'replace' : 'push' });
});

// Links to the same page with another search are followed in place; others, and those in a new tab,
// as ever.
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const href = link.getAttribute('href');
  if (link.dataset.set !== undefined) {
    event.preventDefault();
    const [name, value] = link.dataset.set.split('=');
    const parameters = new URLSearchParams(location.search);
    parameters.delete(name);
    const usual = new URL(href, location.origin).searchParams.get(name);
    if (usual !== null) parameters.set(name, value);
    location.assign(location.pathname + (parameters.size ? '?' + parameters : '') + location.hash);
  } else if (inPlace() && href.startsWith('/?') && !link.closest('.masthead')) {
    event.preventDefault();
    const far = link.closest('.pager');
    fill(new URL(href, location.origin).search);
    show(href, { history: 'push', focus: '.count-line' }).then(() => far && scrollTo(0, 0));
  } else if (link.closest('.marks')) {
    event.preventDefault();
    step(Number(link.dataset.step));
  }
});
addEventListener('popstate', () => {
  if (!inPlace()) return;
  fill(location.search);
  show(location.href);
});

// Suggestions: a combobox as https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ has it.

const list = document.createElement('ul');
list.id = 'suggestions';
list.className = 'suggestions';
list.setAttribute('role', 'listbox');
list.setAttribute('aria-label', form.dataset.suggestions);
list.hidden = true;
input.parentElement.append(list);
for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', list.id], ['aria-expanded', 'false']])
  input.setAttribute(name, value);

let suggesting = null;
let waiting = 0;
let chosen = -1;

function close() {
  clearTimeout(waiting);
  suggesting?.abort();
  list.hidden = true;
  chosen = -1;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function suggest() {
  clearTimeout(waiting);
  if (!input.value.trim()) return close();
  waiting = setTimeout(fetchSuggestions, 90);
}

async function fetchSuggestions() {
  suggesting?.abort();
  const mine = suggesting = new AbortController();
  const parameters = new URLSearchParams(keptOnly());
  parameters.set('q', input.value);
  try {
    const fresh = await piece('/suggest?' + parameters, mine.signal);
    if (mine.signal.aborted || document.activeElement !== input) return;
    list.replaceChildren(...[...fresh.querySelectorAll('[role=option]')].map((option) => document.adoptNode(option)));
    chosen = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = list.children.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
  } catch {
    // Suggestions are help, not an answer: without them the results still come.
  }
}

function choose(next) {
  const options = [...list.children];
  options[chosen]?.setAttribute('aria-selected', 'false');
  chosen = (next + options.length + 1) % (options.length + 1);
  if (chosen === options.length) chosen = -1;
  const option = options[chosen];
  option?.setAttribute('aria-selected', 'true');
  if (option) input.setAttribute('aria-activedescendant', option.id);
  else input.removeAttribute('aria-activedescendant');
}

function take(option) {
  if (option.dataset.href) return location.assign(option.dataset.href);
  input.value = option.dataset.text;
  form.requestSubmit();
  return undefined;
}

input.addEventListener('keydown', (event) => {
  const open = !list.hidden;
  if (event.key === 'ArrowDown' && open) choose(chosen + 1);
  else if (event.key === 'ArrowDown') fetchSuggestions();
  else if (event.key === 'ArrowUp' && open) choose(chosen === -1 ? list.children.length - 1 : chosen - 1);
  else if (event.key === 'Enter' && open && chosen >= 0) take(list.children[chosen]);
  else if (event.key === 'Escape' && open) close();
  else return;
  event.preventDefault();
});
list.addEventListener('mousedown', (event) => event.preventDefault());
list.addEventListener('click', (event) => {
  const option = event.target.closest('[role=option]');
  if (option) take(option);
});
input.addEventListener('blur', close);

// Anywhere: / goes to the search; in an article n and p go from mark to mark.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
  if (event.key === '/') {
    event.preventDefault();
    input.focus();
    input.select();
  } else if (event.key === 'n' || event.key === 'p') {
    step(event.key === 'n' ? 1 : -1);
  }
});

// An article: marks, and copies of its citation.

const marks = [...document.querySelectorAll('.article mark')];

function step(by) {
  if (marks.length === 0) return;
  const now = Math.max(0, marks.findIndex((mark) => mark.classList.contains('current')));
  const next = (now + by + marks.length) % marks.length;
  marks[now].classList.remove('current');
  marks[next].classList.add('current');
  marks[next].scrollIntoView({ block: 'center' });
  const nav = document.querySelector('.marks');
  const text = [next + 1, marks.length].map(asDigits).join(nav.dataset.of);
  nav.querySelector('.position').textContent = text;
  say(text);
  history.replaceState(null, '', '#' + marks[next].id);
}

// In the digits that the service writes them in.
function asDigits(number) {
  const arabic = /[٠-٩]/.test(document.querySelector('.position').textContent);
  return arabic ? String(number).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[digit]) : String(number);
}

for (const button of document.querySelectorAll('.copy')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    const name = button.textContent;
    button.textContent = button.dataset.done;
    say(button.dataset.done);
    setTimeout(() => { button.textContent = name; }, 1500);
  });
}
