// SPDX-License-Identifier: Apache-2.0
// After the contact: wrap-up modes and more time on the desk, ratings by key, by number and by silence.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import WebSocket from 'ws';
import { id as testId, launch, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Callers, Phone } from '../lib/phones.mjs';

const SHOTS = process.env.PATCHBAY_SHOTS;
let patchbay;
let phone;
let browser;
const open = [];
before(async () => {
  patchbay = await Patchbay.start();
  phone = await Phone.start(patchbay, '1001', { answer: 'auto' });
  await phone.registered();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await silent?.caller.stop();
  await phone?.pullOut();
  await patchbay?.stop();
});
afterEach(async () => {
  for (const thing of open.splice(0)) await thing.stop();
  await patchbay.presence('alice', 'notReady', 'break');
});

const contact = async (id) => (await patchbay.api('admin', `/interactions/${id}`)).body;
const newest = async () => (await patchbay.api('admin', '/interactions?limit=1')).body.items[0];
const me = async () => (await patchbay.api('alice', '/agents/me')).body;
const lines = async (id, type) => (await patchbay.journal()).filter((line) => line.interaction === id && line.type === type);
const closed = (id) => until('it is closed', async () => { const one = await contact(id); return one.state === 'closed' && one; });
const must = (answer) => assert.equal(answer.status, 200, answer.text);
const does = async (command, body, user = 'alice') => must(await patchbay.command(user, command, body));
const wrapsUp = (interaction) => until('the wrap-up is due', async () => (await me()).assignments.find((one) => one.interaction === interaction && one.state === 'wrapup'));

/** The queue as this test wants it; known everywhere when this returns. */
async function queue(more) {
  const before = (await patchbay.journal()).filter((line) => line.type === 'queue.saved').length;
  await does('queue.save', { queue: 'service', name: 'service', unit: 'headquarters', needs: { service: 1 }, ...more }, 'admin');
  await until('the queue is saved', async () => (await patchbay.journal()).filter((line) => line.type === 'queue.saved').length > before);
}

/** A caller who talks with alice. */
async function call(scenario, options) {
  await patchbay.presence('alice', 'ready');
  const before = (await newest())?.id;
  const caller = await Callers.start(patchbay, scenario, options);
  open.push(caller);
  const id = await until('they talk', async () => { const one = await newest(); return one?.id !== before && one.state === 'connected' && one.id; });
  return { caller, id };
}

/** A visitor who chats with alice. */
async function chat() {
  await patchbay.presence('alice', 'ready');
  const socket = new WebSocket(`${patchbay.url.replace('http', 'ws')}/chat/ws`);
  const visitor = { frames: [], stop: () => socket.close() };
  open.push(visitor);
  socket.on('message', (data) => visitor.frames.push(JSON.parse(data)));
  await until('it is open', () => socket.readyState === 1);
  visitor.says = (id, text) => socket.send(JSON.stringify({ type: 'message', id, text }));
  visitor.reads = (words) => until(`he reads ${words}`, () => visitor.frames.find((frame) => frame.type === 'message' && words.test(frame.text)));
  socket.send(JSON.stringify({ type: 'hello', name: 'Lin', locale: 'en' }));
  const before = (await newest())?.id;
  visitor.says('c1', 'Good morning');
  const id = await until('it rings at alice', async () => { const one = await newest(); return one?.id !== before && one.state === 'offered' && one.id; });
  await does('assignment.accept', { interaction: id });
  return { visitor, id };
}

test('a caller is asked by whoever ends the call, and his key is kept with his agent', async () => {
  await queue({ rating: { asked: true }, wrapUp: 'OPTIONAL' });
  const { caller, id } = await call('presses-on', { more: ['-key', 'digit', '4'] });
  await does('interaction.end', { interaction: id });
  await wrapsUp(id);
  await does('assignment.complete', { interaction: id });
  const done = await closed(id);
  assert.deepEqual(done.ratings.map(({ agent, state, value, of }) => ({ agent, state, value, of })), [{ agent: 'alice', state: 'given', value: 4, of: 5 }]);
  assert.equal(done.outcome, 'handled');
  await caller.done();
  assert.equal((await lines(id, 'rating.given')).length, 1);
});

/** The call that ends in silence; it takes 40 s, in which the next tests go on. */
let silent;

test('the phone that hangs up does not skip the question', async () => {
  await queue({ rating: { asked: true, of: 3 }, wrapUp: 'NONE' });
  silent = await call('stays');
  open.pop(); // it stays over the tests until it is silent
  await phone.hangUp();
  await until('he is asked', async () => (await contact(silent.id)).ratings.length === 1);
  assert.notEqual((await contact(silent.id)).state, 'closed');
});

test('a visitor taps a number; words that are no mark bring him back into the queue', async () => {
  await queue({ rating: { asked: true, question: { english: 'Were you content? 1 to 5', chinese: '满意吗？1 到 5' } }, wrapUp: 'NONE' });
  const rated = await chat();
  await does('assignment.complete', { interaction: rated.id });
  await rated.visitor.reads(/Were you content/);
  rated.visitor.says('c2', '5');
  await rated.visitor.reads(/Thank you/);
  const done = await closed(rated.id);
  assert.equal(done.ratings[0].value, 5);
  await until('the chat is over', () => rated.visitor.frames.some((frame) => frame.type === 'ended'));
  const other = await chat();
  await does('assignment.complete', { interaction: other.id });
  await other.visitor.reads(/Were you content/);
  other.visitor.says('c2', 'one more question');
  await until('it rings again', async () => (await contact(other.id)).state === 'offered');
  assert.equal((await contact(other.id)).ratings[0].state, 'silent');
  await does('assignment.accept', { interaction: other.id });
  await does('assignment.complete', { interaction: other.id });
  other.visitor.says('c3', '２');
  assert.deepEqual((await closed(other.id)).ratings.map((one) => one.state), ['silent', 'given']);
});

test('a fixed wrap-up cannot be left; what was kept meanwhile stands at its end, else the time-out code', async () => {
  await queue({ wrapUp: 'FIXED', wrapUpSeconds: 10 });
  const kept = await chat();
  await does('interaction.end', { interaction: kept.id });
  await wrapsUp(kept.id);
  const early = await patchbay.command('alice', 'assignment.complete', { interaction: kept.id, disposition: 'other' });
  assert.equal(early.body.code, 'wrap-up-fixed', early.text);
  await does('wrapUp.choose', { interaction: kept.id, disposition: 'other', notes: 'kept' });
  const late = await chat();
  await does('interaction.end', { interaction: late.id });
  const done = await closed(kept.id);
  assert.deepEqual([done.assignments[0].disposition, done.assignments[0].outcome], ['other', 'completed']);
  const over = await closed(late.id);
  assert.deepEqual([over.assignments[0].disposition, over.assignments[0].outcome], ['timed-out', 'wrapUpTimedOut']);
  assert.equal((await patchbay.command('admin', 'code.save', { use: 'disposition', key: 'timed-out', english: 'x', chinese: 'x' })).status, 400);
});

/** The administrator adds a code beneath another in the console. */
async function admits(parent, key, english, chinese) {
  const admin = await signIn(browser, patchbay, 'admin');
  await admin.goto(`${patchbay.url}/admin/dispositions/${parent}`);
  await admin.click(testId('new-beneath'));
  for (const [field, text] of [['key', key], ['chinese', chinese], ['english', english]]) await admin.fill(`${testId(`field-${field}`)} input`, text);
  await admin.click(testId('save'));
  await admin.locator(testId(`dispositions-${key}`)).waitFor();
  const saved = (await patchbay.api('admin', '/codes')).body.items.find((one) => one.key === key);
  assert.deepEqual(saved.path, [parent, key]);
  await admin.context().close();
}

/** The administrator has the queue offer one more code, in its editor. */
async function offers(words) {
  const before = (await patchbay.journal()).filter((line) => line.type === 'queue.saved').length;
  const admin = await signIn(browser, patchbay, 'admin');
  await admin.goto(`${patchbay.url}/admin/queues/service/wrapup`);
  const field = admin.locator(`${testId('field-codes')} input`);
  await field.click();
  await field.pressSequentially(words);
  await admin.locator('vaadin-multi-select-combo-box-item', { hasText: new RegExp(`^\\s*${words}\\s*$`) }).click();
  await admin.keyboard.press('Escape');
  await admin.click(testId('save'));
  await until('the queue is saved', async () => (await patchbay.journal()).filter((line) => line.type === 'queue.saved').length > before);
  await admin.context().close();
}

test('a code of the second level is chosen by keyboard, and the record keeps the words it had', async () => {
  const code = (key, more) => patchbay.command('admin', 'code.save', { use: 'disposition', key, ...more });
  const fees = { english: 'Fees', chinese: '费用', parent: 'complaint' };
  must(await code('fees', fees));
  await admits('complaint', 'manners', 'Manners', '态度');
  const circle = await code('complaint', { english: 'Complaint', chinese: '投诉', parent: 'fees' });
  assert.equal(circle.body.code, 'circular-parent', circle.text);
  assert.equal((await code('complaint', { english: 'Complaint', chinese: '投诉', retired: true })).body.code, 'codes-beneath');
  await queue({ wrapUp: 'REQUIRED', wrapUpSeconds: 600, codes: ['enquiry'] });
  await offers('投诉');
  const { id } = await chat();
  await does('interaction.end', { interaction: id });
  await wrapsUp(id);
  const inner = await patchbay.command('alice', 'assignment.complete', { interaction: id, disposition: 'complaint' });
  assert.equal(inner.body.code, 'inner-code', inner.text);
  assert.match(inner.text, /fees, manners/);
  assert.equal((await patchbay.command('alice', 'assignment.complete', { interaction: id, disposition: 'other' })).body.code, 'unknown-code', 'not offered by this queue');
  const desk = await signIn(browser, patchbay, 'alice');
  await desk.locator(testId('wrapup-code')).waitFor();
  await until('the list has the focus', async () => {
    await desk.keyboard.press('Tab');
    return desk.evaluate(() => document.activeElement.closest('[data-testid="wrapup-code"]') !== null);
  });
  await desk.keyboard.type('tsfy');
  const item = desk.locator('vaadin-combo-box-item', { hasText: '投诉 › 费用' });
  await item.waitFor();
  await until('nothing else fits', async () => await desk.locator('vaadin-combo-box-item:not([hidden])').count() === 1);
  if (SHOTS) await desk.screenshot({ path: `${SHOTS}/codes-desk.png` });
  await desk.keyboard.press('ArrowDown');
  await desk.keyboard.press('Enter');
  await desk.locator(`${testId('wrapup-code')} input`).evaluate((input) => input.value).then((value) => assert.equal(value, '投诉 › 费用'));
  await desk.keyboard.press('Control+Enter');
  const done = await closed(id);
  assert.equal(done.assignments[0].disposition, 'fees');
  const then = new Date().toISOString();
  must(await code('fees', { english: 'Charges', chinese: '收费', parent: 'enquiry' }));
  const was = (await patchbay.api('admin', `/codes?at=${then}`)).body;
  const now = (await patchbay.api('admin', '/codes')).body;
  assert.equal(now.version, was.version + 1);
  assert.deepEqual([was, now].map((tree) => tree.items.find((one) => one.key === 'fees').path), [['complaint', 'fees'], ['enquiry', 'fees']]);
  const record = await signIn(browser, patchbay, 'susan');
  await record.goto(`${patchbay.url}/records/${id}`);
  await record.getByText('投诉 › 费用').first().waitFor();
  assert.equal(await record.getByText('收费').count(), 0);
  if (SHOTS) await record.screenshot({ path: `${SHOTS}/codes-record.png` });
  await desk.context().close();
  await record.context().close();
});

test('the caller who said nothing was asked once more and is silent', async () => {
  const done = await closed(silent.id);
  assert.equal(done.ratings[0].state, 'silent');
  assert.equal(done.ratings[0].value, null);
  assert.equal((await lines(silent.id, 'rating.asked')).length, 2, 'asked once more');
  await silent.caller.done();
});

test('more time is asked on the desk and granted on the floor, over a kill', async () => {
  await queue({ wrapUp: 'REQUIRED', wrapUpSeconds: 600 });
  const { id } = await chat();
  await does('interaction.end', { interaction: id });
  const before = await wrapsUp(id);
  const desk = await signIn(browser, patchbay, 'alice');
  await desk.click(testId('wrapup-extend'));
  await until('it is asked', async () => (await wrapsUp(id)).askedSeconds === 60);
  const forbidden = await patchbay.command('alice', 'wrapUp.answer', { interaction: id, agent: 'alice', granted: true });
  assert.equal(forbidden.status, 403, forbidden.text);
  if (SHOTS) await desk.screenshot({ path: `${SHOTS}/extension-desk.png` });
  await patchbay.kill();
  await patchbay.launch();
  assert.equal((await wrapsUp(id)).askedSeconds, 60, 'a kill does not lose the wish');
  const floor = await signIn(browser, patchbay, 'susan');
  await floor.goto(`${patchbay.url}/floor`);
  await floor.locator(testId('matter-grant')).waitFor();
  if (SHOTS) await floor.screenshot({ path: `${SHOTS}/extension-floor.png` });
  await floor.click(testId('matter-grant'));
  const after = await until('it is granted', async () => { const one = await wrapsUp(id); return one.askedSeconds === 0 && one; });
  assert.equal(Date.parse(after.endsAt) - Date.parse(before.endsAt), 60_000);
  await does('assignment.complete', { interaction: id, disposition: 'other' });
  await closed(id);
  await desk.context().close();
  await floor.context().close();
});
