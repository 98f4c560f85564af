// What pages of searches do beyond their links and forms: "/" goes to the box, order and scope act at once, and whoever chooses a filter or
// a year stays where it was, with the focus on it, and is told how much there is now. Without this script all of it works, less swiftly.
(() => {
  'use strict';

  const kept = 'proposalsearch-return';
  const shortly = 20_000;
  const box = document.getElementById('q');
  const unfold = document.getElementById('show-filters');

  document.addEventListener('keydown', event => {
    const busy = event.target.closest('input, select, textarea, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || busy || !box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  // A list that is open is left by the pointer, or by Enter. With the keys alone each step changes the value: that acts on Enter.
  for (const list of document.querySelectorAll('select[data-acts]')) {
    let byKey = false;
    const submit = () => list.form && list.form.requestSubmit();
    list.addEventListener('keydown', event => {
      byKey = true;
      if (event.key === 'Enter' && list.dataset.changed) submit();
    });
    list.addEventListener('pointerdown', () => { byKey = false; });
    list.addEventListener('change', () => {
      list.dataset.changed = 'true';
      if (!byKey && document.querySelector('.count')) submit();
    });
  }

  // What a link of a filter is called, whatever its address and its state.
  const places = '.facet, .years, .chips';
  function nameOf(link) {
    const label = link.querySelector('.label');
    return link.dataset.year || (label ? label.firstChild.textContent : link.getAttribute('aria-label') || link.textContent).trim();
  }

  function keep(focused, place) {
    const open = Boolean(unfold && unfold.checked);
    try {
      sessionStorage.setItem(kept, JSON.stringify({ at: Date.now(), y: scrollY, open, focused, place }));
    } catch {
      // No storage, no return.
    }
  }

  document.addEventListener('click', event => {
    const link = event.target.closest('a');
    const place = link && link.closest(places);
    if (!place || event.button !== 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.shiftKey) {
      if (link.dataset.year) chooseRange(event, link);
      return;
    }
    if (link.host !== location.host || link.closest('.more')) return;
    link.hash = '';
    keep(nameOf(link), place.id || place.className.split(' ')[0]);
  });

  // With Shift a year is the other end of a range that begins at the first chosen one.
  function chooseRange(event, link) {
    const form = document.querySelector('form.range');
    const first = document.querySelector('.years .on a');
    if (!form || !first) return;
    event.preventDefault();
    const [from, to] = form.querySelectorAll('select');
    const years = [first, link].flatMap(one => one.dataset.year.split('..')).map(Number);
    const within = (list, year) => [...list.options].find(option => Number(option.value) === year);
    const [low, high] = [within(from, Math.min(...years)), within(to, Math.max(...years))];
    if (!low || !high) return;
    [low.selected, high.selected] = [true, true];
    keep(nameOf(link), 'years');
    form.requestSubmit();
  }

  function comeBack() {
    let state = null;
    try {
      state = JSON.parse(sessionStorage.getItem(kept));
      sessionStorage.removeItem(kept);
    } catch {
      return;
    }
    if (!state || Date.now() - state.at > shortly || !document.querySelector('.count')) return;
    if (unfold && state.open) unfold.checked = true;
    scrollTo({ top: state.y, behavior: 'instant' });
    const place = document.getElementById(state.place) || document.querySelector('.' + CSS.escape(state.place));
    const same = place && [...place.querySelectorAll('a')].find(link => nameOf(link) === state.focused);
    const target = same || document.getElementById('results');
    if (target) target.focus({ preventScroll: true });
    announce();
  }

  // What is there when a page comes is not read out; what changes is.
  function announce() {
    const status = document.querySelector('.count');
    if (!status) return;
    const said = [...status.childNodes];
    status.replaceChildren();
    setTimeout(() => status.replaceChildren(...said), 150);
  }

  comeBack();
})();
