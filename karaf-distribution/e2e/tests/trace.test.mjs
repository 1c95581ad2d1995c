// SPDX-License-Identifier: Apache-2.0
// Who did what, in a real Patchbay: found over REST and in the console, exported for a purpose, verified by command; business on accounts through a route.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { id, launch, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';

const ACCOUNT = '6222 0212 3456 7890';
const SAMPLE = fileURLToPath(new URL('../../../docs/samples/routes/core-banking.yaml', import.meta.url));

let patchbay, browser, core, socket, contact;
const asked = [];
let answers = 'yes';

/** The core system: says yes or no, or hangs up without a word. */
async function bank() {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (data) => { body += data; });
    request.on('end', () => {
      asked.push({ key: request.headers['idempotency-key'], ...JSON.parse(body) });
      if (answers === 'nothing') request.socket.destroy();
      else response.writeHead(answers === 'yes' ? 200 : 422, { 'content-type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** A contact on alice's desk. */
async function connected() {
  let said = '';
  socket = createConnection(patchbay.loopbackPort, '127.0.0.1');
  socket.on('data', (data) => { said += data; });
  socket.write('open trace1 service hello\n');
  const interaction = await until('committed', () => /committed trace1 (\S+)/.exec(said)?.[1]);
  await until('alice is ready', async () => (await patchbay.presence('alice', 'ready')).status === 200); // the demo's people come a moment later
  await until('it rings', async () => (await patchbay.api('alice', '/agents/me')).body.offers.length > 0);
  assert.equal((await patchbay.command('alice', 'assignment.accept', { interaction })).status, 200);
  return interaction;
}

before(async () => {
  core = await bank();
  patchbay = await Patchbay.start({ loopback: true });
  browser = await launch();
  contact = await connected();
});
after(async () => {
  await browser?.close();
  socket?.destroy();
  core?.closeAllConnections();
  core?.close();
  await patchbay?.stop();
});

const found = async (question, user = 'admin') => (await patchbay.api(user, `/trace?${new URLSearchParams(question)}`)).body.items;
const kinds = async (question) => (await found(question)).map((line) => line.type);
const begin = async (body) => patchbay.command('alice', 'business.begin', { kind: 'card.lost', account: ACCOUNT, interaction: contact, ...body });

test('what people did and what they were refused is found by person, kind and contact', async () => {
  assert.equal((await patchbay.command('admin', 'queue.save', { queue: 'traced', name: 'Traced', unit: 'headquarters', needs: {} })).status, 200);
  assert.equal((await patchbay.command('alice', 'queue.save', { queue: 'traced', name: 'Mine', unit: 'headquarters', needs: {} })).status, 403);
  await until('the act is there', async () => (await kinds({ who: 'admin', kind: 'queue.saved' })).length > 0);
  const refused = await until('the attempt is there', async () => (await found({ who: 'alice', refused: 'true' }))[0]);
  assert.equal(refused.type, 'command.refused');
  await until('what alice did in the contact', async () => (await kinds({ interaction: contact, who: 'alice' })).length > 0);
  assert.equal((await patchbay.api('alice', '/trace')).status, 403);
  assert.equal((await patchbay.api('admin', '/trace?from=yesterday')).status, 400);
});

test('what the core system says becomes of an act on an account: done, failed, or unknown until somebody knows', async () => {
  const route = readFileSync(SAMPLE, 'utf8').replace('{{core.url}}', `http://127.0.0.1:${core.address().port}/acts`);
  writeFileSync(join(patchbay.home, 'routes/core-banking.yaml'), route);
  await until('the route runs', async () => /core-banking.*started/i.test((await patchbay.shell('patchbay:routes')).said));
  for (const [answer, outcome] of [['yes', 'done'], ['no', 'failed'], ['nothing', 'unknown']]) {
    answers = answer;
    const { act } = (await begin()).body.result;
    const finished = await until(`it is ${outcome}`, async () => (await patchbay.journal()).find((line) => line.type === 'business.finished' && line.body.act === act));
    assert.equal(finished.body.state, outcome);
    const call = asked.find((one) => one.act === act);
    assert.equal(call.key, act);
    assert.equal(call.account, ACCOUNT);
    const again = await patchbay.command('alice', 'business.finish', { act, outcome: 'done' });
    assert.equal(again.status, outcome === 'unknown' ? 200 : 409, again.text);
  }
});

test('an account is found however it is written, and its number stands nowhere in clear', async () => {
  const acts = await until('all are there', async () => {
    const lines = await found({ account: '6222021234567890' });
    return lines.length >= 7 && lines; // three begun, three finished by the route, one by alice
  });
  assert.ok(acts.every((line) => line.type.startsWith('business.') && line.interaction === contact));
  assert.deepEqual(await found({ account: '6222021234567891' }), []);
  assert.doesNotMatch(JSON.stringify(await patchbay.journal()), /6222 ?0212/);
});

test('the console lists acts, shows one, and exports them for a purpose with a watermark', async () => {
  const admin = await signIn(browser, patchbay, 'admin');
  await admin.goto(`${patchbay.url}/audit`);
  await admin.locator(id('act')).first().waitFor();
  await admin.goto(`${patchbay.url}/audit?kind=queue`);
  await admin.locator(`${id('act')}[data-type="queue.saved"]`).first().click();
  await admin.locator(id('act-detail')).waitFor();
  await admin.goto(`${patchbay.url}/audit?kind=business`);
  await admin.locator(id('act')).first().waitFor();
  await admin.click(id('trace-export'));
  await admin.locator(`${id('purpose')} textarea`).fill('for the e2e test');
  const saving = admin.waitForEvent('download');
  await admin.click(id('purpose-make'));
  const file = readFileSync(await (await saving).path());
  assert.match(file.toString('utf8'), /admin · .*for the e2e test/);
  const made = await until('the export is traced', async () => (await patchbay.journal()).find((line) => line.type === 'export.made'));
  assert.equal(made.body.purpose, 'for the e2e test');
  assert.equal(made.body.sha256, createHash('sha256').update(file).digest('hex'));
  assert.deepEqual(admin.errors, []);
  await admin.context().close();
});

test('the agent sees what was handled in the contact and handles more', async () => {
  const alice = await signIn(browser, patchbay, 'alice');
  await alice.locator(id('business-act')).first().waitFor();
  const before = await alice.locator(id('business-act')).count();
  await alice.locator(`${id('business-kind')}`).click();
  await alice.locator('vaadin-select-item', { hasText: '账户查询' }).click();
  await alice.locator(`${id('business-account')} input`).fill('6222000011112222');
  await alice.click(id('business-begin'));
  await until('it is listed', async () => (await alice.locator(id('business-act')).count()) > before);
  assert.match(await alice.locator(id('business')).textContent(), /••••2222/);
  assert.deepEqual(alice.errors, []);
  await alice.context().close();
});

test('everything holds against everything, and against the heads written outside', async () => {
  const heads = join(patchbay.home, 'log/journal-heads.log');
  await until('a head is written', () => existsSync(heads), 120_000);
  const verified = await patchbay.shell('patchbay:journal-verify');
  assert.equal(verified.status, 0, verified.said);
  assert.match(verified.said, /The journal is whole: \d+ entries, [1-9]\d* head/);
  const [seq, at, , installation] = readFileSync(heads, 'utf8').split('\n')[0].split(' ');
  const forged = join(patchbay.home, 'forged.log');
  writeFileSync(forged, `${seq} ${at} ${'0'.repeat(64)} ${installation}\n`);
  const against = await patchbay.shell(`patchbay:journal-verify --heads ${forged}`);
  assert.equal(against.status, 1, against.said);
  assert.match(against.said, new RegExp(`Entry ${seq} or one before it was written anew`));
});
