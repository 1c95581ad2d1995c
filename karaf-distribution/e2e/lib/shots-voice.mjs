// SPDX-License-Identifier: Apache-2.0
// Pictures of calls, recordings and the administration of voice, on the bench: the states follow each other as told, without phones.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Bench } from './bench.mjs';
import { id, launch, signIn } from './browser.mjs';

const OUT = fileURLToPath(new URL('../shots/out/', import.meta.url));
const SIZES = { '1920': [1920, 1080], '1366': [1366, 650] };
mkdirSync(OUT, { recursive: true });

let shots = 0;
const picture = async (window, name) => {
  await window.waitForTimeout(700);
  await window.screenshot({ path: `${OUT}${name}.png` });
  shots++;
};

/** One round of a call, a picture of the bar in each state. */
async function calls(bench, alice, name) {
  await bench.does('phone?is=away');
  await alice.waitForSelector(id('phone-away'));
  await picture(alice, name('desk-phone-away'));
  await bench.does('phone?is=free');
  await bench.does('call?seconds=90');
  await alice.waitForSelector(id('offer-accept'));
  await picture(alice, name('desk-call-ringing'));
  await alice.keyboard.press('F2');
  await alice.waitForSelector(id('pick-up'));
  await picture(alice, name('desk-call-pick-up'));
  await bench.does('answer');
  await alice.waitForSelector(id('talk-timer'));
  await picture(alice, name('desk-call-talking'));
  await bench.does('trouble');
  await alice.waitForSelector(`${id('recording')}[data-recording="FAILED"]`);
  await picture(alice, name('desk-call-trouble'));
  await bench.does('offer?seconds=90');
  await alice.waitForSelector(id('offer-accept'));
  await picture(alice, name('desk-call-and-offer'));
  await alice.click(id('offer-decline'));
  await bench.does('hangup');
  await alice.waitForSelector(id('wrapup-complete'));
  await picture(alice, name('desk-call-wrapup'));
  await alice.click(id('wrapup-complete'));
  await alice.waitForSelector(id('wrapup'), { state: 'detached' });
}

async function recording(bench, browser, options, name) {
  const quentin = await signIn(browser, bench, 'quentin', options);
  await quentin.goto(`${bench.url}/records?channel=voice`);
  await quentin.locator(id('record'), { hasText: '利率重定价咨询' }).first().click();
  await quentin.click(id('player-play'));
  await quentin.waitForSelector('pb-player[data-playing="true"]');
  await picture(quentin, name('records-playing'));
  const address = quentin.url();
  await quentin.context().close();
  const susan = await signIn(browser, bench, 'susan', options);
  await susan.goto(address);
  await susan.waitForSelector(id('recording-refused'));
  await picture(susan, name('records-no-right'));
  await susan.context().close();
}

async function administration(bench, browser, options, name) {
  const admin = await signIn(browser, bench, 'admin', options);
  for (const [view, place] of Object.entries({ number: 'numbers/95500', 'number-new': 'numbers/~new', phone: 'phones/1001' })) {
    await admin.goto(`${bench.url}/channels/${place}`);
    await admin.waitForSelector(id('save'));
    if (view === 'number-new') await admin.click(id('save')); // what is wrong stands at the field
    await picture(admin, name(`channels-${view}`));
  }
  await admin.goto(`${bench.url}/channels/trunks`);
  await admin.waitForSelector(id('trunk-demo'));
  await picture(admin, name('channels-trunks'));
  await admin.click(id('drain-begin'));
  await admin.click(id('drain-end'));
  await admin.waitForSelector(id('drain-end-confirm'));
  await picture(admin, name('channels-draining'));
  await admin.keyboard.press('Escape');
  await admin.click(id('drain-open'));
  await admin.waitForSelector(id('drain-begin'));
  await admin.context().close();
}

const bench = await Bench.start();
const browser = await launch();
try {
  for (const locale of ['zh-CN', 'en']) {
    for (const dark of [false, true]) {
      for (const [size, [width, height]] of Object.entries(SIZES)) {
        const name = (view) => `${view}-${locale}-${dark ? 'dark' : 'light'}-${size}`;
        const options = { width, height, locale, dark, theme: dark ? 'dark' : 'light' };
        const alice = await signIn(browser, bench, 'alice', options);
        await calls(bench, alice, name);
        await alice.context().close();
        await recording(bench, browser, options, name);
        await administration(bench, browser, options, name);
      }
    }
  }
} finally {
  await browser.close();
  bench.stop();
}
console.log(`${shots} pictures of voice in karaf-distribution/e2e/shots/out`);
