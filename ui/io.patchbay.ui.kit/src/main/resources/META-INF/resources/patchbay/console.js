// SPDX-License-Identifier: Apache-2.0
// What the console does in the browser at once, without asking the server. Loaded before Flow starts.
import './clock.js';
import './composer.js';
import './keys.js';
import './link.js';
import './log.js';
import './player.js';
import './ringer.js';
import './softphone.js';

const icon = (waiting) => (waiting ? '/patchbay/icon-waiting.svg' : '/patchbay/icon.svg');

window.patchbay = Object.assign(window.patchbay ?? {}, {
  /** Title and favicon say when something waits. */
  badge(title, waiting) {
    document.title = title;
    const link = document.getElementById('icon');
    if (link && !link.href.endsWith(icon(waiting))) {
      link.href = icon(waiting);
    }
  },
  /** Keeps a choice of the reader for a year; the server reads it with the next page. */
  keep(name, value) {
    document.cookie = `patchbay-${name}=${value}; path=/; max-age=31536000; samesite=lax`;
  },
  theme(name) {
    document.documentElement.setAttribute('theme', name);
    this.keep('theme', name);
  },
  focus(selector) {
    document.querySelector(selector)?.focus();
  },
  /** Hands a text to the browser as a file. */
  download(name, text, type) {
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  },
});

// Caps lock is told where a password is typed.
document.addEventListener('keyup', (event) => {
  const hint = document.querySelector('.caps');
  if (hint && event.getModifierState) {
    hint.hidden = !(event.getModifierState('CapsLock') && event.target.closest?.('vaadin-password-field'));
  }
});

// What carries data-guard ignores presses for 400 ms after it took the place of something else.
const guarded = new WeakMap();
const guard = (element) => {
  if (guarded.get(element) !== element.dataset.guard) {
    guarded.set(element, element.dataset.guard);
    element.setAttribute('aria-disabled', 'true');
    setTimeout(() => element.removeAttribute('aria-disabled'), 400);
  }
};
new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === 'attributes') {
      guard(change.target);
    }
    for (const node of change.addedNodes) {
      if (node.nodeType === 1) {
        node.matches('[data-guard]') && guard(node);
        node.querySelectorAll('[data-guard]').forEach(guard);
      }
    }
  }
}).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-guard'] });
document.addEventListener('click', (event) => {
  if (event.target.closest?.('[aria-disabled="true"]')) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }
}, true);
