// SPDX-License-Identifier: Apache-2.0
// The nasty mails of io.patchbay.channel.email's tests through a real Dovecot box and a kill: each taken once, none answered that must not be.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { MailWorld } from '../lib/mail.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const MODULE = 'bundles/io.patchbay.channel.email';

let patchbay, world, nasty;
before(async () => {
  nasty = mails();
  world = await MailWorld.start();
  patchbay = await Patchbay.start();
});
after(async () => {
  await patchbay?.stop();
  await world?.stop();
});

/** The mails as bytes; compiled if they are not. */
function mails() {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-nasty-'));
  try {
    execFileSync('mvn', ['-q', '-Pquick', '-Dmaven.test.skip=false', '-Dfrontend.phase=none', '-pl', MODULE, '-am', 'test-compile'], { cwd: ROOT, stdio: 'ignore' });
    const file = join(folder, 'classpath');
    execFileSync('mvn', ['-q', '-Pquick', '-Dmaven.test.skip=false', '-Dfrontend.phase=none', '-pl', MODULE, '-am', 'test-compile', 'dependency:build-classpath', `-Dmdep.outputFile=${file}`],
      { cwd: ROOT, stdio: 'ignore' });
    const own = ['test-classes', 'classes'].map((one) => join(ROOT, MODULE, 'target', one));
    execFileSync('java', ['-cp', [...own, readFileSync(file, 'utf8').trim()].join(':'), 'io.patchbay.channel.email.nasty.NastyFolder', folder]);
    return readdirSync(folder).filter((name) => name.endsWith('.eml')).sort().map((name) => ({ answered: name.endsWith('-answered.eml'), raw: readFileSync(join(folder, name)) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const account = async () => (await patchbay.api('admin', '/accounts')).body.items.find((one) => one.pid === 'io.patchbay.channel.email-bank');
const received = async () => (await patchbay.journal()).filter((line) => line.type === 'message.received');

test('each is taken once, over a kill in the middle, and the box is not blocked', async () => {
  assert.ok(nasty.length >= 60, `${nasty.length} mails`);
  for (const { raw } of nasty) world.deliver(raw);
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.email-bank.cfg'), `${world.account()}acknowledge = true\n`);
  await until('some are taken', async () => (await received()).length >= nasty.length / 3, 120_000);
  await patchbay.kill();
  await patchbay.launch();
  await until('all are seen', () => world.unseen() === 0, 180_000);
  const taken = await received();
  assert.equal(taken.length, nasty.length);
  assert.equal(new Set(taken.map((line) => line.body.message)).size, nasty.length);
  world.write({ id: 'after@plain.example', from: 'Wang <wang@plain.example>', subject: 'after', text: 'still open?' });
  await until('one more is taken', async () => (await received()).length === nasty.length + 1);
  assert.equal((await account()).state, 'up');
  assert.equal((await patchbay.shell('patchbay:journal-verify')).status, 0);
});

test('only people are acknowledged, each once, and by no mail that could be answered by a machine', async () => {
  await until('the plain one is acknowledged', () => world.sentTo('wang@plain.example').length === 1);
  const people = nasty.filter((one) => one.answered).map((one) => one.raw.toString('latin1'));
  for (const to of new Set(world.sent.map((mail) => mail.to))) {
    assert.ok(to === 'wang@plain.example' || people.some((raw) => raw.includes(to)), to);
    const ids = world.sentTo(to).map((mail) => mail.fields['message-id']);
    assert.equal(new Set(ids).size, 1, `${to} got ${ids.length}`);
    assert.equal(world.sentTo(to)[0].fields['auto-submitted'], 'auto-replied');
  }
});
