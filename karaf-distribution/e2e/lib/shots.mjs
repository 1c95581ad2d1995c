// SPDX-License-Identifier: Apache-2.0
// Renders every view in both themes, languages and sizes into shots/out, with a contact in each state to look at.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { customer, id, launch, page, signIn } from './browser.mjs';
import { Patchbay, until } from './patchbay.mjs';

const OUT = fileURLToPath(new URL('../shots/out/', import.meta.url));
const SIZES = { '1920': [1920, 1080], '1366': [1366, 650] };
mkdirSync(OUT, { recursive: true });

const patchbay = await Patchbay.start();
const browser = await launch();
let shots = 0;
const shot = async (window, name) => {
  await window.waitForTimeout(900); // charts and pushed figures settle
  await window.screenshot({ path: `${OUT}${name}.png` });
  shots++;
};
const me = async () => (await patchbay.api('alice', '/agents/me')).body;

try {
  await patchbay.presence('alice', 'ready');
  for (let n = 0; n < 3; n++) { // something for records and reports
    const shop = await customer(browser, patchbay, ['林若晴', '王建国', 'Emma Wilson'][n]);
    await shop.writes('你好，我想提前还款');
    const { interaction } = await until('it rings', async () => (await me()).offers[0]);
    await patchbay.command('alice', 'assignment.accept', { interaction });
    await patchbay.command('alice', 'message.send', { interaction, text: '您好，可以在手机银行办理。' });
    await patchbay.command('alice', 'assignment.complete', { interaction, disposition: ['enquiry', 'business', 'other'][n], notes: '已说明流程' });
    await shop.context().close();
  }
  await patchbay.presence('alice', 'loggedOut');
  const route = (name, step) => `- route: {id: ${name}, from: {uri: "timer:${name}?period=2000&repeatCount=5", steps: [${step}]}}\n`;
  for (const [name, text] of Object.entries({ // one that runs, one that fails into the dead letters, one that is refused
    'prices.yaml': route('prices', '{setBody: {constant: 4.2}}'),
    'loans.yaml': route('loans', '{to: "patchbay:dead-letters"}, {to: "http://127.0.0.1:1/loans"}'),
    'cards.yaml': route('cards', '{to: "nonsense:cards"}'),
  })) writeFileSync(join(patchbay.home, 'routes', name), text);
  for (const locale of ['zh-CN', 'en']) {
    for (const dark of [false, true]) {
      for (const [size, [width, height]] of Object.entries(SIZES)) {
        const name = (view) => `${view}-${locale}-${dark ? 'dark' : 'light'}-${size}`;
        const options = { width, height, locale, dark };
        const door = await page(browser, options);
        await door.goto(patchbay.url + '/');
        await door.waitForSelector(id('signin-user'));
        await shot(door, name('sign-in'));
        await door.context().close();

        const theme = async (window) => {
          await window.click(id('me'));
          await window.click(id(dark ? 'theme-dark' : 'theme-light'));
          await window.waitForSelector(`html[theme~="${dark ? 'dark' : 'light'}"]`);
          await window.keyboard.press('Escape');
        };
        const alice = await signIn(browser, patchbay, 'alice', options);
        await theme(alice);
        await shot(alice, name('desk-empty'));
        await alice.click(id('go-ready'));
        const shop = await customer(browser, patchbay, '周雨桐', { locale });
        await shop.writes(locale === 'en' ? 'Hello, early repayment?' : '你好，提前还款怎么预约？');
        await alice.waitForSelector(id('offer-accept'));
        await shot(alice, name('desk-ringing'));
        await shot(shop, name('widget-waiting'));
        await alice.keyboard.press('F2');
        await alice.waitForSelector(id('composer'));
        const { interaction } = await until('accepted', async () => (await me()).assignments[0]);
        await patchbay.command('alice', 'message.send', { interaction, text: '您好，可以在手机银行预约。' });
        await shot(alice, name('desk-chat'));
        await shot(shop, name('widget-chat'));
        await alice.keyboard.press('Alt+w');
        await alice.waitForSelector(id('wrapup-complete'));
        await shot(alice, name('desk-wrapup'));
        await patchbay.command('alice', 'assignment.complete', { interaction, disposition: 'enquiry', notes: '' });
        await Promise.all([shop.context().close(), alice.context().close()]);
        await patchbay.presence('alice', 'loggedOut');

        const admin = await signIn(browser, patchbay, 'admin', options);
        await theme(admin);
        for (const view of ['floor', 'records', 'reports', 'admin', `records/${interaction}`, 'no/such/view']) {
          await admin.goto(`${patchbay.url}/${view}`);
          await admin.waitForSelector(id('me'));
          if (view === 'reports') await admin.click(id('report-run'));
          await shot(admin, name(view.replace(/\/.*/, view.startsWith('records/') ? '-detail' : view.startsWith('no/') ? '-not-found' : '')));
        }
        for (const tab of ['units', 'queues', 'skills', 'dispositions', 'reasons']) {
          await admin.goto(`${patchbay.url}/admin`);
          await admin.click(id(`tab-${tab}`));
          await shot(admin, name(`admin-${tab}`));
        }
        for (const tab of ['numbers', 'phones', 'trunks']) { // what is there with the voice channel of this build
          await admin.goto(`${patchbay.url}/channels/${tab}`);
          await admin.waitForSelector(id(`tab-${tab}`));
          await shot(admin, name(`channels-${tab}`));
        }
        for (const tab of ['contexts', 'dead-letters']) {
          await admin.goto(`${patchbay.url}/integration/${tab}`);
          await admin.waitForSelector(id(`tab-${tab}`));
          await shot(admin, name(`integration-${tab}`));
        }
        await admin.context().close();
      }
    }
  }
  const phone = await customer(browser, patchbay, '手机用户', { width: 390, height: 844 });
  await shot(phone, 'widget-phone');
} finally {
  await browser.close();
  await patchbay.stop();
}
console.log(`${shots} pictures in karaf-distribution/e2e/shots/out`);
