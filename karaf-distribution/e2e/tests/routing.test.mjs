// SPDX-License-Identifier: Apache-2.0
// Routing by a queue's rule, and the editor of it: faults at their place, what is saved, who waits and why in both languages; chat, SMS, mail and
// a call through steps and overflow; what if, held against the records.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { customer, id, launch, signIn } from '../lib/browser.mjs';
import { MailWorld } from '../lib/mail.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Callers, Phone } from '../lib/phones.mjs';
import { Smsc } from '../lib/smsc.mjs';

let patchbay;
let browser;
let admin;
let reader;
const peers = [];
before(async () => {
  patchbay = await Patchbay.start();
  browser = await launch();
  admin = await signIn(browser, patchbay, 'admin');
  reader = await signIn(browser, patchbay, 'admin', { locale: 'en' });
});
after(async () => {
  await browser?.close();
  for (const thing of peers.splice(0)) await (thing.stop ?? thing.pullOut).call(thing);
  await patchbay?.stop();
});

const saved = async () => (await patchbay.journal()).filter((line) => line.type === 'queue.saved' && line.body.queue === 'service');
const open = async (window, tab) => {
  await window.goto(`${patchbay.url}/admin/queues/service/${tab}`);
  await window.waitForSelector(id(`queue-tab-${tab}`));
};

const peer = (thing) => {
  peers.push(thing);
  return thing;
};
const save = async (body) => {
  const { status, text } = await patchbay.command('admin', 'queue.save', { unit: 'headquarters', ringSeconds: 5, wrapUp: 'NONE', ...body });
  assert.equal(status, 200, text);
};
const contacts = async (channel = '') => (await patchbay.api('admin', `/interactions?limit=50${channel && `&channel=${channel}`}`)).body.items;
const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const closed = (contact) => until('it is closed', async () => {
  const record = (await patchbay.api('admin', `/interactions/${contact}`)).body;
  return record.state === 'closed' && record;
});

/** What is said of a contact's way, of some types. */
const why = async (contact, ...types) => (await patchbay.api('admin', `/interactions/${contact}/why`)).body.items.filter((one) => types.includes(one.type));

async function types(window, field, value) {
  const input = window.locator(`${id(field)} input`);
  await input.fill(String(value));
  await input.press('Tab');
}

async function choose(window, field, words) {
  await window.click(id(field));
  await window.locator('vaadin-select-overlay[opened] vaadin-select-item', { hasText: words }).click();
}

test('a step shorter than the ring is refused at its card, mended and saved', async () => {
  const before = (await saved()).length;
  await open(admin, 'steps');
  await types(admin, 'level-1-service', 10);
  await admin.click(id('step-add'));
  await types(admin, 'step-end-1', 5);
  const card = admin.locator(id('step-1'));
  await card.locator('.err1', { hasText: '本步只有 5 秒，短于振铃时限 15 秒' }).waitFor();
  await admin.locator(`${id('queue-tab-steps')} .cnt`, { hasText: '1' }).waitFor();
  await admin.locator(id('save-message'), { hasText: '还有 1 处错误' }).waitFor();
  assert.ok(await admin.locator(id('save')).isDisabled());
  assert.equal((await saved()).length, before);
  await types(admin, 'step-end-1', 16);
  await card.locator('.err1').waitFor({ state: 'hidden' });
  await admin.locator(id('read-out'), { hasText: '前 16 秒只给' }).waitFor();
  await admin.click(id('save'));
  await admin.locator(id('save-message'), { hasText: '已保存' }).waitFor();
  await until('the queue is saved', async () => (await saved()).length === before + 1);
  await admin.reload();
  await admin.locator(id('step-2')).waitFor();
  await admin.locator(`${id('step-2')} .any`).waitFor();
  assert.deepEqual(admin.errors, []);
});

test('a way out that leads back is named before it is saved', async () => {
  const loans = { queue: 'loans', name: '个人贷款', unit: 'headquarters', needs: { loans: 1 }, overflow: [{ when: 'WAIT', threshold: 60, to: 'service' }] };
  assert.equal((await patchbay.command('admin', 'queue.save', loans)).status, 200);
  await open(admin, 'overflow');
  await admin.click(id('way-add'));
  await admin.locator(`${id('way-1')} .err1`, { hasText: '请选择队列' }).waitFor();
  await admin.click(`${id('save-message')} ${id('fault-way-1')}`);
  await choose(admin, 'way-to-1', '个人贷款');
  await admin.locator(`${id('way-1')} .err1`, { hasText: '形成回路：个人贷款 → 客户服务' }).waitFor();
  await choose(admin, 'way-to-1', '投诉处理');
  await admin.locator(`${id('way-1')} .err1`).waitFor({ state: 'hidden' });
  await admin.click(id('way-x-1'));
});

test('a chat waits, is widened after the step, and the panel says why in both languages', async () => {
  await save({ queue: 'service', name: '客户服务', steps: [{ from: 0, needs: { service: 10 } }, { from: 6, anyone: true }] });
  await open(admin, 'steps');
  await open(reader, 'steps');
  const shop = await customer(browser, patchbay, '林若晴');
  await shop.writes('你好');
  const contact = await until('it waits', async () => (await patchbay.api('admin', '/interactions?queue=service&limit=1')).body.items[0]?.id);
  await admin.locator(id(`now-${contact}`), { hasText: '第 1/2 步' }).waitFor({ timeout: 60_000 });
  await admin.locator(id(`now-${contact}`), { hasText: '第 2/2 步（不限技能）' }).waitFor({ timeout: 120_000 });
  await reader.locator(id(`now-${contact}`), { hasText: 'step 2 of 2 (any skill): nobody can take it now.' }).waitFor({ timeout: 120_000 });
  await patchbay.presence('alice', 'ready');
  const { interaction } = await until('it is offered', async () => (await patchbay.api('alice', '/agents/me')).body.offers[0]);
  assert.equal(interaction, contact);
  const [offered] = await why(contact, 'assignment.offered');
  assert.match(offered.en, /step 2 of 2 \(any skill\): offered to /);
  await patchbay.command('alice', 'assignment.accept', { interaction });
  await admin.locator(id('queue-now'), { hasText: '本队列没有人在等。' }).waitFor({ timeout: 60_000 });
  await patchbay.command('alice', 'interaction.end', { interaction });
  await patchbay.command('alice', 'assignment.complete', { interaction, disposition: 'other' });
  await closed(contact);
  assert.equal((await patchbay.presence('alice', 'loggedOut')).status, 200);
});

test('what comes after the contact is chosen, read out and kept', async () => {
  const before = (await saved()).length;
  await open(admin, 'wrapup');
  await choose(admin, 'field-mode', '限时，不可提前结束');
  await types(admin, 'field-times', 3);
  await admin.locator(`${id('field-rated')} input`).check();
  await choose(admin, 'field-best', '1 到 3 分');
  await admin.fill(`${id('field-rate-chinese')} textarea`, '满意吗？回复 1 到 3');
  await admin.locator(`${id('field-rate-english')}`, { hasText: '请同时填写两种语言。' }).waitFor();
  await admin.locator(id('fault-rate-english'), { hasText: '话后处理 · 英文问句（网页会话、短信）' }).click();
  await admin.fill(`${id('field-rate-english')} textarea`, 'How was it, 1 to 3?');
  await admin.locator(id('read-after'), { hasText: '连续 3 次未接转示忙。话后处理固定 60 秒，不可提前结束。结束时请客户评 1 到 3 分。' }).waitFor();
  await admin.click(id('save'));
  await admin.locator(id('save-message'), { hasText: '已保存' }).waitFor();
  const line = await until('the queue is saved', async () => (await saved())[before]);
  assert.equal(line.body.wrapUp, 'FIXED');
  assert.deepEqual(line.body.noAnswer, { then: 'NOT_READY', times: 3 });
  assert.deepEqual(line.body.rating, { asked: true, of: 3, question: { english: 'How was it, 1 to 3?', chinese: '满意吗？回复 1 到 3' } });
  await admin.reload();
  await admin.locator(id('field-mode'), { hasText: '限时，不可提前结束' }).waitFor();
});

test('an SMS, a mail and a call go through steps and over to another queue, and each sentence says why', async () => {
  await save({ queue: 'loans', name: '个人贷款', needs: { loans: 1 } });
  await save({
    queue: 'service', name: '客户服务', steps: [{ from: 0, needs: { service: 9 } }, { from: 5, needs: { complaints: 5, service: 5 } }],
    overflow: [{ when: 'WAIT', threshold: 7, to: 'loans' }],
  });
  const handset = peer(await Phone.start(patchbay, '1004'));
  await handset.registered();
  const world = peer(await MailWorld.start());
  const smsc = peer(await Smsc.start(patchbay));
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account());
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.email-bank.cfg'), world.account());
  for (const pid of ['io.patchbay.channel.sms-peer', 'io.patchbay.channel.email-bank']) {
    await until(`${pid} is up`, async () => (await patchbay.api('admin', '/accounts')).body.items.find((one) => one.pid === pid)?.state === 'up');
  }
  for (const user of ['bob', 'david']) assert.equal((await patchbay.presence(user, 'ready')).status, 200);
  assert.equal((await patchbay.presence('bob', 'notReady', 'break')).status, 200);

  const ways = {
    sms: () => smsc.say('deliver +8613800132046 我的卡丢了'),
    email: () => world.write({ id: 'steps@customer.example', subject: '提前还款', text: '您好，我想提前还款。' }),
    voice: async () => peer(await Callers.start(patchbay, 'stays', { seconds: 60, from: '13800000077' })),
  };
  for (const [channel, arrives] of Object.entries(ways)) {
    await arrives();
    const contact = await until(`the ${channel} contact is there`, async () => (await contacts(channel))[0]?.id);
    await until('it is offered', async () => (await me('david')).offers.some((offer) => offer.interaction === contact));
    if (channel === 'voice') await handset.answer();
    else assert.equal((await patchbay.command('david', 'assignment.accept', { interaction: contact })).status, 200);
    await until('david has it', async () => (await me('david')).assignments.some((one) => one.interaction === contact && one.state === 'active'));
    await patchbay.command('david', 'interaction.end', { interaction: contact });
    const record = await closed(contact);
    assert.equal(record.queue, 'loans', channel);

    const said = await why(contact, 'interaction.waited', 'interaction.overflowed', 'assignment.offered');
    assert.deepEqual(said.map((one) => one.type), ['interaction.waited', 'interaction.waited', 'interaction.overflowed', 'assignment.offered'], channel);
    const [first, second, over, offered] = said;
    assert.equal(first.en, 'After 0 s, step 1 of 2 (客户服务 ≥ 9): nobody can take it now. Not Bob 王磊: lacks a skill (客户服务 5 < 9); not David 赵强: lacks a skill (客户服务 0 < 9).');
    assert.equal(first.zh, '等了 0 秒，第 1/2 步（客户服务 ≥ 9）：暂无可接坐席。未选 Bob 王磊：技能不符（客户服务 5 < 9）；未选 David 赵强：技能不符（客户服务 0 < 9）。');
    assert.match(second.en, /^After \d+ s, step 2 of 2 \(投诉处理 ≥ 5, 客户服务 ≥ 5\): nobody can take it now\. Not Bob 王磊: not ready; not David 赵强: lacks a skill \(客户服务 0 < 5\)\.$/);
    assert.match(second.zh, /^等了 \d+ 秒，第 2\/2 步（投诉处理 ≥ 5、客户服务 ≥ 5）：暂无可接坐席。未选 Bob 王磊：未示闲；未选 David 赵强：技能不符（客户服务 0 < 5）。$/);
    assert.match(over.en, /^From 客户服务 to 个人贷款: waited \d+ s, at least 7 s\.$/);
    assert.match(over.zh, /^由 客户服务 溢出到 个人贷款：已等 \d+ 秒，达到 7 秒。$/);
    assert.match(offered.en, /^After \d+ s, step 1 of 1 \(个人贷款 ≥ 1\): offered to David 赵强: .+\. Not Bob 王磊: lacks a skill \(个人贷款 0 < 1\)\.$/);
    assert.match(offered.zh, /^等了 \d+ 秒，第 1\/1 步（个人贷款 ≥ 1）：选 David 赵强：.+。未选 Bob 王磊：技能不符（个人贷款 0 < 1）。$/);
  }
});

test('a draft is played again beside what happened, and what happened is what the records say', async () => {
  const caller = peer(await Callers.start(patchbay, 'waits-silently', { seconds: 2, from: '13800000078' }));
  await caller.done();
  const records = await until('all are over', async () => {
    const all = await contacts();
    return all.length === 5 && all.every((one) => one.state === 'closed') && all;
  });
  const answered = records.filter((one) => one.answeredAt);
  assert.equal(answered.length, 4);
  const waits = answered.map((one) => (Date.parse(one.answeredAt) - Date.parse(one.arrivedAt)) / 1000);
  await open(admin, 'steps');
  await admin.click(id('replay-run'));
  const row = async (words) => (await admin.locator(`${id('replay')} tbody tr`, { hasText: words }).locator('td').allTextContents())[1];
  const seconds = (text) => text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  const near = (text, wait) => assert.ok(Math.abs(seconds(text) - wait) <= 2, `${text} is not ${wait} s`);
  await admin.locator(`${id('replay')} tbody tr`, { hasText: '服务水平' }).waitFor({ timeout: 60_000 });
  assert.equal(parseFloat(await row('服务水平')), (waits.filter((wait) => wait <= 20).length / 5) * 100);
  near(await row('平均等待'), waits.reduce((a, b) => a + b) / 4);
  near(await row('最长等待'), Math.max(...waits));
  assert.equal(await row('放弃'), '1');
});

test('what may interrupt what is chosen in the matrix', async () => {
  await admin.goto(`${patchbay.url}/admin/matrix`);
  await choose(admin, 'meeting-chat-call', '不分配');
  await admin.locator(id('save-message'), { hasText: '已保存' }).waitFor();
  await admin.reload();
  await admin.locator(id('meeting-chat-call'), { hasText: '不分配' }).waitFor();
});
