// SPDX-License-Identifier: Apache-2.0
'use strict';

// Light or dark: what was chosen, else what the system says. Before anything is painted.
const html = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');
const remembered = () => { try { return localStorage.getItem('scheme'); } catch { return null; } };
const remember = scheme => { try { localStorage.setItem('scheme', scheme); } catch { /* for this page only */ } };
let scheme = remembered();

function paint() {
  const now = scheme ?? (systemDark.matches ? 'dark' : 'light');
  html.dataset.theme = now;
  for (const sheet of document.querySelectorAll('link[data-scheme]')) {
    sheet.media = sheet.dataset.scheme === now ? 'all' : 'not all';
  }
  document.getElementById('scheme')?.setAttribute('aria-pressed', now === 'dark');
}

systemDark.addEventListener('change', paint);
paint();

document.addEventListener('DOMContentLoaded', () => {
  paint();
  document.getElementById('scheme').addEventListener('click', () => {
    scheme = html.dataset.theme === 'dark' ? 'light' : 'dark';
    remember(scheme);
    paint();
  });

  // Beside the text where there is room; else the reader opens them.
  for (const [id, room] of [['menu', '(min-width: 60rem)'], ['contents', '(min-width: 80rem)']]) {
    const details = document.getElementById(id);
    const wide = matchMedia(room);
    const fit = () => details?.toggleAttribute('open', wide.matches);
    wide.addEventListener('change', fit);
    fit();
  }
  document.querySelector('#menu [aria-current]')?.scrollIntoView({ block: 'nearest' });

  document.querySelectorAll('pre > code[class*=language-]').forEach(code => hljs.highlightElement(code));
  if (navigator.clipboard) {
    document.querySelectorAll('main pre').forEach(addCopy);
  }
  search(document.getElementById('search'));
});

function addCopy(pre) {
  const box = document.createElement('div');
  const copy = document.createElement('button');
  box.className = 'copyable';
  copy.type = 'button';
  copy.textContent = 'Copy';
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(pre.textContent);
    copy.textContent = 'Copied';
    setTimeout(() => { copy.textContent = 'Copy'; }, 1500);
  });
  pre.replaceWith(box);
  box.append(pre, copy);
}

function search(form) {
  const input = form.elements.q;
  const results = document.getElementById('results');
  let find;
  let chosen = -1;

  // The index is fetched when somebody searches.
  const ready = () => find ??= load('assets/lunr.min.js').then(() => load('assets/sections.js')).then(finder);

  async function show() {
    const words = input.value.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
    const found = words.length ? (await ready())(words) : [];
    results.replaceChildren(...found.map((section, i) => result(section, words, i)));
    if (words.length && !found.length) {
      results.append(element('li', 'Nothing found', 'none'));
    }
    choose(-1);
    open(words.length > 0);
  }

  function open(yes) {
    results.hidden = !yes;
    input.setAttribute('aria-expanded', yes);
  }

  // Past the last and before the first none is chosen.
  function choose(i) {
    const options = results.querySelectorAll('[role=option]');
    options[chosen]?.setAttribute('aria-selected', false);
    chosen = i < -1 ? options.length - 1 : i < options.length ? i : -1;
    options[chosen]?.setAttribute('aria-selected', true);
    options[chosen]?.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', options[chosen]?.id ?? '');
  }

  input.addEventListener('input', show);
  input.addEventListener('focus', ready);
  form.addEventListener('submit', event => {
    event.preventDefault();
    results.querySelectorAll('[role=option] a')[Math.max(chosen, 0)]?.click();
  });
  form.addEventListener('keydown', event => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(chosen + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Escape') {
      open(false);
    }
  });
  results.addEventListener('click', () => open(false));
  document.addEventListener('click', event => form.contains(event.target) || open(false));
  document.addEventListener('keydown', event => {
    if (event.key === '/' && !event.target.closest('input, textarea')) {
      event.preventDefault();
      input.select();
    }
  });
}

// Words of code count, as do "not" and "where": no stop words. Every word must be there, or begin one that is.
function finder() {
  lunr.tokenizer.separator = /[^\p{L}\p{N}_]+/u;
  const index = lunr(function () {
    this.pipeline.remove(lunr.stopWordFilter);
    this.field('heading', { boost: 8 });
    this.field('page', { boost: 4 });
    this.field('text');
    SECTIONS.forEach(([page, heading, , text], i) => this.add({ id: i, page, heading, text }));
  });
  return words => index
    .query(query => words.forEach(word => {
      query.term(lunr.stemmer(new lunr.Token(word)).toString(), {
        presence: lunr.Query.presence.REQUIRED, wildcard: lunr.Query.wildcard.TRAILING, usePipeline: false,
      });
      query.term(word, { boost: 4 });
    }))
    .slice(0, 12)
    .map(found => SECTIONS[found.ref]);
}

function result([page, heading, url, text], words, i) {
  const option = element('li', '');
  option.id = 'result-' + i;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', false);
  const link = element('a', '');
  link.href = html.dataset.root + url;
  link.tabIndex = -1;
  link.append(element('strong', heading), page === heading ? '' : element('small', page), excerpt(text, words));
  option.append(link);
  return option;
}

function excerpt(text, words) {
  const word = new RegExp('(' + words.join('|') + ')', 'i');
  const at = Math.max(text.search(word), 0);
  const start = at < 60 ? 0 : text.indexOf(' ', at - 50) + 1;
  const end = text.length < start + 170 ? text.length : text.lastIndexOf(' ', start + 160);
  const shown = element('span', start ? '… ' : '');
  (text.slice(start, end) + (end < text.length ? ' …' : '')).split(word).forEach((part, i) => shown.append(i % 2 ? element('mark', part) : part));
  return shown;
}

function element(name, text, style) {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = style ?? '';
  return made;
}

function load(script) {
  return new Promise((loaded, failed) => {
    const added = element('script', '');
    added.src = html.dataset.root + script;
    added.onload = loaded;
    added.onerror = failed;
    document.head.append(added);
  });
}
