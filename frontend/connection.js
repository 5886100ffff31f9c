// Tells calmly when the server cannot be reached, and when it can again. Never takes the focus.

import { unsaved } from './drafts.js';

/** @typedef {'live' | 'lost'} ConnectionState */

const CALM_MS = 20_000;
const EAGER_MS = 3_000;
const PATIENCE_MS = 5_000;
const FAREWELL_MS = 4_000;
const RECOUNT_MS = 1_000;

/**
 * Watches one connection: asks again and again, eagerly while it is lost, and tells each change once. One failed
 * question is not enough: a second follows at once, so that a single lost packet frightens nobody.
 * @param {{
 *   ping: () => Promise<boolean>,
 *   later: (work: () => void, ms: number) => unknown,
 *   cancel: (timer: unknown) => void,
 *   tell: (state: ConnectionState) => void,
 * }} world
 */
export function watchConnection({ ping, later, cancel, tell }) {
  /** @type {ConnectionState} */
  let state = 'live';
  /** @type {unknown} */
  let timer;
  let round = 0;

  /** @param {ConnectionState} next */
  function become(next) {
    if (next !== state) {
      state = next;
      tell(next);
    }
  }

  /** Asks now, whatever was planned. An answer to an older question no longer counts. */
  async function check() {
    cancel(timer);
    const mine = ++round;
    const reached = (await ping()) || (state === 'live' && (await ping()));
    if (mine === round) {
      become(reached ? 'live' : 'lost');
      timer = later(check, state === 'live' ? CALM_MS : EAGER_MS);
    }
  }

  /** The browser is sure: no need to ask. */
  function lost() {
    cancel(timer);
    round++;
    become('lost');
    timer = later(check, EAGER_MS);
  }

  return { check, lost, state: () => state };
}

/**
 * Whether the server answers a file that costs it nothing.
 * @returns {Promise<boolean>}
 */
async function reachesServer() {
  try {
    const answer = await fetch(new URL('styles/ping.txt', document.baseURI), {
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** @type {Record<ConnectionState, string>} */
const BADGES = { live: 'Live', lost: 'Offline' };

/**
 * What the banner says.
 * @param {ConnectionState} state
 * @param {number} waiting  how many records have typing that the server does not have
 */
export function bannerWords(state, waiting) {
  if (state === 'live') {
    return 'Connected again.';
  }
  const count = waiting === 1 ? '1 record' : `${waiting} records`;
  return waiting === 0
    ? 'Connection lost. Your typing is kept.'
    : `Connection lost. Your typing is kept (${count} not saved).`;
}

/** Nobody is signed in where no account stands in the page; where nothing can be kept, nothing waits. */
function waiting() {
  const account = document.querySelector('[data-account]')?.getAttribute('data-account');
  try {
    return account ? unsaved(account) : 0;
  } catch {
    return 0;
  }
}

/** The banner stands in the page from the start: a live region is only read out when it was there before its text. */
function createBanner() {
  const banner = document.createElement('div');
  banner.className = 'connection-banner';
  banner.setAttribute('role', 'status');
  document.body.append(banner);
  return banner;
}

function start() {
  const banner = createBanner();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let farewell;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let recount;

  /** Says it anew only where it is something else: whoever listens is not told at every key.
   * @param {ConnectionState} state
   */
  function say(state) {
    const words = bannerWords(state, waiting());
    if (banner.textContent !== words) {
      banner.textContent = words;
    }
  }

  /** @param {ConnectionState} state */
  function tell(state) {
    clearTimeout(farewell);
    clearInterval(recount);
    document.documentElement.dataset['connection'] = state;
    for (const badge of document.querySelectorAll('[data-live]')) {
      badge.textContent = BADGES[state];
    }
    say(state);
    banner.dataset['state'] = state;
    if (state === 'lost') {
      recount = setInterval(say, RECOUNT_MS, state);
    } else {
      farewell = setTimeout(() => {
        delete banner.dataset['state'];
        banner.textContent = '';
      }, FAREWELL_MS);
    }
  }

  const watch = watchConnection({
    ping: reachesServer,
    later: (work, ms) => setTimeout(work, ms),
    cancel: (timer) => clearTimeout(/** @type {number} */ (timer)),
    tell,
  });
  document.documentElement.dataset['connection'] = 'live';
  addEventListener('offline', watch.lost);
  addEventListener('online', watch.check);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      watch.check();
    }
  });
  followVaadin(watch.check);
  watch.check();
}

/**
 * Vaadin notices a broken push channel before a ping would: whatever it notices, ask at once.
 * @param {() => void} check
 */
function followVaadin(check) {
  const vaadin = /** @type {any} */ (window).Vaadin;
  if (!vaadin?.connectionState) {
    setTimeout(() => followVaadin(check), 500);
    return;
  }
  vaadin.connectionState.addStateChangeListener(
    (/** @type {string} */ before, /** @type {string} */ now) => {
      const troubled = ['reconnecting', 'connection-lost'];
      if (troubled.includes(before) || troubled.includes(now)) {
        check();
      }
    },
  );
}

if (typeof document !== 'undefined') {
  start();
}
