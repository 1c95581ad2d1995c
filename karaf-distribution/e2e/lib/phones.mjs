// SPDX-License-Identifier: Apache-2.0
// Real telephones: baresip as the agents' phones, sipp as the carrier that brings callers, and what both said and heard.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { until } from './patchbay.mjs';
import { freePort, mediaPort } from './ports.mjs';

const SIPP = join(dirname(fileURLToPath(import.meta.url)), 'sipp');

/** Sounds and files of one test run. */
export const folder = mkdtempSync(join(tmpdir(), 'patchbay-phones-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A file with a sine tone, 8 kHz: `wav` for baresip, `al` for sipp. */
export function tone(hertz, kind, seconds = 60) {
  const file = join(folder, `${hertz}-${seconds}.${kind}`);
  const done = spawnSync('sox', ['-R', '-n', '-r', '8000', '-c', '1', ...(kind === 'wav' ? ['-b', '16'] : ['-t', 'al']), file, 'synth', seconds, 'sine', hertz, 'gain', '-10']);
  if (done.status !== 0) throw new Error(`sox: ${done.stderr}`);
  return file;
}

/** The strength of a tone in samples from -1 to 1, as its share of all their energy (Goertzel). */
export function share(samples, hertz, rate = 8000) {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  let [last, before, energy] = [0, 0, 0];
  for (const sample of samples) {
    [last, before] = [sample + turn * last - before, last];
    energy += sample * sample;
  }
  const power = last * last + before * before - turn * last * before;
  return energy === 0 ? 0 : (2 * power) / samples.length / energy;
}

/** The same of most of the time: the median of pieces of 0.4 s, so that a slipped packet, which turns the phase, does not count. */
export function steady(samples, hertz) {
  const shares = [];
  for (let at = 0; at + 3200 <= samples.length; at += 3200) shares.push(share(samples.subarray(at, at + 3200), hertz));
  return shares.sort((a, b) => a - b)[Math.floor(shares.length / 2)] ?? 0;
}

/** The two sides of a WAV file, 16 bit. */
export function sides(wav) {
  let at = 12;
  while (wav.toString('latin1', at, at + 4) !== 'data') at += 8 + wav.readUInt32LE(at + 4);
  const count = Math.floor(Math.min(wav.readUInt32LE(at + 4), wav.length - at - 8) / 4);
  const side = (offset) => Float64Array.from({ length: count }, (_, i) => wav.readInt16LE(at + 8 + 4 * i + offset) / 32768);
  return { left: side(0), right: side(2), seconds: count / 8000 };
}

/** An agent's phone. */
export class Phone {
  static async start(patchbay, extension, options = {}) {
    for (let tries = 0; tries < 5; tries++) {
      const phone = await Phone.#plugged(patchbay, extension, options);
      await until('baresip is ready', () => phone.said.includes('baresip is ready') || phone.process.exitCode !== null).catch((error) => { throw new Error(`${error.message}: ${phone.said}`); });
      if (phone.said.includes('baresip is ready')) return phone;
      if (!phone.said.includes('Address already in use')) throw new Error(`baresip ended: ${phone.said}`);
    }
    throw new Error('baresip found no free ports five times'); // it takes the port above its own too
  }

  static async #plugged(patchbay, extension, { password = 'patchbay', hertz = 1000, codec = 'PCMA', transport = 'udp', answer = 'manual' } = {}) {
    const phone = new Phone();
    const [sip, control, rtp] = [await freePort(), await freePort(), await freePort()];
    phone.folder = mkdtempSync(join(folder, `phone-${extension}-`));
    phone.control = control;
    phone.said = '';
    mkdirSync(phone.folder, { recursive: true });
    writeFileSync(join(phone.folder, 'config'), [
      'poll_method epoll', `sip_listen 127.0.0.1:${sip}`, `audio_source aufile,${tone(hertz, 'wav')}`, `audio_player aufile,${phone.folder}/heard.wav`,
      'audio_alert aufile,/dev/null', `rtp_ports ${rtp}-${rtp + 7}`, 'rtcp_mux no', `snd_path ${phone.folder}`,
      'module_path /usr/lib/baresip/modules', 'module g711.so', 'module aufile.so', 'module sndfile.so', 'module_tmp uuid.so', 'module_tmp account.so',
      'module_app menu.so', 'module_app ctrl_tcp.so', `ctrl_tcp_listen 127.0.0.1:${control}`, ''].join('\n'));
    writeFileSync(join(phone.folder, 'accounts'),
      `<sip:${extension}@127.0.0.1:${patchbay.sipPort};transport=${transport}>;auth_user=${extension};auth_pass=${password};answermode=${answer};regint=60;audio_codecs=${codec}\n`);
    phone.process = spawn('baresip', ['-f', phone.folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    phone.gone = once(phone.process, 'exit');
    phone.process.stdout.on('data', (data) => { phone.said += data; });
    phone.process.stderr.on('data', (data) => { phone.said += data; });
    return phone;
  }

  registered() {
    return until('the phone is registered', () => /200 OK .*\[\d+ binding/.test(this.said)).catch((error) => { throw new Error(`${error.message}: ${this.said.slice(-1500)}`); });
  }

  rings() {
    return until('the phone rings', () => this.said.includes('Incoming call'));
  }

  talks() {
    return until('the phone talks', () => /Call established/i.test(this.said));
  }

  /** Says a word to baresip over its control socket (a netstring of JSON). */
  async command(command, params = '') {
    const socket = connect(this.control, '127.0.0.1');
    await once(socket, 'connect');
    const text = JSON.stringify({ command, params, token: 't' });
    socket.write(`${Buffer.byteLength(text)}:${text},`);
    await once(socket, 'data');
    socket.destroy();
  }

  async answer() {
    await this.rings();
    return this.command('accept');
  }

  /** While it rings: turns the call away; while it talks: hangs up. */
  hangUp() {
    return this.command('hangup');
  }

  /** Its cable is pulled: it says nothing more. */
  async pullOut() {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      this.process.kill('SIGKILL');
      await this.gone;
    }
  }
}

/** Callers through the carrier: one sipp with a scenario of lib/sipp. */
export class Callers {
  static async start(patchbay, scenario, { number = '95500', calls = 1, atOnce = calls, perSecond = 10, seconds = 10, hertz = 440, from = '13812342046', transport = 'u1', more = [] } = {}) {
    const callers = new Callers();
    callers.port = await freePort();
    callers.folder = mkdtempSync(join(folder, 'sipp-'));
    callers.process = spawn('sipp', [
      '-sf', join(SIPP, `${scenario}.xml`), '-s', number, '-m', calls, '-l', atOnce, '-r', perSecond, '-i', '127.0.0.1', '-p', callers.port, '-t', transport,
      '-mp', await mediaPort(), '-key', 'from', from, '-key', 'tone', `${tone(hertz, 'al')},-1,8`, '-d', Math.round(seconds * 1000), '-nostdin',
      '-trace_err', '-error_file', join(callers.folder, 'errors.log'), ...more, `127.0.0.1:${patchbay.sipPort}`], { cwd: callers.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    callers.gone = once(callers.process, 'exit');
    callers.said = '';
    callers.process.stdout.on('data', (data) => { callers.said = (callers.said + data).slice(-20_000); });
    callers.process.stderr.on('data', (data) => { callers.said = (callers.said + data).slice(-20_000); });
    return callers;
  }

  errors() {
    try {
      return readFileSync(join(this.folder, 'errors.log'), 'utf8');
    } catch {
      return '';
    }
  }

  /** Waits for the end; every call must have gone as its scenario says. */
  async done() {
    const [code] = await this.gone;
    if (code !== 0) throw new Error(`sipp ended with ${code}: ${this.errors().slice(0, 2000) || this.said.slice(-2000)}`);
  }

  /** Lets all calls go with a BYE or a CANCEL, so that nobody waits on for whoever calls next. */
  async stop() {
    for (let asked = 0; this.#runs && asked < 20; asked++) {
      this.process.kill('SIGUSR1'); // the first one: no new calls; the second: none any more
      await Promise.race([this.gone, setTimeout(150)]);
    }
    if (this.#runs) {
      this.process.kill('SIGKILL');
      await this.gone;
    }
  }

  get #runs() {
    return this.process.exitCode === null && this.process.signalCode === null;
  }
}
