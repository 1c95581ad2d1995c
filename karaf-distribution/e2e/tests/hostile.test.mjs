// SPDX-License-Identifier: Apache-2.0
// What strangers write never comes to life: every text of a hostile list by chat, SMS and mail, in every place of the console that shows it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import WebSocket from 'ws';
import { id, launch, signIn } from '../lib/browser.mjs';
import { MailWorld, SERVICE } from '../lib/mail.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Smsc } from '../lib/smsc.mjs';

const LONG = process.env.PATCHBAY_LONG === '1';
const LIST = fileURLToPath(new URL('../../../ui/io.patchbay.ui.console/src/test/resources/io/patchbay/ui/console/web/hostile.txt', import.meta.url));
const HOSTILE = readFileSync(LIST, 'utf8').trimEnd().split('\n')
  .map((line) => line.replace(/\\t/g, '\t').replace(/\\u([0-9a-f]{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))));
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let patchbay, smsc, world, browser;
const alive = []; // what came to life, where
const chats = [];
before(async () => {
  world = await MailWorld.start();
  patchbay = await Patchbay.start();
  smsc = await Smsc.start(patchbay);
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account());
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.email-bank.cfg'), world.account());
  await until('both accounts are up', async () => (await patchbay.api('admin', '/accounts')).body.items.filter((one) => /sms-peer|email-bank/.test(one.pid) && one.state === 'up').length === 2);
  browser = await launch();
});
after(async () => {
  chats.forEach((socket) => socket.terminate());
  await browser?.close();
  smsc?.stop();
  await patchbay?.stop();
  await world?.stop();
});

/** A person whose window notes whatever lives in it. */
async function watched(user, options) {
  const window = await signIn(browser, patchbay, user, { locale: 'en', ...options });
  window.pictures = false;
  window.on('dialog', (dialog) => { alive.push(`dialog at ${window.url()}: ${dialog.message()}`); dialog.dismiss(); });
  window.on('popup', () => alive.push(`a window opened at ${window.url()}`));
  window.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const asked = window.pictures && request.resourceType() === 'image';
    if (/^(http|ws)/.test(protocol) && hostname !== '127.0.0.1' && !asked) alive.push(`${request.resourceType()} ${request.url()} from ${window.url()}`);
  });
  return window;
}

/** Nothing runs in the page or any frame of it, and there are no elements that could. */
async function quiet(window, what) {
  for (const frame of window.frames()) {
    const found = await frame.evaluate(() => [window.__hit && 'a script ran', ...[...document.querySelectorAll('[href],[src],[action],[formaction]')]
      .flatMap((element) => ['href', 'src', 'action', 'formaction'].map((name) => element.getAttribute(name) ?? ''))
      .filter((value) => /^\s*(javascript|vbscript|data:text|data:image\/svg)|evil\.example/i.test(value.replace(/[\0-\x20]/g, '')) && !/^https:\/\/evil\.example/.test(value)),
    ...(location.pathname.startsWith('/patchbay/mail/') ? [...document.querySelectorAll('script,iframe,object,embed,form,input,svg,math,link,meta[http-equiv]')].map((one) => one.outerHTML) : [])].filter(Boolean));
    for (const one of found) alive.push(`${one} in ${frame.url()} (${what})`);
  }
  for (const error of window.errors.splice(0)) alive.push(`${error} (${what})`);
  assert.deepEqual(alive.splice(0), [], what);
}

const word = (text) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const folded = (text) => [...text].reduce((parts, one) => { // encoded words are at most 75 characters (RFC 2047, 2)
  if (Buffer.byteLength(parts.at(-1) + one) > 42) parts.push('');
  parts[parts.length - 1] += one;
  return parts;
}, ['']).map(word).join('\r\n ');

function mail(text, n) {
  const name = `utf-8''${encodeURIComponent(text).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`;
  const part = (head, body) => `--b\r\n${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
  const html = `<p>form ${n}</p>${text}<img src="cid:${n}@evil"><p>end</p>`;
  world.deliver(`From: ${folded(text)} <h${n}@evil.example>\r\nTo: ${SERVICE}\r\nSubject: ${folded(text)}\r\nMessage-ID: <h${n}@evil.example>\r\nDate: ${new Date().toUTCString()}\r\n`
    + 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'
    + part('Content-Type: multipart/alternative; boundary=c', '').replace('Content-Transfer-Encoding: base64\r\n', '')
    + `--c\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(text).toString('base64')}\r\n`
    + `--c\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}\r\n--c--\r\n`
    + part(`Content-Type: image/png\r\nContent-ID: <${n}@evil>\r\nContent-Disposition: inline; filename*=${name}`, PIXEL)
    + part(`Content-Type: text/html\r\nContent-Disposition: attachment; filename*=${name}`, Buffer.from(text).toString('base64')) + '--b--\r\n');
}

async function chat(name, lines) {
  const socket = new WebSocket(`${patchbay.url.replace('http', 'ws')}/chat/ws`);
  chats.push(socket);
  const frames = [];
  socket.on('message', (data) => frames.push(JSON.parse(data)));
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'hello', name, locale: 'en' }));
  for (const [n, text] of lines.entries()) {
    socket.send(JSON.stringify({ type: 'message', id: `l${n}`, text }));
    await until(`line ${n} of ${JSON.stringify(name)} is taken`, () => {
      const error = frames.find((frame) => frame.type === 'error');
      assert.equal(error, undefined, JSON.stringify(error));
      return frames.some((frame) => frame.type === 'ack' && frame.id === `l${n}`);
    });
  }
}

async function contacts(channel) {
  const all = [];
  for (;;) {
    const { items } = (await patchbay.api('admin', `/interactions?channel=${channel}&limit=100${all.length ? `&after=${all.at(-1).id}` : ''}`)).body;
    all.push(...items);
    if (items.length < 100) return all;
  }
}
const messages = async (contact) => (await patchbay.api('admin', `/interactions/${contact}/messages`)).body.items;
const plain = (text) => text.replace(/[\s\0-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '');
const byText = async (channel) => Object.fromEntries(await Promise.all((await contacts(channel)).map(async (one) => [plain((await messages(one.id))[0]?.text ?? ''), one])));

test('everything hostile is taken, word for word', async () => {
  for (const [n, text] of HOSTILE.entries()) {
    await chat(text, [text]);
    await smsc.say(`deliver +86138001399${n + 10} ${text}`);
    mail(text, n);
  }
  for (const sender of ['<svg/onload=__hit=1>', '<img src=//evil>', '=1+1', 'javascript:1', '"onfocus="x', '${env:PATH}'].map((one) => one.replace(/ /g, '/'))) await smsc.say(`deliver ${sender} sender`);
  await until('all SMS are acknowledged', async () => (await smsc.open()) === 0);
  await until('all mails are seen', () => world.unseen() === 0, 180_000);
  assert.equal((await contacts('chat')).length, HOSTILE.length);
  assert.equal((await contacts('email')).length, HOSTILE.length);
  for (const channel of ['chat', 'sms', 'email']) {
    const there = await byText(channel);
    assert.deepEqual(HOSTILE.filter((text) => !there[plain(text)]), [], channel);
  }
});

test('records: the list and every few details are plain words', async () => {
  const susan = await watched('susan');
  await susan.goto(`${patchbay.url}/records`);
  await susan.locator(id('record')).first().waitFor();
  for (let more = 0; more < 6 && await susan.locator(id('records-more')).count(); more++) {
    const shown = await susan.locator(id('record')).count();
    await susan.click(id('records-more'));
    await until('there are more', async () => (await susan.locator(id('record')).count()) > shown);
  }
  await quiet(susan, 'records list');
  for (const [turn, channel] of ['chat', 'sms', 'email'].entries()) {
    for (const contact of (await contacts(channel)).filter((_, n) => n % (LONG ? 3 : 18) === turn)) {
      await susan.goto(`${patchbay.url}/records/${contact.id}`);
      await susan.locator(`${id('message-customer')} .bub`).first().waitFor();
      assert.equal(await susan.locator('.bub *').count(), 0, 'a message has no elements');
      await quiet(susan, `${channel} ${contact.number} ${contact.name ?? ''}`);
    }
  }
  await susan.context().close();
});

test('the HTML form of a mail does nothing, with and without its pictures', async () => {
  const susan = await watched('susan');
  for (const [n, contact] of (await contacts('email')).entries()) {
    const html = (await messages(contact.id))[0].attachments.find((one) => one.role === 'html');
    assert.ok(html, contact.subject);
    for (const pictures of [false, true]) {
      susan.pictures = pictures;
      const path = `/patchbay/mail/${contact.id}/${html.id}${pictures ? '?pictures' : ''}`;
      await susan.goto(patchbay.url + path, { waitUntil: 'domcontentloaded' });
      assert.equal(new URL(susan.url()).pathname + new URL(susan.url()).search, path);
      await quiet(susan, `form ${contact.subject}${pictures ? ' with pictures' : ''}`);
    }
    susan.pictures = false;
    if (n % 20 === 0) {
      await susan.goto(`${patchbay.url}/records/${contact.id}`);
      await susan.click(id('html-open'));
      await susan.frameLocator(id('html-frame')).locator('body').waitFor();
      await quiet(susan, `frame of ${contact.subject}`);
      susan.pictures = true;
      await susan.click(id('html-pictures'));
      await susan.frameLocator(`${id('html-frame')}[src$="?pictures"]`).locator('body').waitFor();
      await quiet(susan, `frame of ${contact.subject} with pictures`);
      susan.pictures = false;
    }
  }
  await susan.context().close();
});

test('an attachment is always a file to save, under a name that is only a name', async () => {
  const susan = await watched('susan');
  for (const contact of await contacts('email')) {
    const file = (await messages(contact.id))[0].attachments.find((one) => one.role === 'file');
    assert.ok(file, contact.subject);
    const answer = await susan.request.get(`${patchbay.url}/patchbay/attachment/${contact.id}/${file.id}`);
    assert.equal(answer.status(), 200);
    assert.equal(answer.headers()['content-type'], 'application/octet-stream');
    assert.match(answer.headers()['content-disposition'], /^attachment; filename\*=UTF-8''[A-Za-z0-9%._*-]+$/);
    const name = decodeURIComponent(answer.headers()['content-disposition'].split("''")[1]);
    assert.doesNotMatch(name, /[/\\\0-\x1f\u202a-\u202e\u2066-\u2069]/, `name of ${contact.subject}`);
    assert.equal(answer.headers()['x-content-type-options'], 'nosniff');
  }
  await susan.context().close();
});

test('the desk shows offers, threads, customers and forms as words, light and dark', async () => {
  const rows = HOSTILE.filter((text) => /^[ -~]+$/.test(text) && !/[{}$#]/.test(text)); // what Camel itself would read is the operator's
  const card = { title: rows[0], alerts: rows.slice(0, 5), rows: rows.slice(5, 45).map((text) => ({ label: text.slice(0, 40), value: text })) };
  writeFileSync(join(patchbay.home, 'routes/evil.yaml'), `- route:\n    id: evil\n    from: {uri: "patchbay:lookup/evil", steps: [{setBody: {constant: ${JSON.stringify(JSON.stringify(card))}}}]}\n`);
  const alice = await watched('alice');
  await alice.click(id('go-ready'));
  const me = async () => (await patchbay.api('alice', '/agents/me')).body;
  for (let n = 0; n < (LONG ? 48 : 14); n++) {
    const interaction = await until('it rings, is seen and taken', async () => {
      await patchbay.presence('alice', 'ready'); // an offer may run out on a slow machine: it comes again
      const offer = (await me()).offers[0];
      if (!offer || !(await alice.locator(id('offer-accept')).waitFor({ timeout: 20_000 }).then(() => true, () => false))) return false;
      await quiet(alice, `offer ${n}`);
      const { status } = await patchbay.command('alice', 'assignment.accept', { interaction: offer.interaction });
      assert.ok(status === 200 || status === 409, `${status}`);
      return status === 200 && offer.interaction;
    });
    await alice.goto(`${patchbay.url}/desk/${interaction}`);
    await alice.locator(`${id('message-customer')} .bub`).first().waitFor();
    const contact = (await patchbay.api('admin', `/interactions/${interaction}`)).body;
    if (n === 0) await until('the box of the CRM is there, once', async () => (await alice.locator(`.ctxb:not(.off) ${id('source-evil')}`, { hasText: rows[6] }).count()) === 1);
    const form = alice.locator(`.ctxb:not(.off) ${id('prospect-name')} input`);
    if (contact.name) await until('the form has the name', async () => plain(await form.inputValue()) === plain(contact.name));
    await alice.fill(`.ctxb:not(.off) ${id('customer-search')} input`, contact.name ?? contact.from);
    await alice.press(`.ctxb:not(.off) ${id('customer-search')} input`, 'Enter');
    if (n % 4 === 0 && contact.name) {
      await alice.click(`.ctxb:not(.off) ${id('prospect-save')}`);
      await until('she is a customer', async () => (await patchbay.api('admin', `/interactions/${interaction}`)).body.customer);
    }
    await quiet(alice, `desk ${contact.channel} ${contact.name}`);
    assert.doesNotMatch((await alice.title()).replace(/^☎ .* rings/, ''), /[<>{}=]/); // who rings meanwhile is named as he calls himself
    if (n === 24) {
      await alice.click(id('me'));
      await alice.click(id('theme-dark'));
      await alice.waitForSelector('html[theme~="dark"]');
      await alice.keyboard.press('Escape');
    }
    await patchbay.command('alice', 'interaction.end', { interaction });
    assert.equal((await patchbay.command('alice', 'assignment.complete', { interaction, disposition: 'other', notes: contact.name ?? '' })).status, 200);
  }
  await patchbay.presence('alice', 'loggedOut');
  await alice.context().close();
});

test('floor and report name hostile queues and contacts as words, and no cell of the CSV is a formula', async () => {
  const names = ["=cmd|' /C calc'!A0", '<img src=x onerror=window.__hit=1>', '{0} {{1+1}} ${x}', '\u202egnp.exe'];
  for (const [n, name] of names.entries()) {
    const saved = await patchbay.command('admin', 'queue.save', { queue: `hostile${n}`, name, unit: 'headquarters', needs: {} });
    assert.equal(saved.status, 200, saved.text);
  }
  const susan = await watched('susan');
  await susan.goto(`${patchbay.url}/floor`);
  await susan.locator(id('queue-hostile1')).waitFor();
  await quiet(susan, 'floor');
  await susan.click(id('queue-waiting-service'));
  await susan.locator('vaadin-dialog-overlay').first().waitFor();
  await quiet(susan, 'floor: who waits');
  await susan.goto(`${patchbay.url}/reports`);
  await susan.click(id('report-run'));
  await susan.locator(id('report-table')).waitFor();
  await quiet(susan, 'report');
  await susan.click(id('report-csv'));
  await susan.locator(`${id('purpose')} textarea`).fill("=cmd|' /C calc'!A0");
  const saving = susan.waitForEvent('download');
  await susan.click(id('purpose-make'));
  const csv = readFileSync(await (await saving).path(), 'utf8');
  for (const cell of csv.replace(/^\ufeff/, '').split(/[,\r\n]+/)) assert.doesNotMatch(cell, /^"?[=+@\t＝＋－＠]|^"?-(?!\d)/, cell);
  await susan.context().close();
});

test('the watch would have seen it', async () => {
  const susan = await watched('susan');
  await susan.evaluate(() => {
    window.__hit = 1;
    const bait = document.createElement('div');
    bait.innerHTML = '<img src=x onerror="window.__hit=2"><img src="https://evil.example/bait.png"><a href="java\tscript:1">x</a>';
    document.body.append(bait);
  });
  await until('it is noticed', () => alive.some((one) => one.includes('bait.png')) || susan.errors.some((one) => one.includes('bait.png')));
  await assert.rejects(quiet(susan, 'bait'), /a script ran.*javascript|a script ran[^]*script:1/);
  await susan.context().close();
});
