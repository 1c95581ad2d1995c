// SPDX-License-Identifier: Apache-2.0
// Twenty minutes at about half of what this installation takes (--long): heap after collection, threads and handles stay where they were.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { balanced, holdings } from '../lib/ledger.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Callers } from '../lib/phones.mjs';
import { Load, agent, loopback, settled, sms, visitor } from '../lib/senders.mjs';
import { Smsc } from '../lib/smsc.mjs';

const LONG = process.env.PATCHBAY_LONG === '1';
const MINUTES = Number(process.env.PATCHBAY_SOAK_MINUTES ?? 20);
const AGENTS = ['alice', 'bob', 'carol', 'david'];
const MEGABYTE = 2 ** 20;
let patchbay;
let smsc;
before(async () => {
  if (!LONG) return;
  patchbay = await Patchbay.start({ loopback: true });
  smsc = await Smsc.start(patchbay);
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account());
});
let load;
after(async () => {
  load?.stop();
  smsc?.stop();
  await patchbay?.stop();
});

/** What is held once the garbage is gone. */
async function collected() {
  const pid = /pid=(\d+)/.exec(readFileSync(join(patchbay.home, 'data/.instance'), 'utf8'))[1];
  for (let i = 0; i < 2; i++) execFileSync('jcmd', [pid, 'GC.run'], { stdio: 'ignore' });
  return holdings(patchbay);
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** A minute of contacts on every live channel; every sender is new, every contact is finished. */
async function minute(load, number) {
  const end = Date.now() + 60_000;
  const round = new Load(patchbay);
  const calls = await Callers.start(patchbay, 'waits-silently', { number: '95503', calls: 60, atOnce: 20, perSecond: 2, seconds: 8 });
  const work = [loopback(round, 600, 90, number * 1000), sms(round, smsc, 60, 900, number * 1000)];
  for (let n = 0; n < 10; n++) work.push(visitor(round, number * 100 + n, 20, 2_500));
  await Promise.all([...work, calls.gone]);
  load.accepted.push(...round.accepted.filter((sender) => sender[0]?.startsWith('T-chat')));
  await until('the minute is over', () => Date.now() >= end, 70_000);
}

test(`${MINUTES} minutes at half load: heap, threads and handles are flat`, { skip: !LONG && 'only with --long' }, async (t) => {
  load = new Load(patchbay);
  const agents = AGENTS.map((user) => agent(load, user));
  await minute(load, 0); // pools, caches and classes come with the first contacts
  const seen = [];
  for (let number = 1; number <= MINUTES; number++) {
    await minute(load, number);
    seen.push(await collected());
    const { heap, threads, handles } = seen.at(-1);
    t.diagnostic(`minute ${number}: heap after GC ${Math.round(heap / MEGABYTE)} MB, ${threads} threads, ${handles} handles`);
  }
  await settled(smsc);
  load.stop();
  await Promise.all(agents);
  const third = Math.max(1, Math.floor(seen.length / 3));
  const early = (what) => mean(seen.slice(0, third).map((one) => one[what]));
  const late = (what) => mean(seen.slice(-third).map((one) => one[what]));
  assert.ok(late('heap') <= early('heap') + 24 * MEGABYTE, `the heap grows: ${early('heap')} to ${late('heap')}`);
  assert.ok(late('threads') <= early('threads') + 10, `threads grow: ${early('threads')} to ${late('threads')}`);
  assert.ok(late('handles') <= early('handles') + 20, `handles grow: ${early('handles')} to ${late('handles')}`);
  t.diagnostic(JSON.stringify(await balanced(patchbay, load.accepted)));
});
