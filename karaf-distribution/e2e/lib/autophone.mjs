// SPDX-License-Identifier: Apache-2.0
// A telephone that answers by itself when it is told so: by Alert-Info with answer-after=0 (RFC 7462) or by NOTIFY with Event: talk. UDP only.
import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const md5 = (text) => createHash('md5').update(text).digest('hex');
const header = (message, name) => new RegExp(`^${name}\\s*:\\s*(.*)$`, 'im').exec(message)?.[1].trim();
const headers = (message, name) => [...message.matchAll(new RegExp(`^${name}\\s*:.*$`, 'gim'))].map((match) => match[0]);

export class AutoPhone {
  static async start(patchbay, extension, password = 'patchbay') {
    const phone = new this();
    Object.assign(phone, { extension, password, server: patchbay.sipPort, seen: [], talking: false, rtp: createSocket('udp4'), socket: createSocket('udp4') });
    for (const socket of [phone.rtp, phone.socket]) {
      socket.bind(0, '127.0.0.1');
      await once(socket, 'listening');
    }
    phone.socket.on('message', (data, from) => phone.takes(data.toString(), from));
    phone.registers();
    phone.renewing = setInterval(() => {
      phone.registered = false;
      phone.registers();
    }, 100_000); // a third of what it asks for
    return phone;
  }

  get port() {
    return this.socket.address().port;
  }

  send(text) {
    this.socket.send(text.replace(/\r?\n/g, '\r\n'), this.server, '127.0.0.1');
  }

  registers(authorization = '') {
    const cseq = this.registrations = (this.registrations ?? 0) + 1;
    this.send(`REGISTER sip:127.0.0.1 SIP/2.0
Via: SIP/2.0/UDP 127.0.0.1:${this.port};branch=z9hG4bK${this.port}${cseq};rport
From: <sip:${this.extension}@127.0.0.1>;tag=a${this.port}
To: <sip:${this.extension}@127.0.0.1>
Call-ID: r${this.port}@auto
CSeq: ${cseq} REGISTER
Contact: <sip:${this.extension}@127.0.0.1:${this.port}>
Expires: 300
Max-Forwards: 70
User-Agent: autophone
${authorization}Content-Length: 0

`);
  }

  proves(challenge) {
    const of = (name) => new RegExp(`${name}="?([^",]+)`).exec(challenge)?.[1];
    const uri = 'sip:127.0.0.1';
    const response = md5(`${md5(`${this.extension}:${of('realm')}:${this.password}`)}:${of('nonce')}:00000001:c:auth:${md5(`REGISTER:${uri}`)}`);
    this.registers(`Authorization: Digest username="${this.extension}",realm="${of('realm')}",nonce="${of('nonce')}",uri="${uri}",response="${response}",algorithm=MD5,qop=auth,nc=00000001,cnonce="c"\n`);
  }

  takes(message) {
    const first = message.slice(0, message.indexOf('\r\n'));
    this.seen.push(first);
    if (/^SIP\/2.0 401/.test(first)) this.proves(header(message, 'WWW-Authenticate'));
    else if (/^SIP\/2.0 200/.test(first)) this.registered ||= /REGISTER/.test(header(message, 'CSeq'));
    else if (first.startsWith('INVITE')) this.rings(message);
    else if (first.startsWith('CANCEL')) this.cancelled(message);
    else if (first.startsWith('NOTIFY')) this.told(message);
    else if (first.startsWith('BYE')) {
      this.talking = false;
      this.answers(message, '200 OK');
    }
  }

  rings(message) {
    this.invite = message;
    this.answers(message, '180 Ringing');
    if (/answer-after=0/.test(header(message, 'Alert-Info') ?? '')) this.picksUp();
  }

  told(message) {
    this.answers(message, '200 OK');
    if (header(message, 'Event') === 'talk' && this.invite) this.picksUp();
  }

  cancelled(message) {
    this.answers(message, '200 OK');
    if (this.invite) this.answers(this.invite, '487 Request Terminated');
    this.invite = undefined;
  }

  picksUp() {
    this.talking = true;
    const sdp = `v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio ${this.rtp.address().port} RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n`;
    this.answers(this.invite, '200 OK', `Contact: <sip:${this.extension}@127.0.0.1:${this.port}>\nContent-Type: application/sdp\n`, sdp);
    this.invite = undefined;
  }

  answers(request, status, more = '', body = '') {
    const to = header(request, 'To');
    const tagged = /;tag=/.test(to) ? to : `${to};tag=t${this.port}`;
    this.send(`SIP/2.0 ${status}
${headers(request, 'Via').join('\n')}
From: ${header(request, 'From')}
To: ${tagged}
Call-ID: ${header(request, 'Call-ID')}
CSeq: ${header(request, 'CSeq')}
${more}Content-Length: ${Buffer.byteLength(body)}

${body}`);
  }

  stop() {
    clearInterval(this.renewing);
    this.socket.close();
    this.rtp.close();
  }
}
