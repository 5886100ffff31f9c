// Presses a button when a reader scrolls near it, so that the next piece of a list is there before they ask. Who does not
// scroll presses it as before.

const AHEAD = '400px';
/** How often it presses by itself before the reader scrolls on: a short list may be short for ever. */
const AT_ONCE = 3;

/** @param {HTMLElement & { disabled: boolean }} button */
export function pressWhenSeen(button) {
  let seen = false;
  let left = AT_ONCE;
  const over = new AbortController();

  const press = () => {
    if (seen && left > 0 && !button.disabled) {
      left -= 1;
      button.click();
    }
  };

  const sight = new IntersectionObserver(
    (entries) => {
      seen = entries[entries.length - 1].isIntersecting;
      press();
    },
    { rootMargin: AHEAD },
  );
  sight.observe(button);
  const ready = new MutationObserver(press);
  ready.observe(button, { attributes: true, attributeFilter: ['disabled'] });
  document.addEventListener(
    'scroll',
    () => {
      if (!button.isConnected) {
        sight.disconnect();
        ready.disconnect();
        over.abort();
        return;
      }
      left = AT_ONCE;
      press();
    },
    { capture: true, passive: true, signal: over.signal },
  );
}
