// SPDX-License-Identifier: Apache-2.0
// Mails per second and CPU each: a Dovecot box that fills while Patchbay looks, and answers from an agent over REST to an SMTP server.
// PATCHBAY_DIST=… node benchmarks/mails.mjs [in] [out]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MailWorld } from '../karaf-distribution/e2e/lib/mail.mjs';
import { until } from '../karaf-distribution/e2e/lib/patchbay.mjs';
import { measured, start } from './measured.mjs';

const IN = Number(process.argv[2] ?? 300);
const OUT = Number(process.argv[3] ?? 100);
const WARM = 50;

const world = await MailWorld.start();
const patchbay = await start();
let number = 0;

async function bring(count) {
  for (let n = 0; n < count; n++, number++) world.write({ id: `b${number}@bench.example`, from: `B <b${number}@bench.example>`, subject: `bench ${number}`, text: `您好，请帮我查询账单 ${number}。`.repeat(10) });
  await until('all are seen', () => world.unseen() === 0, 300_000);
}

async function send(interaction, count) {
  const before = world.sent.length;
  for (let n = 0; n < count; n += 10) {
    await Promise.all(Array.from({ length: Math.min(10, count - n) }, (_, k) => patchbay.command('alice', 'message.send', { interaction, text: `answer ${n + k}` })));
  }
  await until('all are sent', () => world.sent.length - before >= count, 300_000);
}

try {
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.email-bank.cfg'), world.account());
  await until('up', async () => (await patchbay.api('admin', '/accounts')).body.items.some((one) => /email-bank/.test(one.pid) && one.state === 'up'));
  await bring(WARM);
  await measured(patchbay, 'in, seen in the box when durable', IN, 'mails', () => bring(IN));
  await patchbay.presence('alice', 'ready');
  const interaction = await until('it rings', async () => (await patchbay.api('alice', '/agents/me')).body.offers[0]?.interaction);
  await patchbay.command('alice', 'assignment.accept', { interaction });
  await send(interaction, 20);
  await measured(patchbay, 'out in one contact, from the agent over REST to SMTP', OUT, 'mails', () => send(interaction, OUT));
} finally {
  await patchbay.stop();
  await world.stop();
}
