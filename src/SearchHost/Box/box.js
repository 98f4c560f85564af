// <proposal-search>: the search of a ProposalSearch host, on any page. No dependency. Without this script, what stands within the element
// shows instead: a plain form. The attributes are described at /box of the host, and in docs/box.md.

const words = {
  en: {
    label: 'Search proposals', button: 'Search', suggestions: 'Suggestions', more: 'More results', all: 'All results on the archive’s page',
    phrase: 'words', title: 'proposal', organization: 'organization',
    options: n => n === 0 ? 'No suggestions.' : n === 1 ? '1 suggestion. Use the arrow keys.' : `${n} suggestions. Use the arrow keys.`,
    found: (n, q) => `${n === 0 ? 'No proposal matches' : n === 1 ? '1 proposal matches' : `${n.toLocaleString('en')} proposals match`} ${q}`,
    corrected: q => `Results for ${q}.`, instead: q => `Search for ${q} instead`, meant: 'Did you mean',
    partial: 'These have some of the words only', bets: 'Recommended by the archive',
    failed: 'The archive does not answer just now. Try again in a moment.',
  },
  es: {
    label: 'Buscar propuestas', button: 'Buscar', suggestions: 'Sugerencias', more: 'Más resultados', all: 'Todos los resultados en la página del archivo',
    phrase: 'palabras', title: 'propuesta', organization: 'organización',
    options: n => n === 0 ? 'Sin sugerencias.' : n === 1 ? '1 sugerencia. Use las flechas.' : `${n} sugerencias. Use las flechas.`,
    found: (n, q) => `${n === 0 ? 'Ninguna propuesta coincide' : n === 1 ? '1 propuesta coincide' : `${n.toLocaleString('es')} propuestas coinciden`} con ${q}`,
    corrected: q => `Resultados de ${q}.`, instead: q => `Buscar ${q}`, meant: '¿Quiso decir',
    partial: 'Estas solo tienen algunas de las palabras', bets: 'Recomendado por el archivo',
    failed: 'El archivo no responde en este momento. Inténtelo de nuevo.',
  },
};

const style = `
:host { display: block; text-align: start; font: inherit; line-height: 1.5;
  --_accent: var(--proposal-search-accent, light-dark(#0b5d66, #6fd0d8)); --_ink: var(--proposal-search-ink, inherit);
  --_card: var(--proposal-search-background, light-dark(#fff, #1c2226)); --_text: var(--proposal-search-text, light-dark(#1d2327, #e7eaeb));
  --_quiet: var(--proposal-search-quiet, light-dark(#566067, #a4afb5)); --_line: var(--proposal-search-line, light-dark(#7d868c, #7d868c));
  --_wash: var(--proposal-search-wash, light-dark(#e6f1f1, #1d3338)); --_mark: var(--proposal-search-mark, light-dark(#ffe9a3, #66510b));
  --_radius: var(--proposal-search-radius, 8px); }
:host([theme=light]) { color-scheme: light; } :host([theme=dark]) { color-scheme: dark; } :host([hidden]) { display: none; }
* { box-sizing: border-box; }
form { display: flex; gap: .5rem; position: relative; margin: 0; }
input, button { font: inherit; border-radius: var(--_radius); border: 1px solid var(--_line); padding: .55rem .8rem; }
input { flex: 1; min-width: 0; color: var(--_text); background: var(--_card); }
button { cursor: pointer; font-weight: 600; color: var(--_card); background: var(--_accent); border-color: var(--_accent); }
button.plain { color: var(--_accent); background: none; }
:focus-visible { outline: 3px solid var(--_accent); outline-offset: 2px; }
[role=listbox] { position: absolute; inset-block-start: calc(100% + .3rem); inset-inline: 0; z-index: 10; margin: 0; padding: .3rem; list-style: none;
  max-block-size: 60vh; overflow-y: auto; color: var(--_text); background: var(--_card); border: 1px solid var(--_line); border-radius: var(--_radius);
  box-shadow: 0 8px 24px rgb(0 0 0 / .18); }
[role=option] { display: flex; gap: 1rem; justify-content: space-between; padding: .4rem .6rem; border-radius: 6px; cursor: pointer; }
[role=option] mark { background: none; color: inherit; font-weight: 700; }
[role=option]:hover, [role=option][aria-selected=true] { background: var(--_wash); }
[role=option][aria-selected=true] { box-shadow: inset 0 0 0 2px var(--_accent); }
.kind, .meta, .question { color: var(--_quiet); font-size: .9em; } .kind { white-space: nowrap; }
[hidden] { display: none !important; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.status { margin: 1rem 0 .5rem; } ol { list-style: none; margin: 0; padding: 0; }
.hit { padding: .8rem 0; border-block-start: 1px solid color-mix(in srgb, var(--_line) 40%, transparent); overflow-wrap: anywhere; }
.hit a, .after a, .status a { color: var(--_accent); } .title { font-weight: 600; font-size: 1.08em; }
.question { display: block; font-weight: 600; margin-block-start: .3rem; } p { margin: .15rem 0 0; }
mark { background: var(--_mark); color: inherit; border-radius: 3px; }
.after { display: flex; flex-wrap: wrap; gap: 1rem; align-items: center; margin-block-start: .8rem; }
@media (prefers-reduced-motion: no-preference) { button { transition: filter .15s; } button:hover { filter: brightness(1.1); } }
@media (forced-colors: active) { [role=option][aria-selected=true] { outline: 2px solid Highlight; } }
`;

const made = (name, properties = {}, ...content) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...content);
  return element;
};

// The text with its marked spans in an element each; text is never read as markup.
const marked = (text, matches) => {
  const parts = [];
  let at = 0;
  for (const { start, length } of matches) {
    parts.push(text.slice(at, start), made('mark', {}, text.slice(start, start + length)));
    at = start + length;
  }
  return [...parts, text.slice(at)];
};

const whole = text => text.toWellFormed ? text.toWellFormed() : text;

class ProposalSearch extends HTMLElement {
  static observedAttributes = ['query', 'filters'];
  #active = -1;
  #shown = [];
  #typed = '';
  #page = 1;
  #asking = null;
  #searching = null;
  #timer = 0;
  #endsPartial = false;

  connectedCallback() {
    if (this.shadowRoot) return;
    const say = this.#say = { ...words.en, ...words[this.#language()] };
    for (const name of ['label', 'button']) say[name] = this.getAttribute(name) ?? say[name];
    const inner = this.querySelector('form');
    this.#hidden = [...inner?.querySelectorAll('input[type=hidden]') ?? []].map(input => [input.name, input.value]);
    this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.shadowRoot.adoptedStyleSheets = [sheet];
    this.#build(say, inner?.querySelector('input:not([type=hidden])')?.value);
    this.#listen();
    if (this.#input.value) this.search(this.#input.value);
  }

  disconnectedCallback() {
    this.#forget();
    this.#searching?.abort();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.shadowRoot || before === now) return;
    if (name === 'query') this.#input.value = now ?? '';
    if (this.#input.value) this.search(this.#input.value);
  }

  /** Searches for a text and shows what is found, as if somebody had typed it. */
  async search(text) {
    this.#close();
    this.#input.value = this.#typed = text;
    this.#page = 1;
    await this.#find(false);
  }

  #say; #hidden; #input; #list; #form; #spoken; #status; #hits; #after;

  #language() {
    return (this.getAttribute('lang') ?? this.closest('[lang]')?.lang ?? navigator.language ?? 'en').slice(0, 2).toLowerCase();
  }

  // The host's address: an attribute, else the place that the script came from.
  #host() {
    return new URL(this.getAttribute('endpoint')?.replace(/\/*$/, '/') ?? new URL('.', import.meta.url), document.baseURI);
  }

  #address(path, parameters) {
    const address = new URL(path, this.#host());
    const filters = new URLSearchParams(this.getAttribute('filters') ?? '');
    for (const [name, value] of [...this.#hidden, ...filters, ...parameters]) address.searchParams.append(name, value);
    return address;
  }

  #build(say, typed) {
    const input = this.#input = made('input', {
      id: 'q', name: 'q', type: 'text', inputMode: 'search', enterKeyHint: 'search', autocomplete: 'off',
      value: this.getAttribute('query') ?? typed ?? '', placeholder: this.getAttribute('placeholder') ?? '',
    });
    const list = this.#list = made('ul', { id: 'list', hidden: true });
    for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', 'list'], ['aria-expanded', 'false'],
      ['aria-label', say.label], ['part', 'input']]) input.setAttribute(name, value);
    for (const [name, value] of [['role', 'listbox'], ['aria-label', say.suggestions], ['part', 'suggestions']]) list.setAttribute(name, value);
    const button = made('button', { type: 'submit' }, say.button);
    button.setAttribute('part', 'button');
    this.#spoken = made('div', { className: 'unseen', ariaLive: 'polite' });
    this.#form = made('form', { role: 'search', method: 'get', action: this.#host() }, input, button, list, this.#spoken);
    this.#form.setAttribute('role', 'search');
    this.#status = made('p', { className: 'status', role: 'status' });
    this.#status.setAttribute('role', 'status');
    this.#status.setAttribute('part', 'status');
    this.#hits = made('ol');
    this.#hits.setAttribute('role', 'list');
    this.#hits.setAttribute('part', 'results');
    this.#after = made('div', { className: 'after', hidden: true });
    this.shadowRoot.append(this.#form, this.#status, this.#hits, this.#after);
  }

  #listen() {
    this.#form.addEventListener('submit', event => {
      event.preventDefault();
      this.#submit();
    });
    this.#input.addEventListener('input', () => {
      this.#forget();
      this.#activate(-1);
      this.#typed = this.#input.value;
      this.#timer = setTimeout(() => this.#suggest(), 90);
    });
    this.#input.addEventListener('keydown', event => this.#key(event));
    this.#input.addEventListener('blur', () => this.#close());
  }

  #submit() {
    const text = this.#input.value;
    if (this.getAttribute('results') === 'page') location.assign(this.#address('', [['q', text]]));
    else this.search(text);
  }

  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const open = !this.#list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) {
        this.#typed = this.#input.value;
        this.#suggest();
      } else if (event.altKey) {
        this.#close();
      } else {
        this.#move(event.key === 'ArrowDown' ? 1 : -1);
      }
    } else if (event.key === 'Enter' && open && this.#active >= 0) {
      event.preventDefault();
      this.#choose(this.#active);
    } else if (event.key === 'Escape') {
      if (open) this.#input.value = this.#typed;
      else this.#input.value = this.#typed = '';
      this.#close();
    } else if (event.key === 'Tab') {
      this.#close();
    }
  }

  // Past either end lies what was typed, then the other end.
  #move(by) {
    const places = this.#shown.length + 1;
    this.#activate((this.#active + 1 + by + places) % places - 1);
    this.#input.value = this.#active < 0 ? this.#typed : this.#shown[this.#active].query;
  }

  #activate(index) {
    this.#list.children[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const option = this.#list.children[index];
    if (!option) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', option.id);
  }

  #choose(index) {
    this.#input.value = this.#shown[index].query;
    this.#close();
    this.#submit();
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = null;
  }

  #close() {
    this.#forget();
    this.#activate(-1);
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#spoken.textContent = '';
  }

  async #suggest() {
    this.#forget();
    const text = this.#input.value;
    if (text.trim() === '') return this.#close();
    const mine = this.#asking = new AbortController();
    try {
      const address = new URL('v1/suggest', this.#host());
      address.searchParams.set('q', whole(text));
      const answer = await fetch(address, { signal: mine.signal });
      const { suggestions = [] } = answer.ok ? await answer.json() : {};
      if (mine === this.#asking && this.shadowRoot.activeElement === this.#input) this.#offer(suggestions);
    } catch {
      // Aborted, or the host does not answer: the box works without suggestions.
      if (mine === this.#asking) this.#close();
    }
  }

  #offer(suggestions) {
    this.#shown = suggestions;
    this.#activate(-1);
    this.#list.replaceChildren(...suggestions.map((suggestion, index) => {
      const option = made('li', { id: 'option-' + index }, made('span', {}, ...marked(suggestion.text, [suggestion.match])),
        made('span', { className: 'kind' }, this.#say[suggestion.kind] ?? suggestion.kind));
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      // The focus stays in the box.
      option.addEventListener('mousedown', event => event.preventDefault());
      option.addEventListener('click', () => this.#choose(index));
      return option;
    }));
    this.#list.hidden = suggestions.length === 0;
    this.#input.setAttribute('aria-expanded', String(!this.#list.hidden));
    this.#spoken.textContent = this.#say.options(suggestions.length);
  }

  async #find(more, exact = false) {
    this.#searching?.abort();
    const mine = this.#searching = new AbortController();
    const text = whole(this.#input.value);
    const asked = [['q', text], ['page', this.#page], ['per_page', this.getAttribute('per-page') ?? '5'], ['snippets', '1'],
      ['snippet_length', '100'], ['fields', 'title,url,organization,year,partial,snippets.question,snippets.text,snippets.matches'],
      ['parts', 'query.corrected,partial_total,page,per_page,did_you_mean,best_bets'], ...exact ? [['exact', 'true']] : []];
    try {
      const answer = await fetch(this.#address('v1/search', asked), { signal: mine.signal });
      const found = await answer.json();
      if (mine !== this.#searching) return;
      if (answer.ok) this.#show(text, found, more);
      else this.#fail(found.detail);
    } catch (fault) {
      if (mine === this.#searching && fault.name !== 'AbortError') this.#fail();
    }
  }

  #fail(why) {
    this.#status.textContent = why ?? this.#say.failed;
    this.#after.replaceChildren(this.#all());
    this.#after.hidden = false;
    this.dispatchEvent(new CustomEvent('proposal-search-failed', { bubbles: true, composed: true, detail: { reason: why ?? null } }));
  }

  #show(text, found, more) {
    const { query } = found, say = this.#say;
    this.#status.replaceChildren(...query.corrected
      ? [say.corrected(query.corrected), ' ', this.#link(say.instead(text), () => this.#find(false, true))]
      : [say.found(found.total, text || '…')],
      ...found.did_you_mean ? [' ', say.meant, ' ', this.#link(found.did_you_mean, () => this.search(found.did_you_mean)), '?'] : []);
    const before = this.#hits.children.length;
    const isAfterPartial = index => index > 0 ? found.hits[index - 1].partial : more && this.#endsPartial;
    const items = found.best_bets.flatMap(bet => this.#bet(bet));
    items.push(...found.hits.map((hit, index) => this.#hit(hit, hit.partial && !isAfterPartial(index))));
    this.#endsPartial = found.hits.at(-1)?.partial ?? false;
    if (more) this.#hits.append(...items);
    else this.#hits.replaceChildren(...items);
    if (more) this.#hits.children[before]?.querySelector('a')?.focus();
    this.#follow(found);
    this.dispatchEvent(new CustomEvent('proposal-search-results', { bubbles: true, composed: true, detail: found }));
  }

  #follow(found) {
    const next = made('button', { type: 'button', className: 'plain', hidden: found.page * found.per_page >= found.total + found.partial_total },
      this.#say.more);
    next.setAttribute('part', 'more');
    next.addEventListener('click', () => {
      this.#page++;
      this.#find(true);
    });
    this.#after.replaceChildren(next, this.#all());
    this.#after.hidden = this.#hits.children.length === 0;
  }

  #all() {
    return made('a', { href: this.#address('', [['q', this.#input.value]]) }, this.#say.all);
  }

  #link(text, act) {
    const link = made('a', { href: this.#address('', [['q', text]]) }, text);
    link.addEventListener('click', event => {
      event.preventDefault();
      act();
    });
    return link;
  }

  // What curators show first: proposals, and a text of theirs.
  #bet({ text, link, hits }) {
    const said = text ? [made('p', {}, link ? made('a', { href: link }, text) : text)] : [];
    const items = [...said.map(line => made('li', { className: 'hit' }, line)), ...hits.map(hit => this.#hit(hit, false))];
    for (const item of items) item.prepend(made('p', { className: 'meta' }, this.#say.bets));
    return items;
  }

  #hit(hit, isFirstPartial) {
    const title = made('a', { href: new URL(hit.url, this.#host()), className: 'title' }, hit.title);
    const meta = [hit.organization, hit.year].filter(Boolean).join(' · ');
    const item = made('li', { className: 'hit' }, ...isFirstPartial ? [made('p', { className: 'meta' }, this.#say.partial)] : [], title,
      ...meta ? [made('p', { className: 'meta' }, meta)] : [],
      ...(hit.snippets ?? []).flatMap(snippet => [made('span', { className: 'question' }, snippet.question),
        made('p', {}, ...marked(snippet.text, snippet.matches))]));
    item.setAttribute('part', 'result');
    return item;
  }
}

if (!customElements.get('proposal-search')) customElements.define('proposal-search', ProposalSearch);
