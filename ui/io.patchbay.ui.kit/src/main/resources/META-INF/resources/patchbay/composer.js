// SPDX-License-Identifier: Apache-2.0

/** Whether a key belongs to an input method that is still choosing characters. */
export const composing = (event) => event.isComposing || event.keyCode === 229;

/**
 * Where an agent writes. Enter sends, Shift Enter breaks the line; nothing is sent while an input method is composing.
 * Each event carries the conversation's key, so that a text can never end up in another one.
 */
class Composer extends HTMLElement {
  connectedCallback() {
    if (this.area) {
      return;
    }
    this.area = document.createElement('textarea');
    this.area.dataset.testid = 'composer';
    this.area.setAttribute('aria-label', this.getAttribute('label') ?? '');
    this.area.placeholder = this.getAttribute('placeholder') ?? '';
    this.area.maxLength = 8000;
    this.append(this.area);
    this.area.addEventListener('keydown', (event) => this.key(event));
    this.area.addEventListener('input', () => this.changed());
    this.area.addEventListener('blur', () => this.saveDraft());
  }

  /** Shows the draft of a conversation; what was typed for the former one is saved first. */
  load(key, draft, placeholder) {
    this.saveDraft();
    this.key_ = key;
    const kept = sessionStorage.getItem(`draft:${key}`);
    this.area.value = kept ?? draft;
    this.saved = draft;
    this.area.placeholder = placeholder;
    this.area.setAttribute('aria-label', placeholder);
    if (kept !== null) {
      this.saveDraft();
    }
  }

  /** Puts a text back that could not be sent. */
  restore(key, text) {
    if (this.key_ === key && !this.area.value) {
      this.area.value = text;
      this.changed();
    }
  }

  /** Puts words in where the cursor is. */
  insert(text) {
    const at = this.area.selectionStart ?? this.area.value.length;
    this.area.setRangeText(text, at, this.area.selectionEnd ?? at, 'end');
    this.area.focus();
    this.changed();
  }

  key(event) {
    if (event.key === '/' && !this.area.value && !composing(event)) {
      event.preventDefault();
      this.tell('pb-slash', '');
      return;
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.altKey && !composing(event)) {
      event.preventDefault();
      this.send();
    }
  }

  send() {
    const text = this.area.value.trim();
    if (!text || !this.key_) {
      return;
    }
    this.area.value = '';
    this.saved = '';
    clearTimeout(this.later);
    sessionStorage.removeItem(`draft:${this.key_}`);
    this.tell('pb-send', text);
  }

  changed() {
    sessionStorage.setItem(`draft:${this.key_}`, this.area.value);
    clearTimeout(this.later);
    this.later = setTimeout(() => this.saveDraft(), 500);
    if (this.area.value && Date.now() - (this.typed ?? 0) > 2500) {
      this.typed = Date.now();
      this.tell('pb-typing', '');
    }
  }

  saveDraft() {
    clearTimeout(this.later);
    if (this.key_ && this.area.value !== this.saved) {
      this.saved = this.area.value;
      this.tell('pb-draft', this.area.value);
    }
  }

  tell(name, text) {
    this.dispatchEvent(new CustomEvent(name, { detail: { key: this.key_, text } }));
  }
}

customElements.define('pb-composer', Composer);
