// SPDX-License-Identifier: Apache-2.0
// Settings in a real Patchbay: what parameters do at once, undo, menus, calendars; and the whole configuration from one Patchbay to another.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { customer, id, launch, signIn } from '../lib/browser.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';

const folder = mkdtempSync(join(tmpdir(), 'patchbay-settings-'));
const file = (name) => join(folder, name);

let patchbay, browser, admin;
before(async () => {
  patchbay = await Patchbay.start();
  browser = await launch();
  admin = await signIn(browser, patchbay, 'admin');
});
after(async () => {
  await browser?.close();
  await patchbay?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const run = async (name, body) => {
  const answer = await patchbay.command('admin', name, body);
  assert.equal(answer.status, 200, answer.text);
  return answer.body.result;
};
const refused = async (name, body, words, user = 'admin') => {
  const answer = await patchbay.command(user, name, body);
  assert.ok(answer.status >= 400, answer.text);
  assert.match(answer.text, words);
};
const field = (name) => admin.locator(id(`field-${name}`));
const config = (path, text, user = 'admin') => fetch(`${patchbay.url}/api/v1/config${path}`, {
  method: text === undefined ? 'GET' : 'POST', body: text,
  headers: { 'accept-language': 'en', 'content-type': 'application/yaml', authorization: 'Basic ' + Buffer.from(`${user}:patchbay`).toString('base64') },
});

test('a notice set in the console is on every page at once, and its undoing takes it away', async () => {
  const agent = await signIn(browser, patchbay, 'alice');
  await admin.goto(`${patchbay.url}/settings/parameter/console.notice`);
  await field('value').locator('input').fill('今晚 22:00 系统维护');
  await admin.click(id('save'));
  await agent.locator(id('notice')).filter({ hasText: '今晚 22:00 系统维护' }).waitFor();
  await admin.locator(id('undo')).click();
  await agent.locator(id('notice')).waitFor({ state: 'detached' });
  const told = (await patchbay.journal()).filter((line) => line.body.parameter === 'console.notice');
  assert.deepEqual(told.map((line) => line.type), ['parameter.saved', 'parameter.undone']);
  assert.deepEqual(told[0].body.after, { value: '今晚 22:00 系统维护' });
  assert.deepEqual(told[1].body.before, { value: '今晚 22:00 系统维护' });
  assert.deepEqual(agent.errors, []);
  await agent.context().close();
});

test('what does not fit is refused in words that name the parameter, the value and what fits', async () => {
  await refused('parameter.save', { parameter: 'config.points-kept', value: 2 }, /config\.points-kept .*3 to 1000 but is \\"2\\"/);
  await refused('parameter.save', { parameter: 'no.such', value: 2 }, /no parameter no\.such/);
  await refused('parameter.save', { parameter: 'config.points-kept', value: 20 }, /settings\.edit/, 'alice');
  await refused('dictionary.remove', { dictionary: 'tier' }, /dictionary\.edit/, 'alice');
  await refused('config.import', { text: 'x' }, /config\.import/, 'alice');
  assert.equal((await config('', undefined, 'alice')).status, 403);
  assert.equal((await config('/plan', 'x', 'alice')).status, 403);
});

test('a new queue takes its ring time from its unit', async () => {
  await run('parameter.save', { parameter: 'queue.ring@headquarters', value: 33 });
  await run('queue.save', { queue: 'evening', name: '晚间', unit: 'headquarters' });
  const entry = (await patchbay.journal()).findLast((line) => line.type === 'queue.saved' && line.body.queue === 'evening');
  assert.equal(entry.body.ringSeconds ?? entry.body.after?.ringSeconds, 33);
});

test('a visitor is greeted, and otherwise while the calendar is closed', async () => {
  await run('parameter.save', { parameter: 'chat.greeting', value: '您好，请问有什么可以帮您？' });
  await run('parameter.save', { parameter: 'chat.closed', value: '现在是非服务时间，请留言。' });
  const day = await customer(browser, patchbay, '林若晴');
  await day.getByText('您好，请问有什么可以帮您？').waitFor();
  await day.context().close();
  await run('calendar.save', { calendar: 'never', english: 'Never', chinese: '从不', hours: [] });
  await run('parameter.save', { parameter: 'chat.calendar@queue:service', value: 'never' });
  const night = await customer(browser, patchbay, '林若晴');
  await night.getByText('现在是非服务时间，请留言。').waitFor();
  await night.context().close();
  await refused('calendar.save', { calendar: 'twice', english: 'Twice', chinese: '重复', hours: [{ MONDAY: ['09:00-12:00', '11:00-13:00'] }] }, /09:00-12:00 and 11:00-13:00 overlap/);
});

test('a menu hides and orders the rail of a role, and never gives a right', async () => {
  await run('menu.save', { role: 'agent', rail: ['start', 'settings', 'desk'], hidden: [] });
  const agent = await signIn(browser, patchbay, 'bob');
  await agent.locator(id('rail-desk')).waitFor();
  assert.equal(await agent.locator(id('rail-settings')).count(), 0);
  await agent.goto(`${patchbay.url}/settings`);
  await agent.locator('.empty').waitFor();
  await agent.context().close();
  await run('menu.remove', { role: 'agent' });
});

test('a faulty text is refused with line and column, and a plan says what would be', async () => {
  const before = await (await config('')).text();
  const bad = await (await config('/plan', 'format: patchbay-configuration/1\nparameters:\n  config.points-kept:\n    valu: 3\n')).json();
  assert.equal(bad.faults[0].line, 3);
  assert.match(bad.faults[0].text, /valu/);
  const plan = await (await config('/plan', 'format: patchbay-configuration/1\nparameters:\n  config.points-kept:\n    value: 30\n')).json();
  assert.deepEqual(plan.changes.map((one) => [one.sign, one.part, one.id, one.line]), [['+', 'parameters', 'config.points-kept', 3]]);
  assert.equal(await (await config('')).text(), before);
});

test('the configuration in the console: exported, changed, planned, carried out, restored', async () => {
  await admin.goto(`${patchbay.url}/settings/config`);
  await admin.click(id('config-export'));
  const area = admin.locator(`${id('config-text')} textarea`);
  await until('the text is there', async () => (await area.inputValue()).includes('service-hours'));
  await area.fill((await area.inputValue()).replace('chinese: 服务时间', 'chinese: 全天服务'));
  await admin.click(id('config-plan'));
  await admin.getByText('服务时间 → 全天服务').waitFor();
  await admin.click(id('config-import'));
  await admin.locator(id('config-done')).waitFor();
  assert.match(await (await config('')).text(), /chinese: 全天服务/);
  await admin.locator('[data-testid^="restore-"][data-testid*="before-import"]').first().click();
  await admin.getByText('全天服务 → 服务时间').waitFor();
  await admin.click(id('config-import'));
  await until('it is as before', async () => /chinese: 服务时间\n/.test(await (await config('')).text()));
  assert.deepEqual(admin.errors, []);
});

test('from one Patchbay into an empty one and out again: equal text, without secrets', { timeout: 600_000 }, async () => {
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.email-vault.cfg'),
    'address = vault@bank.example\nimap.host = 127.0.0.1\nimap.port = 1\nimap.tls = none\nsmtp.host = 127.0.0.1\nsmtp.port = 1\nsmtp.tls = none\nuser = vault\npassword = top-secret-7\nqueue = service\n');
  assert.match((await patchbay.shell(`patchbay:config-export ${file('one.yaml')}`)).said, /lines/);
  const text = readFileSync(file('one.yaml'), 'utf8');
  assert.doesNotMatch(text, /top-secret-7/);
  assert.match(text, /password = \$\{env:PATCHBAY_CHANNEL_EMAIL_VAULT_PASSWORD\}/);
  const other = await Patchbay.start({ demo: false });
  try {
    const plan = await other.shell(`patchbay:config-plan --remove ${file('one.yaml')}`);
    assert.match(plan.said, /\+ queues\/service/);
    const brought = await other.shell(`patchbay:config-import --remove ${file('one.yaml')}`);
    assert.equal(brought.status, 0, brought.said);
    assert.match((await other.shell(`patchbay:config-diff ${file('one.yaml')}`)).said, /No differences/);
    await other.shell(`patchbay:config-export ${file('two.yaml')}`);
    assert.equal(readFileSync(file('two.yaml'), 'utf8'), text);
    assert.match((await other.shell('patchbay:config-points')).said, /before-import/);
    const bad = await other.shell(`patchbay:config-import ${file('nowhere.yaml')}`);
    assert.notEqual(bad.status, 0);
  } finally {
    await other.stop();
  }
});

test('staff as a table: faults with line and column, before and after, then saved or handed in for review', async () => {
  const { text } = await run('staff.export', {});
  assert.ok(text.startsWith('\uFEFFuser,name,unit,roles,'));
  assert.match(text, /\r\nalice,/);
  await refused('staff.import', { text: 'user,enabled\nalice,maybe\n' }, /Line 2, column 2/);
  await refused('staff.export', {}, /people\.edit/, 'alice');
  await admin.goto(`${patchbay.url}/settings/staff`);
  await admin.locator(`${id('config-text')} textarea`).fill('user\tname\ncarol\tCarol Newname\n');
  await admin.click(id('config-plan'));
  await admin.getByText('→ Carol Newname').waitFor();
  await admin.click(id('config-import'));
  await admin.locator(id('config-done')).waitFor();
  const told = (await patchbay.journal()).findLast((line) => line.type === 'staff.imported');
  assert.equal(told.body.changed + told.body.proposed, 1);
  assert.deepEqual(admin.errors, []);
});
