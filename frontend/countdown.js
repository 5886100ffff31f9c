// Counts down in words: "in 12 s", "in 3 min", "now".

/** @type {Map<Element, number>} when each is over, by performance.now() */
const running = new Map();

/** @param {number} seconds */
export function words(seconds) {
  if (seconds <= 0) {
    return 'now';
  }
  if (seconds < 100) {
    return `in ${seconds} s`;
  }
  return seconds < 100 * 60 ? `in ${Math.round(seconds / 60)} min` : `in ${Math.round(seconds / 3600)} h`;
}

function tick() {
  for (const [element, until] of running) {
    if (!element.isConnected) {
      running.delete(element);
    } else {
      element.textContent = words(Math.round((until - performance.now()) / 1000));
    }
  }
  if (running.size > 0) {
    setTimeout(tick, 1000);
  }
}

/**
 * @param {Element} element
 * @param {number} seconds  how long it still is
 */
export function countDown(element, seconds) {
  const idle = running.size === 0;
  running.set(element, performance.now() + seconds * 1000);
  element.textContent = words(seconds);
  if (idle) {
    setTimeout(tick, 1000);
  }
}
