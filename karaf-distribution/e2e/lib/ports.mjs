// SPDX-License-Identifier: Apache-2.0
// Ports that no other test has and no client gets by chance: blocks below the ports that Linux gives away, each held by its door.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

const FIRST = 10_000;
const BLOCK = 500;
const BLOCKS = 44;
/** A phone takes up to eight ports in a row. */
const STEP = 8;

/** The first port of a block: ours for as long as this process lives. */
async function claim() {
  for (let block = 0; block < BLOCKS; block++) {
    const base = FIRST + BLOCK * block;
    const door = createServer().listen({ port: base, host: '127.0.0.1', exclusive: true });
    try {
      await once(door, 'listening');
    } catch {
      continue; // another test is there
    }
    door.unref();
    return base;
  }
  throw new Error(`all ${BLOCKS} blocks of ports from ${FIRST} are taken`);
}

/** 496 ports for the sound of one Patchbay, in the notation of PATCHBAY_RTP_PORTS. */
export async function soundPorts() {
  const base = await claim();
  return `${base + 2}-${base + BLOCK - 2}`;
}

let media; // the block of this process for sipp's sound
let talking = 0;

/** From where on one sipp looks for the ports of its calls. */
export async function mediaPort() {
  media ??= claim();
  return await media + 2 + 40 * (talking++ % 12);
}

const opens = async (socket, open, word) => {
  open(socket);
  try {
    await once(socket, word);
  } catch {
    return false;
  }
  await new Promise((resolve) => { socket.close(resolve); });
  return true;
};

let own; // the block of this process
let next = 0;

/** A port that is free for TCP and UDP, as are the seven after it by custom. */
export async function freePort() {
  own ??= claim();
  const base = await own;
  for (let tried = 0; tried < BLOCK / STEP - 1; tried++) {
    next = next % (BLOCK / STEP - 1) + 1;
    const port = base + STEP * next;
    if (await opens(createServer(), (server) => server.listen({ port, host: '127.0.0.1', exclusive: true }), 'listening')
      && await opens(createSocket('udp4'), (socket) => socket.bind(port, '127.0.0.1'), 'listening')) return port;
  }
  throw new Error(`no port is free from ${base} on`);
}
