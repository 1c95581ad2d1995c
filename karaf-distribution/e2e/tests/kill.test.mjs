// SPDX-License-Identifier: Apache-2.0
// The power goes again and again under load: what was acknowledged is there once, in order, and nobody got it twice.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { Patchbay, until } from '../lib/patchbay.mjs';

const LONG = process.env.PATCHBAY_LONG === '1';
const CONTACTS = LONG ? 2000 : 60;
const KILLS = LONG ? 5 : 1;
const AGENTS = ['alice', 'bob', 'carol', 'david'];
const QUEUES = ['service', 'loans', 'complaints', 'vip'];

let patchbay;
before(async () => { patchbay = await Patchbay.start({ loopback: true }); });
after(async () => { await patchbay?.stop(); });

/** Customers on one line each: opens a contact again and again until it is committed. */
class Load {
  committed = new Map();
  running = true;
  next = 0;

  async run(paced) {
    while (this.running && this.committed.size < CONTACTS) {
      const socket = createConnection(patchbay.loopbackPort, '127.0.0.1');
      const broken = new Promise((resolve) => { socket.on('close', resolve); socket.on('error', resolve); });
      const lines = createInterface({ input: socket });
      lines.on('line', (line) => {
        const [word, id, rest] = line.split(' ');
        if (word === 'committed') this.committed.set(id, rest);
      });
      lines.on('error', () => {});
      try {
        await once(socket, 'connect');
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 200));
        continue;
      }
      const sending = this.send(socket, paced);
      await Promise.race([broken, sending]);
      socket.destroy();
    }
  }

  async send(socket, paced) {
    for (let n = 0; n < CONTACTS && !socket.destroyed; n++) {
      const id = `k${n}`;
      if (this.committed.has(id)) continue;
      socket.write(`open ${id} ${QUEUES[n % 4]} hello ${n}\n`);
      if (n % 10 === 9) await new Promise((resolve) => setTimeout(resolve, paced));
    }
    await until('the rest is committed', () => socket.destroyed || this.committed.size === CONTACTS, 20_000).catch(() => {});
  }
}

/** An agent as a program: ready, accepts what rings, completes it at once. */
async function work(user, running) {
  while (running()) {
    try {
      await patchbay.presence(user, 'ready');
      const { body } = await patchbay.api(user, '/agents/me');
      for (const { interaction } of body.offers) await patchbay.command(user, 'assignment.accept', { interaction });
      for (const { interaction } of body.assignments) {
        await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other', notes: '' });
      }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200)); // between two lives
    }
  }
}

test(`${KILLS} kills under ${CONTACTS} contacts lose nothing and double nothing`, async () => {
  const load = new Load();
  let on = true;
  const agents = AGENTS.map((user) => work(user, () => on));
  const running = load.run(LONG ? 60 : 100);
  for (let kill = 1; kill <= KILLS; kill++) {
    await until('some are in', () => load.committed.size >= (CONTACTS * kill) / (KILLS + 1), 240_000);
    await patchbay.kill();
    await patchbay.launch();
    await until('the loopback is back', () => patchbay.loopbackOpens());
  }
  await running;
  assert.equal(load.committed.size, CONTACTS);
  const agentsSeen = async () => (await patchbay.api('admin', '/interactions?state=closed&limit=1')).body.items.length;
  await until('agents work', agentsSeen, 120_000);
  on = false;
  await Promise.all(agents);

  const lines = await patchbay.journal();
  const arrived = new Map();
  const closed = new Set();
  const offered = new Map();
  for (const line of lines) {
    const id = line.interaction;
    if (line.type === 'interaction.arrived') {
      assert.equal(arrived.has(id), false);
      arrived.set(id, line);
    } else if (line.type === 'assignment.offered') {
      assert.equal(offered.has(id), false, `${id} was offered to ${line.body.agent} while it rang at ${offered.get(id)}`);
      assert.equal(closed.has(id), false);
      offered.set(id, line.body.agent);
    } else if (['assignment.declined', 'assignment.timedOut', 'assignment.withdrawn', 'assignment.ended'].includes(line.type)) {
      assert.equal(offered.get(id), line.body.agent);
      offered.delete(id);
    } else if (line.type === 'interaction.closed') {
      assert.equal(closed.has(id), false, `${id} closed twice`);
      closed.add(id);
    }
  }
  const remote = [...arrived.values()].map((line) => line.body.remoteId);
  assert.equal(new Set(remote).size, remote.length, 'a contact was opened twice');
  for (const [id, interaction] of load.committed) {
    assert.equal(arrived.get(interaction)?.body.remoteId, id, `${id} was acknowledged as ${interaction} and is not there`);
  }
  const open = (await Promise.all(['waiting', 'offered', 'connected', 'wrapup', 'treating', 'parked'].map(async (state) =>
    (await patchbay.api('admin', `/interactions?state=${state}&limit=500`)).body.items))).flat();
  if (open.length < 500) assert.equal(arrived.size, closed.size + open.length, 'accepted = finished + open');
  const verified = await patchbay.shell('patchbay:journal-verify');
  assert.equal(verified.status, 0, verified.said);
  console.log(`  ${arrived.size} arrived, ${closed.size} finished, ${open.length} open, ${lines.length} journal lines, ${KILLS} kills`);
});

test('a waiting line keeps its order over a kill', async () => {
  await Promise.all(AGENTS.map((user) => until(`${user} goes`, async () => {
    const { body } = await patchbay.api(user, '/agents/me');
    await patchbay.presence(user, 'notReady', 'break');
    for (const { interaction } of body.offers) await patchbay.command(user, 'assignment.accept', { interaction });
    for (const { interaction } of [...body.offers, ...body.assignments]) {
      await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other' });
    }
    return (await patchbay.presence(user, 'loggedOut')).status === 200;
  }, 60_000)));
  const socket = createConnection(patchbay.loopbackPort, '127.0.0.1');
  await once(socket, 'connect');
  const waiting = async () => (await patchbay.api('admin', '/interactions?queue=vip&state=waiting&limit=500')).body.items
    .map((item) => item.id).sort();
  const others = (await waiting()).length;
  for (let i = 0; i < 10; i++) {
    socket.write(`open order${i} vip hello\n`);
    await until('it waits', async () => (await waiting()).length === others + i + 1);
  }
  const before = await waiting();
  await patchbay.kill();
  await patchbay.launch();
  assert.deepEqual(await waiting(), before);
  const ready = await patchbay.presence('carol', 'ready');
  assert.equal(ready.status, 200, ready.text);
  const { body } = await patchbay.api('carol', '/agents/me');
  // Two contacts of one millisecond may enter the queue in the other order of their ids: the journal says who was first.
  const queued = new Map((await patchbay.journal()).filter((line) => line.type === 'interaction.queued' && before.includes(line.interaction))
    .map((line) => [line.interaction, line.body.since ?? line.at]));
  const order = before.toSorted((one, other) => queued.get(one).localeCompare(queued.get(other)));
  const story = (await patchbay.journal()).filter((line) => [...order, ...body.offers.map((offer) => offer.interaction)].includes(line.interaction)).map((line) => `${line.at} ${line.interaction} ${line.type} ${JSON.stringify(line.body)}`);
  assert.deepEqual(body.offers.map((offer) => offer.interaction), order.slice(0, body.offers.length), story.join('\n'));
  assert.equal(body.offers.length > 0, true);
});
