import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirmed, discard, hearFromTheStart, keep, keepDrafts, leftOver, openDrafts, unsaved, valueOf, wipe } from '../drafts.js';

class FakeStorage {
  #entries = new Map();
  room = Infinity;
  get length() {
    return this.#entries.size;
  }
  key(index) {
    return [...this.#entries.keys()][index] ?? null;
  }
  getItem(key) {
    return this.#entries.get(key) ?? null;
  }
  setItem(key, value) {
    if (this.#entries.size >= this.room && !this.#entries.has(key)) {
      throw new DOMException('full', 'QuotaExceededError');
    }
    this.#entries.set(key, String(value));
  }
  removeItem(key) {
    this.#entries.delete(key);
  }
}

function aPlace() {
  const problems = [];
  return {
    storage: new FakeStorage(),
    now: () => 1000,
    tell: (problem) => problems.push(problem),
    page: new EventTarget(),
    problems,
  };
}

/** Stands in for the browser's Element: an event target that knows its field. */
class FakeElement extends EventTarget {
  constructor(properties = {}) {
    super();
    Object.assign(this, properties);
  }
  closest() {
    return this.field ? { getAttribute: () => this.field, ...this.state } : null;
  }
}
globalThis.Element = FakeElement;

function typedInto(form, field, value) {
  const input = new FakeElement({ field, value, state: {} });
  const event = new Event('input');
  Object.defineProperty(event, 'target', { value: input });
  form.dispatchEvent(event);
}

test('what was typed is left over until the server confirms it, field by field', () => {
  const place = aPlace();
  keep('ann', 'record-1', 'phone', '+33 4', place);
  keep('ann', 'record-1', 'city', 'Lyon', place);

  confirmed('ann', 'record-1', ['phone'], place);

  assert.deepEqual(leftOver('ann', 'record-1', place), { city: { value: 'Lyon', at: 1000 } });
});

test('what was typed on after the save is not confirmed with it', () => {
  const place = aPlace();
  keep('ann', 'record-1', 'phone', '+33 4 72', place);
  keep('ann', 'record-1', 'city', 'Lyon', place);

  confirmed('ann', 'record-1', { phone: '+33 4', city: 'Lyon' }, place);

  assert.deepEqual(Object.keys(leftOver('ann', 'record-1', place)), ['phone']);
});

test('drafts of other people and of other records stay apart, even where one key begins like another', () => {
  const place = aPlace();
  keep('ann', 'record-1', 'phone', 'hers', place);
  keep('ann', 'record-11', 'phone', 'another', place);
  keep('anna', 'record-1', 'phone', 'not hers', place);

  assert.deepEqual(leftOver('ann', 'record-1', place), { phone: { value: 'hers', at: 1000 } });
});

test('signing out wipes the drafts of that account only', () => {
  const place = aPlace();
  keep('ann', 'record-1', 'phone', '1', place);
  keep('ann', 'record-2', 'phone', '2', place);
  keep('bob', 'record-1', 'phone', '3', place);

  wipe('ann', place);

  assert.equal(place.storage.length, 1);
  assert.deepEqual(leftOver('bob', 'record-1', place), { phone: { value: '3', at: 1000 } });
});

test('unsaved counts records, not fields', () => {
  const place = aPlace();
  keep('ann', 'record-1', 'phone', '1', place);
  keep('ann', 'record-1', 'city', 'Lyon', place);
  keep('ann', 'record-2', 'phone', '2', place);
  keep('anna', 'record-3', 'phone', '2', place);

  assert.equal(unsaved('ann', place), 2);
  assert.equal(unsaved('eve', place), 0);
});

test('discarding forgets one record', () => {
  const place = aPlace();
  keep('ann', 'record-1', 'phone', '1', place);
  keep('ann', 'record-2', 'phone', '2', place);

  discard('ann', 'record-1', place);

  assert.deepEqual(leftOver('ann', 'record-1', place), {});
  assert.equal(unsaved('ann', place), 1);
});

test('a full storage is told once, and typing goes on', () => {
  const place = aPlace();
  place.storage.room = 0;

  keep('ann', 'record-1', 'phone', '1', place);
  keep('ann', 'record-1', 'city', 'Lyon', place);

  assert.equal(place.problems.length, 1);
});

test('an entry that is not ours to read is passed over', () => {
  const place = aPlace();
  keep('ann', 'record-1', 'phone', '1', place);
  place.storage.setItem(place.storage.key(0), '{broken');

  assert.deepEqual(leftOver('ann', 'record-1', place), {});
});

test('a kept form mirrors every keystroke under its key, and under the next key once it is kept again', () => {
  const place = aPlace();
  const form = new FakeElement();
  keepDrafts(form, 'ann', 'record-1', place);

  typedInto(form, 'phone', '+3');
  typedInto(form, 'phone', '+33');
  keepDrafts(form, 'ann', 'record-2', place);
  typedInto(form, 'city', 'Lyon');

  assert.deepEqual(leftOver('ann', 'record-1', place), { phone: { value: '+33', at: 1000 } });
  assert.deepEqual(leftOver('ann', 'record-2', place), { city: { value: 'Lyon', at: 1000 } });
});

test('a click, and a key with a modifier, hand over first what is not confirmed', () => {
  const place = aPlace();
  const form = new FakeElement({ isConnected: true });
  const told = [];
  form.addEventListener('unconfirmed', (event) => told.push(Object.keys(event.detail)));
  keepDrafts(form, 'ann', 'record-1', place);
  place.page.dispatchEvent(new Event('click'));
  assert.deepEqual(told, []);

  typedInto(form, 'phone', '+33');
  place.page.dispatchEvent(new Event('click'));
  place.page.dispatchEvent(Object.assign(new Event('keydown'), { key: 's', ctrlKey: true }));
  place.page.dispatchEvent(Object.assign(new Event('keydown'), { key: 's' }));

  assert.deepEqual(told, [['phone'], ['phone']]);
});

test('what was typed before the form was kept is newer than what was left over', () => {
  const place = aPlace();
  keep('ann', 'record-1', 'phone', 'old', place);
  keep('ann', 'record-1', 'city', 'Lyon', place);
  const phone = new FakeElement({ dataset: { field: 'phone' }, getAttribute: () => 'phone' });
  const form = new FakeElement({ isConnected: true, querySelectorAll: () => [phone] });
  const told = [];
  form.addEventListener('unconfirmed', (event) => told.push(event.detail.phone.value));
  hearFromTheStart(place.page);
  const event = new Event('input');
  Object.defineProperty(event, 'target', { value: new FakeElement({ closest: () => phone, value: 'new' }) });
  place.page.dispatchEvent(event);

  const back = openDrafts(form, 'ann', 'record-1', place);

  assert.deepEqual(Object.keys(back), ['city']);
  assert.deepEqual(told, ['new']);
  assert.equal(leftOver('ann', 'record-1', place).phone.value, 'new');
  assert.equal(openDrafts(form, 'ann', 'record-1', place).phone.value, 'new');
});

test('a form that has gone hands over nothing any more', () => {
  const place = aPlace();
  const form = new FakeElement({ isConnected: false });
  const told = [];
  form.addEventListener('unconfirmed', (event) => told.push(event.detail));
  keepDrafts(form, 'ann', 'record-1', place);
  typedInto(form, 'phone', '+33');

  place.page.dispatchEvent(new Event('click'));

  assert.deepEqual(told, []);
});

test('what is typed outside a named field is not kept', () => {
  const place = aPlace();
  const form = new FakeElement();
  keepDrafts(form, 'ann', 'record-1', place);

  typedInto(form, null, 'a filter');

  assert.equal(place.storage.length, 0);
});

test('a chosen item is kept by its label, a filter text is not kept', () => {
  const box = { opened: true, selectedItem: { key: '7', label: 'Active' }, value: '7' };

  assert.equal(valueOf(box, { type: 'change', target: {} }), 'Active');
  assert.equal(valueOf(box, { type: 'input', target: { value: 'act' } }), undefined);
});

test('several chosen items are kept by their labels, a tick as true or false', () => {
  const items = { selectedItems: [{ label: 'depot' }, { label: 'vip' }] };

  assert.deepEqual(valueOf(items, { type: 'change', target: {} }), ['depot', 'vip']);
  assert.equal(valueOf({ checked: true }, { type: 'change', target: {} }), 'true');
  assert.equal(valueOf({ checked: false }, { type: 'input', target: { checked: true, value: 'on' } }), 'true');
});
