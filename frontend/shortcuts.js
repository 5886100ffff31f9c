// Keys that work everywhere in the shell, unless somebody is typing: "/" goes to the search, "?" lists all keys; a screen
// adds keys of its own by the same attribute.

const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';

/**
 * Whether a key press belongs to whatever has the focus.
 * @param {{ composedPath(): EventTarget[] }} event
 */
export function isTyping(event) {
  const [target] = event.composedPath();
  return target instanceof Element && target.matches(TYPING);
}

/**
 * Listens until the page goes. Components say with `data-key` which key is theirs; a field is focused, all else is
 * told by a `shell-key` event.
 * @param {Document} page
 */
function start(page) {
  page.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) {
      return;
    }
    if (event.key.length > 1) {
      return;
    }
    const owner = page.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (owner instanceof HTMLElement) {
      event.preventDefault();
      if (owner.matches('vaadin-text-field')) {
        owner.focus();
      } else {
        owner.dispatchEvent(new CustomEvent('shell-key'));
      }
    }
  });
}

if (typeof document !== 'undefined') {
  start(document);
}
