// SPDX-License-Identifier: Apache-2.0
// Who may what, from outside: every declared permission against every command, resource, view and object. What is new without a row here fails.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { customer, launch, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { reviewed } from '../lib/reviews.mjs';

/** What each resource asks for; `everyone` is narrowed by scope, which the objects below show. */
const RESOURCES = {
  'GET /accounts': ['system.operate'],
  'GET /agents': ['floor.see'],
  'GET /agents/me': 'everyone',
  'GET /appointments': ['appointment.book'],
  'GET /approvals': 'everyone',
  'GET /approvals/{id}': 'everyone',
  'GET /codes': 'everyone',
  'GET /commands': 'everyone',
  'GET /config': ['config.read'],
  'GET /features': ['system.operate'],
  'GET /features/{name}/plan': ['system.operate'],
  'GET /frequent-numbers': ['agent.work', 'frequent.edit'],
  'GET /health': 'open',
  'GET /interactions': 'everyone',
  'GET /interactions/{id}': 'everyone',
  'GET /interactions/{id}/attachments/{attachment}': 'everyone',
  'GET /interactions/{id}/messages': 'everyone',
  'GET /interactions/{id}/notes': 'everyone',
  'GET /interactions/{id}/why': 'everyone',
  'GET /journal': ['journal.read'],
  'GET /lists': ['list.see'],
  'GET /metrics': ['system.operate'],
  'GET /openapi.json': 'open',
  'GET /people': ['people.see', 'people.edit'],
  'GET /permissions': 'everyone',
  'GET /queues': 'everyone',
  'GET /recordings': 'everyone', // what may not be heard is not found
  'GET /recordings/{interaction}': 'everyone', // what may not be heard is not there: see the objects
  'GET /recordings/{interaction}/marks': 'everyone', // none where it may not be heard
  'GET /recordings/{interaction}/peaks': 'everyone',
  'GET /rights/could-see': ['rights.ask'],
  'GET /roles': ['people.see', 'people.edit'],
  'GET /tiers': ['routing.edit'],
  'GET /trace': ['trace.see'],
  'GET /units': ['people.see', 'people.edit'],
};

/** Commands that ask for no permission because they look at who asks and at what. */
const BY_THEMSELVES = ['approval.answer', 'approval.withdraw', 'password.change', 'recording.pause', 'recording.resume', 'verification.ask'];

/** What opens each view. */
const VIEWS = {
  access: ['signin.assist', 'service.edit'],
  admin: ['people.edit', 'routing.edit', 'approval.first', 'approval.final', 'list.see'],
  alarms: ['alarm.see', 'floor.supervise', 'system.operate'],
  answers: ['routing.edit'],
  audit: ['trace.see'],
  channels: ['voice.edit', 'frequent.edit', 'system.operate'],
  desk: ['agent.work'],
  features: ['feature.change', 'system.operate'],
  floor: ['floor.see'],
  integration: ['route.operate', 'system.operate'],
  records: ['records.see', 'agent.work'],
  reports: ['report.see'],
  settings: ['settings.edit', 'dictionary.edit', 'menu.edit', 'calendar.edit', 'people.edit', 'config.read'],
};

/** The business day: it ends at midnight in Shanghai, not in Greenwich. */
const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Only in a demo with its town. */
const DEMO = ['start', 'town'];

let patchbay, browser, permissions;
let made = 0;
const tokens = new Map();

const call = async (token, method, path, body) => {
  const response = await fetch(`${patchbay.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'en' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
};
const command = async (name, body) => {
  const answer = await patchbay.command('admin', name, body);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.result;
};

/** A program in a unit that holds these permissions alone. */
async function program(unit, ...held) {
  const user = `svc-${made += 1}`;
  await command('service.save', { user, name: user, unit });
  return (await command('service.makeToken', { user, name: 'matrix', permissions: held })).token;
}

before(async () => {
  patchbay = await Patchbay.start({ loopback: true });
  browser = await launch();
  permissions = (await patchbay.api('alice', '/permissions')).body.items.map((one) => one.permission);
  assert.equal(await reviewed(patchbay, 'unit.save', { unit: 'branch', name: '支行', parent: 'headquarters' }), 'applied');
  for (const permission of permissions) tokens.set(permission, await program('headquarters', permission));
});
after(async () => {
  await browser?.close();
  await patchbay?.stop();
});

test('every permission is declared once, with words in both languages', async () => {
  const items = (await patchbay.api('alice', '/permissions')).body.items;
  assert.equal(new Set(permissions).size, permissions.length);
  for (const one of items) assert.ok(one.english && /\p{Script=Han}/u.test(one.chinese), one.permission);
});

test('every command asks for a declared permission and is refused without it', async () => {
  const commands = (await patchbay.api('alice', '/commands')).body.items;
  assert.ok(commands.length > 40, `${commands.length} commands`);
  const open = commands.filter((one) => !one.permission).map((one) => one.command);
  const known = new Set([...BY_THEMSELVES, ...open.filter((name) => /^(totp|recovery|session)\./.test(name))]);
  assert.deepEqual(open.filter((name) => !known.has(name)), [], 'commands without a permission and without a row');
  const wrong = [];
  for (const { command: name, permission } of commands.filter((one) => one.permission)) {
    assert.ok(tokens.has(permission), `${name} asks for ${permission}, which nobody declares`);
    for (const [held, token] of tokens) {
      const { status } = await call(token, 'POST', `/commands/${name}`, { nonsense: true });
      if ((status === 403) !== (held !== permission)) wrong.push(`${name} with ${held}: ${status}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('every resource is refused without its permission', async () => {
  const document = (await patchbay.api('alice', '/openapi.json')).body;
  const gets = Object.entries(document.paths).filter(([, methods]) => methods.get).map(([path]) => `GET ${path}`);
  assert.deepEqual(gets.filter((row) => !RESOURCES[row]), [], 'resources without a row');
  const contact = await patchbay.loopbackContact?.() ?? '019cac0f-2680-700b-a016-c128b7c57eac';
  const wrong = [];
  for (const [row, needs] of Object.entries(RESOURCES)) {
    const path = row.slice(4).replace('{name}', 'patchbay-loopback').replace(/\{(id|interaction|attachment)\}/g, contact);
    assert.ok(needs === 'open' || (await fetch(`${patchbay.url}/api/v1${path}`)).status === 401, `${row} without a token`);
    for (const [held, token] of tokens) {
      const { status } = await call(token, 'GET', path);
      const may = !Array.isArray(needs) || needs.includes(held);
      if (status === 401 || (status === 403) === may) wrong.push(`${row} with ${held}: ${status}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('objects of another unit are not there: contacts, people, journal, trace, recordings', async () => {
  const all = ['records.see', 'floor.see', 'journal.read', 'people.see', 'recording.play', 'rights.ask', 'trace.see', 'customer.see'];
  const here = await program('headquarters', ...all);
  const there = await program('branch', ...all);
  await patchbay.presence('bob', 'ready');
  const shop = await customer(browser, patchbay, '林若晴');
  await shop.writes('hello');
  let contact;
  await until('the contact is there', async () => {
    contact = JSON.parse((await call(here, 'GET', '/interactions')).text).items[0]?.id;
    return contact;
  });
  const json = async (token, path) => JSON.parse((await call(token, 'GET', path)).text);
  assert.deepEqual((await json(there, '/interactions')).items, []);
  for (const path of [`/interactions/${contact}`, `/interactions/${contact}/messages`, `/recordings/${contact}`]) {
    const answer = await call(there, 'GET', path);
    assert.ok([403, 404].includes(answer.status), `${path} ${answer.status}`);
  }
  const deaf = await program('headquarters', 'records.see');
  const silent = JSON.parse((await call(here, 'GET', `/recordings/${contact}`)).text).code;
  const forbidden = await call(deaf, 'GET', `/recordings/${contact}`);
  assert.ok([403, 404].includes(forbidden.status) && JSON.parse(forbidden.text).code !== silent, forbidden.text);
  assert.equal((await call(there, 'GET', `/rights/could-see?recording=${contact}&day=${today()}`)).status, 404);
  assert.ok((await json(here, '/people')).items.length > 7);
  assert.deepEqual((await json(there, '/people')).items.map((one) => one.unit).filter((unit) => unit !== 'branch'), []);
  const lines = (await call(there, 'GET', '/journal?limit=10000')).text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  assert.ok(lines.length > 0);
  assert.deepEqual([...new Set(lines.map((line) => line.unit))], ['branch']);
  assert.deepEqual((await json(there, '/trace')).items.filter((one) => one.unit !== 'branch'), []);
  const masked = (await json(here, `/interactions/${contact}`));
  assert.doesNotMatch(JSON.stringify(masked), /林若晴/, 'names are masked without the right');
  await shop.context().close();
});

test('skills are changed where one supervises, and nowhere else', async () => {
  const change = async (unit) => (await call(await program(unit, 'floor.supervise'), 'POST', '/commands/person.skills', { user: 'bob', skills: { service: 4 } })).status;
  assert.ok([403, 404].includes(await change('branch')));
  assert.equal(await change('headquarters'), 200);
});

test('who could hear a recording on a day is one question', async () => {
  const contact = (await patchbay.api('admin', '/interactions')).body.items[0].id;
  const answer = await patchbay.api('admin', `/rights/could-see?recording=${contact}&day=${today()}`);
  assert.equal(answer.status, 200, answer.text);
  const users = answer.body.items.map((one) => one.user);
  for (const user of ['admin', 'susan', 'quentin']) assert.ok(users.includes(user), `${user} in ${users}`);
  assert.ok(!users.includes('alice') && !users.includes('rita'), String(users));
});

test('each role sees its views and no others, also by their addresses', async () => {
  const roles = Object.fromEntries((await patchbay.api('admin', '/roles')).body.items.map((one) => [one.role, one.permissions]));
  const people = { alice: 'agent', susan: 'supervisor', quentin: 'inspector', rita: 'reviewer', felix: 'approver', admin: 'administrator' };
  for (const [user, role] of Object.entries(people)) {
    const window = await signIn(browser, patchbay, user);
    const rail = window.locator('[data-testid^="rail-"]');
    await rail.first().waitFor();
    const shown = (await rail.evaluateAll((all) => all.map((one) => one.dataset.testid.slice(5)))).filter((path) => !DEMO.includes(path)).sort();
    assert.deepEqual(shown.filter((path) => !VIEWS[path]), [], 'views without a row');
    const expected = Object.keys(VIEWS).filter((path) => VIEWS[path].some((key) => roles[role].includes(key)));
    assert.deepEqual(shown, expected.sort(), `${user}'s rail`);
    for (const path of Object.keys(VIEWS).filter((one) => !expected.includes(one))) {
      await window.goto(`${patchbay.url}/${path}`);
      await window.locator('.empty').first().waitFor();
    }
    assert.deepEqual(window.errors, []);
    await window.context().close();
  }
});

test('what was tried without the right is in the journal', async () => {
  await patchbay.command('alice', 'person.save', { user: 'alice' });
  const line = (await patchbay.journal()).findLast((one) => one.type === 'command.refused' && one.actor === 'user:alice');
  assert.equal(line.body.command, 'person.save');
  assert.match(line.body.from, /^rest /);
});
