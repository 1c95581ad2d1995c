// SPDX-License-Identifier: Apache-2.0
// SMS per second and CPU each, in and out, through a whole Patchbay on H2 with the demo's SMSC beside it.
// PATCHBAY_DIST=… node benchmarks/sms.mjs [in] [out]      prints machine, load, figures; compares nothing yet
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { Patchbay, until } from '../karaf-distribution/e2e/lib/patchbay.mjs';
import { Smsc } from '../karaf-distribution/e2e/lib/smsc.mjs';

const IN = Number(process.argv[2] ?? 3000);
const OUT = Number(process.argv[3] ?? 300);
const WARM = 300;

const patchbay = await Patchbay.start();
const smsc = await Smsc.start(patchbay);
const pid = Number(/pid=(\d+)/.exec(readFileSync(join(patchbay.home, 'data/.instance'), 'utf8'))[1]);

/** User and system time of Patchbay in milliseconds. */
function cpuMillis() {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function measured(what, count, work) {
  const [began, used] = [Date.now(), cpuMillis()];
  await work();
  const seconds = (Date.now() - began) / 1000;
  console.log(`${what}: ${count} SMS in ${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} SMS/s, ${((cpuMillis() - used) / count).toFixed(2)} ms CPU each`);
}

async function bring(count, first) {
  for (let n = 0; n < count; n++) await smsc.say(`deliver +86138001${String(10000 + (n % 100)).padStart(5, '0')} message ${first + n}`);
  await until('all are acknowledged', async () => (await smsc.open()) === 0, 300_000);
}

try {
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account('window = 50\n'));
  await until('bound', async () => (await patchbay.api('admin', '/accounts')).body.items.some((one) => /sms-peer/.test(one.pid) && one.state === 'up'));
  console.log(`machine: ${cpus().length} × ${cpus()[0].model.trim()}, load ${loadavg().map((one) => one.toFixed(1)).join(' ')}`);
  await bring(WARM, 0);
  await measured('in, acknowledged when durable', IN, () => bring(IN, WARM));
  await patchbay.presence('alice', 'ready');
  const interaction = await until('it rings', async () => (await patchbay.api('alice', '/agents/me')).body.offers[0]?.interaction);
  await patchbay.command('alice', 'assignment.accept', { interaction });
  const before = await smsc.taken();
  await measured('out, from the agent over REST to the SMSC, with receipts', OUT, async () => {
    for (let n = 0; n < OUT; n += 20) {
      await Promise.all(Array.from({ length: Math.min(20, OUT - n) }, (_, k) => patchbay.command('alice', 'message.send', { interaction, text: `answer ${n + k}` })));
    }
    await until('all are sent', async () => (await smsc.taken()) - before >= OUT && (await smsc.open()) === 0, 300_000);
  });
  console.log(`load after: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`);
} finally {
  smsc.stop();
  await patchbay.stop();
}
