// SPDX-License-Identifier: Apache-2.0
// JsSIP in a page of somebody else: a telephone in Chromium that registers by SIP over WebSocket and says what its microphone is given.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer as listen } from 'node:net';
import { dirname, join } from 'node:path';
import { until } from './patchbay.mjs';

/** A CommonJS package and all it needs as one script for a page. */
function script(name, as) {
  const ids = new Map();
  const texts = [];
  const add = (file) => {
    if (ids.has(file)) return ids.get(file);
    const id = ids.size;
    ids.set(file, id);
    const source = readFileSync(file, 'utf8');
    const needs = Object.fromEntries(file.endsWith('.json') ? [] : [...source.matchAll(/require\(['"]([^'"]+)['"]\)/g)].map(([, what]) => [what, add(found(what, file))]));
    texts[id] = `[${JSON.stringify(needs)}, (require, module, exports, global) => { ${file.endsWith('.json') ? `module.exports = ${source}` : source}\n}]`;
    return id;
  };
  const root = add(createRequire(import.meta.url).resolve(name));
  return `{ const modules = [${texts.join(',\n')}]; const made = {};
    const load = (id) => { if (!made[id]) { const module = made[id] = { exports: {} }; modules[id][1]((what) => load(modules[id][0][what]), module, module.exports, window); } return made[id].exports; };
    window.${as} = load(${root}); }`;
}

/** The file of a module as a page sees it: packages shadow Node's own, and may have a file for browsers. */
function found(what, from) {
  const require = createRequire(from);
  if (what.startsWith('.')) return require.resolve(what);
  const own = require.resolve(`${what}/package.json`);
  const { browser } = JSON.parse(readFileSync(own, 'utf8'));
  return typeof browser === 'string' ? join(dirname(own), browser) : require.resolve(`${what}/`);
}

/** What runs in the page. */
function page() {
  const sound = { mediaConstraints: { audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false }, video: false } };
  const phone = window.phone = { registered: false, refused: 0, calls: [], ear: undefined };
  const audio = new AudioContext();
  const hears = (session) => session.connection.addEventListener('track', ({ streams: [stream], track }) => {
    const from = stream ?? new MediaStream([track]);
    phone.player = Object.assign(new Audio(), { srcObject: from, autoplay: true }); // without it Chromium gives the analyser nothing
    phone.ear = Object.assign(audio.createAnalyser(), { fftSize: 8192, smoothingTimeConstant: 0 });
    audio.createMediaStreamSource(from).connect(phone.ear);
  });
  phone.start = (url, extension, password) => {
    phone.agent = new JsSIP.UA({ sockets: [new JsSIP.WebSocketInterface(url)], uri: `sip:${extension}@127.0.0.1`, password, connection_recovery_min_interval: 1, connection_recovery_max_interval: 2 });
    phone.agent.on('registered', () => { phone.registered = true; });
    phone.agent.on('unregistered', () => { phone.registered = false; });
    phone.agent.on('registrationFailed', ({ response }) => { phone.refused = response?.status_code ?? -1; });
    phone.agent.on('newRTCSession', ({ session, request }) => {
      const call = { session, from: request.from?.toString(), subject: request.getHeader('Subject'), state: 'ringing', keys: [] };
      phone.calls.push(call);
      session.on('accepted', () => { call.state = 'talking'; });
      session.on('ended', ({ cause }) => Object.assign(call, { state: 'over', cause }));
      session.on('failed', ({ cause }) => Object.assign(call, { state: 'over', cause }));
      if (session.connection) hears(session);
      else session.on('peerconnection', () => hears(session));
      if (/answer-after=0/.test(request.getHeader('Alert-Info') ?? '') && session.direction === 'incoming') session.answer(sound);
    });
    phone.agent.start();
  };
  const call = () => phone.calls.findLast(({ state }) => state !== 'over');
  Object.assign(phone, {
    state: () => call()?.state,
    answer: () => call().session.answer(sound),
    dials: (number) => { phone.agent.call(`sip:${number}@127.0.0.1`, sound); },
    hangUp: () => call().session.terminate(),
    hold: (on) => new Promise((resolve) => (on ? call().session.hold({}, resolve) : call().session.unhold({}, resolve))),
    keys: (keys, transportType) => call().session.sendDTMF(keys, { transportType }),
    refers: (number) => call().session.refer(`sip:${number}@127.0.0.1`),
    restartsIce: () => new Promise((resolve) => call().session.renegotiate({ rtcOfferConstraints: { iceRestart: true } }, resolve)),
    about: () => ({ calls: phone.calls.map(({ state, cause, session }) => [state, cause, session.connection?.connectionState, session.connection?.iceConnectionState]), audio: audio.state, player: phone.player?.paused }),
    heard: () => {
      if (!phone.ear) return 0;
      const levels = new Float32Array(phone.ear.frequencyBinCount);
      phone.ear.getFloatFrequencyData(levels);
      const loudest = levels.reduce((best, level, at) => (level > levels[best] ? at : best), 0);
      return levels[loudest] > -60 ? loudest * audio.sampleRate / phone.ear.fftSize : 0;
    },
  });
}

/** The web server of a page with a telephone that is not ours. */
export class Site {
  static async start() {
    const site = new Site();
    const files = { '/': ['text/html', '<!doctype html><title>CRM</title><script src="/phone.js"></script>'], '/phone.js': ['text/javascript', `${script('jssip', 'JsSIP')}\n(${page})();`] };
    site.server = createServer((request, response) => {
      const [type, text] = files[request.url] ?? ['text/plain', ''];
      response.writeHead(text ? 200 : 404, { 'content-type': `${type};charset=utf-8` }).end(text);
    }).listen(0, '127.0.0.1');
    await once(site.server, 'listening');
    site.origin = `http://127.0.0.1:${site.server.address().port}`;
    return site;
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** A network between a page and Patchbay that can be cut. */
export class Line {
  static async start(patchbay) {
    const line = Object.assign(new Line(), { up: true, sockets: new Set() });
    line.server = listen((near) => {
      if (!line.up) return void near.destroy();
      const far = connect(patchbay.port, '127.0.0.1');
      for (const [from, to] of [[near, far], [far, near]]) {
        line.sockets.add(from);
        from.on('error', () => {});
        from.on('close', () => { line.sockets.delete(from); to.destroy(); });
        from.pipe(to);
      }
    }).listen(0, '127.0.0.1');
    await once(line.server, 'listening');
    line.url = `ws://127.0.0.1:${line.server.address().port}/sip/ws`;
    return line;
  }

  cut() {
    this.up = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend() {
    this.up = true;
  }

  stop() {
    this.cut();
    this.server.close();
  }
}

/** One telephone. */
export class WebPhone {
  static async start(browser, site, url, extension, password = 'patchbay') {
    const phone = new WebPhone();
    phone.context = await browser.newContext();
    phone.page = await phone.context.newPage();
    phone.errors = [];
    phone.page.on('pageerror', (error) => phone.errors.push(error.message));
    await phone.page.goto(`${site.origin}/`);
    await phone.page.evaluate(([to, who, secret]) => window.phone.start(to, who, secret), [url, extension, password]);
    return phone;
  }

  registered(wanted = true) {
    return until(`the page is ${wanted ? '' : 'not '}registered`, async () => (await this.get('registered')) === wanted);
  }

  get(name) {
    return this.page.evaluate((what) => window.phone[what], name);
  }

  does(name, ...more) {
    return this.page.evaluate(([what, values]) => window.phone[what](...values), [name, more]);
  }

  is(state) {
    return until(`the page's call is ${state ?? 'over'}`, async () => (await this.does('state')) === state);
  }

  calls() {
    return this.page.evaluate(() => window.phone.calls.map(({ from, subject, state, cause }) => ({ from, subject, state, cause })));
  }

  hears(hertz) {
    let last;
    return until(`the page hears ${hertz} Hz`, async () => Math.abs((last = await this.does('heard')) - hertz) < 30).catch(async (error) => { throw new Error(`${error.message}: ${last}, ${JSON.stringify(await this.does('about'))}`); });
  }

  stop() {
    return this.context.close();
  }
}
