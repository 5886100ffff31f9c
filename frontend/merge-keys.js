// The keys of the merge screen. Single letters and figures count only while a row has the focus, and can be switched off;
// moving between rows is done here, everything else is told to the server.

import { isTyping } from './shortcuts.js';

const SWITCH = 'mergedesk.single-keys';
const ROW = '.merge-row';
const MOVES = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
const SINGLE = new Set(['1', '2', '3', 'e', 's', 'b', 'v', 'u']);

/** Whether single keys are on, as this person last said in this browser. */
export function singleKeys() {
  try {
    return localStorage.getItem(SWITCH) !== 'off';
  } catch {
    return true;
  }
}

/**
 * Lets a checkbox say whether single keys are on.
 * @param {HTMLElement & { checked: boolean }} checkbox
 */
export function bindSwitch(checkbox) {
  checkbox.checked = singleKeys();
  checkbox.addEventListener('change', () => {
    try {
      localStorage.setItem(SWITCH, checkbox.checked ? 'on' : 'off');
    } catch {
      // then it is asked again next time
    }
  });
}

/**
 * The rows that can be seen, in their order.
 * @param {HTMLElement} page
 * @returns {HTMLElement[]}
 */
function rows(page) {
  return [...page.querySelectorAll(ROW)].filter(
    (row) => row instanceof HTMLElement && row.offsetParent !== null,
  );
}

/** @param {HTMLElement | undefined} target */
function goTo(target) {
  if (target) {
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  }
}

/**
 * Goes to the next open row, from that row on and round again.
 * @param {HTMLElement} page
 * @param {string} from the key of a row; empty for the top
 * @param {number} step 1 or -1
 * @returns {boolean} whether there is one
 */
export function goToOpen(page, from, step) {
  const all = rows(page);
  const at = all.findIndex((row) => row.dataset.row === from);
  for (let i = 1; i <= all.length; i++) {
    const start = at < 0 && step > 0 ? -1 : Math.max(at, 0);
    const row = all[(((start + i * step) % all.length) + all.length) % all.length];
    if (row.hasAttribute('data-open')) {
      goTo(row);
      return true;
    }
  }
  return false;
}

/**
 * Goes to that row.
 * @param {HTMLElement} page
 * @param {string} key
 */
export function goToRow(page, key) {
  goTo(rows(page).find((row) => row.dataset.row === key));
}

/**
 * @param {HTMLElement} page
 * @param {HTMLElement | null} row
 * @param {number} step
 */
function move(page, row, step) {
  const all = rows(page);
  const at = row ? all.indexOf(row) : -1;
  goTo(all[Math.min(Math.max(at + step, 0), all.length - 1)]);
}

/**
 * Listens until the page goes, wherever in the document the focus is.
 * @param {HTMLElement} page
 */
export function listen(page) {
  /** @param {string} key @param {HTMLElement | null} row */
  const tell = (key, row) =>
    page.dispatchEvent(new CustomEvent('merge-key', { detail: { key, row: row?.dataset.row ?? '' } }));
  const listener = (/** @type {KeyboardEvent} */ event) => {
    if (!page.isConnected) {
      document.removeEventListener('keydown', listener);
      return;
    }
    const target = event.target instanceof Element ? event.target : page;
    const row = /** @type {HTMLElement | null} */ (target.closest(ROW));
    const typing = isTyping(event);
    if (event.defaultPrevented) {
      return;
    }
    if (event.key === 'F7') {
      event.preventDefault();
      goToOpen(page, row?.dataset.row ?? '', event.shiftKey ? -1 : 1);
      return;
    }
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !typing) {
      const key = event.key.toLowerCase();
      if (key === 'z' || key === 'y') {
        event.preventDefault();
        tell(key === 'y' || event.shiftKey ? 'redo' : 'undo', row);
      }
      return;
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !row) {
      return;
    }
    const step = MOVES[/** @type {keyof typeof MOVES} */ (event.key)];
    if (step && (event.key.length > 1 || singleKeys())) {
      event.preventDefault();
      move(page, row, step);
    } else if (SINGLE.has(event.key) && singleKeys()) {
      event.preventDefault();
      tell(event.key, row);
    }
  };
  document.addEventListener('keydown', listener);
}
