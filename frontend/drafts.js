// Keeps what a person types, in this browser, until the server has it: through lost connections, refreshes, ended
// sessions and restarts. One entry of localStorage per field, so that two tabs never overwrite each other's.

const PREFIX = 'mergedesk.draft';
const SEPARATOR = '\u001f';

/**
 * What a field holds, as the person sees it: the text, 'true' or 'false', or the labels of what is chosen.
 * @typedef {string | string[]} DraftValue
 */

/** @typedef {{ value: DraftValue, at: number }} Draft  `at` in milliseconds since 1970 */

/**
 * @typedef {object} Place
 * @property {Storage} storage
 * @property {() => number} now
 * @property {(problem: string) => void} tell
 * @property {EventTarget} page  where clicks and keys arrive
 */

/** @type {WeakMap<EventTarget, { account: string, key: string, since: number }>} */
const kept = new WeakMap();
/** @type {WeakMap<Element, DraftValue>} what was typed before it was known whose form it is */
const early = new WeakMap();
/** @type {Map<HTMLElement, () => void>} what hands over the typing of each form in the page */
const open = new Map();
/** @type {WeakSet<EventTarget>} */
const watched = new WeakSet();
let told = false;

/** @returns {Place} */
function here() {
  return { storage: localStorage, now: Date.now, tell: tellInPage, page: document };
}

/**
 * Mirrors from now on whatever a person enters in a field inside the element. Only `input` and `change` count: they
 * come from people, while `value-changed` also fires when the server sets a value. A field is named by `data-field`.
 * Keeping an element again only changes the key.
 * @param {HTMLElement} element
 * @param {string} account
 * @param {string} key  what is edited, such as a record's id
 * @param {Place} [place]
 */
export function keepDrafts(element, account, key, place = here()) {
  const known = kept.has(element);
  kept.set(element, { account, key, since: place.now() });
  open.set(element, () => handOver(element, place));
  watch(place.page);
  if (known) {
    return;
  }
  element.addEventListener('keydown', (event) => {
    const field = fieldOf(event);
    const target = kept.get(element);
    const text = field && event.key === 'Enter' ? unanswered(field, event) : '';
    if (target && field && text) {
      keep(target.account, target.key, field.getAttribute('data-field') ?? '', text, place);
    }
  });
  for (const kind of ['input', 'change']) {
    element.addEventListener(kind, (event) => {
      const target = kept.get(element);
      const field = fieldOf(event);
      const name = field?.getAttribute('data-field');
      if (target && field && name) {
        const value = valueOf(field, event);
        if (value !== undefined) {
          keep(target.account, target.key, name, value, place);
        }
      }
    }, true);
  }
  element.addEventListener('value-changed', (event) => bringBack(element, event, place), true);
}

/**
 * Keeps an element from now on, and hands back what was left over from an earlier visit. What somebody typed into it
 * since the page was drawn is newer than that: it is kept in its place, and the server is told of it.
 * @param {HTMLElement} element
 * @param {string} account
 * @param {string} key
 * @param {Place} [place]
 * @returns {Record<string, Draft>}
 */
export function openDrafts(element, account, key, place = here()) {
  keepDrafts(element, account, key, place);
  const earlier = leftOver(account, key, place);
  for (const field of element.querySelectorAll('[data-field]')) {
    const value = early.get(field);
    if (value !== undefined) {
      early.delete(field);
      const name = field.getAttribute('data-field') ?? '';
      keep(account, key, name, value, place);
      delete earlier[name];
      tellServer(element, { [name]: { value, at: place.now() } });
    }
  }
  return earlier;
}

/**
 * Remembers what is typed into fields whose form is not kept yet: from the start of the page, so that nobody is too fast.
 * @param {EventTarget} page
 */
export function hearFromTheStart(page) {
  for (const kind of ['input', 'change']) {
    page.addEventListener(kind, (event) => {
      const field = fieldOf(event);
      const value = field && !isKept(field) ? valueOf(field, event) : undefined;
      if (field && value !== undefined) {
        early.set(field, value);
      }
    }, true);
  }
}

/** @param {Event} event */
function fieldOf(event) {
  return event.target instanceof Element ? event.target.closest('[data-field]') : null;
}

/** @param {Element} field */
function isKept(field) {
  for (let part = /** @type {Element | null} */ (field); part; part = part.parentElement) {
    if (kept.has(part)) {
      return true;
    }
  }
  return false;
}

/**
 * The server has put another value into a field while somebody was typing there, before it knew of the typing: the
 * typing wins, and the server is told of it.
 * @param {HTMLElement} element
 * @param {Event} event
 * @param {Place} place
 */
function bringBack(element, event, place) {
  const target = kept.get(element);
  const field = /** @type {any} */ (event.target);
  const name = field.dataset?.field;
  if (!target || !name || !field.inputElement || 'opened' in field || !field.contains(document.activeElement)) {
    return;
  }
  const draft = read(place.storage.getItem(id(target.account, target.key, name)));
  if (typeof draft?.value === 'string' && draft.value !== field.value && draft.at >= target.since) {
    field.value = draft.value;
    // setting it back is not enough: Flow takes a value that was there before its own for an old one
    tellServer(element, { [name]: draft });
  }
}

/**
 * Whatever is clicked, and whatever is asked for by keys, is about what the person sees: the typing that the server has
 * not confirmed goes to it first. Flow waits for a pause in the typing, and when it sends early, it leaves out a value
 * whose last `input` event did not change it, as input methods fire them.
 * @param {EventTarget} page
 */
function watch(page) {
  if (watched.has(page)) {
    return;
  }
  watched.add(page);
  page.addEventListener('click', handOverAll, true);
  page.addEventListener('keydown', (event) => {
    const { ctrlKey, metaKey, altKey } = /** @type {KeyboardEvent} */ (event);
    if (ctrlKey || metaKey || altKey) {
      handOverAll();
    }
  }, true);
}

function handOverAll() {
  for (const [element, handOverOne] of open) {
    if (element.isConnected) {
      handOverOne();
    } else {
      open.delete(element);
    }
  }
}

/**
 * @param {HTMLElement} element
 * @param {Place} place
 */
function handOver(element, place) {
  const target = kept.get(element);
  const drafts = target ? leftOver(target.account, target.key, place) : {};
  if (Object.keys(drafts).length > 0) {
    tellServer(element, drafts);
  }
}

/**
 * @param {HTMLElement} element
 * @param {Record<string, Draft>} drafts
 */
function tellServer(element, drafts) {
  element.dispatchEvent(new CustomEvent('unconfirmed', { detail: drafts }));
}

/**
 * Keeps one value.
 * @param {string} account
 * @param {string} key
 * @param {string} name
 * @param {DraftValue} value
 * @param {Place} [place]
 */
export function keep(account, key, name, value, place = here()) {
  try {
    place.storage.setItem(id(account, key, name), JSON.stringify({ value, at: place.now() }));
  } catch {
    if (!told) {
      told = true;
      place.tell('This browser has no room left to keep what you type. Save more often.');
    }
  }
}

/**
 * The server has these fields. Where the value it got is given and the person has typed on since, the newer text stays.
 * @param {string} account
 * @param {string} key
 * @param {string[] | Record<string, DraftValue>} fields  names, or the value per name
 * @param {Place} [place]
 */
export function confirmed(account, key, fields, place = here()) {
  const known = Array.isArray(fields) ? {} : fields;
  for (const name of Array.isArray(fields) ? fields : Object.keys(fields)) {
    const draft = read(place.storage.getItem(id(account, key, name)));
    if (!(name in known) || same(draft?.value, known[name])) {
      place.storage.removeItem(id(account, key, name));
    }
  }
}

/**
 * What was typed under this key and never confirmed.
 * @param {string} account
 * @param {string} key
 * @param {Place} [place]
 * @returns {Record<string, Draft>}
 */
export function leftOver(account, key, place = here()) {
  const start = id(account, key, '');
  /** @type {Record<string, Draft>} */
  const found = {};
  for (const entry of entries(place.storage, start)) {
    const draft = read(place.storage.getItem(entry));
    if (draft) {
      found[entry.slice(start.length)] = draft;
    }
  }
  return found;
}

/**
 * Forgets everything typed under this key.
 * @param {string} account
 * @param {string} key
 * @param {Place} [place]
 */
export function discard(account, key, place = here()) {
  entries(place.storage, id(account, key, '')).forEach((entry) => place.storage.removeItem(entry));
}

/**
 * How many things this account has typed in and not saved.
 * @param {string} account
 * @param {Place} [place]
 */
export function unsaved(account, place = here()) {
  const keys = entries(place.storage, [PREFIX, account, ''].join(SEPARATOR)).map((entry) => entry.split(SEPARATOR)[2]);
  return new Set(keys).size;
}

/**
 * Forgets everything this account typed: whoever sits here next must not find it.
 * @param {string} account
 * @param {Place} [place]
 */
export function wipe(account, place = here()) {
  entries(place.storage, [PREFIX, account, ''].join(SEPARATOR)).forEach((entry) => place.storage.removeItem(entry));
}

/**
 * @param {string} account
 * @param {string} key
 * @param {string} name
 */
function id(account, key, name) {
  return [PREFIX, account, key, name].join(SEPARATOR);
}

/**
 * @param {Storage} storage
 * @param {string} start
 */
function entries(storage, start) {
  const found = [];
  for (let index = 0; index < storage.length; index++) {
    const entry = storage.key(index);
    if (entry?.startsWith(start)) {
      found.push(entry);
    }
  }
  return found;
}

/**
 * @param {string | null} text
 * @returns {Draft | undefined}
 */
function read(text) {
  try {
    const draft = text === null ? undefined : JSON.parse(text);
    return draft && 'value' in draft ? draft : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} left
 * @param {unknown} right
 */
function same(left, right) {
  return JSON.stringify(left) === JSON.stringify(right);
}

/**
 * What the person sees in a field. While they still type the text that filters a list or becomes a date, there is
 * nothing to keep yet.
 * @param {any} field
 * @param {Event} event
 * @returns {DraftValue | undefined}
 */
export function valueOf(field, event) {
  if ('checked' in field) {
    // the box itself hears of the change after we do
    return String(/** @type {HTMLInputElement} */ (event.target).checked ?? field.checked);
  }
  const picks = 'opened' in field || 'selectedItems' in field;
  if (event.type === 'input') {
    return picks ? undefined : /** @type {HTMLInputElement} */ (event.target).value;
  }
  if ('selectedItems' in field) {
    return field.selectedItems.map(labelOf);
  }
  if ('selectedItem' in field) {
    return field.selectedItem ? labelOf(field.selectedItem) : '';
  }
  const tag = field.localName ?? '';
  if (tag === 'vaadin-checkbox-group' || tag === 'vaadin-radio-group') {
    const labels = [...field.querySelectorAll('vaadin-checkbox[checked], vaadin-radio-button[checked]')].map((item) =>
      item.textContent.trim(),
    );
    return tag === 'vaadin-radio-group' ? (labels[0] ?? '') : labels;
  }
  if (tag === 'vaadin-select') {
    return field.querySelector('[slot=value]')?.textContent.trim() ?? '';
  }
  return String(field.value ?? '');
}

/**
 * What somebody typed into a list to choose from and confirmed with Enter, while the connection is lost: the list can
 * not look for it, fires no `change`, and would forget it.
 * @param {any} field
 * @param {Event} event
 */
function unanswered(field, event) {
  const lost = document.documentElement.dataset.connection === 'lost';
  const text = event.target instanceof HTMLInputElement ? event.target.value.trim() : '';
  return lost && 'opened' in field && 'filter' in field ? text : '';
}

/** @param {any} item */
function labelOf(item) {
  return typeof item === 'string' ? item : String(item.label ?? item.value ?? '');
}

/** @param {string} problem */
function tellInPage(problem) {
  const notice = document.createElement('div');
  notice.className = 'drafts-notice';
  notice.setAttribute('role', 'alert');
  notice.textContent = problem;
  document.body.append(notice);
  setTimeout(() => notice.remove(), 12_000);
}

if (typeof document !== 'undefined') {
  hearFromTheStart(document);
}
