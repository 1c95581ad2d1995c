// SPDX-License-Identifier: Apache-2.0
// The books after a fault: everything acknowledged is there once, what began is finished or open, order is kept, the chain holds, nothing leaks.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { scrape, value } from './exposition.mjs';
import { until } from './patchbay.mjs';

const OPEN = ['treating', 'waiting', 'offered', 'connected', 'wrapup', 'parked'];
const END_OF_OFFER = ['assignment.declined', 'assignment.timedOut', 'assignment.withdrawn', 'assignment.ended'];

/** All lines of the journal with what their sealed parts say. */
async function lines(patchbay) {
  const all = [];
  for (;;) {
    const { status, text } = await patchbay.api('admin', `/journal?open=true&after=${all.at(-1)?.seq ?? 0}&limit=5000`);
    assert.equal(status, 200, text);
    const page = text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
    if (!page.length) return all;
    all.push(...page);
  }
}

async function open(patchbay) {
  const found = new Set();
  for (const state of OPEN) {
    for (let after = ''; ;) {
      const { body } = await patchbay.api('admin', `/interactions?state=${state}&limit=500${after}`);
      for (const item of body.items) found.add(item.id);
      if (!body.next) break;
      after = `&after=${encodeURIComponent(body.next)}`;
    }
  }
  return found;
}

/** Each contact's life: arrived once, one offer at a time, closed once, nothing of the path after that. */
function lives(journal) {
  const arrived = new Map();
  const closed = new Set();
  const offered = new Map();
  journal.forEach((line, index) => {
    assert.equal(line.seq, index + 1, 'a number of the journal is missing');
    const id = line.interaction;
    if (!id) return;
    if (line.type === 'interaction.arrived') {
      assert.ok(!arrived.has(id), `${id} arrived twice`);
      arrived.set(id, line);
      return;
    }
    assert.ok(arrived.has(id), `${line.type} of ${id}, which never arrived`);
    if (/^(interaction|assignment)\./.test(line.type) && line.type !== 'interaction.noteAdded') assert.ok(!closed.has(id), `${line.type} after ${id} was closed`);
    if (line.type === 'assignment.offered') {
      assert.ok(!offered.has(id), `${id} was offered to ${line.body.agent} while it was at ${offered.get(id)}`);
      offered.set(id, line.body.agent);
    } else if (END_OF_OFFER.includes(line.type)) {
      assert.equal(offered.get(id), line.body.agent, `${line.type} of ${id}`);
      offered.delete(id);
    } else if (line.type === 'interaction.closed') {
      closed.add(id);
    }
  });
  return { arrived, closed };
}

/**
 * Checks the books. `accepted` are the texts that were acknowledged to their senders, in their senders' order: a list for each sender.
 * Gives what there is.
 */
export async function balanced(patchbay, accepted = []) {
  const { journal, arrived, closed, still } = await until('accepted = finished + open', async () => {
    const journal = await lines(patchbay);
    const { arrived, closed } = lives(journal);
    const still = await open(patchbay);
    return arrived.size === closed.size + still.size && { journal, arrived, closed, still };
  }, 60_000);
  for (const id of still) assert.ok(arrived.has(id) && !closed.has(id), `${id} is open and closed`);
  const remote = [...arrived.values()].filter((line) => line.body.remoteId).map((line) => `${line.body.channel} ${line.body.remoteId}`);
  assert.equal(new Set(remote).size, remote.length, 'a contact was opened twice');
  const places = new Map();
  for (const line of journal.filter((one) => one.type === 'message.received')) {
    const text = JSON.stringify(line.body);
    for (const token of new Set(text.match(/\bT-[a-z]+-\d+-\d+\b/g))) {
      assert.ok(!places.has(token), `${token} is there twice: ${places.get(token)} and ${line.seq}`);
      places.set(token, line.seq);
    }
  }
  for (const sender of accepted) {
    let last = 0;
    for (const token of sender) {
      assert.ok(places.has(token), `${token} was acknowledged and is not there`);
      assert.ok(places.get(token) > last, `${token} is not in its sender's order`);
      last = places.get(token);
    }
  }
  const verified = await patchbay.shell('patchbay:journal-verify');
  assert.equal(verified.status, 0, verified.said);
  return { arrived: arrived.size, closed: closed.size, open: still.size, messages: places.size, entries: journal.length };
}

const pid = (patchbay) => Number(/pid=(\d+)/.exec(readFileSync(join(patchbay.home, 'data/.instance'), 'utf8'))[1]);

/** What the process holds: handles by kind, threads (ours by their names), ports, legs. */
export async function holdings(patchbay) {
  const folder = `/proc/${pid(patchbay)}`;
  const handles = {};
  for (const fd of readdirSync(`${folder}/fd`)) {
    try {
      const kind = readlinkSync(`${folder}/fd/${fd}`).replace(/:.*|^\/.*/, (rest) => (rest.startsWith('/') ? 'file' : ''));
      handles[kind] = (handles[kind] ?? 0) + 1;
    } catch {
      // closed meanwhile
    }
  }
  const names = readdirSync(`${folder}/task`).map((task) => {
    try {
      return readFileSync(`${folder}/task/${task}/comm`, 'utf8');
    } catch {
      return ''; // ended meanwhile
    }
  });
  const families = await scrape(patchbay);
  const ours = names.filter((name) => name.startsWith('patchbay-')).map((name) => name.trim().replace(/[0-9]+$/, ''));
  const byName = {};
  for (const name of ours) byName[name] = (byName[name] ?? 0) + 1;
  return {
    handles: Object.values(handles).reduce((sum, count) => sum + count, 0), kinds: handles, threads: names.length, ours: ours.length, byName,
    portsFree: value(families, 'patchbay_media_ports_free'), legs: value(families, 'patchbay_media_legs'), bridges: value(families, 'patchbay_media_bridges'),
    connections: value(families, 'patchbay_database_connections', { state: 'active' }),
    heap: ['Eden Space', 'Survivor Space', 'Tenured Gen', 'G1 Eden Space', 'G1 Survivor Space', 'G1 Old Gen'].reduce((sum, id) => sum + value(families, 'jvm_memory_used_bytes', { id }), 0),
  };
}

/** Waits until the process holds no more than before; pools of libraries (HTTP, Camel) may have grown to their size, ours may not. */
export async function nothingLeaked(patchbay, before, { handles = 40, threads = 40, ours = 12 } = {}) {
  let now;
  try {
    return await until('all is given back', async () => {
      now = await holdings(patchbay);
      return now.legs === 0 && now.bridges === 0 && now.portsFree === before.portsFree && now.handles <= before.handles + handles && now.threads <= before.threads + threads && now.ours <= before.ours + ours && now;
    }, 90_000);
  } catch {
    assert.fail(`not given back: ${JSON.stringify({ before, now })}`);
  }
}
