// Completes what is typed into the search box: an editable combobox with a list, as the ARIA Authoring Practices specify it. Without
// this script the box is an ordinary form, and it stays one: whatever is in the box is what Enter sends.
(() => {
  'use strict';

  const pauseMs = 90;

  const input = document.querySelector('input[data-suggest]');
  const scope = input && input.dataset.scope ? '&' + input.dataset.scope : '';
  if (!input || !input.form || !window.fetch || !window.AbortController) return;

  // What it says, in the language of the page.
  const say = JSON.parse(input.dataset.say);
  const plural = new Intl.PluralRules(document.documentElement.lang);

  const list = document.createElement('ul');
  list.id = input.id + '-suggestions';
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', say.list);

  const status = document.createElement('div');
  status.className = 'visually-hidden';
  status.setAttribute('aria-live', 'polite');
  status.setAttribute('aria-atomic', 'true');

  // A combobox must not be a searchbox at the same time; what the type gave phones, the other attributes give.
  input.type = 'text';
  input.inputMode = 'search';
  input.enterKeyHint = 'search';
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');
  input.after(list);
  input.form.append(status);

  let shown = [];
  let active = -1;
  let typed = input.value;
  let waiting = 0;
  let request = null;

  const isOpen = () => !list.hidden;

  function forget() {
    clearTimeout(waiting);
    if (request) request.abort();
    request = null;
  }

  function close() {
    forget();
    activate(-1);
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    status.textContent = '';
  }

  function activate(index) {
    if (active >= 0 && list.children[active]) list.children[active].setAttribute('aria-selected', 'false');
    active = index;
    if (index < 0) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    const option = list.children[index];
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  }

  // Past either end lies what was typed, then the other end.
  function move(by) {
    const places = shown.length + 1;
    activate((active + 1 + by + places) % places - 1);
    input.value = active < 0 ? typed : shown[active].query;
  }

  function choose(index) {
    input.value = shown[index].query;
    close();
    input.form.requestSubmit();
  }

  function optionOf(suggestion, index) {
    const option = document.createElement('li');
    option.id = list.id + '-' + index;
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    const text = document.createElement('span');
    const { start, length } = suggestion.match;
    const mark = document.createElement('mark');
    mark.textContent = suggestion.text.slice(start, start + length);
    text.append(suggestion.text.slice(0, start), mark, suggestion.text.slice(start + length));
    const kind = document.createElement('span');
    kind.className = 'kind';
    kind.textContent = say[suggestion.kind] || suggestion.kind;
    option.append(text, ' ', kind);
    // The focus stays in the box.
    option.addEventListener('mousedown', event => event.preventDefault());
    option.addEventListener('click', () => choose(index));
    return option;
  }

  function show(suggestions) {
    shown = suggestions;
    activate(-1);
    list.replaceChildren(...suggestions.map(optionOf));
    list.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    const count = suggestions.length;
    status.textContent = count === 0 ? say.none : (say.count[plural.select(count)] || say.count.other).replace('{n}', count);
  }

  async function ask() {
    forget();
    const asked = input.value;
    typed = asked;
    if (asked.trim() === '') {
      close();
      return;
    }
    request = new AbortController();
    const mine = request;
    try {
      const answer = await fetch(input.dataset.suggest + '?q=' + encodeURIComponent(asked.toWellFormed ? asked.toWellFormed() : asked) + scope, { signal: mine.signal });
      const found = answer.ok ? (await answer.json()).suggestions : [];
      if (mine === request && document.activeElement === input) show(found);
    } catch {
      // Aborted, or the host does not answer: the box works without suggestions.
      if (mine === request) close();
    }
  }

  input.addEventListener('input', () => {
    forget();
    activate(-1);
    typed = input.value;
    waiting = setTimeout(ask, pauseMs);
  });

  input.addEventListener('keydown', event => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (!isOpen()) ask();
        else if (event.altKey && event.key === 'ArrowUp') close();
        else if (!event.altKey) move(event.key === 'ArrowDown' ? 1 : -1);
        break;
      case 'Enter':
        if (isOpen() && active >= 0) {
          event.preventDefault();
          choose(active);
        } else {
          close();
        }
        break;
      case 'Escape':
        event.preventDefault();
        if (isOpen()) input.value = typed;
        else input.value = typed = '';
        close();
        break;
      case 'Tab':
        close();
        break;
    }
  });

  input.addEventListener('blur', close);
})();
