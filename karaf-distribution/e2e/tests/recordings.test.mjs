// SPDX-License-Identifier: Apache-2.0
// A recorded call with a secure pause: drawn, marked, found, taken out and verified. What is drawn and copied is measured by its tones.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { id, launch, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Callers, Phone, share, sides, steady } from '../lib/phones.mjs';

const CUSTOMER = 440;
const AGENT = 1000;
const NUMBER = '+8613812342046';

let patchbay, browser, interaction;
const authorization = (user) => ({ authorization: 'Basic ' + Buffer.from(`${user}:patchbay`).toString('base64'), 'accept-language': 'en' });
const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const lines = async (...types) => (await patchbay.journal()).filter((line) => line.interaction === interaction && types.includes(line.type));
const command = async (user, name, body) => {
  const answer = await patchbay.command(user, name, body);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.result;
};

/** A call of alice's with two secure pauses in it: one as soon as the caller has heard the notice, one of three seconds. */
async function recorded(meanwhile = () => {}) {
  const phone = await Phone.start(patchbay, '1001', { hertz: AGENT });
  await phone.registered();
  await until('alice is ready', async () => (await patchbay.presence('alice', 'ready')).status === 200);
  const caller = await Callers.start(patchbay, 'talk', { seconds: 60, hertz: CUSTOMER });
  const called = await until('it rings', async () => (await me('alice')).offers[0]?.interaction);
  await phone.rings();
  await phone.answer();
  const beyond = (seconds, since) => until(`${seconds} s passed`, () => Date.now() - since >= seconds * 1000);
  const pause = () => patchbay.command('alice', 'recording.pause', { interaction: called, reason: 'card' });
  await until('they talk', async () => (await pause()).status === 200);
  await command('alice', 'recording.resume', { interaction: called });
  await beyond(4, Date.now());
  assert.equal((await pause()).status, 200);
  await beyond(3, Date.now());
  await command('alice', 'recording.resume', { interaction: called });
  await meanwhile();
  await beyond(4, Date.now());
  await phone.hangUp();
  await until('the wrap-up is due', async () => (await me('alice')).assignments[0]?.state === 'wrapup');
  await command('alice', 'assignment.complete', { interaction: called, disposition: 'enquiry' });
  await until('it is closed', async () => (await patchbay.api('admin', `/interactions/${called}`)).body.state === 'closed');
  await patchbay.presence('alice', 'loggedOut');
  await caller.stop();
  await phone.pullOut();
  return called;
}

before(async () => {
  patchbay = await Patchbay.start();
  browser = await launch();
  interaction = await recorded();
});
after(async () => {
  await browser?.close();
  await patchbay?.stop();
});

async function sound(user, path = '', options = {}) {
  const { headers, ...rest } = options;
  const response = await fetch(`${patchbay.url}/api/v1/recordings/${interaction}${path}`, { ...rest, headers: { ...authorization(user), ...headers } });
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
const copy = (user, body) => sound(user, '/copies', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

/** Where the samples of a WAV begin. */
function data(wav) {
  let at = 12;
  while (wav.toString('latin1', at, at + 4) !== 'data') at += 8 + wav.readUInt32LE(at + 4);
  return at + 8;
}

/** The greatest magnitude of a channel in each column. */
function loudest(wav, channel, columns) {
  const begin = data(wav);
  const samples = (wav.length - begin) / 4;
  const peaks = new Array(columns).fill(0);
  for (let i = 0; i < samples; i++) {
    const column = Math.floor((i * columns) / samples);
    peaks[column] = Math.max(peaks[column], Math.abs(wav.readInt16LE(begin + 4 * i + 2 * channel)));
  }
  return peaks;
}

test('the wave forms are those of the sound, with the pause in them, under one look', async () => {
  const { body: shape } = await patchbay.api('susan', `/recordings/${interaction}/peaks?columns=200`);
  const { bytes } = await sound('susan');
  assert.deepEqual(shape.customer, loudest(bytes, 0, 200));
  assert.deepEqual(shape.agent, loudest(bytes, 1, 200));
  assert.equal(shape.gaps.length, 2);
  const gap = shape.gaps.at(-1);
  assert.equal(gap.why, 'paused');
  assert.ok(gap.lengthMillis >= 2900 && gap.lengthMillis < 30_000, `${gap.lengthMillis} ms were kept out`);
  const column = (millis) => Math.floor((millis * 200) / shape.durationMillis);
  for (const side of [shape.customer, shape.agent]) {
    const inside = side.slice(column(gap.atMillis) + 1, column(gap.atMillis + gap.lengthMillis) - 1);
    assert.ok(inside.length > 10 && inside.every((peak) => peak < 16), `silent in the pause: ${inside}`);
    const before = side.slice(column(gap.atMillis - 2000), column(gap.atMillis) - 1);
    assert.ok(before.length > 5 && before.every((peak) => peak > 2000), `loud before it: ${before}`);
  }
  const part = (await patchbay.api('susan', `/recordings/${interaction}/peaks?columns=50&fromMillis=${gap.atMillis}&toMillis=${gap.atMillis + 1000}`)).body;
  assert.equal(part.customer.length, 50);
  assert.ok(part.customer.every((peak) => peak < 16));
  const wrong = await patchbay.api('susan', `/recordings/${interaction}/peaks?columns=0`);
  assert.equal(wrong.status, 400);
  assert.match(wrong.body.detail, /columns.*0.*1 to 4000/);
  assert.equal((await patchbay.api('alice', `/recordings/${interaction}/peaks`)).status, 403);
  assert.deepEqual((await lines('recording.played', 'recording.refused')).map((line) => `${line.type} ${line.actor}`), ['recording.played user:susan', 'recording.refused user:alice']);
});

test('in the page it is drawn, sought, sped up and marked; a colleague finds the mark', async () => {
  const susan = await signIn(browser, patchbay, 'susan', { locale: 'en' });
  await susan.goto(`${patchbay.url}/records/${interaction}`);
  await susan.waitForSelector(id('player-seek'));
  assert.match(await susan.locator('.whint').innerText(), /press play/i);
  await susan.focus(id('player-play'));
  await susan.keyboard.press('Enter');
  await susan.waitForSelector('pb-player[data-drawn="true"]');
  const drawn = await susan.evaluate(() => {
    const canvas = document.querySelector('.wcanvas');
    const pen = canvas.getContext('2d');
    const inked = (from, to, top) => {
      const rows = Math.floor(canvas.height / 8);
      const { data } = pen.getImageData(Math.floor(canvas.width * from), top ? rows : canvas.height - 2 * rows, Math.floor(canvas.width * (to - from)), rows);
      let count = 0;
      for (let i = 3; i < data.length; i += 4) count += data[i] > 0 ? 1 : 0;
      return count / (data.length / 4);
    };
    return { above: inked(0.05, 0.2, true), below: inked(0.05, 0.2, false) };
  });
  assert.ok(drawn.above > 0.1 && drawn.below > 0.1, `both sides are drawn: ${JSON.stringify(drawn)}`);
  assert.match(await susan.getAttribute(id('wave-gap'), 'title'), /secure pause/);
  const at = async () => Number(await susan.getAttribute('pb-player', 'data-at'));
  const whole = (await patchbay.api('susan', `/recordings/${interaction}/peaks`)).body.durationMillis / 1000;
  if (await susan.getAttribute('pb-player', 'data-playing') === 'true') await susan.click(id('player-play'));
  await susan.waitForSelector('pb-player[data-playing="false"]');
  const box = await susan.locator(id('player-seek')).boundingBox();
  await susan.mouse.click(box.x + box.width / 4, box.y + box.height / 2);
  await until('it is at a quarter', async () => Math.abs((await at()) - whole / 4) <= 1.1);
  await susan.focus(id('player-seek'));
  await susan.keyboard.press('Home');
  await susan.keyboard.press('ArrowRight');
  await until('it is at 5 s', async () => (await at()) === 5);
  await susan.keyboard.press('ArrowLeft');
  await until('it is at the beginning', async () => (await at()) === 0);
  await susan.click('pb-player [data-speed="2"]');
  assert.deepEqual(await susan.evaluate(() => { const { audio } = document.querySelector('pb-player'); return [audio.playbackRate, audio.preservesPitch]; }), [2, true]);
  await susan.focus(id('player-seek'));
  await susan.keyboard.press('ArrowRight');
  await until('it is at 5 s again', async () => (await at()) === 5);
  await susan.keyboard.press('m');
  await susan.fill(`${id('mark-text')} textarea`, 'Tells the price before he is asked');
  await susan.click(id('mark-keep'));
  await susan.waitForSelector(id('mark'));
  await susan.waitForSelector(id('wave-mark'));

  const quentin = await signIn(browser, patchbay, 'quentin', { locale: 'en' });
  await quentin.goto(`${patchbay.url}/records/${interaction}`);
  await quentin.waitForSelector(id('mark'));
  assert.match(await quentin.locator(id('mark')).innerText(), /0:05[\s\S]*Susan[\s\S]*Tells the price/);
  assert.equal(await quentin.locator(id('mark-remove')).count(), 0, 'only who set it takes it away');
  assert.equal(await quentin.locator(id('copy-ask')).count(), 0, 'inspectors take nothing out');
  await quentin.click(id('mark-go'));
  await until('it is at the mark', async () => Number(await quentin.getAttribute('pb-player', 'data-at')) === 5);
  const [mark] = (await patchbay.api('quentin', `/recordings/${interaction}/marks`)).body.items;
  assert.equal(mark.author, 'user:susan');
  const refused = await patchbay.command('quentin', 'recording.unmark', { interaction, mark: mark.mark });
  assert.equal(refused.status, 403, refused.text);
  assert.equal((await patchbay.command('alice', 'recording.mark', { interaction, atMillis: 1, text: 'x' })).status, 403);
  assert.deepEqual((await patchbay.api('alice', `/recordings/${interaction}/marks`)).body.items, []);
  const outside = await patchbay.command('quentin', 'recording.mark', { interaction, atMillis: 9_000_000, text: 'x' });
  assert.equal(outside.status, 400, outside.text);
  assert.ok((await lines('recording.marked')).every((line) => !JSON.stringify(line.body).includes('price')), 'its text is sealed in the journal');
  await susan.click(id('mark-remove'));
  await susan.waitForSelector(id('mark'), { state: 'hidden' });
  assert.deepEqual((await patchbay.api('quentin', `/recordings/${interaction}/marks`)).body.items, []);
  assert.deepEqual([...susan.errors, ...quentin.errors], []);
  await Promise.all([susan.context().close(), quentin.context().close()]);
});

test('recordings are found in the console by number, agent and code, by who may hear them', async () => {
  const susan = await signIn(browser, patchbay, 'susan', { locale: 'en' });
  await susan.goto(`${patchbay.url}/records?recorded=yes&agent=alice&code=enquiry`);
  const rows = susan.locator(id('record'));
  await susan.waitForSelector(id('record'));
  assert.equal(await rows.count(), 1);
  const number = susan.locator(`${id('filter-number')} input`);
  const typed = async (text) => {
    await number.fill(text);
    await number.press('Enter');
  };
  await typed('+86 138 0000 0000');
  await until('nobody with that number', async () => (await rows.count()) === 0);
  await typed(NUMBER);
  await until('he is found', async () => (await rows.count()) === 1);
  assert.ok(!susan.url().includes('138'), 'a number never stands in the address');
  await typed('13812342046');
  await susan.waitForSelector(`${id('filter-problem')}:has-text("+8613800132046")`);
  await susan.goto(`${patchbay.url}/records?recorded=yes&agent=bob`);
  await until('bob has none', async () => (await rows.count()) === 0 && (await susan.locator(id('filter-clear')).isVisible()));
  const alice = await signIn(browser, patchbay, 'alice', { locale: 'en' });
  await alice.goto(`${patchbay.url}/records`);
  await alice.waitForSelector(id('record'));
  assert.equal(await alice.locator(id('filter-recorded')).isVisible(), false);
  await alice.goto(`${patchbay.url}/records?recorded=yes`);
  await until('she finds none', async () => (await alice.locator(id('record')).count()) === 0);
  assert.deepEqual([...susan.errors, ...alice.errors], []);
  await Promise.all([susan.context().close(), alice.context().close()]);
});

test('a copy needs right and purpose, is traced before it is given, and is the sound', async () => {
  const code = (answer) => JSON.parse(answer.bytes.toString()).code;
  const refused = await copy('susan', { purpose: 'complaint 412' });
  assert.deepEqual([refused.status, code(refused)], [403, 'copy-forbidden']);
  const silent = await copy('admin', { purpose: ' why' });
  assert.deepEqual([silent.status, code(silent)], [400, 'bad-purpose']);
  assert.equal((await copy('admin', {})).status, 400);
  const beyond = await copy('admin', { purpose: 'complaint 412', fromMillis: 0, toMillis: 9_000_000 });
  assert.deepEqual([beyond.status, code(beyond)], [400, 'bad-stretch']);
  assert.deepEqual(await lines('recording.copied'), []);

  const taken = await copy('admin', { purpose: 'complaint 412' });
  assert.equal(taken.status, 200);
  assert.equal(taken.headers.get('content-disposition'), `attachment; filename="recording-${interaction}.wav"`);
  assert.deepEqual(taken.bytes, (await sound('susan')).bytes);
  const gap = (await patchbay.api('susan', `/recordings/${interaction}/peaks`)).body.gaps.at(-1);
  const spoken = { fromMillis: gap.atMillis - 2500, toMillis: gap.atMillis - 500 };
  const { left, right, seconds } = sides((await copy('admin', { purpose: 'complaint 412, the price', ...spoken })).bytes);
  assert.equal(seconds, 2);
  assert.ok(steady(left, CUSTOMER) > 0.9 && steady(right, AGENT) > 0.9, `${steady(left, CUSTOMER)} ${steady(right, AGENT)}`);
  const paused = sides((await copy('admin', { purpose: 'complaint 412, the pause', fromMillis: gap.atMillis + 200, toMillis: gap.atMillis + 1200 })).bytes);
  assert.ok([...paused.left, ...paused.right].every((sample) => Math.abs(sample) < 0.001), 'the gap stays silence');
  assert.ok(share(left, AGENT) < 0.01);
  const part = (await copy('admin', { purpose: 'complaint 412, the beginning', fromMillis: 1000, toMillis: 3000 })).bytes;

  const admin = await signIn(browser, patchbay, 'admin', { locale: 'en' });
  await admin.goto(`${patchbay.url}/records/${interaction}`);
  await admin.click(id('copy-ask'));
  await admin.fill(`${id('copy-purpose')} textarea`, '投诉 412 复核');
  await admin.fill(`${id('copy-from')} input`, '0:01');
  await admin.fill(`${id('copy-to')} input`, '0:61');
  await admin.click(id('copy-take'));
  await admin.waitForSelector(`${id('copy-to')}[invalid]`);
  await admin.fill(`${id('copy-to')} input`, '59:00');
  await admin.click(id('copy-take'));
  await admin.waitForSelector('text=/a copy from 1000 to 3540000 ms cannot be made/');
  await admin.fill(`${id('copy-to')} input`, '0:03');
  const [file] = await Promise.all([admin.waitForEvent('download'), admin.click(id('copy-take'))]);
  assert.equal(file.suggestedFilename(), `recording-${interaction}.wav`);
  assert.deepEqual(readFileSync(await file.path()), part);
  await admin.waitForSelector(id('copy-purpose'), { state: 'detached' });
  assert.deepEqual(admin.errors, []);
  await admin.context().close();
  const copies = await lines('recording.copied');
  assert.deepEqual(copies.map((line) => line.body.purpose), ['complaint 412', 'complaint 412, the price', 'complaint 412, the pause', 'complaint 412, the beginning', '投诉 412 复核']);
  assert.deepEqual([copies[4].actor, copies[4].body.fromMillis, copies[4].body.toMillis], ['user:admin', 1000, 3000]);
  const trace = (await patchbay.api('admin', '/trace?kind=recording.copied')).body.items;
  assert.equal(trace.length, 5);
});

test('recordings-verify names what was altered, cut and removed, and nothing else', async () => {
  const folder = join(patchbay.home, 'recordings');
  const file = join(folder, readdirSync(folder, { recursive: true }).find((name) => name.endsWith('.pbr')));
  const name = file.split('/').at(-1).replace('.pbr', '');
  const verify = () => patchbay.shell('patchbay:recordings-verify');
  const whole = await verify();
  assert.equal(whole.status, 0, whole.said);
  assert.match(whole.said, /The recordings are whole: 1 with \d+ s unsealed, 0 erased/);
  const sealed = readFileSync(file);
  const finds = async (words) => {
    const { status, said } = await verify();
    assert.notEqual(status, 0, said);
    assert.match(said, words);
    assert.ok(said.includes(name), said);
  };
  const altered = Buffer.from(sealed);
  altered[altered.length - 20_000] ^= 1;
  writeFileSync(file, altered);
  await finds(/second \d+ does not unseal/);
  writeFileSync(file, sealed.subarray(0, sealed.length - 16_020));
  await finds(/was cut: it has \d+ of \d+ s/);
  writeFileSync(file, sealed);
  renameSync(file, `${file}.aside`);
  await finds(/is missing[\s\S]*no entry names it/);
  renameSync(`${file}.aside`, file);
  const again = await verify();
  assert.equal(again.status, 0, again.said);
});

test('the master key is exchanged while a call is recorded: all recordings stay whole, over a kill too', async () => {
  const key = () => readFileSync(join(patchbay.home, 'keys', 'master.key'), 'utf8');
  const before = key();
  const later = await recorded(async () => {
    const { status, said } = await patchbay.shell('patchbay:keys-rotate');
    assert.equal(status, 0, said);
    assert.match(said, /\d+ keys are wrapped by the new master key/);
  });
  assert.notEqual(key(), before);
  assert.ok(!existsSync(join(patchbay.home, 'keys', 'master.key.former')), 'the former key is gone');
  const refused = await patchbay.command('alice', 'keys.rotate', {});
  assert.equal(refused.status, 403, refused.text);
  await patchbay.kill();
  await patchbay.launch();
  for (const call of [interaction, later]) {
    const response = await fetch(`${patchbay.url}/api/v1/recordings/${call}`, { headers: authorization('susan') });
    assert.equal(response.status, 200);
    const { left, right } = sides(Buffer.from(await response.arrayBuffer()));
    assert.ok(share(left.subarray(-16_000), CUSTOMER) > 0.5 && share(right.subarray(-16_000), AGENT) > 0.5, 'both are heard at the end');
  }
  for (const check of ['recordings-verify', 'journal-verify']) {
    const { status, said } = await patchbay.shell(`patchbay:${check}`);
    assert.equal(status, 0, said);
  }
});
