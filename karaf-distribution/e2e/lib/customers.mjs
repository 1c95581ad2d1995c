// SPDX-License-Identifier: Apache-2.0
// Customers as programs: each writes at its pace whatever comes and goes, and knows what it was told is kept.
import WebSocket from 'ws';

const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** What they have in common: a pace, and everything they sent. */
class Customer {
  sent = [];

  begin() {
    this.on = true;
    this.running = (async () => { while (this.on) { await this.write(this.sent.length); await pause(this.pace); } })();
  }

  async end() {
    this.on = false;
    await this.running;
  }

  /** Is gone for good, whatever he still waits for. */
  async goes() {
    await this.end();
  }
}

/** A visitor of the web chat who comes back with his session and says again what was not acknowledged. */
export class Chatter extends Customer {
  static count = 0;
  pace = 400;
  open = new Map();

  constructor(patchbay, name) {
    super();
    Object.assign(this, { patchbay, name, key: `chat${++Chatter.count}` });
  }

  begin() {
    this.alive = true;
    this.connecting = this.stayConnected();
    super.begin();
  }

  async stayConnected() {
    while (this.alive) {
      await new Promise((resolve) => {
        const socket = new WebSocket(`${this.patchbay.url.replace('http', 'ws')}/chat/ws`);
        socket.on('open', () => socket.send(JSON.stringify({ type: 'hello', name: this.name, locale: 'zh-CN', session: this.session })));
        socket.on('message', (data) => this.hears(socket, JSON.parse(data)));
        socket.on('error', () => {});
        socket.on('close', resolve);
      });
      this.socket = null;
      await pause(200);
    }
  }

  hears(socket, frame) {
    if (frame.type === 'welcome') {
      this.session = frame.session;
      this.socket = socket;
      for (const [id, text] of this.open) this.say(id, text);
    } else if (frame.type === 'ack') {
      this.open.delete(frame.id);
    } else if (frame.type === 'error' && frame.code === 'overloaded') {
      setTimeout(() => { for (const [id, text] of this.open) this.say(id, text); }, 500);
    }
  }

  say(id, text) {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify({ type: 'message', id, text }));
  }

  async write(n) {
    const id = `${this.key}-${n}`;
    this.sent.push(id);
    this.open.set(id, `消息 ${n}`);
    this.say(id, `消息 ${n}`);
  }

  acknowledged() {
    return this.open.size === 0;
  }

  async goes() {
    await super.goes();
    this.alive = false;
    this.socket?.terminate();
    await this.connecting;
  }

  toString() {
    return `the chat of ${this.name}`;
  }
}

/** People who write SMS; the SMSC brings each again until it is acknowledged. */
export class Texter extends Customer {
  pace = 500;

  constructor(smsc) {
    super();
    this.smsc = smsc;
  }

  async write(n) {
    this.sent.push(n);
    await this.smsc.say(`deliver +86138${String(10_000_000 + n)} 短信 ${n}`);
  }

  async acknowledged() {
    return (await this.smsc.open()) === 0;
  }

  toString() {
    return 'the SMS';
  }
}

/** People who write mails into the service's box. */
export class Mailer extends Customer {
  pace = 1500;

  constructor(world) {
    super();
    this.world = world;
  }

  async write(n) {
    this.sent.push(n);
    this.world.write({ from: `Customer ${n} <c${n}@customer.example>`, id: `hot-${n}@customer.example`, subject: `来信 ${n}`, text: `第 ${n} 封` });
  }

  acknowledged() {
    return this.world.unseen() === 0;
  }

  toString() {
    return 'the mails';
  }
}
