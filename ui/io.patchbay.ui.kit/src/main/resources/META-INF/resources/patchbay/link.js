// SPDX-License-Identifier: Apache-2.0
// Notices within 5 s that nothing is pushed any more, says so, and finds back.

const SILENCE = 5000;
const clock = (ms, zone) => new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: zone }).format(ms);

class Link extends HTMLElement {
  connectedCallback() {
    this.heard = Date.now();
    this.window = Math.random().toString(36).slice(2, 12);
    this.bar = Object.assign(document.createElement('div'), { className: 'lostbar', hidden: true });
    this.bar.setAttribute('role', 'alert');
    this.bar.dataset.testid = 'connection-lost';
    this.append(this.bar);
    this.worker = new Worker('/patchbay/heartbeat.js');
    this.worker.onmessage = () => this.look();
  }

  disconnectedCallback() {
    this.worker.terminate();
    this.bar.remove();
  }

  /** The server counts here every two seconds, through push. */
  set beat(count) {
    this.heard = Date.now();
    if (this.lostAt) {
      this.found();
    }
  }

  look() {
    const silent = Date.now() - this.heard;
    if (!this.lostAt && silent >= SILENCE - 500) {
      this.lostAt = this.heard;
      this.tries = 0;
      this.bar.hidden = false;
      document.body.classList.toggle('desk-open', !!document.querySelector('.desk'));
      this.state('bad', this.getAttribute('lost-short'));
    }
    if (this.lostAt) {
      this.reach();
    }
  }

  async reach() {
    if (this.reaching) {
      return;
    }
    this.reaching = true;
    this.tries++;
    const words = this.getAttribute('lost').replace('{n}', this.tries).replace('{time}', clock(this.lostAt, this.getAttribute('zone')));
    this.bar.replaceChildren(Object.assign(document.createElement('i'), { className: 'i i-wifi' }), Object.assign(document.createElement('span'), { textContent: words }));
    try {
      const answer = await fetch(`/patchbay/alive?without-push=${this.window}`, { cache: 'no-store', signal: AbortSignal.timeout(2000) });
      // The server is there but pushes nothing for this page: a new page joins it, drafts are kept.
      this.alive = answer.ok ? (this.alive ?? Date.now()) : undefined;
      if (this.alive && Date.now() - this.alive > 6000) {
        location.reload();
      }
    } catch {
      this.alive = undefined;
    }
    await new Promise((done) => setTimeout(done, 1000));
    this.reaching = false;
  }

  found() {
    this.lostAt = undefined;
    this.alive = undefined;
    this.bar.hidden = true;
    this.state('ok', this.getAttribute('back'));
    setTimeout(() => this.lostAt || this.state('ok', this.getAttribute('connected')), 3000);
  }

  state(tone, words) {
    const line = document.querySelector('.linkst');
    if (line) {
      line.classList.toggle('bad', tone === 'bad');
      line.classList.toggle('ok', tone === 'ok');
      line.querySelector('span').textContent = words;
    }
  }
}

customElements.define('pb-link', Link);
