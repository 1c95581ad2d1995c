// SPDX-License-Identifier: Apache-2.0

/** Messages: stays at the end if the reader is there, else says how many came. */
class Log extends HTMLElement {
  connectedCallback() {
    this.bottom = true;
    this.fresh = 0;
    this.button = Object.assign(document.createElement('button'), { className: 'btn s mores', hidden: true, type: 'button' });
    this.button.onclick = () => this.toEnd();
    this.addEventListener('scroll', () => {
      this.bottom = this.scrollHeight - this.scrollTop - this.clientHeight < 40;
      if (this.bottom) {
        this.fresh = 0;
        this.button.hidden = true;
      }
    });
    this.changes = new MutationObserver((records) => this.changed(records));
    this.changes.observe(this, { childList: true });
    this.size = new ResizeObserver(() => this.bottom && this.toEnd());
    this.size.observe(this);
    requestAnimationFrame(() => this.toEnd());
  }

  disconnectedCallback() {
    this.changes.disconnect();
    this.size.disconnect();
  }

  changed(records) {
    const added = records.flatMap((record) => [...record.addedNodes]).filter((node) => node !== this.button && node.classList?.contains('msg'));
    if (this.button.parentNode !== this || this.lastElementChild !== this.button) {
      this.append(this.button);
    }
    if (this.bottom || added.length > 3 || added.some((node) => node.classList.contains('me'))) {
      this.toEnd();
    } else if (added.length > 0) {
      this.fresh += added.length;
      this.button.textContent = (this.getAttribute('more') ?? '{n}').replace('{n}', this.fresh);
      this.button.hidden = false;
    }
  }

  toEnd() {
    this.scrollTop = this.scrollHeight;
    this.bottom = true;
    this.button.hidden = true;
  }
}

customElements.define('pb-log', Log);
