// SPDX-License-Identifier: Apache-2.0
// The route files that docs/integration.md teaches: CRM and trading counter on the customer's card, contacts written back; changed, broken, mended live.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { id, launch, press, signIn } from '../lib/browser.mjs';
import { Crm } from '../lib/crm.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Smsc } from '../lib/smsc.mjs';

const LIN = '+8613800132046'; // a demo customer: 林若晴
const FU = '+8615022220030'; // 傅晓燕, whom only the CRM knows
const glance = (console) => console.waitForTimeout(600); // the desk ignores presses for 400 ms after it changed
const front = '.ctxb:not(.off)'; // beside it lie the panels of what is previewed
const box = (source, state) => `${front} ${id(`source-${source}`)}[data-state="${state}"]`;

let patchbay;
let smsc;
let noise;
let crm;
let browser;
let alice;
before(async () => {
  patchbay = await Patchbay.start();
  smsc = await Smsc.start(patchbay);
  noise = await Smsc.start(patchbay);
  crm = await Crm.start(patchbay);
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account());
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-noise.cfg'), noise.account().replace('10690001', '10690002').replace('queue = service', 'queue = vip'));
  await until('the accounts are up', async () => (await patchbay.api('admin', '/accounts')).body.items
    .filter((one) => /sms-(peer|noise)$/.test(one.pid) && one.state === 'up').length === 2);
  browser = await launch();
  alice = await signIn(browser, patchbay, 'alice');
  await alice.click(id('go-ready'));
});
after(async () => {
  await browser?.close();
  smsc?.stop();
  noise?.stop();
  crm?.stop();
  await patchbay?.stop();
});

const newest = async () => (await patchbay.api('admin', '/interactions?queue=service&limit=1')).body.items[0];
const routes = async () => (await patchbay.shell('patchbay:routes')).said;
const file = (name) => join(patchbay.home, 'routes', name);
const sample = (name) => join(import.meta.dirname, '../../../docs/samples/routes', name);

async function accept() {
  await press(alice, 'F2');
  return until('alice has it', async () => {
    const interaction = await newest();
    return interaction.state === 'connected' && interaction.id;
  });
}

async function opened(number) {
  await smsc.say(`deliver ${number} 你好`);
  return accept();
}

/** A contact of a customer of the CRM, taken and ended. */
async function closed(number) {
  await opened(number);
  return finish();
}

async function finish() {
  await press(alice, 'Alt+W');
  await alice.locator(id('wrapup-code-other')).click();
  await glance(alice);
  await alice.locator(id('wrapup-complete')).click();
  return until('it is closed', async () => {
    const interaction = await newest();
    return interaction.state === 'closed' && interaction.id;
  });
}

test('whom only the CRM knows becomes a customer, and his card shows CRM and counter', async () => {
  await smsc.say(`deliver ${FU} 你好`);
  await until('she is known', async () => (await newest())?.customer?.name === '傅晓燕');
  assert.equal((await newest()).customer.tier, 'gold');
  await accept();
  await alice.locator(box('crm', 'fresh'), { hasText: 'C100221' }).waitFor();
  await alice.locator(box('crm', 'fresh'), { hasText: '未结投诉' }).waitFor();
  await alice.locator(box('counter', 'fresh'), { hasText: '贵州茅台 600519' }).waitFor();
  await alice.locator(box('counter', 'fresh'), { hasText: '100 股，现价 1688.500' }).waitFor();
});

test('a contact that ended is in the CRM, with agent, code and times', async () => {
  const contact = await finish();
  const kept = await until('the CRM has it', async () => (await crm.contacts()).find((one) => one.interaction === contact));
  assert.equal(kept.outcome, 'handled');
  assert.equal(kept.from, `tel:${FU}`);
  assert.deepEqual(kept.work.map(({ agent, code }) => ({ agent, code })), [{ agent: 'alice', code: 'other' }]);
  for (const at of [kept.arrivedAt, kept.answeredAt, kept.closedAt, kept.work[0].from, kept.work[0].to]) assert.ok(!Number.isNaN(Date.parse(at)), at);
});

test('a slow CRM is still on the card', async () => {
  await crm.say('slow 300');
  await opened('+8615022220031');
  await alice.locator(box('crm', 'fresh'), { hasText: 'C100222' }).waitFor();
  await alice.locator(box('counter', 'fresh')).waitFor();
  await finish();
  await crm.say('slow 0');
});

test('with a dead CRM the card has what is known and says what is missing', async () => {
  await crm.say('die');
  await smsc.say(`deliver ${LIN} 在吗`);
  await accept();
  assert.equal((await newest()).customer.name, '林若晴');
  await alice.locator(box('crm', 'missing'), { hasText: 'crm 未响应' }).waitFor();
  await alice.locator(box('counter', 'missing'), { hasText: 'counter 未响应' }).waitFor();
  await crm.say('live');
  await until('the CRM is back on the card', async () => {
    const again = alice.locator(`${front} ${id('source-crm')} ${id('source-retry')}`);
    if (await again.count()) await again.click({ timeout: 2000 }).catch(() => {}); // it may just have gone
    return alice.locator(box('crm', 'fresh'), { hasText: 'C100201' }).count();
  });
  const contact = await finish();
  await until('the CRM has it', async () => (await crm.contacts()).some((one) => one.interaction === contact));
});

test('a route file is changed, broken, mended and removed while SMS keep coming', async () => {
  const text = readFileSync(file('crm.yaml'), 'utf8');
  const taken = () => readFileSync(join(patchbay.home, 'log/karaf.log'), 'utf8').split('Routes of crm.yaml taken').length;
  const earlier = taken();
  let sent = 0;
  const come = () => noise.say(`deliver +861390000${1000 + sent} line ${++sent}`);
  const comes = async (condition) => (await come(), condition(await routes()));
  const running = (said) => /crm\.yaml +\| crm +\| started/.test(said);
  writeFileSync(file('crm.yaml'), text.replace('{label: "客户号"', '{label: "手机号", value: .phone},\n                  {label: "客户号"'));
  await until('it is taken', async () => (await come(), taken() > earlier));
  await opened('+8615022220032');
  await alice.locator(box('crm', 'fresh'), { hasText: '手机号' }).waitFor();
  await finish();
  writeFileSync(file('crm.yaml'), text.replace('steps:', 'stepps:'));
  await until('the refusal is named', () => comes((said) => /crm\.yaml, line \d+: .*stepps/.test(said)));
  await opened('+8615022220033');
  await alice.locator(box('crm', 'fresh'), { hasText: '手机号' }).waitFor(); // the old one goes on
  await finish();
  writeFileSync(file('crm.yaml'), text);
  await until('it is mended', () => comes((said) => running(said) && !said.includes('stepps')));
  rmSync(file('crm.yaml'));
  await until('it is gone', () => comes((said) => !said.includes('crm.yaml ')));
  await opened('+8615022220034');
  await alice.locator(box('counter', 'fresh')).waitFor();
  assert.equal(await alice.locator(`${front} ${id('source-crm')}`).count(), 0);
  await finish();
  writeFileSync(file('crm.yaml'), text);
  await until('it is back', () => comes(running));
  await until('every SMS is acknowledged', async () => (await noise.open()) === 0);
  const { items } = (await patchbay.api('admin', '/interactions?queue=vip&limit=500')).body;
  assert.equal(items.length, sent);
});

test('a notice dropped as a file goes out once as an SMS; what is no notice is a dead letter', async () => {
  const notices = join(patchbay.home, 'data/notices');
  mkdirSync(notices, { recursive: true });
  cpSync(sample('notices.yaml'), file('notices.yaml'));
  cpSync(sample('shared/notices.properties'), file('shared/notices.properties'));
  await until('the route is there', async () => /notices +\| started/.test(await routes()));
  const written = async () => (await patchbay.api('admin', '/interactions?channel=sms&limit=100')).body.items
    .filter((one) => one.direction === 'outbound' && one.to.includes('13900009999')).length;
  const drop = (name, text) => {
    writeFileSync(join(notices, `.${name}`), text);
    renameSync(join(notices, `.${name}`), join(notices, name));
  };
  drop('n1.json', '{"to": "+8613900009999", "text": "您的新卡已寄出"}');
  await until('it went out', async () => (await written()) === 1);
  await until('the file is done', () => existsSync(join(notices, '.camel/n1.json')));
  rmSync(join(notices, '.camel/n1.json'));
  drop('n1.json', '{"to": "+8613900009999", "text": "您的新卡已寄出"}');
  await until('it was taken again', () => existsSync(join(notices, '.camel/n1.json')));
  drop('n2.json', 'no notice at all');
  await until('it is a dead letter', async () => /notices/.test((await patchbay.shell('patchbay:dead-letters')).said));
  assert.equal(existsSync(join(notices, '.bad/n2.json')), true);
  assert.equal(await written(), 1);
  writeFileSync(file('shared/notices.properties'), 'route.notices.timeoutSeconds = soon\n');
  await until('a wrong wish is refused by name', async () => /route\.notices\.timeoutSeconds.*"soon"/s.test(await routes()));
  rmSync(file('shared/notices.properties'));
  rmSync(file('notices.yaml'));
  await until('it is gone', async () => !(await routes()).includes('notices.yaml '));
});

test("an SMS account's routes are intercepted by a shared file, and no longer once it is gone", async () => {
  let number = 0;
  const queued = async () => {
    const text = `投诉 ${++number}`;
    await noise.say(`deliver +86139000012${String(number).padStart(2, '0')} ${text}`);
    return until('it is there', async () => (await patchbay.api('admin', '/interactions?channel=sms&limit=3')).body.items
      .find((one) => one.from.endsWith(`12${String(number).padStart(2, '0')}`))?.queue);
  };
  assert.equal(await queued(), 'vip');
  cpSync(sample('shared/complaints.yaml'), file('shared/complaints.yaml'));
  await until('complaints go to their queue', async () => (await queued()) === 'complaints', 60_000);
  rmSync(file('shared/complaints.yaml'));
  await until('they do no longer', async () => (await queued()) === 'vip', 60_000);
  const arrived = (await patchbay.journal()).filter((line) => line.type === 'message.received' && line.body.channel === 'sms').length;
  assert.ok(arrived >= number);
  await until('every one is acknowledged', async () => (await noise.open()) === 0);
});

test('a contact is written back once, over refusals, a lost answer and kill -9', async () => {
  await crm.say('refuse 1');
  const first = await closed('+8615022220036');
  await until('the CRM has it in the end', async () => (await crm.contacts()).some((one) => one.interaction === first));
  await crm.say('lose 1');
  const second = await closed('+8615022220037');
  await until('it was brought again', async () => (await crm.contacts()).some((one) => one.interaction === second) && Number(await crm.say('puts')) > (await crm.contacts()).length);
  await crm.say('die');
  const third = await closed('+8615022220038');
  await patchbay.kill();
  await crm.say('live');
  await patchbay.launch();
  await until('the CRM has it after the kill', async () => (await crm.contacts()).some((one) => one.interaction === third));
  const ids = (await crm.contacts()).map((one) => one.interaction);
  assert.deepEqual(ids, [...new Set(ids)]);
  for (const contact of [first, second, third]) assert.ok(ids.includes(contact));
  const ended = (await patchbay.journal()).filter((line) => line.type === 'interaction.closed').map((line) => line.interaction);
  await until('none is missing', async () => (await crm.contacts()).length === ended.length);
});
