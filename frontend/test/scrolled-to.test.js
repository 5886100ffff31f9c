import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pressWhenSeen } from '../scrolled-to.js';

/** A page with one button, that a test scrolls. */
function page() {
  const told = { sight: (_) => {}, ready: () => {}, scroll: () => {} };
  globalThis.IntersectionObserver = class {
    constructor(work) {
      told.sight = (isIntersecting) => work([{ isIntersecting }]);
    }
    observe() {}
    disconnect() {}
  };
  globalThis.MutationObserver = class {
    constructor(work) {
      told.ready = work;
    }
    observe() {}
    disconnect() {}
  };
  globalThis.document = { addEventListener: (_, work) => (told.scroll = work) };
  const button = { disabled: false, isConnected: true, presses: 0, click: () => (button.presses += 1) };
  pressWhenSeen(button);
  return { told, button };
}

test('presses once it is near, and again when the next piece is there', () => {
  const { told, button } = page();
  told.sight(false);
  assert.equal(button.presses, 0);
  told.sight(true);
  assert.equal(button.presses, 1);
  button.disabled = true;
  told.ready();
  assert.equal(button.presses, 1);
  button.disabled = false;
  told.ready();
  assert.equal(button.presses, 2);
});

test('goes no further by itself than three pieces until the reader scrolls on', () => {
  const { told, button } = page();
  told.sight(true);
  for (let i = 0; i < 9; i += 1) {
    told.ready();
  }
  assert.equal(button.presses, 3);
  told.scroll();
  assert.equal(button.presses, 4);
});
