// SPDX-License-Identifier: Apache-2.0
// Customers of every channel as programs that do not give up: each message carries a token, and is sent again until it is acknowledged.
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import { until } from './patchbay.mjs';

const rest = (millis) => new Promise((resolve) => setTimeout(resolve, millis));
export const QUEUES = ['service', 'loans', 'complaints', 'vip'];

/** What all senders know: whether to go on, and what was acknowledged, a list of tokens for each sender in its order. */
export class Load {
  accepted = [];
  running = true;

  constructor(patchbay) {
    this.patchbay = patchbay;
  }

  count() {
    return this.accepted.reduce((sum, sender) => sum + sender.length, 0);
  }

  stop() {
    this.running = false;
  }
}

/** Text lines over TCP: `count` contacts of one message each, numbered from `first`. */
export async function loopback(load, count, pause = 5, first = 0) {
  const done = new Set();
  while (load.running && done.size < count) {
    const socket = createConnection(load.patchbay.loopbackPort, '127.0.0.1');
    const broken = new Promise((resolve) => { socket.on('close', resolve); socket.on('error', resolve); });
    const lines = createInterface({ input: socket });
    lines.on('error', () => {});
    lines.on('line', (line) => {
      const [word, id] = line.split(' ');
      if (word === 'committed' && !done.has(id)) {
        done.add(id);
        load.accepted.push([`T-loop-${id.slice(1)}-0`]);
      }
    });
    try {
      await once(socket, 'connect');
    } catch {
      await rest(200);
      continue;
    }
    const send = async () => {
      for (let n = first; n < first + count && load.running && !socket.destroyed; n++) {
        if (done.has(`l${n}`)) continue;
        socket.write(`open l${n} ${QUEUES[n % 4]} T-loop-${n}-0\n`);
        await rest(pause);
      }
      await until('the rest is taken', () => !load.running || socket.destroyed || done.size >= count, 10_000).catch(() => {});
    };
    await Promise.race([broken, send()]);
    socket.destroy();
  }
}

/** One visitor of the web chat with some messages; comes back with his session, sends again what was not acknowledged. */
export async function visitor(load, number, messages, pause = 50) {
  const mine = [];
  load.accepted.push(mine);
  let session;
  while (load.running && mine.length < messages) {
    const socket = new WebSocket(`${load.patchbay.url.replace('http', 'ws')}/chat/ws`, { handshakeTimeout: 10_000 });
    const heard = [];
    let wake = () => {};
    socket.on('message', (data) => { heard.push(JSON.parse(data)); wake(); });
    const broken = new Promise((resolve) => { socket.on('close', resolve); socket.on('error', resolve); });
    const hears = (is) => until('an answer', () => {
      if (socket.readyState > 1) throw new Error('closed');
      return heard.find(is);
    }, 5_000);
    const talk = async () => {
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'hello', name: `V${number}`, locale: 'zh-CN', session }));
      session = (await hears((one) => one.type === 'welcome')).session;
      while (load.running && mine.length < messages) {
        const token = `T-chat-${number}-${mine.length}`;
        socket.send(JSON.stringify({ type: 'message', id: token, text: token }));
        await hears((one) => one.type === 'ack' && one.id === token);
        mine.push(token);
        await rest(pause);
      }
    };
    await Promise.race([broken, talk().catch(() => {})]);
    socket.terminate();
    if (mine.length < messages) await rest(200);
  }
}

/** SMS of many customers; the SMSC sends again by itself what was not acknowledged. */
export async function sms(load, smsc, count, pause = 20, first = 0) {
  for (let n = first; n < first + count && load.running; n++) {
    await smsc.say(`deliver +86139${String(10_000_000 + n)} T-sms-${n}-0`);
    load.accepted.push([`T-sms-${n}-0`]); // it waits in the SMSC until it is taken: see settled()
    await rest(pause);
  }
}

/** Mails of some customers into the box. */
export async function mails(load, world, count, pause = 20, first = 0) {
  for (let n = first; n < first + count && load.running; n++) {
    world.write({ from: `C${n} <c${n}@customer.example>`, id: `t${n}@customer.example`, subject: `T ${n}`, text: `T-mail-${n}-0` });
    load.accepted.push([`T-mail-${n}-0`]);
    await rest(pause);
  }
}

/**
 * Waits until what lies in the SMSC and in the mail box was taken. What was answered with a temporary error, as while routes are made anew,
 * an SMSC brings again later: this one does when the account binds again.
 */
export async function settled(smsc, world, patience = 120_000) {
  let seen = Date.now();
  if (smsc) {
    await until('every SMS is acknowledged', async () => {
      if ((await smsc.open()) === 0) return true;
      if (Date.now() - seen > 10_000) {
        seen = Date.now();
        await smsc.say('drop');
      }
      return false;
    }, patience);
  }
  if (world) await until('every mail is seen', () => world.unseen() === 0, patience);
}

/** An agent as a program: ready, takes what rings, finishes it. */
export async function agent(load, user) {
  while (load.running) {
    try {
      await load.patchbay.presence(user, 'ready');
      const { body } = await load.patchbay.api(user, '/agents/me');
      for (const { interaction } of body.offers) await load.patchbay.command(user, 'assignment.accept', { interaction });
      for (const { interaction } of body.assignments) await load.patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other', notes: '' });
      if (!body.offers.length && !body.assignments.length) await rest(50);
    } catch {
      await rest(200); // between two lives
    }
  }
}
