// SPDX-License-Identifier: Apache-2.0
// What happens before the queue, with real SMS, chats and calls: lists, tiers, hours.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import WebSocket from 'ws';
import { customer, id, launch, signIn } from '../lib/browser.mjs';
import { Called, outboundTrunk } from '../lib/called.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { freePort } from '../lib/ports.mjs';
import { Callers, Phone } from '../lib/phones.mjs';
import { reviewed } from '../lib/reviews.mjs';
import { Smsc } from '../lib/smsc.mjs';

const LATER = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

let patchbay, smsc, carrier;
const open = [];
before(async () => {
  carrier = await freePort();
  patchbay = await Patchbay.start({ etc: outboundTrunk(carrier) });
  smsc = await Smsc.start(patchbay);
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account());
  await until('the account is up', async () => (await patchbay.api('admin', '/accounts')).body.items.some((one) => one.pid.endsWith('sms-peer') && one.state === 'up'));
});
after(async () => {
  smsc?.stop();
  await patchbay?.stop();
});
afterEach(async () => {
  for (const thing of open.splice(0)) await (thing.stop ?? thing.pullOut).call(thing);
  for (const user of ['alice', 'bob', 'carol']) await leave(user);
});

const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const contacts = async (query = '') => (await patchbay.api('admin', `/interactions?limit=50${query}`)).body.items;
const from = (number) => until(`the contact of ${number} is there`, async () => (await contacts()).find((one) => one.from === `tel:${number}`));
const contact = async (id) => (await patchbay.api('admin', `/interactions/${id}`)).body;
const comes = (id, state) => until(`the contact is ${state}`, async () => { const now = await contact(id); return now.state === state && now; });
const treated = async (id) => (await patchbay.journal()).filter((line) => line.interaction === id && line.type === 'interaction.treated').map((line) => line.body);
const sentTo = async (number) => (await smsc.sent()).filter((sms) => sms.to?.endsWith(number.slice(1)) || JSON.stringify(sms).includes(number.slice(1)));
const entry = (list, party, rule, more = {}) => reviewed(patchbay, 'list.save', { list, party, rule, reason: '多次骚扰', until: LATER, ...more });
const listed = async (party) => (await patchbay.api('admin', '/lists')).body.items.find((one) => one.party === party);
const done = async (user, name, body) => {
  const answer = await patchbay.command(user, name, body);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.result;
};

const queue = (id, name, rules = {}) => done('admin', 'queue.save', { queue: id, name, unit: 'headquarters', needs: { service: 1 }, ...rules });

async function leave(user) {
  await until(`${user} is away`, async () => {
    const now = await me(user);
    for (const { interaction } of now.offers) await patchbay.command(user, 'assignment.decline', { interaction });
    for (const { interaction } of now.assignments) {
      await patchbay.command(user, 'interaction.end', { interaction });
      await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other', notes: '' });
    }
    return (await patchbay.presence(user, 'loggedOut')).status === 200;
  });
}

/** Somebody at the web chat; `frames` is all he was told. */
async function visitor(locale = 'zh-CN') {
  const socket = new WebSocket(`${patchbay.url.replace('http', 'ws')}/chat/ws`);
  const frames = [];
  socket.on('message', (data) => frames.push(JSON.parse(data)));
  await new Promise((resolve, reject) => { socket.on('open', resolve); socket.on('error', reject); });
  socket.send(JSON.stringify({ type: 'hello', name: 'Li', locale }));
  const here = { frames, stop: () => socket.terminate(), says: (text) => socket.send(JSON.stringify({ type: 'message', id: `m-${frames.length}`, text })) };
  open.push(here);
  return here;
}

test('who is on the black list is turned away, and each match says whose entry it is', async () => {
  assert.equal(await entry('black', '138 1111 0001', 'refuse'), 'applied');
  await smsc.say('deliver +8613811110001 喂');
  const id = (await from('+8613811110001')).id;
  assert.equal((await comes(id, 'closed')).outcome, 'refused');
  const [why] = await treated(id);
  assert.equal(why.by, 'flow.lists');
  assert.match(why.english, /black list .* by admin, until/);
  assert.match(why.chinese, /黑名单/);
  assert.doesNotMatch(JSON.stringify(why), /11110001|骚扰/);
  await until('he is told', async () => JSON.stringify(await smsc.sent()).includes('很抱歉'));
  const one = await listed('tel:+8613811110001');
  assert.equal(one.addedBy, 'user:admin');
  assert.equal(await reviewed(patchbay, 'list.remove', { entry: one.entry }), 'applied');
  await smsc.say('deliver +8613811110001 又是我');
  const next = await until('the next one waits', async () => (await contacts('&state=waiting')).find((now) => now.from === 'tel:+8613811110001'));
  assert.deepEqual(await treated(next.id), []);
});

test('an alarm goes on with the agent told; the red list goes to its queue', async () => {
  await entry('black', '+8613811110002', 'alarm');
  await entry('red', '+8613811110003', 'queue', { queue: 'vip', credit: 15 });
  await smsc.say('deliver +8613811110002 喂');
  await smsc.say('deliver +8613811110003 您好');
  const alarmed = await comes((await from('+8613811110002')).id, 'waiting');
  assert.equal(alarmed.facts['flow.alarm'], true);
  assert.equal(alarmed.queue, 'service');
  const red = await comes((await from('+8613811110003')).id, 'waiting');
  assert.equal(red.queue, 'vip');
  assert.match((await treated(red.id))[0].english, /red list .* goes to vip with 15 min of credit/);
});

test('a table with faults is refused by their lines, and nothing of it is taken', async () => {
  const good = `black,13811110010,refuse,,,x,,${LATER}`;
  const table = ['list,party,rule,queue,credit,reason,from,until', good, 'black,12,refuse,,,x,,2099-01-01', 'black,13811110011,refuse,,,x,,2020-01-01', good].join('\n');
  const refused = await patchbay.command('admin', 'list.import', { table });
  assert.equal(refused.status, 400, refused.text);
  assert.match(refused.body.detail ?? refused.text, /Line 3: .*Line 4: .*Line 5: /s);
  assert.equal(await listed('tel:+8613811110010'), undefined);
  assert.equal(await reviewed(patchbay, 'list.import', { table: good }), 'applied');
  assert.ok(await listed('tel:+8613811110010'));
});

test('a caller on the black list hears that he is not connected, and is let go', async () => {
  await entry('black', '+8613812342046', 'refuse');
  const caller = await Callers.start(patchbay, 'stays');
  const call = await until('the call is refused', async () => (await contacts('&state=closed')).find((one) => one.channel === 'voice' && one.outcome === 'refused'));
  await caller.done();
  assert.match((await treated(call.id))[0].english, /turned away/);
  await reviewed(patchbay, 'list.remove', { entry: (await listed('tel:+8613812342046')).entry });
});

const soon = (seconds) => new Date(Date.now() + seconds * 1000).toISOString();
const appointments = async () => (await patchbay.api('susan', '/appointments')).body.items;
const begun = (matter) => until(`the contact of ${matter} waits`, async () => (await contacts('&channel=appointment')).find((one) => one.subject === matter && one.state === 'waiting'));

test('an appointment becomes a contact at its time, moved or called off before', async () => {
  const { appointment } = await done('alice', 'appointment.book', { number: '13800132046', queue: 'service', agent: 'carol', at: soon(3600), matter: '房贷方案' });
  const other = await done('alice', 'appointment.book', { number: '13800132046', queue: 'vip', at: soon(3), matter: '取消' });
  await done('alice', 'appointment.cancel', { appointment: other.appointment });
  assert.equal((await patchbay.command('alice', 'appointment.book', { number: '12', queue: 'vip', at: soon(3600), matter: 'x' })).status, 400);
  await done('susan', 'appointment.move', { appointment, at: soon(2) });
  const now = await begun('房贷方案');
  assert.equal(now.customer.name, '林若晴');
  assert.equal((await appointments()).find((one) => one.appointment === appointment).interaction, now.id);
  assert.match((await treated(now.id))[0].english, /^Appointment at .*, carol first$/);
  assert.ok((await patchbay.journal()).some((line) => line.interaction === now.id && line.type === 'callback.asked'), 'carol calls him');
  assert.equal((await contacts('&channel=appointment')).length, 1);
  await done('admin', 'interaction.end', { interaction: now.id });
});

test('at its time the phone of its agent rings, then the customer’s, and they talk', async () => {
  await queue('service', '客户服务', { preferred: { officerSeconds: 60 } });
  for (const extension of ['1001', '1003']) {
    const phone = await Phone.start(patchbay, extension, { answer: 'auto' });
    open.push(phone);
    await phone.registered();
  }
  await patchbay.presence('alice', 'ready');
  await patchbay.presence('carol', 'ready');
  const customer = await Called.start(patchbay, 'answers', carrier);
  open.push(customer);
  await done('alice', 'appointment.book', { number: '13800132046', queue: 'service', agent: 'carol', at: soon(2), matter: '回访' });
  const now = await until('they talk', async () => (await contacts('&channel=appointment')).find((one) => one.subject === '回访' && one.callback?.phase === 'talking'));
  assert.equal(now.assignments.at(-1).agent, 'carol');
  assert.equal((await me('alice')).assignments.length, 0);
  const order = (await patchbay.journal()).filter((line) => line.interaction === now.id && /^(interaction\.(arrived|treated|favoured)|callback)/.test(line.type)).map((line) => line.type);
  assert.deepEqual(order, ['interaction.arrived', 'interaction.treated', 'interaction.favoured', 'callback.asked', 'callback.dialling', 'callback.reached']);
  await done('carol', 'interaction.end', { interaction: now.id });
  await customer.gone;
});

test('an agent agrees a time at his desk, moves it and calls it off', async () => {
  const browser = await launch();
  open.push({ stop: () => browser.close() });
  const alice = await signIn(browser, patchbay, 'alice');
  await patchbay.presence('alice', 'ready');
  const shop = await customer(browser, patchbay, '周航');
  await shop.writes('想约个时间谈理财');
  await alice.waitForSelector(id('offer-accept'));
  await alice.waitForTimeout(600); // the desk ignores presses just after it changed
  await alice.click(id('offer-accept'));
  await alice.locator(id('composer')).first().waitFor(); // before that the panels are those of the preview
  await alice.locator(`.ctxb.off ${id('appointments')}`).waitFor({ state: 'detached' });
  const panel = alice.locator(`.ctxb:not(.off) ${id('appointments')}`);
  const fill = (name, text) => panel.locator(`${id(name)} input, input${id(name)}`).first().fill(text);
  await fill('appointment-number', '12');
  await fill('appointment-matter', '理财到期');
  await panel.locator(id('appointment-book')).click();
  await panel.locator(`${id('appointment-number')}[invalid]`).waitFor();
  await fill('appointment-number', '+86 138 0013 9001');
  await panel.locator(id('appointment-book')).click();
  await panel.locator(id('appointment'), { hasText: '理财到期' }).waitFor();
  const his = () => appointments().then((all) => all.find((one) => one.matter === '理财到期'));
  const booked = await his();
  assert.equal(booked.agent, 'alice');
  assert.equal(booked.number, '****9001', 'masked for who may not see it');
  await fill('appointment-moved', '2026-12-24 09:30');
  await panel.locator(id('appointment-move')).click();
  await until('it is moved', async () => (await his()).at === '2026-12-24T01:30:00Z');
  if (process.env.SHOTS) await alice.screenshot({ path: `${process.env.SHOTS}/appointment.png` });
  await panel.locator(id('appointment-cancel')).click();
  await until('it is called off', async () => (await his())?.state !== 'booked');
  assert.deepEqual(alice.errors, []);
});

test('an appointment that fell due while Patchbay was killed is begun once', async () => {
  await done('alice', 'appointment.book', { number: '13800132046', queue: 'vip', at: soon(1), matter: '断电' });
  await patchbay.kill();
  await patchbay.launch();
  const now = await begun('断电');
  await patchbay.kill();
  await patchbay.launch();
  await comes(now.id, 'waiting');
  await until('it is noted', async () => (await appointments()).find((one) => one.matter === '断电')?.interaction === now.id);
  assert.equal((await contacts('&channel=appointment')).filter((one) => one.subject === '断电').length, 1);
  await done('admin', 'interaction.end', { interaction: now.id });
});

const day = (offset = 0) => new Date(Date.now() + offset * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
const EVER = ['00:00-24:00'];
const calendar = (id, more) => done('admin', 'calendar.save', { calendar: id, english: id, chinese: id, hours: [], ...more });
const nobodyWaits = () => until('nobody waits', async () => {
  const left = [...await contacts('&state=waiting'), ...await contacts('&state=offered')];
  for (const { id } of left) await patchbay.command('admin', 'interaction.end', { interaction: id });
  return left.length === 0;
});
const rings = (user) => until(`it rings at ${user}'s`, async () => (await me(user)).offers[0]?.interaction);

test('a gold customer overtakes by the minutes of his tier, and the reason stands there', async () => {
  await done('admin', 'tier.save', { rule: 'gold', order: 10, tiers: ['gold'], credit: 10 });
  await nobodyWaits();
  await smsc.say('deliver +8613511110005 普通客户先来');
  const first = await comes((await from('+8613511110005')).id, 'waiting');
  await smsc.say('deliver +8613800132046 金卡客户后来');
  const gold = await until('the gold one waits', async () => (await contacts('&state=waiting')).find((one) => one.from === 'tel:+8613800132046'));
  const favoured = (await patchbay.journal()).find((line) => line.interaction === gold.id && line.type === 'interaction.favoured');
  assert.equal(favoured.body.credit, 10);
  assert.match(favoured.body.reason, /By rule gold: 10 min of credit/);
  await patchbay.presence('alice', 'ready');
  assert.equal(await rings('alice'), gold.id);
  await done('alice', 'assignment.accept', { interaction: gold.id });
  assert.equal(await rings('alice'), first.id);
  const unknown = await patchbay.command('admin', 'tier.save', { rule: 'lost', tiers: ['gold'], queue: 'nowhere' });
  assert.match(unknown.text, /There is no queue \\"nowhere\\"/);
  await done('admin', 'tier.remove', { rule: 'gold' });
});

test('his own officer is tried first', async () => {
  await nobodyWaits();
  await queue('wealth', '财富', { preferred: { officerSeconds: 60 } });
  await done('admin', 'tier.save', { rule: 'vip', order: 10, tiers: ['vip'], queue: 'wealth', officer: true });
  await patchbay.presence('alice', 'ready');
  await patchbay.presence('bob', 'ready');
  await patchbay.presence('carol', 'ready');
  for (let i = 0; i < 2; i += 1) {
    await smsc.say('deliver +8613911110002 我找李倩');
    const id = await rings('carol');
    const own = await contact(id);
    assert.equal(own.queue, 'wealth');
    assert.equal(own.customer.name, '王建国');
    assert.equal((await me('alice')).offers.length + (await me('bob')).offers.length, 0);
    await done('carol', 'assignment.accept', { interaction: id });
    await done('carol', 'interaction.end', { interaction: id });
    await done('carol', 'assignment.complete', { interaction: id, disposition: 'other' });
  }
  await done('admin', 'tier.remove', { rule: 'vip' });
});

test('outside the hours a text is answered and kept, a chat too, and a call ends', async () => {
  await calendar('shut');
  const greeting = { english: 'Closed until Monday.', chinese: '周一恢复服务。' };
  await queue('night', '夜间', { hours: { calendar: 'shut', closed: 'MESSAGE', greeting } });
  await queue('over', '下班', { hours: { calendar: 'shut', closed: 'END', greeting } });
  await done('admin', 'tier.save', { rule: 'night', tiers: ['standard', 'silver'], queue: 'night' });
  await smsc.say('deliver +8613711110003 在吗');
  const kept = await until('it waits in the night', async () => (await contacts('&state=waiting&queue=night')).find((one) => one.from === 'tel:+8613711110003'));
  assert.match((await treated(kept.id)).at(-1).chinese, /night 非服务时间/);
  await until('it was answered', async () => JSON.stringify(await smsc.sent()).includes('周一恢复服务。'));
  await done('admin', 'interaction.end', { interaction: kept.id });
  await calendar('later', { special: [{ date: day(2), open: ['09:00-10:00'], english: 'Open', chinese: '开放' }] });
  await queue('night', '夜间', { hours: { calendar: 'later', closed: 'CALLBACK' } });
  await smsc.say('deliver +8613711110003 请回电');
  const again = await until('it waits to be called', async () => (await contacts('&state=waiting&queue=night')).find((one) => one.id !== kept.id));
  const asked = (await patchbay.journal()).find((line) => line.interaction === again.id && line.type === 'callback.asked');
  assert.equal(asked.body.at, new Date(`${day(2)}T09:00:00+08:00`).toISOString().replace('.000', ''));
  await done('admin', 'tier.remove', { rule: 'night' });
  await done('admin', 'interaction.end', { interaction: again.id });
  await done('admin', 'queue.save', { queue: 'service', name: '客户服务', unit: 'headquarters', needs: { service: 1 }, hours: { calendar: 'shut', closed: 'END', greeting } });
  const chat = await visitor('en');
  chat.says('anybody there?');
  await until('he is told and let go', () => chat.frames.some((frame) => frame.type === 'ended'));
  assert.ok(chat.frames.some((frame) => frame.type === 'message' && frame.from === 'system' && frame.text === greeting.english), JSON.stringify(chat.frames));
  const caller = await Callers.start(patchbay, 'stays', { from: '13800009999' });
  await until('the call is over', async () => (await contacts('&state=closed')).find((one) => one.channel === 'voice' && one.from === 'tel:+8613800009999' && one.outcome === 'refused'));
  await caller.done();
  await queue('service', '客户服务');
});

test('a closed queue leads to another; a made-up working day is open', async () => {
  const week = Object.fromEntries(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].map((name) => [name, EVER]));
  const weekday = new Date(`${day()}T12:00:00Z`).toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' }).toUpperCase();
  const weekend = { ...week };
  delete weekend[weekday]; // as if today were a Saturday
  await calendar('weekend', { hours: [weekend] });
  await queue('night', '夜间', { hours: { calendar: 'weekend', closed: 'QUEUE', instead: 'service' } });
  await done('admin', 'tier.save', { rule: 'night', tiers: ['standard', 'silver'], queue: 'night' });
  await smsc.say('deliver +8613311110009 周六');
  const led = await until('it waits in service', async () => (await contacts('&state=waiting')).find((one) => one.from === 'tel:+8613311110009'));
  assert.equal(led.queue, 'service');
  assert.match((await treated(led.id)).at(-1).english, /night is closed: goes to service/);
  await done('admin', 'interaction.end', { interaction: led.id });
  const works = weekday === 'MONDAY' ? 'TUESDAY' : 'MONDAY';
  await done('admin', 'holidays.save', { holidays: 'made-up', english: 'Made up', chinese: '调休', source: 'test', days: [{ date: day(), english: 'Working day', chinese: '调休上班', worksAs: works }] });
  await calendar('weekend', { hours: [weekend], holidays: ['made-up'] });
  await smsc.say('deliver +8613611110004 调休');
  const open = await until('it waits in the night', async () => (await contacts('&state=waiting')).find((one) => one.from === 'tel:+8613611110004'));
  assert.equal(open.queue, 'night');
  await done('admin', 'tier.remove', { rule: 'night' });
});
