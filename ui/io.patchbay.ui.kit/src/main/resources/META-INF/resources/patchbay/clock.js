// SPDX-License-Identifier: Apache-2.0
// Times that run by themselves: nothing is pushed for a second that passes.

let offset = 0;
const running = new Set();
const tick = () => running.forEach((element) => element.tick());

/** The server's clock in milliseconds. */
export const now = () => Date.now() + offset;

window.patchbay = Object.assign(window.patchbay ?? {}, {
  clock(serverNow) {
    offset = serverNow - Date.now();
    tick();
  },
});

const two = (n) => String(n).padStart(2, '0');
const chinese = () => document.documentElement.lang.startsWith('zh');

/** 4:12, 1:02:40; with leading zero in form "clock". */
export const duration = (ms, form) => {
  const s = Math.max(0, Math.floor(ms / 1000));
  const h = Math.floor(s / 3600);
  const m = Math.floor((s % 3600) / 60);
  return h > 0 ? `${h}:${two(m)}:${two(s % 60)}` : `${form === 'clock' ? two(m) : m}:${two(s % 60)}`;
};

/** 22 秒, 12 分, 1 小时; 22 s, 12 min, 1 h. */
export const age = (ms) => {
  const s = Math.max(0, Math.floor(ms / 1000));
  const [n, unit] = s < 60 ? [s, ['秒', 's']] : s < 3600 ? [Math.floor(s / 60), ['分', 'min']] : [Math.floor(s / 3600), ['小时', 'h']];
  return `${n} ${unit[chinese() ? 0 : 1]}`;
};

class Running extends HTMLElement {
  connectedCallback() {
    running.add(this);
    this.tick();
  }

  disconnectedCallback() {
    running.delete(this);
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.tick();
    }
  }

  number(name) {
    return Number(this.getAttribute(name));
  }

  /** The share of the time that is left, 1 to 0. */
  left() {
    const from = this.number('from');
    return Math.min(1, Math.max(0, (this.number('until') - now()) / Math.max(1, this.number('until') - from)));
  }

  secondsLeft() {
    return Math.max(0, Math.ceil((this.number('until') - now()) / 1000));
  }
}

/** A time: since a moment, or until one. */
class Time extends Running {
  static observedAttributes = ['since', 'until', 'form'];

  tick() {
    const form = this.getAttribute('form');
    const ms = this.hasAttribute('until') ? this.secondsLeft() * 1000 : now() - this.number('since');
    const text = form === 'age' ? age(ms) : duration(ms, form);
    if (this.textContent !== text) {
      this.textContent = text;
    }
  }
}

/** A thin bar that empties. */
class Slot extends Running {
  static observedAttributes = ['from', 'until'];

  tick() {
    this.firstElementChild ?? this.append(document.createElement('i'));
    this.firstElementChild.style.width = `${(this.left() * 100).toFixed(1)}%`;
  }
}

/** The ring of an offer: seconds left in words of one number, and as an arc. */
class Ring extends Running {
  static observedAttributes = ['from', 'until'];

  tick() {
    if (!this.firstElementChild) {
      this.innerHTML = `<svg viewBox="0 0 52 52" width="52" height="52" aria-hidden="true" fill="none" stroke-width="4"><circle cx="26" cy="26" r="23" stroke="var(--pb-primary-line)"/>
        <circle cx="26" cy="26" r="23" stroke="var(--pb-primary)" stroke-linecap="round" stroke-dasharray="144.5" transform="rotate(-90 26 26)"/></svg><b class="num"></b>`;
    }
    this.querySelectorAll('circle')[1].style.strokeDashoffset = String(144.5 * (1 - this.left()));
    this.querySelector('b').textContent = String(this.secondsLeft());
  }
}

customElements.define('pb-time', Time);
customElements.define('pb-slot', Slot);
customElements.define('pb-ring', Ring);
setInterval(tick, 500);
