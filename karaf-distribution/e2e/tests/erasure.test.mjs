// SPDX-License-Identifier: Apache-2.0
// Erasing a person in a real Patchbay: a hold beats it; then nothing of him is left in clear in the home, nothing can be read, and everything goes on.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Patchbay, until } from '../lib/patchbay.mjs';

const NAME = '欧阳测试若水';
const NUMBER = '13900012345';
const MAIL = 'ruoshui.ouyang@erasure.example';
const ADDRESSES = [`tel:+86${NUMBER}`, `mailto:${MAIL}`, 'loopback:ruoshui-remote'];
const SAID = 'jinpenxishou';
const TRACES = [NAME, NUMBER, '+86 139 0001 2345', '139-0001-2345', MAIL, SAID, 'answerforruoshui', 'noteonruoshui', 'fileofruoshui', '若水的证件'];

let patchbay, socket, customer, contacts;

const done = (result) => {
  assert.equal(result.status, 200, result.text);
  return result.body.result;
};

/** One contact from him, answered, with a file and a note. */
async function contact(id) {
  let said = '';
  socket = createConnection(patchbay.loopbackPort, '127.0.0.1');
  socket.on('data', (data) => { said += data; });
  socket.write(`open ${id} service ${SAID}-${id}\n`);
  const interaction = await until('committed', () => new RegExp(`committed ${id} (\\S+)`).exec(said)?.[1]);
  await until('it rings', async () => (await patchbay.api('alice', '/agents/me')).body.offers.some((offer) => offer.interaction === interaction));
  done(await patchbay.command('alice', 'assignment.accept', { interaction }));
  const headers = { authorization: 'Basic ' + Buffer.from('alice:patchbay').toString('base64'), 'content-type': 'text/plain' };
  const kept = await fetch(`${patchbay.url}/api/v1/interactions/${interaction}/attachments?name=${encodeURIComponent('若水的证件.txt')}`, { method: 'POST', headers, body: 'fileofruoshui' });
  assert.equal(kept.status, 201);
  done(await patchbay.command('alice', 'message.send', { interaction, text: 'answerforruoshui' }));
  return { interaction, end: async () => {
    socket.write(`leave ${id}\n`);
    await until('he left', async () => (await patchbay.api('admin', `/interactions/${interaction}`)).body.state === 'wrapup');
    done(await patchbay.command('alice', 'assignment.complete', { interaction, disposition: 'enquiry', notes: 'noteonruoshui' }));
    await until('it is closed', async () => (await patchbay.api('admin', `/interactions/${interaction}`)).body.state === 'closed');
  } };
}

/** Asks for something, has it approved by two others, and waits until it is done. */
async function approved(command, body) {
  const asked = await patchbay.command('admin', command, body);
  assert.equal(asked.status, 202, asked.text);
  const { approval } = asked.body.result;
  for (const reviewer of ['rita', 'felix']) {
    const said = await patchbay.command(reviewer, 'approval.answer', { approval, approve: true });
    assert.equal(said.status, 200, said.text);
  }
  await until(`${command} is done`, async () => (await patchbay.api('admin', `/approvals/${approval}`)).body.stage === 'applied');
}

const verified = async () => {
  const { status, said } = await patchbay.shell('patchbay:journal-verify');
  assert.equal(status, 0, said);
};

before(async () => {
  patchbay = await Patchbay.start({ loopback: true });
  customer = (await until('the customer is kept', async () => {
    const saved = await patchbay.command('admin', 'customer.save', { name: NAME, unit: 'headquarters', addresses: ADDRESSES, remark: `${SAID} remark` });
    assert.equal(saved.status, 200, saved.text);
    return saved.body.result;
  })).customer;
  await until('alice is ready', async () => (await patchbay.presence('alice', 'ready')).status === 200);
  contacts = [await contact('ruoshui-remote')];
});
after(async () => {
  socket?.destroy();
  await patchbay?.stop();
});

test('while a contact is open nothing is erased', async () => {
  const { approval } = (await patchbay.command('admin', 'person.erase', { customer, reason: 'asked by letter' })).body.result;
  assert.equal((await patchbay.command('rita', 'approval.answer', { approval, approve: true })).status, 200);
  const refused = await patchbay.command('felix', 'approval.answer', { approval, approve: true });
  assert.equal(refused.status, 409, refused.text);
  await contacts[0].end();
  assert.equal((await patchbay.api('admin', `/interactions/${contacts[0].interaction}`)).body.customer?.id, customer);
});

test('a legal hold beats erasure, and the attempt is traced', async () => {
  const { hold } = done(await patchbay.command('admin', 'retention.hold', { customer, case: '(2026) 123', reason: 'dispute about a loan' }));
  assert.equal((await patchbay.command('admin', 'person.erase', { customer, reason: 'asked by letter' })).status, 409);
  assert.ok((await patchbay.journal()).some((line) => line.type === 'erasure.refused' && line.body.case === '(2026) 123'));
  assert.equal((await patchbay.command('alice', 'person.erase', { customer, reason: 'asked by letter' })).status, 403);
  assert.equal((await patchbay.api('admin', `/interactions/${contacts[0].interaction}`)).body.customer.name, NAME);
  await approved('retention.lift', { hold });
});

test('an erased person is nowhere to be read; the chain holds and work goes on', async () => {
  await approved('person.erase', { customer, reason: 'asked by letter' });
  const entry = await until('it is in the journal', async () => (await patchbay.journal()).find((line) => line.type === 'erasure.done'));
  const { removed, keys, certificate } = entry.body;
  assert.ok(removed.customer === 1 && removed.customer_lookup > 0 && keys === 3, JSON.stringify(entry.body));
  assert.match(certificate, /^[0-9a-f]{64}$/);
  const opened = await patchbay.api('admin', '/journal?open=true&limit=10000');
  for (const trace of TRACES) assert.ok(!opened.text.includes(trace), trace);
  assert.match(opened.text, /"erased":true/);
  const shown = await patchbay.api('admin', `/interactions/${contacts[0].interaction}`);
  const messages = await patchbay.api('admin', `/interactions/${contacts[0].interaction}/messages`);
  assert.equal(shown.status, 200, shown.text);
  for (const trace of TRACES) assert.ok(!(shown.text + messages.text).includes(trace), trace);
  await verified();
  const next = await contact('somebody-else');
  await next.end();
});

test('a rule of no days lets closed contacts go; a held one stays until the hold is lifted', async () => {
  const held = await contact('held-one');
  await held.end();
  const loose = await contact('free-one');
  await loose.end();
  const { hold } = done(await patchbay.command('admin', 'retention.hold', { interaction: held.interaction, case: '(2026) 456', reason: 'dispute about a card' }));
  for (const name of ['messages', 'attachments', 'recordings', 'facts']) {
    await approved('retention.rule', { class: name, unit: 'headquarters', days: 0, basis: 'contract', source: 'contract of the test' });
  }
  assert.equal((await patchbay.command('alice', 'retention.run', {})).status, 403);
  const plan = done(await patchbay.command('admin', 'retention.plan', {}));
  assert.ok(plan.lines.some((line) => line.class === 'messages' && line.held === 1 && line.due > 0 && /保全 1/.test(line.zh)), JSON.stringify(plan));
  assert.ok(plan.kept.some((one) => one.en.includes('(2026) 456')), JSON.stringify(plan));
  const messages = async (one) => (await patchbay.api('admin', `/interactions/${one.interaction}/messages`)).text;
  assert.match(await messages(loose), /answerforruoshui/);
  assert.ok(done(await patchbay.command('admin', 'retention.run', {})).keys > 0);
  assert.doesNotMatch(await messages(loose), /answerforruoshui|jinpenxishou/);
  assert.match(await messages(held), /answerforruoshui/);
  await until('it is in the journal', async () => (await patchbay.journal()).some((line) => line.type === 'retention.expired'));
  await approved('retention.lift', { hold });
  done(await patchbay.command('admin', 'retention.run', {}));
  assert.doesNotMatch(await messages(held), /answerforruoshui|jinpenxishou/);
  await verified();
});

/** All files below a folder with what is in them. */
function* files(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else yield [path, readFileSync(path)];
  }
}

test('after a stop none of his traces stands in clear in any file of the home', async () => {
  const gone = once(patchbay.process, 'exit');
  patchbay.process.kill('SIGTERM');
  await gone;
  const found = [];
  let count = 0;
  for (const [path, bytes] of files(patchbay.home)) {
    count++;
    for (const trace of TRACES) {
      for (const form of [Buffer.from(trace, 'utf8'), Buffer.from(trace, 'utf16le'), Buffer.from(trace, 'utf16le').swap16()]) {
        if (bytes.includes(form)) found.push(`${path}: ${trace}`);
      }
    }
  }
  assert.ok(count > 20, `${count} files`);
  assert.deepEqual(found, []);
});
