// A search box for any page: <script src="https://ARCHIVE/assets/box.js" async></script>. It stands
// where the script stands; data-index, data-lang and data-text are optional.
(() => {
  const script = document.currentScript;
  const arabic = (script.dataset.lang ?? (document.documentElement.lang || 'ar')).startsWith('ar');
  const form = document.createElement('form');
  form.action = new URL('/', script.src).href;
  form.role = 'search';
  form.dir = arabic ? 'rtl' : 'ltr';
  const words = arabic ? ['ابحث في الأرشيف', 'بحث'] : ['Search the archive', 'Search'];
  const input = document.createElement('input');
  Object.assign(input, { type: 'search', name: 'q', dir: 'auto', placeholder: script.dataset.text ?? words[0] });
  input.setAttribute('aria-label', input.placeholder);
  const button = document.createElement('button');
  button.textContent = words[1];
  const hidden = [['lang', script.dataset.lang], ['index', script.dataset.index]];
  for (const [name, value] of hidden) {
    if (!value) continue;
    const kept = document.createElement('input');
    Object.assign(kept, { type: 'hidden', name, value });
    form.append(kept);
  }
  form.append(input, ' ', button);
  script.after(form);
})();
