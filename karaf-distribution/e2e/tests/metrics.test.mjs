// SPDX-License-Identifier: Apache-2.0
// Every figure that docs/topics/monitoring.md names is scraped, and none is scraped that it does not name.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse, scrape, value } from '../lib/exposition.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';

let patchbay;
before(async () => { patchbay = await Patchbay.start({ loopback: true }); });
after(async () => { await patchbay?.stop(); });

const doc = readFileSync(join(import.meta.dirname, '../../../docs/topics/monitoring.md'), 'utf8');

/** Names of the table; those of a row marked with † are there after their first event. */
function documented() {
  const names = new Map();
  for (const row of doc.split('\n').filter((line) => line.startsWith('| `patchbay_'))) {
    for (const [, name, later] of row.split('|')[1].matchAll(/`(patchbay_[a-z_]+)`( †)?/g)) names.set(name, later !== undefined);
  }
  return names;
}

test('what is documented is measured, and what is measured is documented', async () => {
  const families = await until('one contact is counted', async () => {
    const now = await scrape(patchbay);
    return now.has('patchbay_sip_requests_total') && now;
  }, 60_000);
  const ours = [...families.keys()].filter((name) => name.startsWith('patchbay_'));
  const names = documented();
  assert.deepEqual(ours.filter((name) => !names.has(name)), [], 'measured, not documented');
  assert.deepEqual([...names].filter(([name, later]) => !later && !families.has(name)).map(([name]) => name), [], 'documented, not measured');
  assert.ok(families.has('jvm_memory_used_bytes') && families.has('process_files_open_files'));
});

test('a contact is counted by channel, offer, message and outcome', async () => {
  await patchbay.presence('carol', 'ready');
  const socket = createConnection(patchbay.loopbackPort, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('open m1 vip hello\n');
  const { interaction } = await until('it rings', async () => (await patchbay.api('carol', '/agents/me')).body.offers[0], 60_000);
  await patchbay.command('carol', 'assignment.accept', { interaction });
  await patchbay.command('carol', 'message.send', { interaction, text: 'good day' });
  await patchbay.command('carol', 'assignment.complete', { interaction, disposition: 'other' });
  const closed = { outcome: 'handled' };
  const now = await until('it is counted', async () => {
    const families = await scrape(patchbay);
    return value(families, 'patchbay_interactions_closed_total', closed) && families;
  }, 60_000);
  assert.equal(value(now, 'patchbay_interactions_arrived_total', { channel: 'loopback', direction: 'inbound' }), 1);
  assert.equal(value(now, 'patchbay_offers_total', { event: 'accepted' }), 1);
  assert.ok(value(now, 'patchbay_messages_total', { event: 'received' }) >= 1);
  assert.equal(value(now, 'patchbay_queue_service_level_ratio', { queue: 'vip' }), 1);
  assert.ok(value(now, 'patchbay_journal_commit_seconds_count') > 0);
  assert.equal(value(now, 'patchbay_meter_sources_failing'), 0);
  socket.destroy();
});

test('only operators and the scraper with its token may read them', async () => {
  assert.equal((await patchbay.api('alice', '/metrics')).status, 403);
  assert.equal((await patchbay.api(null, '/metrics')).status, 401);
  const token = readFileSync(join(patchbay.home, 'keys/metrics.token'), 'utf8').trim();
  const get = (path, bearer) => fetch(`${patchbay.url}/api/v1${path}`, { headers: { authorization: `Bearer ${bearer}` } });
  const answer = await get('/metrics', token);
  assert.equal(answer.status, 200);
  parse(await answer.text());
  assert.equal((await get('/metrics', `${token}0`)).status, 401);
  assert.equal((await get('/queues', token)).status, 401);
});
