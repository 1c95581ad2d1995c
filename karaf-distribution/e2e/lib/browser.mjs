// SPDX-License-Identifier: Apache-2.0
// People in a real Chromium: agents in the console, customers with the widget.
import { chromium } from 'playwright-core';

const ARGS = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export const launch = (...more) => chromium.launch({ executablePath: '/usr/bin/chromium', args: [...ARGS, ...more] });

export const id = (name) => `[data-testid="${name}"]`;

/** A fresh browser window that remembers each error its page makes. */
export async function page(browser, { width = 1920, height = 1080, locale = 'zh-CN', dark = false } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, locale, colorScheme: dark ? 'dark' : 'light' });
  const window = await context.newPage();
  window.errors = [];
  window.on('pageerror', (error) => window.errors.push(error.message));
  window.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught/.test(message.text())) window.errors.push(message.text());
  });
  window.setDefaultTimeout(20_000);
  return window;
}

export async function signIn(browser, patchbay, user, options) {
  const console = await page(browser, options);
  if (options?.theme) await console.context().addCookies([{ name: 'patchbay-theme', value: options.theme, url: patchbay.url }]);
  await console.goto(patchbay.url + '/');
  await console.fill(`${id('signin-user')} input`, user);
  await console.fill(`${id('signin-password')} input`, 'patchbay');
  await console.click(id('signin-go'));
  await console.waitForSelector(id('me'));
  await console.waitForURL((url) => url.pathname !== '/'); // the landing of one's role
  return console;
}

/**
 * Presses a key once it has something to press: the desk may still be on its way to what the server already says, and
 * ignores presses for 400 ms after a button took another's place (UX.md 4).
 */
export async function press(console, key) {
  await console.waitForFunction((name) => {
    const targets = [...document.querySelectorAll(`[data-keys~="${CSS.escape(name)}"]`)].filter((one) => one.checkVisibility());
    return targets.length > 0 && targets.at(-1).getAttribute('aria-disabled') !== 'true';
  }, key.replace('Control', 'Ctrl'));
  await console.keyboard.press(key);
}

/** A customer on the demo page with the chat open. */
export async function customer(browser, patchbay, name, options = {}) {
  const shop = await page(browser, { width: 1400, height: 900, ...options });
  await shop.goto(`${patchbay.url}/chat/${options.locale === 'en' ? '?lang=en' : ''}`);
  await shop.locator('.launcher').click();
  await shop.locator('input.name').fill(name);
  return Object.assign(shop, {
    async writes(text) {
      await shop.locator('textarea').fill(text);
      await shop.locator('textarea').press('Enter');
      await shop.locator('.meta.me', { hasText: '✓' }).last().waitFor();
    },
    reads: (text) => shop.locator('.log', { hasText: text }).waitFor(),
  });
}
