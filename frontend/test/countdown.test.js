import assert from 'node:assert/strict';
import { test } from 'node:test';
import { words } from '../countdown.js';

test('seconds, then minutes, then hours', () => {
  assert.equal(words(0), 'now');
  assert.equal(words(-3), 'now');
  assert.equal(words(12), 'in 12 s');
  assert.equal(words(180), 'in 3 min');
  assert.equal(words(36_000), 'in 10 h');
});
