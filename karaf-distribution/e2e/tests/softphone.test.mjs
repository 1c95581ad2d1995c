// SPDX-License-Identifier: Apache-2.0
// The telephone in the console: Chromium with a tone as its microphone, sipp as the carrier, judged by what each side hears.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { id, launch, press, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Callers, Phone, folder, share, sides, steady } from '../lib/phones.mjs';

const MICROPHONE = 1000;
const CALLER = 440;
const BEEP = 1000;

let patchbay;
let browser;
const open = [];
before(async () => {
  const file = join(folder, 'microphone.wav');
  spawnSync('sox', ['-R', '-n', '-r', '48000', '-c', '1', '-b', '16', file, 'synth', '30', 'sine', MICROPHONE, 'gain', '-6']);
  patchbay = await Patchbay.start();
  browser = await launch('--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-audio-capture=${file}`, '--autoplay-policy=no-user-gesture-required');
});
after(async () => {
  await browser?.close();
  await patchbay?.stop();
});
afterEach(async () => {
  for (const thing of open.splice(0)) await (thing.stop ?? thing.close ?? thing.pullOut).call(thing);
});

const opened = (thing) => {
  open.push(thing);
  return thing;
};

/** A console whose browser leaves the tone of its microphone as it is. */
async function desk(user, options = {}) {
  const console = await signIn(browser, patchbay, user, { locale: 'en', ...options });
  open.push({ stop: () => console.context().close() });
  await console.waitForSelector('pb-softphone[data-state]', { state: 'attached' });
  await console.evaluate(() => document.querySelector('pb-softphone').keep({ clean: false }));
  return console;
}

async function usesBrowser(console, press = 'phone-use') {
  await console.click(id('phone'));
  await console.click(id(press));
  await console.waitForSelector('pb-softphone[data-state="mine"]', { state: 'attached' });
  await console.keyboard.press('Escape');
}

/** The loudest tone that comes out of the browser, in Hz; 0 for silence. */
const heard = (console) => console.evaluate(() => {
  const phone = document.querySelector('pb-softphone');
  if (!phone.heard) return 0;
  const levels = new Float32Array(phone.heard.frequencyBinCount);
  phone.heard.getFloatFrequencyData(levels);
  const loudest = levels.reduce((best, level, at) => (level > levels[best] ? at : best), 0);
  return levels[loudest] > -60 ? loudest * phone.audio.sampleRate / phone.heard.fftSize : 0;
});
const hears = (console, hertz) => until(`${hertz} Hz are heard`, async () => Math.abs(await heard(console) - hertz) < 30);

async function recording(interaction) {
  await until('the contact is closed', async () => (await patchbay.api('admin', `/interactions/${interaction}`)).body.state === 'closed');
  const response = await fetch(`${patchbay.url}/api/v1/recordings/${interaction}`, { headers: { authorization: 'Basic ' + Buffer.from('susan:patchbay').toString('base64') } });
  assert.equal(response.status, 200);
  return sides(Buffer.from(await response.arrayBuffer()));
}

const front = (console) => new URL(console.url()).pathname.split('/').at(-1);

async function hangsUp(console) {
  // The desk takes no press in the moment in which its keys have changed.
  await until('it is talked for a second', async () => !/0:00/.test(await console.locator(id('talk-timer')).innerText()));
  await console.keyboard.press('Shift+F9');
  await console.waitForSelector(id('wrapup-complete'));
  const interaction = front(console);
  await console.click(id('wrapup-complete'));
  return interaction;
}

test('a caller and an agent talk through the browser, both are heard and both are recorded', async () => {
  const alice = await desk('alice');
  assert.equal(await alice.getAttribute(id('phone'), 'data-phone'), 'off');
  const ready = await alice.waitForSelector(id('go-ready'));
  await usesBrowser(alice);
  await alice.waitForSelector(id('auto-answer'));
  assert.ok(await ready.evaluate((button) => button.isConnected), 'what comes beside a button leaves it where it is');
  await alice.click(id('go-ready'));
  opened(await Callers.start(patchbay, 'talk', { seconds: 60, hertz: CALLER }));
  await alice.waitForSelector(id('offer-accept'));
  await press(alice, 'F2');
  await alice.waitForSelector(id('talk-timer')); // nothing to pick up
  await hears(alice, CALLER);
  await alice.waitForSelector(`${id('quality-agent')}[data-quality="GOOD"]`);
  await until('it is talked for 6 s', async () => /0:0[6-9]/.test(await alice.locator(id('talk-timer')).innerText()));
  await alice.keyboard.press('F8');
  await alice.waitForSelector(`${id('mute')}[aria-pressed="true"]`);
  await until('the mute lasts', async () => /0:(09|1\d)/.test(await alice.locator(id('talk-timer')).innerText()));
  const interaction = await hangsUp(alice);
  const { left, right, seconds } = await recording(interaction);
  assert.ok(seconds > 8, `${seconds} s are kept`);
  const talked = (side) => side.subarray(16_000, 40_000);
  assert.ok(steady(talked(left), CALLER) > 0.9, `the caller is left: ${steady(talked(left), CALLER)}`);
  assert.ok(steady(talked(right), MICROPHONE) > 0.9, `the agent is right: ${steady(talked(right), MICROPHONE)}`);
  assert.ok(share(talked(left), MICROPHONE) < 0.01 && share(talked(right), CALLER) < 0.01, 'neither is on the other side');
  const muted = right.subarray(right.length - 12_000);
  assert.ok(share(muted, MICROPHONE) * muted.reduce((sum, one) => sum + one * one, 0) / muted.length < 1e-6, 'who is muted is not recorded');
  await until('the browser hears nothing more', async () => (await alice.getAttribute(id('phone'), 'data-phone')) === 'ready');
  assert.deepEqual(alice.errors, []);
});

/** Has the page record what comes out of it from now on, whatever else it does. */
const listens = (console) => console.evaluate(() => {
  const phone = document.querySelector('pb-softphone');
  const heardFrom = phone.heardFrom;
  phone.heardFrom = function (stream) {
    window.recorder = new MediaRecorder(stream);
    window.recorder.start();
    heardFrom.call(this, stream);
  };
});

/** What was recorded since, at 8,000 samples a second. */
const listened = async (console) => Float64Array.from(await console.evaluate(async () => {
  const data = new Promise((resolve) => { window.recorder.ondataavailable = (event) => resolve(event.data); });
  window.recorder.stop();
  const bytes = await (await data).arrayBuffer();
  const sound = await new OfflineAudioContext(1, 8, 8000).decodeAudioData(bytes);
  return [...sound.getChannelData(0)];
}));

/** When a tone is first the most of a tenth of a second, in samples. */
function begins(samples, hertz) {
  for (let at = 0; at + 800 <= samples.length; at += 200) {
    const part = samples.subarray(at, at + 800);
    if (part.reduce((sum, one) => sum + one * one, 0) > 0.8 && share(part, hertz) > 0.6) return at;
  }
  return Infinity;
}

test('who answers automatically is connected after a tone of his own, until he no longer wishes', async () => {
  const alice = await desk('alice');
  await usesBrowser(alice);
  await patchbay.presence('alice', 'ready');
  await alice.click(id('auto-answer'));
  await alice.waitForSelector(`${id('auto-answer')}[aria-pressed="true"]`);
  if (process.env.PATCHBAY_SHOTS) await alice.screenshot({ path: `${process.env.PATCHBAY_SHOTS}/auto-answer.png` });
  await listens(alice);
  const first = opened(await Callers.start(patchbay, 'talk', { seconds: 30, hertz: CALLER }));
  await alice.waitForSelector(id('talk-timer')); // nobody pressed anything
  await hears(alice, CALLER);
  const sound = await listened(alice);
  assert.ok(begins(sound, BEEP) < begins(sound, CALLER), `first the tone, ${begins(sound, BEEP)}, then the caller, ${begins(sound, CALLER)}, of ${sound.length} samples`);
  await hangsUp(alice);
  await first.stop();
  await alice.click(id('auto-answer'));
  await alice.waitForSelector(`${id('auto-answer')}[aria-pressed="false"]`);
  const second = opened(await Callers.start(patchbay, 'talk', { seconds: 30, hertz: CALLER }));
  await alice.waitForSelector(id('offer-accept'));
  await press(alice, 'F2');
  await hears(alice, CALLER);
  await hangsUp(alice);
  await second.stop();
  const told = (await patchbay.journal()).map(({ type }) => type).filter((type) => type.startsWith('phone.autoAnswer'));
  assert.deepEqual(told.sort(), ['phone.autoAnswerOff', 'phone.autoAnswerOn']);
  assert.deepEqual(alice.errors, []);
});

test('a call moves to the window that takes the phone over', async () => {
  const first = await desk('bob');
  await usesBrowser(first);
  await first.click(id('go-ready'));
  opened(await Callers.start(patchbay, 'talk', { seconds: 60, hertz: CALLER }));
  await first.waitForSelector(id('offer-accept'));
  await press(first, 'F2');
  await hears(first, CALLER);
  const second = await desk('bob');
  await second.waitForSelector(`${id('phone')}[data-phone="elsewhere"]`);
  await usesBrowser(second, 'phone-takeOver');
  await hears(second, CALLER);
  await first.waitForSelector(`${id('phone')}[data-phone="elsewhere"]`);
  assert.equal(await heard(first), 0);
  await second.waitForSelector(id('talk-timer'));
  const { right } = await recording(await hangsUp(second));
  assert.ok(steady(right.subarray(right.length - 9_000), MICROPHONE) > 0.8, 'the second window is recorded');
});

test('the registered phone of an agent rings beside his browser, and takes the call if it is picked up', async () => {
  const handset = opened(await Phone.start(patchbay, '1003', { hertz: 700 }));
  await handset.registered();
  const carol = await desk('carol');
  await usesBrowser(carol);
  await carol.click(id('go-ready'));
  opened(await Callers.start(patchbay, 'talk', { seconds: 60, hertz: CALLER }));
  await carol.waitForSelector(id('offer-accept'));
  await handset.answer();
  await carol.waitForSelector(id('talk-timer'));
  await until('the browser lets go', async () => (await carol.getAttribute(id('phone'), 'data-phone')) === 'ready');
  await until('it is talked for 3 s', async () => /0:0[3-9]/.test(await carol.locator(id('talk-timer')).innerText()));
  const { right } = await recording(await hangsUp(carol));
  assert.ok(steady(right.subarray(8_000, 20_000), 700) > 0.9, 'the handset is recorded');
});

test('an echo test gives the agent his own voice back', async () => {
  const david = await desk('david');
  await usesBrowser(david);
  await david.click(id('phone'));
  await david.click(id('phone-tryEcho'));
  await hears(david, MICROPHONE);
  await david.waitForSelector(`${id('phone-quality')}[data-quality="good"]`);
  await until('both levels move', async () => {
    const levels = await Promise.all(['microphoneLevel', 'earLevel'].map((name) => david.getAttribute(id(`phone-${name}`), 'aria-valuenow')));
    return levels.every((level) => Number(level) > 30);
  });
  await david.click(id('phone-endEcho'));
  await david.waitForSelector(`${id('phone')}[data-phone="ready"]`);
});

test('a browser that refuses the microphone says so, and no call rings there', async () => {
  const alice = await desk('alice');
  const cdp = await alice.context().newCDPSession(alice);
  await cdp.send('Browser.setPermission', { permission: { name: 'microphone' }, setting: 'denied', origin: patchbay.url });
  await alice.evaluate(() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError')); });
  await alice.click(id('phone'));
  await alice.click(id('phone-use'));
  await alice.waitForSelector(`${id('phone')}[data-phone="refused"]`);
  assert.match(await alice.locator(id('phone-detail')).innerText(), /refused the microphone.*address bar/s);
  assert.equal(await alice.getAttribute('pb-softphone', 'data-state'), 'free');
});

test('a window that closes in the middle of a call gives the caller back to the queue', async () => {
  const alice = await desk('alice');
  await usesBrowser(alice);
  await patchbay.presence('alice', 'ready');
  opened(await Callers.start(patchbay, 'talk', { seconds: 60, hertz: CALLER }));
  await alice.waitForSelector(id('offer-accept'));
  await press(alice, 'F2');
  await hears(alice, CALLER);
  const interaction = (await patchbay.api('admin', '/interactions?limit=1')).body.items[0].id;
  await alice.close({ runBeforeUnload: false });
  await until('the caller has his place in the queue again', async () => (await patchbay.journal()).filter((line) => line.interaction === interaction && line.type === 'interaction.queued').length === 2);
});
