// SPDX-License-Identifier: Apache-2.0
import { duration } from './clock.js';

const STEP_SECONDS = 5;
const SPEEDS = [0.75, 1, 1.25, 1.5, 2];
const REFUSED = { 403: 'forbidden', 404: 'missing', 410: 'erased' };

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

/**
 * A recording: play, seek and speed by pointer and by keys while the focus is in it (Space, arrows). Nothing is asked of the
 * server before the first press on play; that press is the look that is traced.
 */
class Player extends HTMLElement {
  connectedCallback() {
    if (this.audio) return;
    this.setAttribute('role', 'group');
    this.audio = make('audio', { preload: 'none' });
    this.icon = make('i', { className: 'i i-play', ariaHidden: 'true' });
    this.button = make('button', { type: 'button', className: 'pbtn' }, this.icon);
    this.button.dataset.testid = 'player-play';
    this.at = make('b', { className: 'num' });
    this.whole = make('span', { className: 't2 num' });
    this.line = make('input', { type: 'range', min: 0, step: 1, ariaLabel: this.getAttribute('seek') });
    this.line.dataset.testid = 'player-seek';
    this.speeds = make('span', { className: 'seg', role: 'group', ariaLabel: this.getAttribute('speed') }, ...SPEEDS.map((speed) => this.speed(speed)));
    this.said = make('span', { className: 'er s', role: 'alert' });
    this.said.dataset.testid = 'player-said';
    this.append(this.button, this.at, this.whole, this.line, this.speeds, this.said, this.audio);
    this.button.onclick = () => this.toggle();
    this.line.oninput = () => this.seek(Number(this.line.value));
    this.addEventListener('keydown', (event) => this.pressed(event));
    for (const name of ['timeupdate', 'play', 'pause', 'durationchange', 'ended']) this.audio.addEventListener(name, () => this.show());
    this.audio.addEventListener('error', () => this.audio.src && this.say('broken'));
    this.start = Number(this.getAttribute('from') ?? 0);
    this.faster(1);
    this.show();
  }

  disconnectedCallback() {
    this.audio?.pause();
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
    return true;
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
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = this.audio.src ? this.audio.currentTime : this.start;
    const speed = SPEEDS.indexOf(this.audio.playbackRate);
    const button = event.target.closest('button');
    const does = {
      ' ': button ? undefined : () => this.toggle(),
      ArrowLeft: () => this.seek(at - STEP_SECONDS),
      ArrowRight: () => this.seek(at + STEP_SECONDS),
      Home: () => this.seek(0),
      ArrowUp: () => this.faster(SPEEDS[Math.min(SPEEDS.length - 1, speed + 1)]),
      ArrowDown: () => this.faster(SPEEDS[Math.max(0, speed - 1)]),
    }[event.key];
    if (does) {
      event.preventDefault();
      does();
    }
  }

  show() {
    const at = this.audio.src ? this.audio.currentTime : this.start;
    const playing = !this.audio.paused;
    this.icon.className = `i i-${playing ? 'pause' : 'play'}`;
    this.button.ariaLabel = this.getAttribute(playing ? 'pause' : 'play');
    this.button.title = this.button.ariaLabel;
    this.at.textContent = duration(at * 1000);
    this.whole.textContent = `/ ${duration(this.length * 1000)}`;
    this.line.max = Math.ceil(this.length);
    this.line.value = Math.floor(at);
    this.line.ariaValueText = this.at.textContent;
    this.dataset.playing = playing;
    this.dataset.at = Math.floor(at);
  }
}

customElements.define('pb-player', Player);
