// SPDX-License-Identifier: Apache-2.0
// Push latency: from the time of a message's journal entry to the message on the agent's screen, in a real Chromium.
// node benchmarks/push.mjs [lines] [pause in ms]; PATCHBAY_DIST=DIR measures an unpacked distribution. Same machine, same clock.
import { loadavg, cpus } from 'node:os';
import { customer, id, launch, signIn } from '../karaf-distribution/e2e/lib/browser.mjs';
import { Patchbay, until } from '../karaf-distribution/e2e/lib/patchbay.mjs';

const LINES = Number(process.argv[2] ?? 100);
const PAUSE_MILLIS = Number(process.argv[3] ?? 150);
const load = loadavg()[0].toFixed(1);

const patchbay = await Patchbay.start();
let browser;
try {
  browser = await launch();
  const alice = await signIn(browser, patchbay, 'alice');
  await alice.click(id('go-ready'));
  await until('alice is ready', async () => (await patchbay.api('alice', '/agents/me')).body.presence === 'ready');
  const shop = await customer(browser, patchbay, '林若晴');
  await shop.writes('begin');
  await alice.waitForSelector(id('offer-accept'));
  await alice.keyboard.press('F2');
  await alice.locator(id('messages'), { hasText: 'begin' }).waitFor();

  // The page itself notes when a line comes into view: no round trip of the test is in the figure.
  await alice.evaluate((selector) => {
    globalThis.seen = {};
    const look = () => {
      for (const [, line] of document.querySelector(selector).innerText.matchAll(/line-(\d+)\./g)) globalThis.seen[line] ??= Date.now();
    };
    new MutationObserver(look).observe(document.querySelector(selector), { subtree: true, childList: true, characterData: true });
  }, id('messages'));

  for (let line = 0; line < LINES; line++) {
    await shop.locator('textarea').fill(`line-${line}.`);
    await shop.locator('textarea').press('Enter');
    await shop.waitForTimeout(PAUSE_MILLIS);
  }
  await until('all lines are seen', () => alice.evaluate((count) => Object.keys(globalThis.seen).length === count, LINES), 60_000);
  const seen = await alice.evaluate(() => globalThis.seen);
  const [{ id: interaction }] = (await patchbay.api('admin', '/interactions?limit=1')).body.items;
  const { items } = (await patchbay.api('admin', `/interactions/${interaction}/messages`)).body;
  const millis = items.flatMap(({ text, at }) => {
    const line = /^line-(\d+)\.$/.exec(text);
    return line ? [seen[line[1]] - Date.parse(at)] : [];
  }).sort((a, b) => a - b);
  const at = (share) => millis[Math.min(millis.length - 1, Math.floor(millis.length * share))];
  console.log(`machine: ${cpus().length} cores; push latency of ${millis.length} lines: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms; `
    + `load average before ${load}, after ${loadavg()[0].toFixed(1)}`);
} finally {
  await browser?.close();
  await patchbay.stop();
}
