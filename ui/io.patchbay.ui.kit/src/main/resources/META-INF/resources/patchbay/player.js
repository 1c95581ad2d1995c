// SPDX-License-Identifier: Apache-2.0
import { duration } from './clock.js';
import { Wave } from './wave.js';

const STEP_SECONDS = 5;
const SPEEDS = [0.75, 1, 1.25, 1.5, 2];
const REFUSED = { 403: 'forbidden', 404: 'missing', 410: 'erased' };

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/**
 * A recording: two wave forms, play, seek and speed by pointer and by keys while the focus is in it (Space, arrows, M for a
 * mark). Nothing is asked of the server before the first press on play; that press is the look that is traced.
 */
class Player extends HTMLElement {
  static observedAttributes = ['marks', 'spans'];

  connectedCallback() {
    if (!this.audio) this.build();
    this.wave.connect();
    this.show();
  }

  build() {
    const said = (name) => this.getAttribute(name) ?? '';
    this.setAttribute('role', 'group');
    this.audio = make('audio', { preload: 'none', preservesPitch: true });
    this.icon = make('i', { className: 'i i-play', ariaHidden: 'true' });
    this.button = make('button', { type: 'button', className: 'pbtn' }, this.icon);
    this.button.dataset.testid = 'player-play';
    this.at = make('b', { className: 'num' });
    this.whole = make('span', { className: 't2 num' });
    this.speeds = make('span', { className: 'seg', role: 'group', ariaLabel: said('speed') }, ...SPEEDS.map((speed) => this.speed(speed)));
    this.said = make('span', { className: 'er s', role: 'alert' });
    this.said.dataset.testid = 'player-said';
    this.wave = new Wave({ customer: said('customer'), agent: said('agent'), hint: said('wave'), label: said('seek') });
    this.wave.gapWords = (gap) => said(`gap-${gap.why}`).replace('{0}', duration(Math.max(1000, gap.lengthMillis)));
    this.wave.onmark = (mark) => this.seek(mark.at);
    this.append(make('div', { className: 'pctl' }, this.button, this.at, this.whole, this.speeds, this.said), this.wave.element, this.audio);
    this.button.onclick = () => this.toggle();
    this.wave.area.onpointerdown = (event) => this.drag(event);
    this.addEventListener('keydown', (event) => this.pressed(event));
    for (const name of ['timeupdate', 'play', 'pause', 'durationchange', 'ended']) this.audio.addEventListener(name, () => this.show());
    this.audio.addEventListener('error', () => this.audio.src && this.say('broken'));
    this.start = Number(this.getAttribute('from') ?? 0);
    this.faster(1);
    this.attributeChangedCallback();
  }

  disconnectedCallback() {
    this.audio?.pause();
    this.wave?.disconnect();
  }

  /** Marks: a list of {at, text}; spans: of {from, to, customer, text}. */
  attributeChangedCallback() {
    if (!this.wave) return;
    this.wave.marks = JSON.parse(this.getAttribute('marks') ?? '[]');
    this.wave.spans = JSON.parse(this.getAttribute('spans') ?? '[]');
    this.wave.draw();
  }

  drag(event) {
    if (event.button !== 0) return;
    const area = this.wave.area;
    area.setPointerCapture(event.pointerId);
    this.seek(this.wave.at(event));
    area.onpointermove = (moved) => this.seek(this.wave.at(moved));
    area.onpointerup = area.onpointercancel = () => (area.onpointermove = null);
  }

  get length() {
    return Number.isFinite(this.audio.duration) ? this.audio.duration : Number(this.getAttribute('seconds') ?? 0);
  }

  speed(speed) {
    const button = make('button', { type: 'button', textContent: `${speed}×`, onclick: () => this.faster(speed) });
    button.dataset.speed = speed;
    return button;
  }

  faster(speed) {
    this.audio.defaultPlaybackRate = speed;
    this.audio.playbackRate = speed;
    for (const button of this.speeds.children) {
      button.className = Number(button.dataset.speed) === speed ? 'on' : '';
      button.ariaPressed = String(Number(button.dataset.speed) === speed);
    }
  }

  async toggle() {
    if (!this.audio.paused) {
      this.audio.pause();
    } else if (this.audio.src || (await this.open())) {
      this.audio.play().catch(() => this.say('broken'));
    }
  }

  /** Asks whether it may be heard; the answer to a refusal is a sentence, not a dead button. */
  async open() {
    const src = this.getAttribute('src');
    const answer = await fetch(src, { method: 'HEAD', cache: 'no-store' }).catch(() => ({ status: 0 }));
    if (answer.status !== 200) {
      this.say(REFUSED[answer.status] ?? 'broken');
      return false;
    }
    this.say('');
    this.audio.src = src;
    this.audio.currentTime = this.start;
    this.dispatchEvent(new CustomEvent('pb-heard'));
    await this.look();
    return true;
  }

  /** The wave forms, under the same look. The sound plays without them too. */
  async look() {
    const answer = await fetch(`${this.getAttribute('src')}/peaks?columns=${this.wave.columns}`, { cache: 'no-store' }).catch(() => null);
    if (!answer?.ok) return;
    this.wave.peaks = await answer.json();
    this.setAttribute('seconds', this.wave.peaks.durationMillis / 1000);
    this.wave.draw();
    this.show();
    this.dataset.drawn = 'true';
  }

  /** Takes a copy for a purpose; gives why not in words, empty if the browser has the file. Moments are in ms, or null for the ends. */
  async copy(purpose, from, to) {
    const asked = new URLSearchParams(Object.entries({ from, to }).filter(([, value]) => value !== null));
    const headers = { 'Patchbay-Purpose': encodeURIComponent(purpose), 'Accept-Language': document.documentElement.lang };
    try {
      const answer = await fetch(`${this.getAttribute('src')}/copy?${asked}`, { headers, cache: 'no-store' });
      if (!answer.ok) return (await answer.text()) || this.getAttribute('copy-failed');
      const name = /filename="([^"]+)"/.exec(answer.headers.get('Content-Disposition'))?.[1] ?? 'recording.wav';
      window.patchbay.download(name, await answer.blob(), 'audio/wav');
      return '';
    } catch {
      return this.getAttribute('copy-failed');
    }
  }

  say(word) {
    this.said.textContent = word ? this.getAttribute(word) ?? '' : '';
  }

  seek(seconds) {
    const to = Math.max(0, Math.min(this.length, seconds));
    this.start = to;
    if (this.audio.src) this.audio.currentTime = to;
    this.show();
  }

  pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest('input, textarea, vaadin-text-area, vaadin-text-field')) return;
    const at = this.audio.src ? this.audio.currentTime : this.start;
    const speed = SPEEDS.indexOf(this.audio.playbackRate);
    const button = event.target.closest('button');
    const does = {
      ' ': button ? undefined : () => this.toggle(),
      ArrowLeft: () => this.seek(at - STEP_SECONDS),
      ArrowRight: () => this.seek(at + STEP_SECONDS),
      Home: () => this.seek(0),
      End: () => this.seek(this.length),
      m: () => this.note(),
      M: () => this.note(),
      ArrowUp: () => this.faster(SPEEDS[Math.min(SPEEDS.length - 1, speed + 1)]),
      ArrowDown: () => this.faster(SPEEDS[Math.max(0, speed - 1)]),
    }[event.key];
    if (does) {
      event.preventDefault();
      does();
    }
  }

  /** Asks for a mark where it is now. */
  note() {
    this.dispatchEvent(new CustomEvent('pb-mark', { detail: { at: Math.round((this.audio.src ? this.audio.currentTime : this.start) * 1000) } }));
  }

  show() {
    const at = this.audio.src ? this.audio.currentTime : this.start;
    const playing = !this.audio.paused;
    this.icon.className = `i i-${playing ? 'pause' : 'play'}`;
    this.button.ariaLabel = this.getAttribute(playing ? 'pause' : 'play');
    this.button.title = this.button.ariaLabel;
    this.at.textContent = duration(at * 1000);
    this.whole.textContent = `/ ${duration(this.length * 1000)}`;
    this.wave.move(at, this.length);
    this.dataset.playing = playing;
    this.dataset.at = Math.floor(at);
  }
}

customElements.define('pb-player', Player);
