// SPDX-License-Identifier: Apache-2.0
// A new colleague in a bank, in a real Chromium: hired, reviewed twice, let in with two factors, sees his branch alone, is shut out at once.
import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import { after, before, test } from 'node:test';
import { code } from '../lib/authenticator.mjs';
import { id, launch, page, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { reviewed } from '../lib/reviews.mjs';

const FIRST = 'a first password nobody knows';
const OWN = 'her very own password';

let patchbay, browser, admin, dong, socket, said = '';
before(async () => {
  patchbay = await Patchbay.start({ loopback: true });
  browser = await launch();
  assert.equal(await reviewed(patchbay, 'unit.save', { unit: 'branch', name: '浦东支行', parent: 'headquarters' }), 'applied');
  assert.equal((await patchbay.command('admin', 'queue.save', { queue: 'pudong', name: '浦东', unit: 'branch', needs: {} })).status, 200);
  socket = createConnection(patchbay.loopbackPort, '127.0.0.1');
  socket.on('data', (data) => { said += data; });
  socket.write('open hq1 service hello\nopen br1 pudong hello\n');
  await until('both contacts are durable', () => /committed hq1/.test(said) && /committed br1/.test(said));
  admin = await signIn(browser, patchbay, 'admin');
});
after(async () => {
  await browser?.close();
  socket?.destroy();
  await patchbay?.stop();
});

const fill = (window, name, text) => window.fill(`${id(`field-${name}`)} input`, text);
async function choose(window, field, words) {
  await window.locator(id(field)).first().click();
  await window.locator('vaadin-select-item', { hasText: words }).first().click();
}
const saved = (window) => window.locator(id('save-message'));

test('a colleague is hired in the console, with a role that ends, and waits for two reviews', async () => {
  await admin.goto(`${patchbay.url}/admin/people/~new`);
  await fill(admin, 'user', 'dong');
  await fill(admin, 'name', '董晓');
  await choose(admin, 'field-unit', '浦东支行');
  await fill(admin, 'password', FIRST);
  await admin.click(id('add-grant'));
  await choose(admin, 'grant-role', '班长');
  await admin.click(id('save'));
  await saved(admin).filter({ hasText: '已提交审核' }).waitFor();
  assert.equal((await patchbay.api('admin', '/people')).body.items.filter((one) => one.user === 'dong').length, 0);
});

test('the maker cannot review it, the first reviewer sees before and after, the final one lets it act', async () => {
  await admin.goto(`${patchbay.url}/admin/approvals`);
  await admin.click(id('approval-person:dong'));
  await admin.locator(id('withdraw')).waitFor();
  assert.equal(await admin.locator(id('approve')).count(), 0);
  for (const user of ['rita', 'felix']) {
    const reviewer = await signIn(browser, patchbay, user);
    await reviewer.goto(`${patchbay.url}/admin/approvals`);
    await reviewer.click(id('approval-person:dong'));
    await reviewer.locator(id('difference')).filter({ hasText: '董晓' }).waitFor();
    await reviewer.click(id('approve'));
    await reviewer.locator(id('proposal')).filter({ hasText: user === 'rita' ? '待终审' : '已生效' }).waitFor();
    assert.deepEqual(reviewer.errors, []);
    await reviewer.context().close();
  }
  await admin.locator(id('proposal')).filter({ hasText: '已生效' }).waitFor();
  const told = (await patchbay.journal()).filter((line) => /^(approval\.|person\.saved)/.test(line.type) && (line.body.subject === 'person:dong' || line.body.user === 'dong'));
  assert.deepEqual(told.map((line) => line.actor), ['user:admin', 'user:rita', 'user:felix', 'user:admin', 'user:admin']);
  assert.ok(told.find((line) => line.type === 'person.saved').body.approval, 'the change names its approval');
});

test('the first password opens nothing but its own change, and a second factor is set up', async () => {
  assert.equal((await patchbay.command('admin', 'totp.demand', { user: 'dong', demanded: true })).status, 200);
  const rest = await patchbay.api(null, '/tokens', { method: 'POST', body: { user: 'dong', password: FIRST } });
  assert.equal(rest.status, 403);
  dong = await page(browser);
  await dong.goto(patchbay.url + '/');
  await dong.fill(`${id('signin-user')} input`, 'dong');
  await dong.fill(`${id('signin-password')} input`, FIRST);
  await dong.click(id('signin-go'));
  await dong.waitForSelector(id('signin-change'));
  for (const [field, text] of [['signin-password', FIRST], ['signin-new', OWN], ['signin-again', OWN]]) await dong.fill(`${id(field)} input`, text);
  await dong.click(id('signin-change'));
  await dong.waitForSelector(id('totp-setup'));
  const secret = await dong.locator(id('totp-secret')).getAttribute('data-secret');
  await dong.fill(`${id('totp-code')} input`, code(secret));
  await dong.click(id('totp-confirm'));
  await dong.waitForSelector(`${id('recovery-codes')} li`);
  await dong.click(id('recovery-kept'));
  await dong.waitForSelector(id('me'));
});

test('the branch sees its own contacts and people and nothing else', async () => {
  await dong.goto(`${patchbay.url}/records`);
  await until('one record', async () => (await dong.locator(id('record')).count()) === 1);
  assert.match(await dong.locator(id('record')).innerText(), /浦东/);
  await dong.goto(`${patchbay.url}/floor`);
  await dong.getByText('浦东').first().waitFor();
  assert.equal(await dong.getByText('投诉').count(), 0, 'queues of the head office');
  await dong.goto(`${patchbay.url}/admin`);
  await dong.locator('.empty').first().waitFor();
  assert.deepEqual(dong.errors, []);
});

test('a move with a date is approved now and happens then; a unit with people stays', async () => {
  const day = new Date(Date.now() + 86_400_000 * 30).toISOString();
  const mover = { user: 'dong', name: '董晓', unit: 'headquarters', roles: ['supervisor'], effectiveAt: day };
  assert.equal(await reviewed(patchbay, 'person.save', mover), 'scheduled');
  const people = (await patchbay.api('admin', '/people')).body.items;
  assert.equal(people.find((one) => one.user === 'dong').unit, 'branch');
  for (const reason of ['unit-has-queues', 'unit-has-people']) {
    const removal = await patchbay.command('admin', 'unit.remove', { unit: 'branch' });
    assert.equal(removal.status, 409);
    assert.match(removal.text, new RegExp(reason));
    await patchbay.command('admin', 'queue.save', { queue: 'pudong', name: '浦东', unit: 'headquarters', needs: {} });
  }
});

test('shutting somebody out waits for nobody and ends the open page at once', async () => {
  await admin.goto(`${patchbay.url}/admin/people/dong`);
  await admin.locator(`${id('field-enabled')} input`).uncheck();
  await admin.click(id('save'));
  await saved(admin).filter({ hasText: '已保存' }).waitFor();
  const began = Date.now();
  await dong.waitForSelector(id('signin-user'));
  console.log(`# the page of a disabled colleague left after ${Date.now() - began} ms`);
  assert.equal((await patchbay.api(null, '/tokens', { method: 'POST', body: { user: 'dong', password: OWN } })).status, 401);
  assert.deepEqual(admin.errors, []);
});
