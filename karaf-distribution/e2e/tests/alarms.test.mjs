// SPDX-License-Identifier: Apache-2.0
// What goes wrong is an alarm: in the journal, in the console's bell, at a signed webhook, by mail; and it is over when it is well again.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { id, launch, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { freePort } from '../lib/ports.mjs';
import { Smsc } from '../lib/smsc.mjs';

const SECRET = 'between us';
const QUICK = 'clearSeconds = 2\nquietSeconds = 0\n';
let patchbay;
let browser;
let hook;
let smsc;
const posts = [];
before(async () => {
  hook = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    posts.push({ signature: request.headers['patchbay-signature'], body });
    response.writeHead(posts.length === 1 ? 500 : 204).end(); // the first is sent again
  }).listen(0, '127.0.0.1');
  await once(hook, 'listening');
  patchbay = await Patchbay.start({ loopback: true });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  smsc?.stop();
  hook?.close();
  await patchbay?.stop();
});

const etc = (name, text) => writeFileSync(join(patchbay.home, 'etc', name), text);
const configure = (more = '') => etc('io.patchbay.monitor.cfg', `${QUICK}webhookUrl = http://127.0.0.1:${hook.address().port}/alarms\nwebhookSecret = ${SECRET}\n${more}`);
const entries = async (type, part) => (await patchbay.journal()).filter((line) => line.type === type && line.body.part === part);
const raised = (part) => until(`the alarm ${part}`, async () => (await entries('alarm.raised', part))[0], 60_000);
const cleared = (part) => until(`${part} is over`, async () => (await entries('alarm.cleared', part))[0], 60_000);
const told = (event, part) => until(`the webhook hears ${event} ${part}`, () => posts.find((one) => {
  const body = JSON.parse(one.body);
  return body.event === event && body.part === part && one;
}), 60_000);

test('an SMSC that is away is an alarm at the bell, acknowledged by one, over when the SMSC is there', async () => {
  configure();
  const port = await freePort();
  const susan = await signIn(browser, patchbay, 'susan');
  const admin = await signIn(browser, patchbay, 'admin', { locale: 'en' });
  const part = 'account:sms-away';
  smsc = await Smsc.start(patchbay);
  etc('io.patchbay.channel.sms-away.cfg', smsc.account().replace(`port = ${smsc.port}`, `port = ${port}`));
  const alarm = await raised(part);
  assert.match(alarm.body.english, /sms-away is (down|connecting): .*nothing is lost/);
  await susan.locator(`${id('alarm-bell')}[data-alarms="1"]`, { hasText: '短信在短信中心' }).waitFor();
  await susan.click(id('alarm-bell'));
  const row = susan.locator(id(`alarm-${part}`));
  await row.waitFor();
  await susan.waitForTimeout(600);
  await row.getByRole('button').click();
  await row.locator('text=susan').waitFor();
  await admin.click(id('alarm-bell'));
  await admin.locator(id(`alarm-${part}`), { hasText: 'susan' }).waitFor();
  const [acknowledged] = await entries('alarm.acknowledged', part);
  assert.equal(acknowledged.actor, 'user:susan');
  etc('io.patchbay.channel.sms-away.cfg', smsc.account());
  await cleared(part);
  await until('the bell is silent', async () => !(await susan.locator(id('alarm-bell')).isVisible()), 60_000);
  await admin.click(id('tab-past'));
  await admin.locator(id(`alarm-${part}`), { hasText: 'susan' }).waitFor();
  assert.deepEqual([...susan.errors, ...admin.errors], []);
  rmSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-away.cfg'));
});

test('the webhook is told, signed, and again if it did not take it', async () => {
  const first = await told('raised', 'account:sms-away');
  await told('cleared', 'account:sms-away');
  const [, seconds, sum] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(first.signature);
  assert.equal(createHmac('sha256', SECRET).update(`${seconds}.${first.body}`).digest('hex'), sum);
  assert.equal(posts.filter((one) => one.body === first.body).length, 2, 'the first answer was 500');
});

test('too little room on a disk is named by folder, and a key that others may read', async () => {
  configure('recordingsFreeMegabytes = 1000000000\n');
  chmodSync(join(patchbay.home, 'keys/master.key'), 0o644);
  const alarm = await raised('disk:recordings');
  assert.match(alarm.body.english, /^The disk of the folder recordings has \d+ MB left/);
  assert.match(alarm.body.chinese, /^recordings 文件夹所在磁盘仅剩/);
  await raised('keys');
  const health = await fetch(`${patchbay.url}/health`, { headers: { 'accept-language': 'en' } });
  assert.equal(health.status, 200);
  const parts = (await health.json()).parts;
  assert.match(parts.find((one) => one.part === 'keys').cause, /master.key/);
  for (const part of ['database', 'journal', 'disk:data', 'recorder', 'push', 'account:voice.trunk-demo', 'account:email-demo']) {
    assert.equal(parts.find((one) => one.part === part)?.status, 'up', part);
  }
  configure();
  chmodSync(join(patchbay.home, 'keys/master.key'), 0o600);
  await cleared('disk:recordings');
  await cleared('keys');
});

test('a configuration that reaches nobody is refused and the last good one stays', async () => {
  configure('mailTo = operators\n');
  const refused = await raised('configuration');
  assert.match(refused.body.english, /mailTo/);
  configure();
  await cleared('configuration');
});

test('alarms survive a restart', async () => {
  configure('logFreeMegabytes = 1000000000\n');
  const alarm = await raised('disk:log');
  await patchbay.kill();
  await patchbay.launch();
  configure();
  const over = await cleared('disk:log');
  assert.equal(over.body.alarm, alarm.body.alarm, 'the same alarm, not a new one');
  assert.equal((await entries('alarm.raised', 'disk:log')).length, 1);
});

test('each log line of a contact leads to it', async () => {
  assert.equal((await patchbay.shell('log:set DEBUG io.patchbay.core.slot')).status, 0);
  await patchbay.presence('carol', 'ready');
  const socket = createConnection(patchbay.loopbackPort, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('open log1 vip hello\n');
  const { interaction } = await until('it rings', async () => (await patchbay.api('carol', '/agents/me')).body.offers[0], 60_000);
  await patchbay.command('carol', 'assignment.accept', { interaction });
  await patchbay.command('carol', 'assignment.complete', { interaction, disposition: 'other' });
  const types = new Set((await until('it is closed', async () => {
    const lines = (await patchbay.journal()).filter((line) => line.interaction === interaction);
    return lines.some((line) => line.type === 'interaction.closed') && lines;
  }, 60_000)).map((line) => line.type));
  const log = readFileSync(join(patchbay.home, 'log/karaf.log'), 'utf8').split('\n');
  const mine = log.filter((line) => line.includes(` | ${interaction} | `));
  for (const type of types) assert.ok(mine.some((line) => line.includes(`| ${type} by`)), `${type} is not in the log of ${interaction}`);
  assert.equal(log.filter((line) => /\| (interaction|assignment)\.\w+ by /.test(line) && !/\| [0-9a-f-]{36} \| /.test(line)).length, 0, 'lines without their interaction');
  socket.destroy();
});
