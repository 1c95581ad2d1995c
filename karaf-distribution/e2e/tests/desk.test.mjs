// SPDX-License-Identifier: Apache-2.0
// A chat from a customer's browser to an agent's desk and into a report, with everything that can go another way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { customer, id, launch, press, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';

let patchbay;
let browser;
before(async () => {
  patchbay = await Patchbay.start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await patchbay?.stop();
});

const field = (console, name) => console.locator(`${id(name)} textarea, textarea${id(name)}, ${id(name)} input, input${id(name)}`).first();
/** The desk ignores presses for 400 ms after it changed under somebody's hand (UX.md 4); people take longer than that to look. */
const glance = (console) => console.waitForTimeout(600);
const click = async (console, name) => {
  await console.waitForSelector(id(name));
  await glance(console);
  await console.click(id(name));
};
const close = (...windows) => Promise.all(windows.map((window) => window.context().close()));
const newest = async () => (await patchbay.api('admin', '/interactions?limit=1')).body.items[0];

async function ready(user) {
  const console = await signIn(browser, patchbay, user);
  await click(console, 'go-ready');
  await until(`${user} is ready`, async () => (await patchbay.api(user, '/agents/me')).body.presence === 'ready');
  return console;
}

async function away(user, console) {
  await close(console);
  await until(`${user} is away`, async () => (await patchbay.presence(user, 'loggedOut')).status === 200);
}

test('a chat is answered, wrapped up and found in a report', async () => {
  const alice = await ready('alice');
  const shop = await customer(browser, patchbay, '林若晴');
  await shop.writes('你好，我想提前还款');
  await alice.waitForSelector(id('offer-accept'));
  await press(alice, 'F2');
  await alice.locator(id('messages'), { hasText: '你好，我想提前还款' }).waitFor();
  await field(alice, 'composer').fill('您好，可以在手机银行办理。');
  await field(alice, 'composer').press('Enter');
  await shop.reads('您好，可以在手机银行办理。');
  await shop.writes('谢谢');
  await alice.locator(id('messages'), { hasText: '谢谢' }).waitFor();
  await press(alice, 'Alt+W');
  await click(alice, 'wrapup-code-business');
  await field(alice, 'wrapup-notes').fill('提前还款咨询');
  await press(alice, 'Control+Enter');
  const closed = await until('it is closed', async () => {
    const interaction = await newest();
    return interaction.state === 'closed' && interaction;
  });
  assert.equal(closed.outcome, 'handled');
  assert.equal(closed.assignments[0].disposition, 'business');
  const messages = (await patchbay.api('admin', `/interactions/${closed.id}/messages`)).body.items;
  assert.deepEqual(messages.map((message) => message.from), ['customer', 'agent', 'customer']);
  assert.equal(messages[1].delivery, 'delivered');

  const susan = await signIn(browser, patchbay, 'susan');
  await click(susan, 'rail-reports');
  await click(susan, 'report-run');
  await susan.locator(id('report-table')).waitFor();
  await until('the report counts it', async () => {
    await click(susan, 'report-run');
    return /1/.test(await susan.locator(id('report-table')).innerText());
  });
  assert.deepEqual([...alice.errors, ...shop.errors, ...susan.errors], []);
  await close(shop, susan);
  await away('alice', alice);
});

test('a declined chat keeps its place and goes to the next agent; he who declined stays ready', async () => {
  const alice = await ready('alice');
  const shop = await customer(browser, patchbay, '王小明');
  await shop.writes('有人吗');
  await alice.waitForSelector(id('offer-decline'));
  await press(alice, 'Shift+F2');
  await until('it waits again', async () => (await newest()).state === 'waiting');
  assert.equal((await patchbay.api('alice', '/agents/me')).body.presence, 'ready');
  assert.equal((await newest()).assignments[0].outcome, 'declined');
  const bob = await ready('bob');
  await bob.waitForSelector(id('offer-accept'));
  await press(bob, 'F2');
  await until('bob has it', async () => (await newest()).state === 'connected');
  await shop.reads('Bob 王磊');
  await click(bob, 'end');
  await click(bob, 'wrapup-complete');
  await until('it is closed', async () => (await newest()).state === 'closed');
  await close(shop);
  await away('alice', alice);
  await away('bob', bob);
});

test('an offer that runs out makes the agent not ready, and a click makes him ready again', async () => {
  const alice = await ready('alice');
  const shop = await customer(browser, patchbay, '赵六');
  await shop.writes('在吗');
  await alice.waitForSelector(id('offer-accept'));
  await until('the offer ran out', async () => (await patchbay.api('alice', '/agents/me')).body.reason === 'no-answer', 40_000);
  assert.equal((await newest()).state, 'waiting');
  assert.equal((await newest()).assignments[0].outcome, 'timedOut');
  await click(alice, 'go-ready');
  await alice.waitForSelector(id('offer-accept'));
  await press(alice, 'F2');
  await until('alice has it', async () => (await newest()).state === 'connected');
  await click(alice, 'end');
  await click(alice, 'wrapup-complete');
  await until('it is closed', async () => (await newest()).state === 'closed');
  await close(shop);
  await away('alice', alice);
});

test('a chat is transferred to another queue and answered there', async () => {
  const alice = await ready('alice');
  const shop = await customer(browser, patchbay, 'Emma', { locale: 'en' });
  await shop.writes('I have a complaint');
  await alice.waitForSelector(id('offer-accept'));
  await press(alice, 'F2');
  const { id: contact } = await until('alice has it', async () => {
    const interaction = await newest();
    return interaction.state === 'connected' && interaction;
  });
  assert.equal((await patchbay.command('alice', 'interaction.transfer', { interaction: contact, queue: 'complaints' })).status, 200);
  const david = await ready('david');
  await david.waitForSelector(id('offer-accept'));
  await press(david, 'F2');
  await shop.reads('David');
  await david.locator(id('messages'), { hasText: 'I have a complaint' }).waitFor();
  await click(david, 'end');
  await click(david, 'wrapup-complete');
  await click(alice, 'wrapup-complete');
  const closed = await until('it is closed', async () => {
    const interaction = await newest();
    return interaction.state === 'closed' && interaction;
  });
  assert.equal(closed.queue, 'complaints');
  assert.deepEqual(closed.assignments.map((part) => part.agent), ['alice', 'david']);
  await close(shop);
  await away('alice', alice);
  await away('david', david);
});

test('a customer whose page was reloaded finds every line again', async () => {
  const alice = await ready('alice');
  const shop = await customer(browser, patchbay, '钱七');
  await shop.writes('第一句');
  await alice.waitForSelector(id('offer-accept'));
  await press(alice, 'F2');
  await until('connected', async () => (await newest()).state === 'connected');
  const { id: contact } = await newest();
  await shop.goto('about:blank');
  await patchbay.command('alice', 'message.send', { interaction: contact, text: '您还在吗' });
  await shop.goto(`${patchbay.url}/chat/`);
  await shop.locator('.launcher').click();
  await shop.reads('第一句');
  await shop.reads('您还在吗');
  await until('delivered', async () => (await patchbay.api('admin', `/interactions/${contact}/messages`)).body.items[1].delivery === 'delivered');
  await patchbay.command('alice', 'assignment.complete', { interaction: contact, disposition: 'other', notes: '' });
  await close(shop);
  await away('alice', alice);
});

test('a wrong password, an unknown page and a dead address say so', async () => {
  const console = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await console.goto(patchbay.url + '/');
  await console.fill(`${id('signin-user')} input`, 'alice');
  await console.fill(`${id('signin-password')} input`, 'wrong');
  await console.click(id('signin-go'));
  await console.locator(id('signin-problem')).waitFor();
  const response = await console.goto(patchbay.url + '/');
  assert.match(response.headers()['content-security-policy'] ?? '', /frame-ancestors 'none'/);
  const icon = await console.locator('link[rel~="icon"]').first().getAttribute('href');
  assert.equal((await fetch(new URL(icon, patchbay.url))).status, 200);
  await console.context().close();
  const alice = await signIn(browser, patchbay, 'alice');
  await alice.goto(patchbay.url + '/no/such/view');
  for (let load = 0; load < 6; load++) { // a page's first navigation comes by HTTP or by WebSocket, as it happens
    await alice.goto(`${patchbay.url}/no/such/view?load=${load}`);
    await alice.getByText('这个地址没有内容').waitFor();
  }
  await close(alice);
});
