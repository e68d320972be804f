// The search page as people use it: with keyboard and mouse, without JavaScript, on a phone.
import assert from 'node:assert/strict';
import { readFileSync, mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const base = process.env.FIHRIS_URL;
const hostile = process.env.FIHRIS_HOSTILE_URL;
const screenshots = process.env.SCREENSHOTS;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const path = (parameters, at = '/') => at + '?' + new URLSearchParams(parameters);

let browser;
before(async () => {
  mkdirSync(screenshots, { recursive: true });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
});
after(() => browser?.close());

// Opens an address; what goes wrong on the page is in `page.trouble`.
async function open(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.trouble = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && page.trouble.push(message.text()));
  page.on('pageerror', (error) => page.trouble.push(error.message));
  page.on('dialog', (dialog) => { page.trouble.push('dialog'); dialog.dismiss(); });
  page.on('request', (request) => {
    if (![base, hostile].includes(new URL(request.url()).origin)) page.trouble.push('fetched ' + request.url());
  });
  await page.goto(address.startsWith('/') ? base + address : address);
  return page;
}

async function close(page) {
  assert.deepEqual(page.trouble, []);
  await page.context().close();
}

const count = (page) => page.locator('.count-line').textContent();
const shot = (page, name, options) => page.screenshot({ path: `${screenshots}/${name}.png`, ...options });

async function type(page, text) {
  const answered = page.waitForResponse((response) => response.url().includes('/fragment') &&
    new URL(response.url()).searchParams.get('q') === text);
  await page.locator('#q').pressSequentially(text, { delay: 20 });
  await answered;
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
}

test('results come while one types, and the address is that of the search', async () => {
  const page = await open('/');
  const before = await page.locator('#q').boundingBox();
  await type(page, 'روسيا');
  assert.match(await page.locator('.hit mark').first().textContent(), /روس/);
  assert.equal(new URL(page.url()).searchParams.get('q'), 'روسيا');
  assert.match(await page.title(), /روسيا/);
  assert.deepEqual(await page.locator('#q').boundingBox(), before);
  assert.equal(await page.locator('#live').textContent(), await count(page));
  await page.reload();
  assert.equal(await page.locator('#q').inputValue(), 'روسيا');
  await close(page);
});

test('everything is done by keyboard alone', async () => {
  const page = await open('/');
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'q');
  await page.keyboard.type('وزير', { delay: 20 });
  await page.locator('#suggestions [role=option]').first().waitFor();
  assert.equal(await page.locator('#q').getAttribute('aria-expanded'), 'true');
  await shot(page, 'suggestions');
  await page.keyboard.press('ArrowDown');
  const option = page.locator('[role=option][aria-selected=true]');
  assert.equal(await page.locator('#q').getAttribute('aria-activedescendant'), await option.getAttribute('id'));
  await page.keyboard.press('ArrowUp');
  assert.equal(await page.locator('#q').getAttribute('aria-activedescendant'), null);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#q').getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
  for (let i = 0; i < 200 && !(await page.evaluate(() => document.activeElement.matches('.hit h2 a'))); ++i)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('.article').waitFor();
  const first = await page.locator('.position').textContent();
  await page.keyboard.press('n');
  assert.notEqual(await page.locator('.position').textContent(), first);
  await page.keyboard.press('p');
  assert.equal(await page.locator('.position').textContent(), first);
  await page.goBack();
  await page.locator('.hits').waitFor();
  await close(page);
});

test('facets and dates narrow, several at once, and the back button undoes them', async () => {
  const page = await open(path({ q: 'روسيا' }));
  const all = await count(page);
  await page.locator('.facet').first().locator('a').first().click();
  await page.locator('.chip').waitFor();
  const narrowed = await count(page);
  assert.notEqual(narrowed, all);
  await page.locator('.facet').first().locator('a:not(.chosen)').first().click();
  await page.waitForFunction(() => document.querySelectorAll('.chip').length === 2);
  assert.notEqual(await count(page), narrowed);
  await page.locator('.bars a').first().click();
  await page.waitForFunction(() => document.querySelectorAll('.chip').length === 3);
  assert.notEqual(await page.locator('[name=from]').inputValue(), '');
  for (const left of [2, 1]) {
    await page.goBack();
    await page.waitForFunction((chips) => document.querySelectorAll('.chip').length === chips, left);
  }
  assert.equal(await count(page), narrowed);
  await page.locator('.chip').click();
  await page.waitForFunction(() => !document.querySelector('.chip'));
  assert.equal(await count(page), all);
  await close(page);
});

test('without JavaScript all of it works but suggestions', async () => {
  const page = await open('/', { javaScriptEnabled: false });
  await page.locator('#q').fill('روسيا');
  await page.locator('#q').press('Enter');
  const all = await count(page);
  assert.ok(await page.locator('.hit mark').count() > 0);
  await page.locator('.facet').first().locator('a').first().click();
  assert.notEqual(await count(page), all);
  await page.locator('.chip').click();
  await page.locator('.bars a').first().click();
  await page.locator('.all-time').click();
  assert.equal(await count(page), all);
  await page.locator('[name=from]').fill('2025');
  await page.locator('button[type=submit]').click();
  assert.equal(await page.locator('.chip').count(), 1);
  await page.locator('.hit h2 a').first().click();
  await page.locator('.marks a').last().click();
  assert.equal(await page.locator('mark.current').getAttribute('id'), 'm2');
  await page.locator('.back a').click();
  await page.locator('.language').click();
  assert.equal(await page.locator('html').getAttribute('dir'), 'ltr');
  await close(page);
});

test('nothing that articles or addresses hold runs', async () => {
  const evil = '"><script>window.ran=9</script><img src=x onerror=window.ran=9>';
  const addresses = [{ q: 'كتاب' }, { q: evil }, { q: 'كتاب', from: evil, 'f.source': evil }, { index: evil }, { sort: evil, lang: evil, theme: evil }];
  for (const parameters of addresses) {
    const page = await open(hostile + path(parameters));
    assert.equal(await page.evaluate(() => window.ran), undefined);
    page.trouble = page.trouble.filter((text) => !text.includes('404'));
    await close(page);
  }
  const page = await open(hostile + '/');
  await type(page, 'كتاب');
  await page.locator('#suggestions [role=option]').first().waitFor();
  const links = await page.locator('.hit h2 a').evaluateAll((all) => all.map((link) => link.href));
  for (const link of links) {
    await page.goto(link);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
  }
  await close(page);
});

test('nothing is wider than the screen', async () => {
  for (const width of [390, 1280]) {
    for (const address of [path({ q: 'روسيا' }), '/a/pol-001?q=روسيا', hostile + path({ q: 'كتاب' }), hostile + '/a/word', hostile + '/a/long']) {
      const page = await open(address, { viewport: { width, height: 800 } });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${address} at ${width}: ${over}`);
      await close(page);
    }
  }
});

test('axe finds no serious issue in any view, language or theme', async () => {
  const views = ['/', path({ q: 'روسيا', 'f.section': 'سياسة' }), path({ q: '+روسيا +قطةلا' }), '/a/pol-001?q=روسيا', '/a/none', path({ from: 'قطة' })];
  for (const colorScheme of ['light', 'dark']) {
    for (const lang of ['ar', 'en']) {
      for (const view of views) {
        const page = await open(view + (view.includes('?') ? '&' : '?') + 'lang=' + lang, { colorScheme });
        for (const details of await page.locator('details > summary').all()) if (await details.isVisible()) await details.click();
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run());
        const serious = violations.filter((issue) => ['serious', 'critical'].includes(issue.impact));
        assert.deepEqual(serious.map((issue) => [issue.id, issue.nodes.map((node) => node.html)]), [], `${view} ${lang} ${colorScheme}`);
        await page.context().close();
      }
    }
  }
});

test('screenshots', async () => {
  const q = 'قواعد روسية';
  for (const [name, address, options] of [
    ['results', path({ q }), {}],
    ['facets', path({ q: 'روسيا', 'f.section': 'سياسة', from: '2025' }), {}],
    ['english', path({ q, lang: 'en' }), {}],
    ['dark', path({ q }), { colorScheme: 'dark' }],
    ['phone', path({ q }), { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }],
    ['print', path({ q }), { print: true }],
    ['settings', path({ q, digits: 'arabic', months: 'levant', calendar: 'hijri' }), { menu: true }],
    ['nothing', path({ q: '+«قواعد روسية» +قطار', 'f.source': 'صدى النيل' }), {}],
    ['article', '/a/pol-001?' + new URLSearchParams({ q }), {}],
  ]) {
    const { print, menu, ...context } = options;
    const page = await open(address, context);
    if (print) await page.emulateMedia({ media: 'print' });
    if (menu) await page.locator('.display summary').click();
    await shot(page, name);
    await close(page);
  }
});

// The last test: afterwards the other service is gone.
test('a service that has gone is said, and the page stays', async () => {
  const page = await open(hostile + '/');
  await type(page, 'كتاب');
  const hits = await page.locator('.hit').count();
  process.kill(Number(process.env.FIHRIS_HOSTILE_PID));
  await page.locator('#q').fill('كتب');
  await page.locator('#offline').waitFor({ timeout: 20000 });
  assert.equal(await page.locator('.hit').count(), hits);
  await page.context().close();
});
