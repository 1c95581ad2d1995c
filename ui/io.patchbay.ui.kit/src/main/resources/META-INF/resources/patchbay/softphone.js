// SPDX-License-Identifier: Apache-2.0
// The telephone in this window: microphone, ear, and what the agent sees of them. The server says what to connect.
import { moving } from './soundquality.js';

const CHOICES = 'patchbay-phone';
const REFUSED = { NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'none', NotReadableError: 'busy', AbortError: 'busy' };

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const icon = (name) => make('i', { className: `i i-${name} b14`, ariaHidden: 'true' });

/**
 * Its state is the server's: "none" (no telephone), "free" (no window is the phone), "mine", "elsewhere". Its problem is the
 * browser's own. What is told to the server are events "pb-phone" with what, call and text.
 */
class Softphone extends HTMLElement {
  choices = { on: false, microphone: '', speaker: '', ring: '', clean: true, ...JSON.parse(localStorage.getItem(CHOICES) ?? '{}') };
  links = new Map();
  problem = '';

  connectedCallback() {
    if (this.chip) return;
    this.ringOn(this.choices.ring);
    this.ear = make('audio', { autoplay: true });
    this.chip = make('button', { type: 'button', className: 'btn q xs', onclick: () => this.open(this.panel.hidden) });
    this.chip.dataset.testid = 'phone';
    this.chip.setAttribute('aria-haspopup', 'dialog');
    this.panel = make('div', { className: 'phonebox', hidden: true });
    this.panel.setAttribute('role', 'dialog');
    this.panel.dataset.testid = 'phone-box';
    this.panel.addEventListener('keydown', (event) => event.key === 'Escape' && (this.open(false), this.chip.focus()));
    this.append(this.chip, this.panel, this.ear);
    navigator.mediaDevices?.addEventListener('devicechange', this.devicesChanged);
    this.draw();
  }

  disconnectedCallback() {
    navigator.mediaDevices?.removeEventListener('devicechange', this.devicesChanged);
    this.letGo();
  }

  set words(text) {
    this.said = JSON.parse(text);
    this.draw();
  }

  word(key) {
    return this.said?.[key] ?? '';
  }

  set state(now) {
    const before = this.now;
    this.now = now;
    this.dataset.state = now;
    if (now !== 'mine') this.letGo();
    if (now === 'free' && before !== 'mine' && this.choices.on) this.use(false);
    this.draw();
  }

  tell(what, call = '', text = '') {
    this.dispatchEvent(new CustomEvent('pb-phone', { detail: { what, call, text } }));
  }

  keep(changes) {
    Object.assign(this.choices, changes);
    localStorage.setItem(CHOICES, JSON.stringify(this.choices));
  }

  // ---- microphone and ear

  /** Becomes the phone, if the browser lets it. */
  async use(take) {
    this.keep({ on: true });
    if (await this.hear()) this.tell('use', '', take ? 'take' : '');
    this.draw();
  }

  async hear() {
    this.problem = '';
    this.microphone?.getTracks().forEach((track) => track.stop());
    this.microphone = undefined;
    if (!navigator.mediaDevices) {
      this.problem = 'insecure';
      return false;
    }
    const { microphone, clean } = this.choices;
    const audio = { echoCancellation: clean, noiseSuppression: clean, autoGainControl: clean, channelCount: 1 };
    try {
      this.microphone = await navigator.mediaDevices.getUserMedia({ audio: { ...audio, deviceId: microphone || undefined } });
    } catch (refused) {
      this.problem = REFUSED[refused.name] ?? 'none';
      return false;
    }
    const [track] = this.microphone.getAudioTracks();
    track.onended = () => this.lost();
    for (const link of this.links.values()) await link.getSenders()[0]?.replaceTrack(track);
    this.ownMeter = this.meter(this.microphone);
    return true;
  }

  /** The microphone was pulled out, or the right to it taken back. */
  lost() {
    this.problem = 'lost';
    this.tell('off');
    this.draw();
  }

  off() {
    this.keep({ on: false });
    this.problem = '';
    this.tell('off');
    this.letGo();
    this.draw();
  }

  letGo() {
    [...this.links.keys()].forEach((call) => this.drop(call));
    this.microphone?.getTracks().forEach((track) => { track.onended = null; track.stop(); });
    this.microphone = undefined;
    this.ownMeter = undefined;
  }

  devicesChanged = () => !this.panel.hidden && this.drawPanel();

  ringOn(device) {
    window.dispatchEvent(new CustomEvent('pb-ring-device', { detail: device }));
  }

  meter(stream) {
    this.audio ??= new AudioContext();
    if (this.audio.state === 'suspended') this.audio.resume();
    const analyser = this.audio.createAnalyser();
    analyser.fftSize = 2048;
    this.audio.createMediaStreamSource(stream).connect(analyser);
    return analyser;
  }

  // ---- connections

  async connect(call, offer) {
    this.drop(call);
    const link = new RTCPeerConnection({ bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require' });
    this.links.set(call, link);
    link.ontrack = (event) => this.heardFrom(new MediaStream([event.track]));
    link.onconnectionstatechange = () => this.linkChanged(call, link);
    try {
      if (!this.microphone?.active) throw new Error('no microphone');
      await link.setRemoteDescription({ type: 'offer', sdp: offer });
      link.addTrack(this.microphone.getAudioTracks()[0], this.microphone);
      await link.setLocalDescription(await link.createAnswer());
      this.tell('answer', call, link.localDescription.sdp);
    } catch (fault) {
      this.tell('failed', call, fault.message.slice(0, 200));
      this.drop(call);
    }
    this.draw();
  }

  heardFrom(stream) {
    this.ear.srcObject = stream;
    if (this.choices.speaker) this.ear.setSinkId?.(this.choices.speaker).catch(() => this.keep({ speaker: '' }));
    this.ear.play().catch(() => {});
    this.heard = this.meter(stream);
  }

  linkChanged(call, link) {
    if (this.links.get(call) !== link) return;
    this.problem = ['failed', 'disconnected'].includes(link.connectionState) ? 'network' : '';
    if (link.connectionState === 'failed') {
      this.tell('failed', call, 'network');
      this.drop(call);
    }
    this.draw();
  }

  disconnect(call) {
    this.drop(call);
    this.draw();
  }

  drop(call) {
    const link = this.links.get(call);
    this.links.delete(call);
    if (link) {
      link.onconnectionstatechange = null;
      link.close();
    }
    if (this.links.size === 0) {
      this.ear && (this.ear.srcObject = null);
      this.heard = undefined;
      this.quality = undefined;
      if (this.problem === 'network') this.problem = '';
    }
  }

  /** The echo test that runs; the server names them so. */
  get echo() {
    return [...this.links.keys()].find((call) => call.startsWith('echo-'));
  }

  // ---- what the agent sees

  /** Icon, key of its word, tone. */
  get face() {
    if (this.problem) return ['alert', this.problem, 'wa'];
    if (this.now === 'elsewhere') return ['info', 'elsewhere', 'wa'];
    if (this.now !== 'mine') return ['headset', 'off', ''];
    if (this.links.size === 0) return ['headset', 'ready', 'ok'];
    return ['mic', this.echo ? 'echo' : 'connected', 'ok'];
  }

  draw() {
    if (!this.chip || !this.said) return;
    this.hidden = this.now === 'none' || !this.now;
    const [shape, key, tone] = this.face;
    const key2 = `${shape} ${key} ${tone}`;
    if (this.drawn !== key2) {
      this.drawn = key2;
      this.chip.replaceChildren(icon(shape), make('span', { textContent: this.word(key) }));
      this.chip.className = `btn q xs ${tone}`;
      this.chip.dataset.phone = key;
    }
    if (!this.panel.hidden) this.drawPanel();
    this.watch();
  }

  open(shown) {
    this.panel.hidden = !shown;
    this.chip.setAttribute('aria-expanded', String(shown));
    this.draw();
    if (shown) this.panel.querySelector('button, select')?.focus();
  }

  async drawPanel() {
    const devices = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    const detail = this.problem || (this.now === 'elsewhere' ? 'elsewhere' : this.now === 'mine' ? 'ready' : 'off');
    const key = JSON.stringify([detail, this.now, this.echo, this.links.size, this.problem, devices, this.choices]);
    if (this.panelDrawn === key) return;
    this.panelDrawn = key;
    const focus = this.panel.contains(document.activeElement) ? document.activeElement.dataset.testid : undefined;
    this.panel.setAttribute('aria-label', this.word('title'));
    this.bars = [this.bar('mic', 'microphoneLevel'), this.bar('vol', 'earLevel')];
    const told = make('p', { className: 's t2', textContent: this.word(`${detail}.detail`) });
    told.dataset.testid = 'phone-detail';
    told.setAttribute('role', 'status');
    this.line = make('p', { className: 's num' });
    this.line.dataset.testid = 'phone-quality';
    const mine = this.now === 'mine';
    this.panel.replaceChildren(
      make('b', { textContent: this.word('title') }), told, ...this.actions(mine),
      ...(mine ? [
        this.select('audioinput', 'microphone', devices), this.select('audiooutput', 'speaker', devices), this.select('audiooutput', 'ring', devices),
        this.cleaning(), ...this.bars, this.line,
      ] : []));
    if (focus) (this.panel.querySelector(`[data-testid="${focus}"]`) ?? this.panel.querySelector('button')).focus();
  }

  actions(mine) {
    const press = (name, tone, act) => {
      const button = make('button', { type: 'button', className: `btn s ${tone}`, textContent: this.word(name), onclick: act });
      button.dataset.testid = `phone-${name}`;
      return button;
    };
    if (!mine) return [press(this.now === 'elsewhere' ? 'takeOver' : 'use', 'p', () => this.use(this.now === 'elsewhere'))];
    const echo = this.echo ? press('endEcho', '', () => this.tell('end-echo', this.echo)) : press('tryEcho', '', () => this.tell('echo'));
    echo.disabled = !this.echo && this.links.size > 0;
    return [make('div', { className: 'row' }, echo, press('stop', '', () => this.off()))];
  }

  select(kind, name, devices) {
    const list = make('select', { className: 'sel' }, make('option', { value: '', textContent: this.word('standard') }));
    list.dataset.testid = `phone-${name}`;
    devices.filter((one) => one.kind === kind && !['', 'default', 'communications'].includes(one.deviceId))
      .forEach((one) => list.append(make('option', { value: one.deviceId, textContent: one.label || one.deviceId.slice(0, 8) })));
    list.value = this.choices[name];
    if (list.selectedIndex < 0) list.value = '';
    list.onchange = () => this.chosen(name, list.value);
    return make('label', { className: 'fld' }, make('span', { className: 's t2', textContent: this.word(name) }), list);
  }

  async chosen(name, device) {
    this.keep({ [name]: device });
    if (name === 'microphone' && !(await this.hear())) this.lost();
    if (name === 'speaker') await this.ear.setSinkId?.(device).catch(() => this.keep({ speaker: '' }));
    if (name === 'ring') this.ringOn(device);
    this.draw();
  }

  cleaning() {
    const box = make('input', { type: 'checkbox', checked: this.choices.clean });
    box.dataset.testid = 'phone-clean';
    box.onchange = async () => {
      this.keep({ clean: box.checked });
      if (!(await this.hear())) this.lost();
      this.draw();
    };
    return make('label', { className: 'row s' }, box, make('span', { textContent: this.word('clean') }));
  }

  bar(shape, name) {
    const fill = make('span', {});
    const bar = make('div', { className: 'row' }, icon(shape), make('div', { className: 'lvl' }, fill));
    bar.fill = fill;
    bar.dataset.testid = `phone-${name}`;
    bar.setAttribute('role', 'meter');
    bar.setAttribute('aria-label', this.word(name));
    return bar;
  }

  /** Looks at levels and lines only while somebody sees them. */
  watch() {
    const looks = !this.panel.hidden && this.now === 'mine';
    if (looks && !this.watching) {
      this.watching = setInterval(() => this.measure(), 100);
    } else if (!looks && this.watching) {
      clearInterval(this.watching);
      this.watching = undefined;
    }
  }

  measure() {
    this.show(this.bars?.[0], this.ownMeter);
    this.show(this.bars?.[1], this.heard);
    this.turns = (this.turns ?? 0) + 1;
    if (this.turns % 10 === 0) this.measureLine();
  }

  show(bar, analyser) {
    if (!bar) return;
    const samples = new Float32Array(analyser?.fftSize ?? 0);
    analyser?.getFloatTimeDomainData(samples);
    const loud = Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / Math.max(1, samples.length));
    const percent = Math.round(Math.max(0, Math.min(100, 100 + 20 * Math.log10(loud + 1e-6) * 1.6)));
    bar.fill.style.width = `${percent}%`;
    bar.setAttribute('aria-valuenow', String(percent));
  }

  async measureLine() {
    const [link] = this.links.values();
    if (!link) {
      this.line.textContent = '';
      return;
    }
    this.quality ??= moving();
    const found = this.quality(await link.getStats());
    if (found && this.line) {
      this.line.dataset.quality = found.word;
      this.line.textContent = this.word('line').replace('{word}', this.word(`line.${found.word}`)).replace('{mos}', found.mos.toFixed(1))
        .replace('{lost}', (100 * found.lost).toFixed(1)).replace('{jitter}', Math.round(found.jitter)).replace('{delay}', Math.round(found.delay));
    }
  }
}

customElements.define('pb-softphone', Softphone);
