// SPDX-License-Identifier: Apache-2.0
// Renders the queue editor and the matrix in both themes and languages into shots/out, with contacts that wait.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { customer, id, launch, signIn } from './browser.mjs';
import { Patchbay, until } from './patchbay.mjs';

const OUT = fileURLToPath(new URL('../shots/out/', import.meta.url));
mkdirSync(OUT, { recursive: true });
const patchbay = await Patchbay.start();
const browser = await launch();

async function types(window, field, value) {
  const input = window.locator(`${id(field)} input`);
  await input.fill(String(value));
  await input.press('Tab');
}

try {
  const body = {
    queue: 'service', name: '客户服务', unit: 'headquarters', ringSeconds: 15,
    steps: [{ from: 0, needs: { service: 4, loans: 6 } }, { from: 30, needs: { service: 3 } }, { from: 60, anyone: true }],
    wrapUp: 'FIXED', wrapUpSeconds: 90, noAnswer: { then: 'NOT_READY', times: 3 },
    rating: { asked: true, of: 5, question: { english: 'How was our service? Answer 1 to 5.', chinese: '您对本次服务满意吗？请回复 1 到 5。' } },
    overflow: [{ when: 'WAIT', threshold: 90, to: 'loans' }, { when: 'POSITION', threshold: 12, to: 'complaints' }],
  };
  console.log(JSON.stringify((await patchbay.command('admin', 'queue.save', body)).body));
  for (const name of ['林若晴', 'Emma Wilson']) await (await customer(browser, patchbay, name)).writes('你好，我想提前还款');
  await until('they wait', async () => (await patchbay.api('admin', '/interactions?queue=service&limit=5')).body.items.length === 2);
  for (const [locale, dark, width, height] of [['zh-CN', false, 1920, 1080], ['en', true, 1920, 1080], ['en', false, 1366, 768], ['zh-CN', true, 1366, 768]]) {
    const window = await signIn(browser, patchbay, 'admin', { locale, width, height });
    await window.click(id('me'));
    await window.click(id(dark ? 'theme-dark' : 'theme-light'));
    await window.keyboard.press('Escape');
    await window.locator('.toast .x, .tst .x').first().click({ timeout: 1000 }).catch(() => {});
    for (const tab of ['steps', 'basics', 'priority', 'overflow', 'waiting', 'wrapup', 'people']) {
      await window.goto(`${patchbay.url}/admin/queues/service/${tab}`);
      await window.waitForSelector(id(`queue-tab-${tab}`));
      if (tab === 'steps') await types(window, 'step-end-2', 42);
      if (tab === 'overflow') {
        await window.click(id('replay-run'));
        await window.waitForSelector(`${id('replay')} tbody tr`);
      }
      await window.waitForTimeout(2000);
      await window.screenshot({ path: `${OUT}queue-${tab}-${locale}-${dark ? 'dark' : 'light'}-${width}.png` });
    }
    await window.goto(`${patchbay.url}/admin/matrix`);
    await window.waitForSelector(id('matrix'));
    await window.waitForTimeout(800);
    await window.screenshot({ path: `${OUT}queue-matrix-${locale}-${dark ? 'dark' : 'light'}-${width}.png` });
    console.log(locale, dark, window.errors);
    await window.context().close();
  }
} finally {
  await browser.close();
  await patchbay.stop();
}
