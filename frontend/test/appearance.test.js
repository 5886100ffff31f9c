import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appearance, setAppearance } from '../appearance.js';

const storageWith = (value) => ({ getItem: () => value });

test('the system decides until somebody does', () => {
  assert.equal(appearance(storageWith(null)), 'system');
  assert.equal(appearance(storageWith('<script>')), 'system');
  assert.equal(appearance(storageWith('dark')), 'dark');
});

test('an appearance is shown and remembered', () => {
  const entries = new Map();
  const root = { style: {} };

  setAppearance('dark', { setItem: (key, value) => entries.set(key, value) }, root);

  assert.equal(root.style.colorScheme, 'dark');
  assert.deepEqual([...entries.values()], ['dark']);
});

test('a browser that forbids storage still changes for now', () => {
  const root = { style: {} };
  const forbidden = {
    setItem: () => {
      throw new DOMException('no', 'SecurityError');
    },
    getItem: () => {
      throw new DOMException('no', 'SecurityError');
    },
  };

  setAppearance('light', forbidden, root);

  assert.equal(root.style.colorScheme, 'light');
  assert.equal(appearance(forbidden), 'system');
});
