import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bannerWords, watchConnection } from '../connection.js';

function aWorld(...answers) {
  const told = [];
  const planned = [];
  const watch = watchConnection({
    ping: async () => answers.shift() ?? true,
    later: (work, ms) => planned.push(ms),
    cancel: () => {},
    tell: (state) => told.push(state),
  });
  return { watch, told, planned, answers };
}

test('one failed ping frightens nobody', async () => {
  const { watch, told } = aWorld(false, true);

  await watch.check();

  assert.deepEqual(told, []);
  assert.equal(watch.state(), 'live');
});

test('two failed pings are told once, and then it asks more often', async () => {
  const { watch, told, planned } = aWorld(false, false, false);

  await watch.check();
  await watch.check();

  assert.deepEqual(told, ['lost']);
  assert.ok(planned[0] < 5_000);
});

test('the first answer after a loss is told, and then it asks calmly', async () => {
  const { watch, told, planned } = aWorld(false, false, true);

  await watch.check();
  await watch.check();

  assert.deepEqual(told, ['lost', 'live']);
  assert.ok(planned[1] > 10_000);
});

test('an answer that was under way when the browser went offline does not count', async () => {
  let answer;
  const told = [];
  const watch = watchConnection({
    ping: () => new Promise((resolve) => (answer = resolve)),
    later: () => {},
    cancel: () => {},
    tell: (state) => told.push(state),
  });

  const asked = watch.check();
  watch.lost();
  answer(true);
  await asked;

  assert.deepEqual(told, ['lost']);
});

test('the banner counts what is not saved, and says nothing of it where there is none', () => {
  assert.equal(bannerWords('lost', 0), 'Connection lost. Your typing is kept.');
  assert.equal(bannerWords('lost', 1), 'Connection lost. Your typing is kept (1 record not saved).');
  assert.equal(bannerWords('lost', 2), 'Connection lost. Your typing is kept (2 records not saved).');
  assert.equal(bannerWords('live', 2), 'Connected again.');
});
