// SPDX-License-Identifier: Apache-2.0
import { duration } from './clock.js';

const BAR = 3; // pixels from one bar to the next
const QUIET = 3000; // what is more quiet than this is not blown up
const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];
const TICKS = 8;
const SIGN = 26; // pixels that a label without its words takes

const make = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text ?? '' });

/**
 * The two sides of a recording, drawn: customer above, agent below, hatched where nothing was kept, marks over them. What
 * has been played is tinted. Times are in seconds.
 */
export class Wave {
  constructor({ customer, agent, hint, label }) {
    this.element = make('div', 'wave');
    const sides = make('div', 'wsides');
    sides.append(this.side('c', customer), this.side('a', agent));
    this.labels = make('div', 'wmarks');
    this.area = make('div', 'warea');
    this.area.tabIndex = 0;
    this.area.setAttribute('role', 'slider');
    this.area.setAttribute('aria-label', label);
    this.area.dataset.testid = 'player-seek';
    this.canvas = make('canvas', 'wcanvas');
    this.played = make('div', 'wplayed');
    this.head = make('div', 'whead');
    this.hint = make('span', 'whint', hint);
    this.lines = make('div', '');
    this.area.append(this.played, this.canvas, this.lines, this.head, this.hint);
    this.ticks = make('div', 'wticks num');
    const right = make('div', 'wright');
    right.append(this.labels, this.area, this.ticks);
    this.element.append(sides, right);
    this.peaks = null;
    this.marks = [];
    this.spans = [];
    this.length = 0;
    this.size = new ResizeObserver(() => this.draw());
    this.theme = new MutationObserver(() => this.draw());
  }

  side(key, name) {
    const side = make('span', key, name);
    side.prepend(make('i', ''));
    return side;
  }

  connect() {
    this.size.observe(this.area);
    this.theme.observe(document.documentElement, { attributes: true });
  }

  disconnect() {
    this.size.disconnect();
    this.theme.disconnect();
  }

  /** How many columns there is room for. */
  get columns() {
    return Math.max(50, Math.min(4000, Math.floor(this.area.clientWidth / BAR)));
  }

  /** Where in the sound a pointer is. */
  at(event) {
    const box = this.area.getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)) * this.length;
  }

  /** Shows where it plays. */
  move(at, length) {
    const share = length > 0 ? Math.min(100, (at / length) * 100) : 0;
    this.head.style.left = `${share}%`;
    this.played.style.width = `${share}%`;
    this.area.setAttribute('aria-valuemin', 0);
    this.area.setAttribute('aria-valuemax', Math.ceil(length));
    this.area.setAttribute('aria-valuenow', Math.floor(at));
    this.area.setAttribute('aria-valuetext', `${duration(at * 1000)} / ${duration(length * 1000)}`);
    if (length !== this.length) {
      this.length = length;
      this.draw();
    }
  }

  draw() {
    const box = this.area.getBoundingClientRect();
    if (!box.width || !this.element.isConnected) return;
    this.hint.hidden = Boolean(this.peaks);
    const scale = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(box.width * scale);
    this.canvas.height = Math.round(box.height * scale);
    const pen = this.canvas.getContext('2d');
    pen.scale(scale, scale);
    const style = getComputedStyle(this.area);
    const colour = (name) => style.getPropertyValue(name).trim();
    const half = box.height / 2;
    pen.fillStyle = colour('--pb-line');
    pen.fillRect(0, half, box.width, 1);
    for (const middle of [half / 2, half * 1.5]) pen.fillRect(0, Math.round(middle), box.width, 1);
    if (this.peaks) {
      const loudest = Math.max(QUIET, ...this.peaks.customer, ...this.peaks.agent);
      this.bars(pen, this.peaks.customer, half / 2, half * 0.46, loudest, box.width, colour('--pb-c3'));
      this.bars(pen, this.peaks.agent, half * 1.5, half * 0.46, loudest, box.width, colour('--pb-c1'));
      for (const gap of this.peaks.gaps) this.gap(pen, gap, box, colour);
    }
    this.label();
    this.line();
    this.scale(box.width);
  }

  /** The columns cover the stretch they were asked for, which may be shorter than what has come since. */
  bars(pen, peaks, middle, most, loudest, width, colour) {
    const share = this.length > 0 ? Math.min(1, this.peaks.toMillis / 1000 / this.length) : 1;
    pen.fillStyle = colour;
    peaks.forEach((peak, i) => {
      const height = Math.max(0.5, (peak / loudest) * most);
      if (peak > 0) pen.fillRect((i / peaks.length) * width * share, middle - height, 1.75, height * 2);
    });
  }

  gap(pen, gap, box, colour) {
    const left = (gap.atMillis / 1000 / this.length) * box.width;
    const width = Math.max(2, (gap.lengthMillis / 1000 / this.length) * box.width);
    pen.save();
    pen.beginPath();
    pen.rect(left, 0, width, box.height);
    pen.clip();
    pen.fillStyle = colour(gap.why === 'paused' ? '--pb-violet-bg' : '--pb-hover');
    pen.fillRect(left, 0, width, box.height);
    pen.strokeStyle = colour(gap.why === 'paused' ? '--pb-violet-line' : '--pb-line-strong');
    pen.lineWidth = 2;
    for (let x = left - box.height; x < left + width; x += 8) {
      pen.beginPath();
      pen.moveTo(x, box.height);
      pen.lineTo(x + box.height, 0);
      pen.stroke();
    }
    pen.restore();
  }

  /** Names above: as a word where there is room, else as a sign alone. */
  label() {
    const gaps = (this.peaks?.gaps ?? []).map((gap) => ({ at: gap.atMillis / 1000, text: this.gapWords(gap), tone: gap.why === 'paused' ? 'vi' : 'no', icon: gap.why === 'paused' ? 'card' : 'alert' }));
    const marks = this.marks.map((mark) => ({ at: mark.at, text: mark.text, tone: 'pr', icon: 'note', mark }));
    const all = [...gaps, ...marks].sort((a, b) => a.at - b.at);
    const width = this.labels.clientWidth;
    this.labels.replaceChildren();
    if (!this.length) return;
    let least = 0;
    for (const one of all) {
      one.left = Math.max(least, Math.min((one.at / this.length) * width, width - SIGN));
      least = one.left + SIGN + 2;
    }
    all.forEach((one, i) => {
      const label = make(one.mark ? 'button' : 'span', `wmark ${one.tone}`);
      const room = (all[i + 1]?.left ?? width) - one.left - 2;
      label.append(make('i', `i i-${one.icon} b12`));
      if (room > 2 * SIGN) label.append(make('span', 'el', one.text));
      label.style.left = `${one.left}px`;
      label.style.maxWidth = `${Math.max(SIGN, Math.min(200, room))}px`;
      label.title = `${duration(one.at * 1000)} ${one.text}`;
      if (one.mark) {
        label.type = 'button';
        label.ariaLabel = label.title;
        label.dataset.testid = 'wave-mark';
        label.onclick = () => this.onmark?.(one.mark);
      } else {
        label.dataset.testid = 'wave-gap';
      }
      this.labels.append(label);
    });
  }

  /** Who else was there, and holds: a line with its words beneath the side. */
  line() {
    this.lines.replaceChildren();
    if (!this.length) return;
    for (const span of this.spans) {
      const line = make('span', `wspan ${span.customer ? 'c' : 'a'}`, span.text);
      const left = Math.min(100, (span.from / this.length) * 100);
      line.style.left = `${left}%`;
      line.style.width = `${Math.min(100, (span.to / this.length) * 100) - left}%`;
      line.title = `${duration(span.from * 1000)} – ${duration(span.to * 1000)} ${span.text}`;
      line.dataset.testid = 'wave-span';
      this.lines.append(line);
    }
  }

  scale(width) {
    this.ticks.replaceChildren();
    if (!this.length) return;
    const step = STEPS.find((one) => this.length / one <= TICKS) ?? 3600 * Math.ceil(this.length / 3600 / TICKS);
    for (let at = 0; at < this.length; at += step) {
      const tick = make('span', '', duration(at * 1000));
      tick.style.left = `${(at / this.length) * 100}%`;
      if ((at / this.length) * width < width - 34) this.ticks.append(tick);
    }
  }
}
