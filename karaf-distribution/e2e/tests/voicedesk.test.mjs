// SPDX-License-Identifier: Apache-2.0
// A call on the screen: the desk and the phone in step, the recording played in the page.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { id, launch, press, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Callers, Phone } from '../lib/phones.mjs';

let patchbay;
let browser;
const open = [];
before(async () => {
  patchbay = await Patchbay.start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await patchbay?.stop();
});
afterEach(async () => {
  for (const thing of open.splice(0)) await (thing.stop ?? thing.pullOut).call(thing);
});

const opened = (thing) => {
  open.push(thing);
  return thing;
};
const phone = async (extension) => {
  const made = opened(await Phone.start(patchbay, extension));
  await made.registered();
  return made;
};

test('a call is accepted at the desk, picked up, hung up by keys, and heard by who may', async () => {
  const alice = await signIn(browser, patchbay, 'alice', { locale: 'en' });
  await alice.click(id('go-ready'));
  await alice.waitForSelector(id('phone-away')); // no phone: said in words, in the bar and in the status line
  await alice.waitForSelector(id('status-phone-away'));
  const handset = await phone('1001');
  await alice.waitForSelector(id('phone-away'), { state: 'detached' });

  opened(await Callers.start(patchbay, 'talk', { seconds: 60 }));
  await alice.waitForSelector(id('offer-accept'));
  const bar = alice.locator(id('call-bar'));
  assert.match(await bar.innerText(), /138 \*\*\*\* 2046/);
  assert.match(await bar.innerText(), /95500 ›/);
  await handset.rings();
  await press(alice, 'F2');
  await alice.waitForSelector(id('pick-up'));
  assert.match(await bar.innerText(), /Pick up the phone/);
  await handset.answer();
  await alice.waitForSelector(id('talk-timer'));
  await alice.waitForSelector(`${id('recording')}[data-recording="ON"]`);
  await alice.waitForSelector(`${id('quality-customer')}[data-quality="GOOD"]`);
  await alice.fill(`${id('call-notes')} textarea`, 'Asked about instalments');
  await until('something is recorded', async () => /0:0[4-9]/.test(await alice.locator(id('talk-timer')).innerText()));
  await alice.keyboard.press('Shift+F9');
  await alice.waitForSelector(id('wrapup-complete'));
  assert.equal(await alice.locator(`${id('wrapup-notes')} textarea`).inputValue(), 'Asked about instalments');
  const interaction = new URL(alice.url()).pathname.split('/').at(-1);
  await alice.click(id('wrapup-complete'));
  await alice.waitForSelector(id('wrapup'), { state: 'detached' });
  await until('the contact is closed', async () => (await patchbay.api('admin', `/interactions/${interaction}`)).body.state === 'closed');

  await alice.goto(`${patchbay.url}/records/${interaction}`);
  await alice.waitForSelector(id('recording-refused'));
  assert.equal(await alice.locator(id('player')).count(), 0);
  const before = (await patchbay.journal()).filter((line) => line.type.startsWith('recording.'));
  assert.deepEqual(before, [], 'nobody has tried yet');

  const susan = await signIn(browser, patchbay, 'susan', { locale: 'en' });
  await susan.goto(`${patchbay.url}/records/${interaction}`);
  await susan.focus(id('player-play'));
  await susan.keyboard.press('Enter');
  await susan.waitForSelector('pb-player[data-playing="true"]');
  await until('it plays', async () => Number(await susan.getAttribute('pb-player', 'data-at')) >= 1);
  assert.match(await susan.locator(id('heard')).innerText(), /Susan/);
  await susan.keyboard.press('Home');
  await until('it is at its beginning', async () => Number(await susan.getAttribute('pb-player', 'data-at')) <= 1);
  const looks = (await patchbay.journal()).filter((line) => line.type === 'recording.played');
  assert.equal(looks.length, 1, 'many ranges, one look');
  assert.equal(looks[0].actor, 'user:susan');
  assert.deepEqual([...alice.errors, ...susan.errors], []);
  await Promise.all([alice.context().close(), susan.context().close()]);
});

test('hanging up at the phone ends the call on the desk', async () => {
  const bob = await signIn(browser, patchbay, 'bob');
  await bob.click(id('go-ready'));
  const handset = await phone('1002');
  opened(await Callers.start(patchbay, 'talk', { seconds: 60 }));
  await bob.waitForSelector(id('offer-accept'));
  await handset.rings();
  await handset.answer(); // answering the phone accepts
  await bob.waitForSelector(id('talk-timer'));
  await handset.hangUp();
  await bob.waitForSelector(id('wrapup-complete'));
  await bob.click(id('wrapup-complete'));
  assert.deepEqual(bob.errors, []);
  await bob.context().close();
});
