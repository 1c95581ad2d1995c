// SPDX-License-Identifier: Apache-2.0
// A bad line for SIP over UDP: between telephones and Patchbay datagrams get lost, come late, out of order, or twice. Seeded; bounded in telephones and in what is under way.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const MOST_PHONES = 500;
const MOST_UNDER_WAY = 20_000;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export class BadLine {
  /** `loss` and `twice` are shares of all datagrams; each takes up to `delay` ms. */
  static async start(target, { loss = 0.05, twice = 0.02, delay = 120, seed = 7 } = {}) {
    const line = new BadLine();
    Object.assign(line, { target, loss, twice, delay, roll: dice(seed), phones: new Map(), underWay: 0, lost: 0, doubled: 0, passed: 0, late: 0, open: true });
    line.socket = createSocket('udp4');
    line.socket.bind(0, '127.0.0.1');
    await once(line.socket, 'listening');
    line.socket.on('message', (data, from) => line.#from(data, from));
    return line;
  }

  /** Where telephones find Patchbay. */
  get port() {
    return this.socket.address().port;
  }

  #from(data, from) {
    const phone = this.#phone(from.port);
    phone?.ready.then(() => {
      const text = this.#ours(data.toString('latin1'), phone.socket.address().port);
      this.#carry(() => phone.socket.send(Buffer.from(text, 'latin1'), this.target, '127.0.0.1'));
    });
  }

  /** Each telephone has a socket of its own towards Patchbay, as behind a NAT. */
  #phone(port) {
    if (!this.phones.has(port)) {
      if (this.phones.size >= MOST_PHONES) return undefined;
      const socket = createSocket('udp4');
      socket.bind(0, '127.0.0.1');
      socket.on('message', (data) => this.#carry(() => this.socket.send(data, port, '127.0.0.1')));
      this.phones.set(port, { socket, ready: once(socket, 'listening') });
    }
    return this.phones.get(port);
  }

  /** Whoever answers or asks back comes through here too. */
  #ours(text, port) {
    const request = !text.startsWith('SIP/2.0');
    const moved = text.replace(/^(Contact\s*:[^\r\n]*<sips?:(?:[^@>\r\n]*@)?)[^;>\r\n]+/im, `$1127.0.0.1:${port}`);
    return request ? moved.replace(/^(Via\s*:\s*SIP\/2\.0\/UDP\s+)[^;\r\n]+/im, `$1127.0.0.1:${port}`) : moved;
  }

  #carry(send) {
    const times = this.roll() < this.loss ? 0 : this.roll() < this.twice ? 2 : 1;
    if (times === 0) this.lost++;
    if (times === 2) this.doubled++;
    for (let n = 0; n < times; n++) {
      if (this.underWay >= MOST_UNDER_WAY) {
        this.lost++;
        continue;
      }
      this.underWay++;
      setTimeout(() => {
        this.underWay--;
        if (this.open) {
          this.passed++;
          send();
        }
      }, this.roll() * this.delay);
    }
  }

  stop() {
    this.open = false;
    this.socket.close();
    for (const { socket } of this.phones.values()) socket.close();
  }
}
