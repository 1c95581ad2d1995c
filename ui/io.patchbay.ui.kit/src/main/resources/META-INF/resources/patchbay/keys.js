// SPDX-License-Identifier: Apache-2.0
import { composing } from './composer.js';

/** The name of a key press: "F2", "Shift+F2", "Alt+X", "Ctrl+/"; letters by their place, so that a Mac's Alt does not matter. */
const nameOf = (event) => {
  const key = event.code.startsWith('Key') ? event.code.slice(3) : event.code.startsWith('Digit') ? event.code.slice(5) : event.code === 'Slash' ? '/' : event.key;
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${key}`;
};

const seen = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;

/**
 * Shortcuts of the page: a press is the press of the visible element that carries the key in data-keys; other keys in
 * the attribute "keys" are told to the server. Nothing happens while an input method is composing.
 */
class Keys extends HTMLElement {
  connectedCallback() {
    this.listener = (event) => this.pressed(event);
    window.addEventListener('keydown', this.listener, true);
  }

  disconnectedCallback() {
    window.removeEventListener('keydown', this.listener, true);
  }

  pressed(event) {
    if (composing(event) || event.repeat || event.defaultPrevented) {
      return;
    }
    const name = nameOf(event);
    const plain = name.length === 1;
    if (plain && event.target.closest?.('input, textarea')) {
      return;
    }
    const targets = [...document.querySelectorAll(`[data-keys~="${CSS.escape(name)}"]`)].filter(seen);
    if (targets.length > 0) {
      event.preventDefault();
      event.stopImmediatePropagation();
      targets.at(-1).click();
    } else if ((this.getAttribute('keys') ?? '').split(' ').includes(name)) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('pb-key', { detail: { key: name } }));
    }
  }
}

// Arrow keys walk through a listbox or menu; Enter and Space press.
document.addEventListener('keydown', (event) => {
  const list = event.target.closest?.('[role="listbox"], [role="menu"]');
  if (!list || composing(event) || event.altKey || event.ctrlKey) {
    return;
  }
  const items = [...list.querySelectorAll('[role="option"], [role="menuitem"], [role="menuitemradio"]')].filter(seen);
  const at = items.indexOf(event.target);
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -at, End: items.length - 1 - at }[event.key];
  if (at >= 0 && step !== undefined) {
    event.preventDefault();
    items[Math.min(items.length - 1, Math.max(0, at + step))].focus();
  } else if (at >= 0 && event.target.tagName !== 'BUTTON' && event.target.tagName !== 'A' && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
    event.target.click();
  }
});

customElements.define('pb-keys', Keys);
