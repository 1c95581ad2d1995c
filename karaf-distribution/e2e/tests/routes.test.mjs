// SPDX-License-Identifier: Apache-2.0
// Routes in a real Patchbay: files that come, change, break and go in the console; dead letters; what a bad route does to SMS; the power that goes.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { id, launch, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { freePort } from '../lib/ports.mjs';
import { Smsc } from '../lib/smsc.mjs';

const LIN = '+8613800132046';

let patchbay, smsc, browser, admin;
before(async () => {
  patchbay = await Patchbay.start();
  smsc = await Smsc.start(patchbay);
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account());
  await until('the account is up', async () => (await patchbay.api('admin', '/accounts')).body.items
    .find((one) => one.pid === 'io.patchbay.channel.sms-peer')?.state === 'up');
  browser = await launch();
  admin = await signIn(browser, patchbay, 'admin');
  await admin.goto(`${patchbay.url}/integration`);
});
after(async () => {
  await browser?.close();
  smsc?.stop();
  await patchbay?.stop();
});

const file = (name) => join(patchbay.home, 'routes', name);
const drop = (name, text) => { // at once whole, as an editor does
  writeFileSync(file(`.${name}`), text);
  renameSync(file(`.${name}`), file(name));
};
const route = (name, from, ...steps) => `- route:\n    id: ${name}\n    from:\n      uri: "${from}"\n      steps:\n${steps.map((step) => `        - ${step}\n`).join('')}`;
const guarded = (name, key, value, from, ...steps) => `<routes xmlns="http://camel.apache.org/schema/spring"><route id="${name}">
  <routeProperty key="patchbay.${key}" value="${value}"/><from uri="${from}"/>${steps.join('')}</route></routes>`;
const beat = (name) => route(name, 'timer:beat?period=200', 'setBody: {constant: beat}', `to: "file:${patchbay.home}/data/out?fileName=${name}"`);
const total = async (name) => Number(await admin.locator(`${id(`route-${name}`)} td`).nth(2).textContent());
const problem = (name) => admin.locator(id(`problem-${name}`));
const received = async () => (await patchbay.journal()).filter((line) => line.type === 'message.received');
const acknowledged = () => until('everything is acknowledged', async () => (await smsc.open()) === 0, 60_000);
const routes = async () => (await patchbay.shell('patchbay:routes')).said;

/** Follows received SMS into a file, a line each. */
const archive = (name, ...steps) => route(name, `patchbay:events?type=message.received&channel=sms&name=${name}`, ...steps,
  'setBody: {simple: {expression: "${header.PatchbaySeq} ${body}\\n", trim: "false"}}', `to: "file:${patchbay.home}/data/out?fileName=${name}.txt&fileExist=Append"`);
const archived = (name) => {
  const path = join(patchbay.home, 'data/out', `${name}.txt`);
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean).map((line) => line.split(' ')) : [];
};

test('a dropped file appears with its state and figures, goes on when its change is refused, and leaves', async () => {
  drop('beat.yaml', beat('beat'));
  await admin.locator(`${id('context-beat.yaml')} .bd.ok`).first().waitFor();
  await until('it counts', async () => (await total('beat')) > 3);
  drop('beat.yaml', beat('beat').replace('setBody', 'setBoody'));
  await problem('beat.yaml').waitFor();
  assert.match(await problem('beat.yaml').textContent(), /beat\.yaml, line 6: .*setBoody/);
  const before = await total('beat');
  await until('the old one goes on', async () => (await total('beat')) > before);
  drop('beat.yaml', beat('mended'));
  await admin.waitForSelector(id('route-mended'));
  assert.equal(await problem('beat.yaml').count(), 0);
  assert.equal(await admin.locator(id('route-beat')).count(), 0);
  drop('new.yaml', beat('new').replace('file:', 'nonsense:'));
  await problem('new.yaml').waitFor();
  assert.match(await problem('new.yaml').textContent(), /new\.yaml, line 7: /);
  await admin.locator(`${id('context-new.yaml')} .bd.er`).waitFor();
  rmSync(file('new.yaml'));
  await admin.waitForSelector(id('context-new.yaml'), { state: 'detached' });
});

test('a route is stopped and started by a press', async () => {
  await until('it counts', async () => (await total('mended')) > 0);
  await admin.click(id('stop-mended'));
  await admin.waitForSelector(id('start-mended'));
  await admin.locator(`${id('route-mended')} .bd.wa`).waitFor();
  const stopped = await total('mended');
  await admin.waitForTimeout(2500); // the view looks again every two seconds
  assert.equal(await total('mended'), stopped);
  await admin.click(id('start-mended'));
  await until('it counts again', async () => (await total('mended')) > stopped);
  const types = (await patchbay.journal()).map((line) => line.type);
  assert.ok(types.includes('route.stopped') && types.includes('route.started'));
  rmSync(file('beat.yaml'));
});

test('what failed in the end is a dead letter and is sent again by a press', async () => {
  const port = await freePort();
  drop('crm.xml', guarded('crm', 'deadLetters', 'always', 'timer:once?repeatCount=1&amp;delay=1',
    '<setBody><constant>贷款 42</constant></setBody>', `<to uri="http://127.0.0.1:${port}/loans"/>`));
  await admin.goto(`${patchbay.url}/integration/dead-letters`);
  const letter = admin.locator('tr', { hasText: 'crm.xml' });
  await letter.waitFor();
  assert.match(await letter.textContent(), /refused|connect/i);
  await letter.locator('[data-testid^="replay-"]').click();
  await admin.locator(id('routes-problem'), { hasText: /.+/ }).waitFor(); // the CRM is still away
  const got = [];
  const crm = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (data) => got.push(data)).on('end', () => response.end('ok'));
  }).listen(port, '127.0.0.1');
  await once(crm, 'listening');
  await letter.locator('[data-testid^="replay-"]').click();
  await letter.waitFor({ state: 'detached' });
  assert.deepEqual(got, ['贷款 42']);
  crm.close();
  rmSync(file('crm.xml'));
  assert.deepEqual(admin.errors, []);
});

test('files come, change, break, are mended and go while SMS come: none is lost, none comes twice', async () => {
  await admin.goto(`${patchbay.url}/integration`);
  const before = (await received()).length;
  drop('archive.yaml', archive('archive'));
  await until('it follows', async () => /archive +\| started/.test(await routes()));
  let on = true;
  let sent = 0;
  const customers = (async () => {
    for (; on && sent < 400; sent++) {
      await smsc.say(`deliver +86138002${String(10000 + sent)} 短信${sent}`);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  })();
  for (let round = 0; round < 3; round++) {
    drop('other.yaml', beat(`other${round}`));
    await admin.waitForSelector(id(`route-other${round}`));
    drop('other.yaml', 'this is no route');
    await problem('other.yaml').waitFor();
    drop('archive.yaml', archive('archive', `setHeader: {name: round, constant: "${round}"}`));
    rmSync(file('other.yaml'));
    await admin.waitForSelector(id('context-other.yaml'), { state: 'detached' });
  }
  on = false;
  await customers;
  await acknowledged();
  const lines = (await received()).slice(before);
  assert.equal(lines.length, sent);
  assert.equal(new Set(lines.map((line) => line.body.message)).size, sent);
  const seqs = lines.map((line) => String(line.seq));
  await until('all are archived', () => new Set(archived('archive').map(([seq]) => seq)).size >= sent);
  const once = [...new Set(archived('archive').map(([seq]) => seq))];
  assert.deepEqual(once.filter((seq) => seqs.includes(seq)), seqs, 'each, in order');
  console.log(`  ${sent} SMS, ${archived('archive').length} archived`);
});

test('a flood and a hanging route do SMS no harm, and the hanging step is named', async () => {
  const deaf = createServer(() => {}).listen(0, '127.0.0.1'); // takes requests, never answers
  await once(deaf, 'listening');
  drop('flood.yaml', route('flood', 'timer:flood?period=1&fixedRate=true', 'to: "seda:flooded?size=100&discardWhenFull=true"')
    + route('flooded', 'seda:flooded', 'setBody: {simple: "${random(1000000)}"}'));
  drop('hang.xml', guarded('hang', 'timeoutSeconds', 2, 'timer:hang?period=100', `<to uri="http://127.0.0.1:${deaf.address().port}/"/>`));
  await until('it is cut off and named', async () => /route hang (was cut off after 2 s|hangs) in/.test(await routes()), 60_000);
  await patchbay.presence('alice', 'ready');
  const me = async () => (await patchbay.api('alice', '/agents/me')).body;
  const interaction = await until('it rings', async () => (await me()).offers[0]?.interaction);
  await patchbay.command('alice', 'assignment.accept', { interaction });
  const began = Date.now();
  for (let n = 0; n < 20; n++) {
    const answer = await patchbay.command('alice', 'message.send', { interaction, text: `回答 ${n}` });
    assert.equal(answer.status, 200, answer.text);
    await smsc.say(`deliver ${LIN} 问题 ${n}`);
  }
  await acknowledged();
  await until('all answers are sent', async () => (await smsc.sent()).filter((sms) => sms.text.startsWith('回答 ')).length === 20);
  console.log(`  20 SMS each way in ${Date.now() - began} ms beside a flood and a hanging route`);
  assert.ok((await received()).filter((line) => line.interaction).length >= 20);
  rmSync(file('flood.yaml'));
  rmSync(file('hang.xml'));
  deaf.closeAllConnections();
  deaf.close();
});

test('a kill in the middle of a slow events route: nothing is missed, the order is kept', async () => {
  drop('slow.yaml', archive('slow', 'delay: {constant: 150}'));
  await until('it follows', async () => /slow +\| started/.test(await routes()));
  const before = (await received()).length;
  for (let n = 0; n < 30; n++) await smsc.say(`deliver +861380077${1000 + n} 慢 ${n}`);
  await acknowledged();
  await until('some are done', () => archived('slow').length >= 5);
  await patchbay.kill();
  const done = archived('slow').length;
  assert.ok(done < 30, `${done} were done before the kill`);
  await patchbay.launch();
  const seqs = (await received()).slice(before).map((line) => String(line.seq));
  assert.equal(seqs.length, 30);
  await until('the rest is done', () => new Set(archived('slow').map(([seq]) => seq)).size === 30);
  assert.deepEqual([...new Set(archived('slow').map(([seq]) => seq))], seqs);
  const again = archived('slow').length - 30;
  assert.ok(again < done, `${again} of ${done} came again`); // H2 lets the last half second of positions go
  console.log(`  ${done} before the kill, ${again} again after it`);
  assert.equal((await patchbay.shell('patchbay:journal-verify')).status, 0);
});
