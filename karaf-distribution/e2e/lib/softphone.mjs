// SPDX-License-Identifier: Apache-2.0
// A telephone with sound: it says its own tone and knows which tones it hears now. As an agent's it registers; as a customer's it dials through the carrier.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { AutoPhone } from './autophone.mjs';
import { share } from './phones.mjs';
import { until } from './patchbay.mjs';

const RATE = 8000;
const KEPT = RATE / 2;
const FRAME = 160;

/** G.711 A-law (ITU-T G.711) both ways. */
function encode(sample) {
  let value = Math.max(-32_635, Math.min(32_635, Math.round(sample * 32_767)));
  const sign = value < 0 ? 0 : 0x80;
  value = Math.abs(value);
  let exponent = 7;
  for (let mask = 0x4000; exponent > 0 && !(value & mask); mask >>= 1) exponent--;
  const mantissa = exponent === 0 ? (value >> 4) & 0x0f : (value >> (exponent + 3)) & 0x0f;
  return (sign | (exponent << 4) | mantissa) ^ 0x55;
}

function decode(byte) {
  const bits = byte ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const low = ((bits & 0x0f) << 4) + 8;
  const value = exponent === 0 ? low : (low + 0x100) << (exponent - 1);
  return ((bits & 0x80) ? value : -value) / 32_768;
}

const lineOf = (message, name) => new RegExp(`^${name}\\s*:\\s*(.*)$`, 'im').exec(message)?.[1].trim();

export class SoftPhone extends AutoPhone {
  /** An agent's phone. */
  static async start(patchbay, extension, { hertz, password = 'patchbay' } = {}) {
    const phone = Object.assign(await super.start(patchbay, extension, password), { hertz, calls: [] });
    phone.listens();
    await until(`${extension} is registered`, () => phone.registered);
    return phone;
  }

  /** A customer, who dials a number of ours. */
  static async dials(patchbay, number, { hertz, from = '13812342046' } = {}) {
    const phone = Object.assign(new SoftPhone(), { extension: from, server: patchbay.sipPort, hertz, seen: [], calls: [], talking: false });
    await phone.opens();
    phone.listens();
    phone.branch = 1;
    phone.outgoing = { number, id: `c${phone.port}@soft`, tag: `f${phone.port}` };
    phone.invites();
    await until('the call is answered', () => phone.talking);
    return phone;
  }

  async opens() {
    for (const name of ['rtp', 'socket']) {
      this[name] = createSocket('udp4');
      this[name].bind(0, '127.0.0.1');
      await once(this[name], 'listening');
    }
    this.socket.on('message', (data, from) => this.takes(data.toString(), from));
  }

  listens() {
    this.heard = new Float64Array(KEPT);
    this.count = 0;
    this.keys = [];
    this.keyAt = -1;
    this.rtp.on('message', (packet) => this.hearsPacket(packet));
    this.begun = performance.now();
    this.sent = 0;
    this.ticker = setInterval(() => this.says(), 10);
  }

  hearsPacket(packet) {
    const type = packet[1] & 0x7f;
    if (type === 8) {
      for (let at = 12; at < packet.length; at++) this.heard[this.count++ % KEPT] = decode(packet[at]);
    } else if (type === 101 && packet.readUInt32BE(4) !== this.keyAt) {
      this.keyAt = packet.readUInt32BE(4);
      this.keys.push('0123456789*#ABCD'[packet[12]]);
    }
  }

  /** As many frames of its tone as are due. */
  says() {
    const due = Math.floor((performance.now() - this.begun) / 20);
    if (due - this.sent > 10) this.sent = due - 10;
    for (; this.sent < due; this.sent++) {
      if (!this.talking || !this.remote) continue;
      const packet = Buffer.alloc(12 + FRAME);
      packet.writeUInt32BE(((0x8008 << 16) | (this.sent & 0xffff)) >>> 0, 0);
      packet.writeUInt32BE((this.sent * FRAME) >>> 0, 4);
      packet.writeUInt32BE(this.port, 8);
      for (let i = 0; i < FRAME; i++) packet[12 + i] = encode(0.25 * Math.sin((2 * Math.PI * this.hertz * (this.sent * FRAME + i)) / RATE));
      this.rtp.send(packet, this.remote.port, this.remote.host);
    }
  }

  /** Whether a tone is in what it heard in the last half second: loud enough to be somebody's voice. */
  hears(hertz) {
    const now = this.lately();
    const energy = now.reduce((sum, one) => sum + one * one, 0) / now.length;
    return energy > 1e-5 && share(now, hertz) > 0.15;
  }

  /** The strength of a tone against the loudness at which it was said, 0 to 1. */
  level(hertz) {
    const now = this.lately();
    const energy = now.reduce((sum, one) => sum + one * one, 0) / now.length;
    return Math.sqrt((share(now, hertz) * energy) / (0.25 * 0.25 / 2));
  }

  hearsAnything() {
    return this.lately().some((one) => Math.abs(one) > 0.01);
  }

  lately() {
    const from = this.count % KEPT;
    return Float64Array.from({ length: KEPT }, (_, i) => this.heard[(from + i) % KEPT]);
  }

  sdp(direction = 'sendrecv') {
    return `v=0\r\no=- 1 ${Date.now()} IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio ${this.rtp.address().port} RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na=${direction}\r\n`;
  }

  agrees(message) {
    const host = /^c=IN IP4 (\S+)/m.exec(message)?.[1];
    const port = /^m=audio (\d+)/m.exec(message)?.[1];
    if (host && port) this.remote = { host, port: Number(port) };
  }

  // ---- a customer ----

  invites() {
    const { number, id, tag } = this.outgoing;
    const body = this.sdp();
    this.send(`INVITE sip:${number}@127.0.0.1:${this.server} SIP/2.0
Via: SIP/2.0/UDP 127.0.0.1:${this.port};branch=z9hG4bKs${this.port}${this.branch};rport
From: <sip:${this.extension}@127.0.0.1:${this.port}>;tag=${tag}
To: <sip:${number}@127.0.0.1:${this.server}>
Call-ID: ${id}
CSeq: 1 INVITE
Contact: <sip:${this.extension}@127.0.0.1:${this.port}>
Max-Forwards: 70
Content-Type: application/sdp
Content-Length: ${Buffer.byteLength(body)}

${body}`);
  }

  takes(message, from) {
    const first = message.slice(0, message.indexOf('\r\n'));
    if (/^SIP\/2.0 2\d\d/.test(first) && /INVITE/.test(lineOf(message, 'CSeq'))) this.accepted(message);
    else if (/^SIP\/2.0/.test(first) && !/REGISTER/.test(lineOf(message, 'CSeq') ?? '')) this.seen.push(first);
    else if (first.startsWith('INVITE') && this.dialog && lineOf(message, 'Call-ID') === this.dialog.id) this.answers(message, '200 OK', `Contact: <sip:${this.extension}@127.0.0.1:${this.port}>\nContent-Type: application/sdp\n`, this.sdp());
    else if (first.startsWith('BYE') && this.dialog && lineOf(message, 'Call-ID') !== this.dialog.id) this.answers(message, '200 OK'); // of a call that was cancelled as it was picked up
    else super.takes(message, from);
  }

  accepted(message) {
    this.agrees(message);
    this.talking = true;
    this.dialog ??= { id: lineOf(message, 'Call-ID'), local: lineOf(message, 'From'), remote: lineOf(message, 'To'), target: /<([^>]+)>/.exec(lineOf(message, 'Contact'))[1], cseq: 1 };
    this.send(this.request('ACK', /^(\d+)/.exec(lineOf(message, 'CSeq'))[1]));
  }

  // ---- an agent's phone ----

  rings(message) {
    this.offered = message;
    this.calls.push({ from: lineOf(message, 'From'), subject: lineOf(message, 'Subject') });
    super.rings(message);
  }

  async answersCall() {
    await until(`${this.extension} rings`, () => this.invite);
    this.picksUp();
  }

  rejects(status) {
    this.answers(this.invite, status);
    this.invite = undefined;
  }

  picksUp() {
    const { invite } = this;
    this.agrees(invite);
    this.talking = true;
    this.answers(invite, '200 OK', `Contact: <sip:${this.extension}@127.0.0.1:${this.port}>\nContent-Type: application/sdp\n`, this.sdp());
    this.dialog = { id: lineOf(invite, 'Call-ID'), local: `${lineOf(invite, 'To')};tag=t${this.port}`, remote: lineOf(invite, 'From'), target: /<([^>]+)>/.exec(lineOf(invite, 'Contact'))[1], cseq: 100 };
    this.invite = undefined;
  }

  // ---- within the call ----

  request(method, cseq, more = '', body = '') {
    const { id, local, remote, target } = this.dialog;
    return `${method} ${target} SIP/2.0
Via: SIP/2.0/UDP 127.0.0.1:${this.port};branch=z9hG4bK${method}${this.port}${cseq};rport
From: ${local}
To: ${remote}
Call-ID: ${id}
CSeq: ${cseq} ${method}
Contact: <sip:${this.extension}@127.0.0.1:${this.port}>
Max-Forwards: 70
${more}Content-Length: ${Buffer.byteLength(body)}

${body}`;
  }

  hangUp() {
    this.talking = false;
    this.send(this.request('BYE', ++this.dialog.cseq));
  }

  /** Its hold key: a re-INVITE that wants to hear nothing (RFC 3264, 8.4), or everything again. */
  holds(on) {
    this.send(this.request('INVITE', ++this.dialog.cseq, 'Content-Type: application/sdp\n', this.sdp(on ? 'sendonly' : 'sendrecv')));
  }

  /** Its transfer key (RFC 3515). */
  refers(number) {
    this.send(this.request('REFER', ++this.dialog.cseq, `Refer-To: <sip:${number}@127.0.0.1:${this.server}>\n`));
  }

  stop() {
    clearInterval(this.ticker);
    super.stop();
  }
}
