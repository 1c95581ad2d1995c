// SPDX-License-Identifier: Apache-2.0
// Letters at the desk in a real Chromium: one thread over chat and SMS, by which way an answer goes, what did not arrive, notes, canned answers, drafts.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { customer, id, launch, page, press, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Smsc } from '../lib/smsc.mjs';

const LIN = '+8613800132046'; // a demo customer: 林若晴
const glance = (console) => console.waitForTimeout(600); // the desk ignores presses for 400 ms after it changed
const composer = (console) => console.locator(`textarea${id('composer')}`);

let patchbay;
let smsc;
let browser;
let alice;
before(async () => {
  patchbay = await Patchbay.start();
  smsc = await Smsc.start(patchbay);
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account());
  await until('the account is up', async () => (await patchbay.api('admin', '/accounts')).body.items
    .find((one) => one.pid === 'io.patchbay.channel.sms-peer')?.state === 'up');
  browser = await launch();
  alice = await signIn(browser, patchbay, 'alice');
  await alice.click(id('go-ready'));
});
after(async () => {
  await browser?.close();
  smsc?.stop();
  await patchbay?.stop();
});

const newest = async () => (await patchbay.api('admin', '/interactions?limit=1')).body.items[0];
const messages = async (interaction) => (await patchbay.api('admin', `/interactions/${interaction}/messages`)).body.items;

async function accept() {
  await alice.waitForSelector(id('offer-accept'));
  await press(alice, 'F2');
  return until('alice has it', async () => {
    const interaction = await newest();
    return interaction.state === 'connected' && interaction.id;
  });
}

async function finish() {
  await press(alice, 'Alt+W');
  await alice.locator(id('wrapup-code-other')).click();
  await glance(alice);
  await alice.locator(id('wrapup-complete')).click();
  await until('it is closed', async () => (await newest()).state === 'closed');
}

test('an SMS is answered at the desk, and what the network says of it is shown', async () => {
  await smsc.say('receipts off');
  await smsc.say(`deliver ${LIN} 我的卡丢了`);
  const contact = await accept();
  await alice.locator(`${id('message-customer')}[data-channel="sms"]`, { hasText: '我的卡丢了' }).waitFor();
  await composer(alice).fill('您好，请先挂失。');
  await composer(alice).press('Enter');
  await alice.locator(`${id('message-agent')}[data-delivery="sent"]`, { hasText: '请先挂失' }).waitFor();
  await until('the SMSC has it', async () => (await smsc.sent()).some((sms) => sms.text === '您好，请先挂失。'));
  await smsc.say('receipts delivered');
  await composer(alice).fill('已为您挂失。');
  await composer(alice).press('Enter');
  await alice.locator(`${id('message-agent')}[data-delivery="delivered"]`, { hasText: '已为您挂失' }).waitFor();
  assert.deepEqual((await messages(contact)).map((message) => message.channel), ['sms', 'sms', 'sms']);
});

test('a note is for inside only', async () => {
  await alice.click(id('segment-note'));
  await alice.locator('.cmp.inside').waitFor();
  await composer(alice).fill('客户很着急，请优先');
  await composer(alice).press('Enter');
  await alice.locator(id('note'), { hasText: '客户很着急' }).waitFor();
  await alice.click(id('segment-reply'));
  await alice.locator('.cmp:not(.inside)').waitFor();
  const { id: contact } = await newest();
  assert.deepEqual((await patchbay.api('admin', `/interactions/${contact}/notes`)).body.items.map((note) => note.text), ['客户很着急，请优先']);
  assert.equal((await smsc.sent()).some((sms) => sms.text.includes('着急')), false);
});

test('a draft survives a reload and belongs to its conversation', async () => {
  await composer(alice).fill('还没写完');
  await composer(alice).blur();
  await alice.waitForTimeout(800); // the composer keeps a draft half a second after the last key
  await alice.reload();
  await until('the draft is there', async () => (await composer(alice).inputValue()) === '还没写完');
  await composer(alice).fill('');
});

test('a parked SMS comes back to the same agent when the customer answers', async () => {
  const { id: contact } = await newest();
  await glance(alice);
  await alice.click(id('park'));
  await until('it is parked', async () => (await newest()).state === 'parked');
  await smsc.say(`deliver ${LIN} 好的，谢谢`);
  await until('it is back', async () => (await newest()).state === 'connected');
  await alice.locator(id('message-customer'), { hasText: '好的，谢谢' }).waitFor();
  assert.equal((await newest()).id, contact);
  await finish();
});

test('what did not arrive says why and is sent again by one press', async () => {
  await smsc.say(`deliver ${LIN} 再问一下`);
  await accept();
  await smsc.say('refuse 1 0x0b'); // ESME_RINVDSTADR: a permanent no
  await composer(alice).fill('请稍等');
  await composer(alice).press('Enter');
  await alice.locator(`${id('message-agent')}[data-delivery="failed"]`, { hasText: '请稍等' }).waitFor();
  await glance(alice);
  await alice.locator(id('retry')).click();
  await alice.locator(`${id('message-agent')}[data-delivery="delivered"]`, { hasText: '请稍等' }).waitFor();
  await finish();
});

test('a chat goes on by SMS in the same thread', async () => {
  const shop = await customer(browser, patchbay, '林若晴');
  await shop.writes('网页上问一句');
  const contact = await accept();
  await glance(alice); // the preview of the offer goes
  const search = alice.locator(`.ctxb:not(.off) ${id('customer-search')} input`);
  await search.fill(LIN);
  await search.press('Enter');
  await alice.locator(id('customer-pick')).first().click();
  await until('she is known', async () => (await newest()).customer?.name === '林若晴');
  await alice.locator(id('via')).click();
  await alice.locator('vaadin-select-item', { hasText: '短信' }).click();
  await composer(alice).fill('稍后短信联系您');
  await composer(alice).press('Enter');
  await alice.locator(`${id('message-agent')}[data-channel="sms"][data-delivery="delivered"]`, { hasText: '稍后短信联系您' }).waitFor();
  await smsc.say(`deliver ${LIN} 短信收到了`);
  await alice.locator(`${id('message-customer')}[data-channel="sms"]`, { hasText: '短信收到了' }).waitFor();
  assert.deepEqual((await messages(contact)).map((message) => message.channel), ['chat', 'sms', 'sms']);
  assert.equal(await shop.locator('.log', { hasText: '短信收到了' }).count(), 0);
  await finish();
  await shop.context().close();
});

test("the demo's pocket writes SMS and mail, and reads what comes back", async () => {
  const pocket = await page(browser);
  await pocket.goto(`${patchbay.url}/demo/`);
  await pocket.fill('#sms textarea', '口袋里的短信');
  await pocket.click('#sms button');
  await accept();
  await alice.locator(id('message-customer'), { hasText: '口袋里的短信' }).waitFor();
  await composer(alice).fill('短信收到');
  await composer(alice).press('Enter');
  await pocket.locator('#received [data-kind="sms"]', { hasText: '短信收到' }).waitFor();
  await finish();
  await pocket.fill('#mail input[name=subject]', '贷款材料');
  await pocket.fill('#mail textarea', '需要哪些材料？');
  await pocket.click('#mail button');
  const contact = await accept();
  await alice.locator(`${id('message-customer')}[data-channel="email"]`, { hasText: '需要哪些材料' }).waitFor();
  await alice.setInputFiles('vaadin-upload input[type=file]', { name: '清单.txt', mimeType: 'text/plain', buffer: Buffer.from('身份证、收入证明') });
  await alice.locator(id('kept-file'), { hasText: '清单.txt' }).waitFor();
  await composer(alice).fill('清单请见附件');
  await composer(alice).press('Enter');
  const sent = alice.locator(`${id('message-agent')}[data-delivery="delivered"]`, { hasText: '清单请见附件' });
  await sent.locator(id('attachment'), { hasText: '清单.txt' }).waitFor();
  await pocket.locator('#received [data-kind="mail"]', { hasText: 'Re: 贷款材料' }).first().waitFor();
  const [saved] = await Promise.all([alice.waitForEvent('download'), sent.locator(id('save')).click()]);
  assert.equal(saved.suggestedFilename(), '清单.txt');
  assert.equal((await messages(contact)).at(-1).attachments[0].name, '清单.txt');
  await finish();
  assert.deepEqual(pocket.errors, []);
});

test('a canned answer is found by its shortcut and filled in', async () => {
  const saved = await patchbay.command('admin', 'answer.save', { shortcut: 'hello', title: '问候', chinese: '{customer}您好，我是{agent}。' });
  assert.equal(saved.status, 200, saved.text);
  const wrong = await patchbay.command('admin', 'answer.save', { shortcut: 'Not so', title: 'x', chinese: 'y' });
  assert.equal(wrong.status, 400);
  assert.match(wrong.text, /Not so/);
  await smsc.say(`deliver ${LIN} 在吗`);
  await accept();
  await composer(alice).click();
  await alice.keyboard.type('/');
  await alice.locator(id('answer-hello')).waitFor();
  await alice.keyboard.type('hello');
  await until('only that one is left', async () => (await alice.locator('[data-testid^="answer-"]').count()) === 1);
  await alice.locator(`${id('answers-search')} input`).press('Enter');
  await until('it is filled in', async () => /^林若晴您好，我是.+。$/.test(await composer(alice).inputValue()));
  await composer(alice).press('Enter');
  await until('it went out', async () => (await smsc.sent()).some((sms) => sms.text.startsWith('林若晴您好')));
  await finish();
  assert.deepEqual(alice.errors, []);
});
