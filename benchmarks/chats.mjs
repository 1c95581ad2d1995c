// SPDX-License-Identifier: Apache-2.0
// Many open chats with lines flowing: heap of a chat, CPU of a line. The customers are this process, which is not counted.
// PATCHBAY_DIST=… node benchmarks/chats.mjs [chats] [lines a second] [seconds]
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { cpuMillis, heapKilobytes, load, start } from './measured.mjs';

const WebSocket = createRequire(new URL('../karaf-distribution/e2e/package.json', import.meta.url))('ws');
const CHATS = Number(process.argv[2] ?? 2000);
const RATE = Number(process.argv[3] ?? 200);
const SECONDS = Number(process.argv[4] ?? 20);

const patchbay = await start();
const chats = [];
let acknowledged = 0;
const waits = [];

async function open(number) {
  const socket = new WebSocket(`${patchbay.url.replace('http', 'ws')}/chat/ws`);
  const chat = { socket, said: 0, asked: new Map(), refused: [] };
  const welcome = new Promise((resolve) => socket.on('message', (data) => {
    const frame = JSON.parse(data);
    if (frame.type === 'welcome') resolve();
    if (frame.type === 'error') chat.refused.push(frame.code);
    if (frame.type === 'ack' && chat.asked.has(frame.id)) {
      waits.push(performance.now() - chat.asked.get(frame.id));
      chat.asked.delete(frame.id);
      acknowledged++;
    }
  }));
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'hello', name: `visitor ${number}`, locale: 'en' }));
  await welcome;
  chats.push(chat);
  say(chat);
}

function say(chat) {
  const id = `l${chat.said++}`;
  chat.asked.set(id, performance.now());
  chat.socket.send(JSON.stringify({ type: 'message', id, text: `This is line ${chat.said} of somebody who waits for an answer.` }));
}

async function taken(wanted) {
  for (let patience = 0; acknowledged < wanted && patience < 600; patience++) await new Promise((resolve) => setTimeout(resolve, 100));
  if (acknowledged < wanted) throw new Error(`${wanted - acknowledged} lines were not taken: ${[...new Set(chats.flatMap((chat) => chat.refused))]}`);
}

/** So many lines over all chats, evenly. */
async function flow(lines) {
  const began = performance.now();
  for (let n = 0; n < lines; n++) {
    const ahead = began + (n * 1000) / RATE - performance.now();
    if (ahead > 5) await new Promise((resolve) => setTimeout(resolve, ahead));
    say(chats[n % chats.length]);
  }
}

try {
  for (let n = 0; n < 200; n++) await open(n); // warm
  await taken(200);
  const without = heapKilobytes(patchbay);
  for (let n = 200; n < CHATS + 200; n += 20) await Promise.all(Array.from({ length: 20 }, (_, k) => open(n + k)));
  await taken(CHATS + 200);
  const withChats = heapKilobytes(patchbay);
  console.log(`${chats.length} chats open; heap after a collection ${(without / 1024).toFixed(1)} MB with 200, ${(withChats / 1024).toFixed(1)} MB with all: ${((withChats - without) / CHATS).toFixed(1)} KB a chat`);
  const lines = RATE * SECONDS;
  await flow(RATE * 5); // warm
  await taken(CHATS + 200 + RATE * 5);
  waits.length = 0;
  const used = cpuMillis(patchbay);
  await flow(lines);
  await taken(CHATS + 200 + RATE * 5 + lines);
  const cpu = (cpuMillis(patchbay) - used) / lines;
  waits.sort((a, b) => a - b);
  const at = (share) => waits[Math.floor(waits.length * share)].toFixed(0);
  console.log(`${lines} lines at ${RATE}/s: ${cpu.toFixed(2)} ms CPU a line, acknowledged after p50 ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)} ms, load ${load()}`);
} finally {
  chats.forEach((chat) => chat.socket.terminate());
  await patchbay.stop();
}
