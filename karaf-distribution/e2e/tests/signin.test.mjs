// SPDX-License-Identifier: Apache-2.0
// Who comes in, and how he is shown out: second factors, sessions, programs, providers outside, in a real browser and from outside.
import assert from 'node:assert/strict';
import { request } from 'node:https';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { code, fresh } from '../lib/authenticator.mjs';
import { id, launch, page, signIn } from '../lib/browser.mjs';
import { OpenId } from '../lib/openid.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';

let patchbay;
let browser;
before(async () => {
  patchbay = await Patchbay.start();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await patchbay?.stop();
});

const type = (window, field, text) => window.fill(`${id(field)} input`, text);

async function password(window, user) {
  await window.goto(patchbay.url + '/');
  await type(window, 'signin-user', user);
  await type(window, 'signin-password', 'patchbay');
  await window.click(id('signin-go'));
}

async function enrol(window) {
  const secret = await window.locator(id('totp-secret')).getAttribute('data-secret');
  await type(window, 'totp-code', code(secret));
  await window.click(id('totp-confirm'));
  await window.waitForSelector(`${id('recovery-codes')} li`);
  const codes = await window.locator(`${id('recovery-codes')} li`).allTextContents();
  await window.click(id('recovery-kept'));
  return { secret, codes };
}

const command = async (name, body, user = 'admin') => {
  const answer = await patchbay.command(user, name, body);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.result;
};

test('a second factor that is demanded is set up at the next sign-in, then asked for, and a recovery code opens once', async () => {
  await command('totp.demand', { user: 'carol', demanded: true });
  const first = await page(browser, { locale: 'en' });
  await password(first, 'carol');
  await first.waitForSelector(id('totp-setup'));
  assert.equal(await first.locator(id('me')).count(), 0, 'nothing is shown before');
  assert.equal(await first.locator('.qr svg').count(), 1);
  const { secret, codes } = await enrol(first);
  await first.waitForSelector(id('me'));
  assert.equal(codes.length, 10);

  const next = await page(browser);
  await password(next, 'carol');
  await type(next, 'totp-code', '000000');
  await next.click(id('signin-code-go'));
  await next.waitForSelector(id('signin-problem'));
  await type(next, 'totp-code', fresh(secret));
  await next.click(id('signin-code-go'));
  await next.waitForSelector(id('me'));

  const lost = await page(browser);
  await password(lost, 'carol');
  await type(lost, 'totp-code', codes[3]);
  await lost.click(id('signin-code-go'));
  await lost.waitForSelector(id('me'));
  const again = await page(browser);
  await password(again, 'carol');
  await type(again, 'totp-code', codes[3]);
  await again.click(id('signin-code-go'));
  await again.waitForSelector(id('signin-problem'));
  for (const window of [first, next, lost, again]) {
    assert.deepEqual(window.errors, []);
    await window.context().close();
  }
});

test('REST asks for the second factor too', async () => {
  const post = (body) => patchbay.api(null, '/tokens', { method: 'POST', body });
  const without = await post({ user: 'carol', password: 'patchbay' });
  assert.equal(without.status, 401);
  assert.match(without.text, /code-wanted/);
  assert.equal((await post({ user: 'carol', password: 'patchbay', code: '000000' })).status, 401);
  assert.equal((await patchbay.api('carol', '/agents/me')).status, 401, 'Basic has no room for it');
  assert.equal((await post({ user: 'bob', password: 'patchbay' })).status, 200);
  await command('totp.demand', { user: 'david', demanded: true });
  const missing = await post({ user: 'david', password: 'patchbay' });
  assert.equal(missing.status, 403);
  assert.match(missing.text, /second-factor-missing/);
  await command('totp.demand', { user: 'david', demanded: false });
});

test('an administrator resets the factor of another, never his own', async () => {
  assert.equal((await patchbay.command('admin', 'totp.reset', { user: 'admin' })).status, 403);
  assert.equal((await patchbay.command('alice', 'totp.reset', { user: 'carol' })).status, 403);
  await command('totp.reset', { user: 'carol' });
  await command('totp.demand', { user: 'carol', demanded: false });
  const carol = await signIn(browser, patchbay, 'carol');
  await carol.context().close();
});

test('one sees his sessions, ends one from another browser, and its page leaves at once', async () => {
  const here = await signIn(browser, patchbay, 'bob');
  const there = await signIn(browser, patchbay, 'bob');
  await there.click(id('me'));
  await there.click(id('my-security'));
  await there.locator(`${id('session')}[data-own="true"]`).waitFor();
  const others = there.locator(`${id('session')}[data-own="false"]`, { hasText: 'Chromium' });
  await others.first().waitFor();
  const began = Date.now();
  await there.click(id('end-others'));
  await here.waitForSelector(id('signin-user'));
  console.log(`# an ended session's page left after ${Date.now() - began} ms`);
  await here.waitForSelector(id('signin-problem'));
  assert.equal(await there.locator(id('me')).count(), 1, 'one\'s own stays');
  await here.reload();
  await here.waitForSelector(id('signin-user'));
  for (const window of [here, there]) {
    assert.deepEqual(window.errors, []);
    await window.context().close();
  }
});

test('an administrator ends the sessions of a person in the console', async () => {
  const david = await signIn(browser, patchbay, 'david');
  const admin = await signIn(browser, patchbay, 'admin');
  await admin.goto(`${patchbay.url}/access/people/david`);
  const began = Date.now();
  await admin.click(id('end-all'));
  await david.waitForSelector(id('signin-user'));
  console.log(`# a page left after ${Date.now() - began} ms when an administrator ended its session`);
  const entry = (await patchbay.journal()).findLast((line) => line.type === 'session.othersEnded');
  assert.equal(entry.actor, 'user:admin');
  assert.equal(entry.body.user, 'david');
  assert.match(entry.body.from, /^console /);
  assert.deepEqual(admin.errors, []);
  await david.context().close();
  await admin.context().close();
});

test('the next sign-in tells the last one and failures since', async () => {
  const first = await signIn(browser, patchbay, 'susan');
  await first.context().close();
  const { status } = await patchbay.api(null, '/tokens', { method: 'POST', body: { user: 'susan', password: 'guess' } });
  assert.equal(status, 401);
  await until('the failure is written', async () => (await patchbay.journal()).some((line) => line.type === 'signIn.failed' && line.body.user === 'susan'));
  const susan = await signIn(browser, patchbay, 'susan', { locale: 'en' });
  await susan.locator(id('greeting'), { hasText: 'Failed attempts since: 1' }).waitFor();
  await susan.click(id('greeting-close'));
  await susan.locator(id('greeting')).waitFor({ state: 'detached' });
  const cookies = await susan.context().cookies();
  for (const name of ['PATCHBAY_CONSOLE', 'patchbay-device']) {
    const cookie = cookies.find((one) => one.name === name);
    assert.equal(cookie.httpOnly, true, name);
    assert.equal(cookie.sameSite, 'Lax', name);
  }
  await susan.context().close();
});

test('a token made in the console opens what it may over REST, and nothing once it is revoked', async () => {
  const admin = await signIn(browser, patchbay, 'admin');
  await admin.goto(`${patchbay.url}/access/services/~new`);
  await type(admin, 'field-service', 'svc-crm');
  await type(admin, 'field-name', 'CRM');
  await admin.click(id('save'));
  await admin.waitForURL(/svc-crm/);
  await type(admin, 'token-name', 'nightly');
  await admin.locator(`${id('token-permissions')} input`).fill('floor.see');
  await admin.locator('vaadin-multi-select-combo-box-item', { hasText: 'floor.see' }).click();
  await admin.keyboard.press('Escape');
  await admin.click(id('token-make'));
  const token = (await admin.locator(id('token-secret')).textContent()).trim();
  const get = (path, authorization) => fetch(`${patchbay.url}/api/v1${path}`, { headers: { authorization } });
  assert.equal((await get('/agents', `Bearer ${token}`)).status, 200);
  const basic = `Basic ${Buffer.from(`svc-crm:${token}`).toString('base64')}`;
  assert.equal((await get('/agents', basic)).status, 200);
  assert.equal((await get('/agents', `Basic ${Buffer.from(`svc-other:${token}`).toString('base64')}`)).status, 401);
  assert.notEqual((await get('/journal', `Bearer ${token}`)).status, 200, 'not its right');
  await admin.click(id('token-revoke'));
  await until('it opens nothing', async () => (await get('/agents', `Bearer ${token}`)).status === 401);
  const types = (await patchbay.journal()).map((line) => line.type);
  for (const one of ['service.saved', 'service.tokenMade', 'service.tokenRevoked']) assert.ok(types.includes(one), one);
  assert.deepEqual(admin.errors, []);
  await admin.context().close();
});

test('a provider outside has a button while its feature is there, and whoever comes back is in', async () => {
  const provider = await OpenId.start('bob');
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.signin.oidc-bank.cfg'),
    `issuer = ${provider.issuer}\nclientId = patchbay\nclientSecret = secret\ntitle = Bank\ntitleChinese = 行内账号\n`);
  const installed = await patchbay.shell('patchbay:feature-install signin-oidc');
  assert.equal(installed.status, 0, installed.said);
  const window = await page(browser);
  const door = await until('the button is there', async () => {
    await window.goto(patchbay.url + '/');
    await window.waitForSelector(id('signin-user'));
    return (await window.locator(id('door-oidc-bank')).count()) && window.locator(id('door-oidc-bank'));
  });
  await door.click();
  await window.waitForSelector(id('me'));

  const stranger = await page(browser);
  provider.account = 'nobody';
  await stranger.goto(patchbay.url + '/');
  await stranger.click(id('door-oidc-bank'));
  await stranger.waitForSelector(id('signin-problem'));
  const foreign = await page(browser);
  await foreign.goto(`${patchbay.url}/signin/back?code=stolen&state=guessed`);
  await foreign.waitForSelector(id('signin-problem'));
  provider.stop();
  await stranger.goto(patchbay.url + '/');
  await password(stranger, 'alice');
  await stranger.waitForSelector(id('me'));
  const removed = await patchbay.shell('patchbay:feature-uninstall signin-oidc');
  assert.equal(removed.status, 0, removed.said);
  await foreign.goto(patchbay.url + '/');
  await foreign.waitForSelector(id('signin-user'));
  assert.equal(await foreign.locator(id('door-oidc-bank')).count(), 0);
  for (const one of [window, stranger, foreign]) {
    assert.deepEqual(one.errors, []);
    await one.context().close();
  }
});

test('LDAP comes and goes as a feature, and a server that is away keeps nobody else out', async () => {
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.signin.ldap-bank.cfg'), 'host = 127.0.0.1\nport = 1\ntls = none\nbaseDn = dc=bank,dc=example\n');
  const installed = await patchbay.shell('patchbay:feature-install signin-ldap');
  assert.equal(installed.status, 0, installed.said);
  await until('the directory is there', async () => /ldap~bank/.test((await patchbay.shell('service:list io.patchbay.spi.signin.IdentityProvider')).said));
  assert.equal((await patchbay.api(null, '/tokens', { method: 'POST', body: { user: 'bob', password: 'patchbay' } })).status, 200);
  const removed = await patchbay.shell('patchbay:feature-uninstall signin-ldap');
  assert.equal(removed.status, 0, removed.said);
});

test('over HTTPS cookies are secure and the browser is told to stay there', async () => {
  const options = { host: '127.0.0.1', port: patchbay.env.PATCHBAY_HTTPS_PORT, path: '/', rejectUnauthorized: false, headers: { accept: 'text/html' } };
  const { headers } = await new Promise((resolve, reject) => request(options, (response) => response.resume() && resolve(response)).on('error', reject).end());
  assert.match(headers['strict-transport-security'], /max-age=\d{8}/);
  for (const cookie of headers['set-cookie']) {
    for (const part of [/; HttpOnly/, /; SameSite=Lax/, /; Secure/]) assert.match(cookie, part);
  }
});

test('every answer says what browsers must not do with it', async () => {
  for (const [path, frame] of [['/', true], ['/api/v1/health', true], ['/api/v1/agents', true], ['/patchbay/console.js', true], ['/signin/back', true], ['/chat/widget.js', true]]) {
    const response = await fetch(patchbay.url + path, { redirect: 'manual' });
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff', path);
    assert.ok(response.headers.get('referrer-policy'), path);
    assert.match(response.headers.get('content-security-policy'), /default-src 'none'|default-src 'self'/, path);
    if (frame) assert.match(response.headers.get('content-security-policy'), /frame-ancestors 'none'/, path);
    assert.equal(response.headers.get('server'), null, path);
  }
});
