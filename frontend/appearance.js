// Light or dark: what this browser was told, or else what the system says. Loaded before the first paint.

const KEY = 'mergedesk.appearance';

/** @typedef {'system' | 'light' | 'dark'} Appearance */

/** @type {Record<Appearance, string>} */
const SCHEMES = { system: 'light dark', light: 'light', dark: 'dark' };

/**
 * What this browser was told last; `system` where it was told nothing, or nothing that makes sense.
 * @param {Pick<Storage, 'getItem'>} [storage]
 * @returns {Appearance}
 */
export function appearance(storage = localStorage) {
  let told = null;
  try {
    told = storage.getItem(KEY);
  } catch {
    // Storage is forbidden here: the system decides.
  }
  return told === 'light' || told === 'dark' ? told : 'system';
}

/**
 * Shows this appearance now, and from now on in this browser.
 * @param {Appearance} wanted
 * @param {Pick<Storage, 'setItem'>} [storage]
 * @param {HTMLElement} [root]
 */
export function setAppearance(wanted, storage = localStorage, root = document.documentElement) {
  try {
    storage.setItem(KEY, wanted);
  } catch {
    // Storage is forbidden here: it holds for this page only.
  }
  show(wanted, root);
}

/**
 * @param {Appearance} wanted
 * @param {HTMLElement} root
 */
function show(wanted, root) {
  root.style.colorScheme = SCHEMES[wanted];
}

if (typeof document !== 'undefined') {
  show(appearance(), document.documentElement);
  addEventListener('storage', (event) => {
    if (event.key === KEY) {
      show(appearance(), document.documentElement);
    }
  });
}
