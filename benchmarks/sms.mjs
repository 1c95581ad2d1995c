// SPDX-License-Identifier: Apache-2.0
// SMS per second and CPU each, in and out, through a whole Patchbay with the demo's SMSC beside it; and a bare route of camel-smpp to a log
// in the same process, which joins no parts, keeps nothing and knows no duplicate.
// PATCHBAY_DIST=… node benchmarks/sms.mjs [in] [out]      prints machine, load, figures; compares nothing yet
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../karaf-distribution/e2e/lib/patchbay.mjs';
import { Smsc } from '../karaf-distribution/e2e/lib/smsc.mjs';
import { measured, start } from './measured.mjs';

const IN = Number(process.argv[2] ?? 3000);
const OUT = Number(process.argv[3] ?? 1000);
const WARM = 300;

const patchbay = await start();
const smsc = await Smsc.start(patchbay);

async function bring(count, first) {
  for (let n = 0; n < count; n++) await smsc.say(`deliver +86138001${String(10000 + (n % 100)).padStart(5, '0')} message ${first + n}`);
  await until('all are acknowledged', async () => (await smsc.open()) === 0, 300_000);
}

/** Twenty commands at a time. */
async function send(interaction, count) {
  const before = await smsc.taken();
  for (let n = 0; n < count; n += 20) {
    await Promise.all(Array.from({ length: Math.min(20, count - n) }, (_, k) => patchbay.command('alice', 'message.send', { interaction, text: `answer ${n + k}` })));
  }
  await until('all are sent', async () => (await smsc.taken()) - before >= count && (await smsc.open()) === 0, 300_000);
}

/** A route file in place of the account. */
async function bare() {
  rmSync(ACCOUNT);
  await until('the account is gone', async () => !(await account()));
  const installed = await patchbay.shell('feature:install patchbay-camel-smpp');
  if (installed.status !== 0) throw new Error(installed.said);
  const binds = Number(await smsc.say('binds'));
  const uri = `smpp://patchbay@127.0.0.1:${smsc.port}?password=secret&systemType=&messageReceiverRouteId=bare`; // a transceiver, as the SMSC wants
  writeFileSync(join(patchbay.home, 'routes/bare.yaml'), '- route:\n    id: bare\n    from: {uri: "direct:bare", steps: [{to: "log:bare?level=DEBUG"}]}\n'
    + `- route:\n    id: out\n    from: {uri: "direct:out", steps: [{to: "${uri}"}]}\n`);
  await until('the route is bound', async () => Number(await smsc.say('binds')) > binds, 60_000);
}

const ACCOUNT = join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg');
const account = async () => (await patchbay.api('admin', '/accounts')).body.items.find((one) => /sms-peer/.test(one.pid));
try {
  writeFileSync(ACCOUNT, smsc.account('window = 50\n'));
  await until('bound', async () => (await account())?.state === 'up');
  await bring(WARM, 0);
  await measured(patchbay, 'in, acknowledged when durable', IN, 'SMS', () => bring(IN, WARM));
  await patchbay.presence('alice', 'ready');
  const interaction = await until('it rings', async () => (await patchbay.api('alice', '/agents/me')).body.offers[0]?.interaction);
  await patchbay.command('alice', 'assignment.accept', { interaction });
  await send(interaction, WARM);
  await measured(patchbay, 'out in one contact, from the agent over REST to the SMSC, with receipts', OUT, 'SMS', () => send(interaction, OUT));
  await bare();
  await bring(WARM, 0);
  await measured(patchbay, 'in by a bare route of camel-smpp to a log', IN, 'SMS', () => bring(IN, WARM));
} finally {
  smsc.stop();
  await patchbay.stop();
}
