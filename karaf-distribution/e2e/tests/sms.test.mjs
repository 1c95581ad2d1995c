// SPDX-License-Identifier: Apache-2.0
// SMS through a real Patchbay: what was acknowledged is kept once, what was sent went once, over kills and cuts.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Smsc } from '../lib/smsc.mjs';

const CFG = 'etc/io.patchbay.channel.sms-peer.cfg';
const LIN = '+8613800132046';
const LONG = '尊敬的客服，我上个月办理的个人住房贷款提前还款申请到现在还没有结果，请帮我查一下进度。'.repeat(5) + '😀';

let patchbay;
let smsc;
before(async () => {
  patchbay = await Patchbay.start();
  smsc = await Smsc.start(patchbay);
  writeFileSync(join(patchbay.home, CFG), smsc.account());
  await state('up');
});
after(async () => {
  smsc?.stop();
  await patchbay?.stop();
});
afterEach(async () => {
  await until('alice is away', async () => {
    const me = (await patchbay.api('alice', '/agents/me')).body;
    for (const { interaction } of me.offers) await patchbay.command('alice', 'assignment.decline', { interaction });
    for (const { interaction } of me.assignments) {
      await patchbay.command('alice', 'interaction.end', { interaction });
      await patchbay.command('alice', 'assignment.complete', { interaction, disposition: 'other', notes: '' });
    }
    return (await patchbay.presence('alice', 'loggedOut')).status === 200;
  });
});

const account = async (pid = 'io.patchbay.channel.sms-peer') => (await patchbay.api('admin', '/accounts')).body.items.find((one) => one.pid === pid);
const state = (wanted) => until(`the account is ${wanted}`, async () => (await account())?.state === wanted);
const offer = () => until('it rings', async () => (await patchbay.api('alice', '/agents/me')).body.offers[0]?.interaction);
const messages = async (id) => (await patchbay.api('admin', `/interactions/${id}/messages`)).body.items;
const delivery = (id, wanted) => until(`the answer is ${wanted}`, async () => (await messages(id)).at(-1).delivery === wanted);
const acknowledged = () => until('everything is acknowledged', async () => (await smsc.open()) === 0);
const answers = async (text) => (await smsc.sent()).filter((sms) => sms.text === text);
const received = async () => (await patchbay.journal()).filter((line) => line.type === 'message.received');

async function accepted() {
  await patchbay.presence('alice', 'ready');
  const id = await offer();
  assert.equal((await patchbay.command('alice', 'assignment.accept', { interaction: id })).status, 200);
  return id;
}

const write = async (interaction, text) => {
  const answer = await patchbay.command('alice', 'message.send', { interaction, text });
  assert.equal(answer.status, 200, answer.text);
};

test('an SMS is queued, accepted and answered, and its receipt is seen', async () => {
  await smsc.say(`deliver ${LIN} 我的卡丢了`);
  await acknowledged();
  const id = await accepted();
  const contact = (await patchbay.api('admin', `/interactions/${id}`)).body;
  assert.equal(contact.channel, 'sms');
  assert.equal(contact.from, `tel:${LIN}`);
  assert.equal(contact.queue, 'service');
  assert.deepEqual((await messages(id)).map((one) => one.text), ['我的卡丢了']);
  await write(id, '已为您挂失。');
  await until('it is sent', async () => (await answers('已为您挂失。')).length === 1);
  const [sms] = await answers('已为您挂失。');
  assert.equal(sms.to, '8613800132046');
  assert.equal(sms.from, '10690001');
  await delivery(id, 'delivered');
});

test('long Chinese goes both ways, parts in any order', async () => {
  await smsc.say(`reversed ${LIN} ${LONG}`);
  await acknowledged();
  const id = await accepted();
  assert.equal((await messages(id)).at(-1).text, LONG);
  await write(id, LONG);
  await until('it is sent', async () => (await answers(LONG)).length === 1);
  await delivery(id, 'delivered');
});

test('what the SMSC refuses or cannot deliver says why', async () => {
  await smsc.say(`deliver ${LIN} 在吗`);
  const id = await accepted();
  await smsc.say('refuse 1 0x0b');
  await write(id, '第一条');
  await delivery(id, 'failed');
  await smsc.say('receipts failed');
  await write(id, '第二条');
  await delivery(id, 'failed');
  await smsc.say('receipts delivered');
  const failed = (await patchbay.journal()).filter((line) => line.type === 'message.failed' && line.interaction === id);
  assert.match(failed[0].body.reason, /not valid/);
  assert.match(failed[1].body.reason, /UNDELIV/);
});

test('a throttled SMS is sent when there is room, once', async () => {
  await smsc.say(`deliver ${LIN} 请回复`);
  const id = await accepted();
  await smsc.say('throttle 2');
  await write(id, '请稍候');
  await delivery(id, 'delivered');
  assert.equal((await answers('请稍候')).length, 1);
});

test('what failed is tried again by the agent and arrives', async () => {
  await smsc.say(`deliver ${LIN} 再问一次`);
  const id = await accepted();
  await smsc.say('refuse 1 0x45');
  await smsc.say('refuse 1 0x0b');
  await write(id, '再答一次');
  await delivery(id, 'failed');
  const message = (await messages(id)).at(-1).id;
  assert.equal((await patchbay.command('alice', 'message.retry', { interaction: id, message })).status, 200);
  await delivery(id, 'delivered');
  assert.equal((await answers('再答一次')).length, 1);
});

test('the SMSC goes away and comes back: nothing is lost or doubled', async () => {
  await smsc.say(`deliver ${LIN} 还在吗`);
  const id = await accepted();
  await smsc.say('away');
  await until('it is noticed', async () => (await account()).state !== 'up');
  assert.notEqual((await account()).reason, '');
  await write(id, '在的');
  await smsc.say(`deliver ${LIN} 喂喂`);
  await smsc.say('back');
  await state('up');
  await acknowledged();
  await until('it is sent', async () => (await answers('在的')).length === 1);
  await until('both are there', async () => (await messages(id)).some((one) => one.text === '喂喂'));
  assert.equal((await received()).length, new Set((await received()).map((line) => line.body.message)).size);
});

test('a kill in the middle of the exchange loses and doubles nothing', async () => {
  await smsc.say(`deliver ${LIN} 开始`);
  const id = await accepted();
  const before = (await received()).length;
  await smsc.say('delay 300');
  for (let n = 0; n < 5; n++) await write(id, `回答 ${n}`);
  for (let n = 0; n < 20; n++) await smsc.say(`deliver +86138001399${n + 10} 问题 ${n}`);
  await patchbay.kill();
  await smsc.say('delay 0');
  await patchbay.launch();
  await acknowledged();
  for (let n = 0; n < 5; n++) await until(`answer ${n} is sent`, async () => (await answers(`回答 ${n}`)).length >= 1);
  // a letter is acknowledged once it is durable; its contact comes a moment later
  await until('all twenty have come', async () => (await received()).length - before >= 20);
  assert.equal((await received()).length - before, 20);
  assert.equal((await patchbay.shell('patchbay:journal-verify')).status, 0);
});

test('an account comes, changes and goes while Patchbay runs; a wrong one is refused', async () => {
  const other = join(patchbay.home, 'etc/io.patchbay.channel.sms-other.cfg');
  const pid = 'io.patchbay.channel.sms-other';
  writeFileSync(other, smsc.account().replace('10690001', '10690002'));
  await until('it is up', async () => (await account(pid))?.state === 'up');
  writeFileSync(other, smsc.account().replace('10690001', 'no number at all !'));
  await until('it is refused with its key', () => /sms-other.*sourceAddress/.test(readFileSync(join(patchbay.home, 'log/karaf.log'), 'utf8')));
  assert.equal((await account(pid)).state, 'up', 'the last good one stays');
  writeFileSync(other, smsc.account().replace('10690001', '10690003').replace(`port = ${smsc.port}`, 'port = 1'));
  await until('it is down', async () => (await account(pid))?.state === 'down');
  rmSync(other);
  await until('it is gone', async () => !(await account(pid)));
  assert.equal((await account()).state, 'up');
});

test('an opt-out word is confirmed and no matter for an agent', async () => {
  const waiting = (await patchbay.api('admin', '/interactions?channel=sms&limit=1')).body.items[0].id;
  await smsc.say('deliver +8613911119999 ＴＤ');
  await until('it is confirmed', async () => (await smsc.sent()).some((sms) => sms.to === '8613911119999' && sms.text.includes('退订')));
  assert.equal((await patchbay.api('admin', '/interactions?channel=sms&limit=1')).body.items[0].id, waiting);
  assert.ok((await patchbay.journal()).some((line) => line.type === 'sms.optedOut'));
});
