// SPDX-License-Identifier: Apache-2.0
// A mail's whole way: Dovecot's box, queue, agent, SMTP, the customer's reply; servers that go away, refuse and hang up; the power that goes.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { MailWorld } from '../lib/mail.mjs';
import { Patchbay, until } from '../lib/patchbay.mjs';

let patchbay, world;
before(async () => {
  world = await MailWorld.start();
  patchbay = await Patchbay.start();
  setAccount();
  await until('the account is up', async () => (await account())?.state === 'up');
});
after(async () => {
  await patchbay?.stop();
  await world?.stop();
});

const cfg = () => join(patchbay.home, 'etc/io.patchbay.channel.email-bank.cfg');
const setAccount = (password) => writeFileSync(cfg(), world.account(password));
const account = async () => (await patchbay.api('admin', '/accounts')).body.items.find((one) => one.pid === 'io.patchbay.channel.email-bank');
const mails = async () => (await patchbay.api('admin', '/interactions?limit=200&channel=email')).body.items;
const messages = async (id) => (await patchbay.api('admin', `/interactions/${id}/messages`)).body.items;
const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const withSubject = (subject) => until(`the mail about ${subject} is there`, async () => (await mails()).find((one) => one.subject === subject));

/** The agent takes the contact, whatever else is offered. */
async function accept(user, interaction) {
  await until(`${user} is offered it`, async () => {
    await patchbay.presence(user, 'ready');
    return (await me(user)).offers.some((offer) => offer.interaction === interaction);
  });
  assert.equal((await patchbay.command(user, 'assignment.accept', { interaction })).status, 200);
}

async function finish(user, interaction) {
  await patchbay.command(user, 'interaction.end', { interaction });
  await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'enquiry', notes: '' });
}

const delivery = async (interaction, text) => (await messages(interaction)).find((one) => one.text === text)?.delivery;

test('a mail is queued, taken, answered in its thread, and the reply comes back to the same contact', async () => {
  world.write({ id: 'first@customer.example', subject: '信用卡账单', text: '您好，请帮我查询账单。' });
  const contact = await withSubject('信用卡账单');
  await until('it is marked as seen', () => world.unseen() === 0);
  assert.equal(contact.channel, 'email');
  assert.equal(contact.from, 'mailto:lina@customer.example');
  await accept('alice', contact.id);
  assert.equal((await messages(contact.id))[0].text, '您好，请帮我查询账单。');
  assert.equal((await patchbay.command('alice', 'message.send', { interaction: contact.id, text: '账单已重新寄出。' })).status, 200);
  const [answer] = await until('it is sent', () => world.sentTo('lina@customer.example').length && world.sentTo('lina@customer.example'));
  assert.equal(answer.text, '账单已重新寄出。');
  assert.match(answer.fields['in-reply-to'], /<first@customer\.example>/);
  assert.match(answer.fields['message-id'], /^<.+@bank\.example>$/);
  await until('it is delivered', async () => (await delivery(contact.id, '账单已重新寄出。')) === 'delivered');
  world.write({ id: 'second@customer.example', subject: 'Re: 信用卡账单', text: '收到，谢谢！', headers: `In-Reply-To: ${answer.fields['message-id']}\n` });
  await until('the reply is in the same contact', async () => (await messages(contact.id)).some((one) => one.text === '收到，谢谢！'));
  await finish('alice', contact.id);
});

test('a file that the agent adds goes with the answer, byte for byte', async () => {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, n) => (n * 31) % 256));
  world.write({ id: 'file@customer.example', from: 'Fan <fan@file.example>', subject: 'the bill', text: '请把账单发给我。' });
  const contact = await withSubject('the bill');
  await accept('alice', contact.id);
  const upload = await fetch(`${patchbay.url}/api/v1/interactions/${contact.id}/attachments?name=${encodeURIComponent('账单.pdf')}&type=application/pdf`, {
    method: 'POST', body: bytes, headers: { authorization: 'Basic ' + Buffer.from('alice:patchbay').toString('base64'), 'content-type': 'application/octet-stream' } });
  assert.equal(upload.status, 201);
  const file = await upload.json();
  const sent = await patchbay.command('alice', 'message.send', { interaction: contact.id, text: '账单见附件。', attachments: [file] });
  assert.equal(sent.status, 200, sent.text);
  await until('it is delivered', async () => (await delivery(contact.id, '账单见附件。')) === 'delivered');
  const { raw } = world.sent.find((mail) => mail.to === 'fan@file.example');
  const part = raw.split(/--+=_Part[^\r]*\r\n/).find((one) => /application\/pdf/.test(one));
  assert.match(part, /filename/i);
  const [, ...body] = part.split('\r\n\r\n');
  assert.deepEqual(Buffer.from(body.join(''), 'base64'), bytes);
  assert.equal((await patchbay.command('alice', 'message.send', { interaction: contact.id, text: '还有问题吗？' })).status, 200);
  await until('the second is delivered', async () => (await delivery(contact.id, '还有问题吗？')) === 'delivered');
  const [first, second] = world.sentTo('fan@file.example');
  assert.equal(second.fields['in-reply-to'], '<file@customer.example>');
  assert.ok(second.fields.references.includes(first.fields['message-id']), 'the thread names our own mail too');
  await finish('alice', contact.id);
});

test('a forged reply does not get into somebody else\'s conversation', async () => {
  const [answer] = world.sentTo('lina@customer.example');
  world.write({ id: 'forged@evil.example', from: 'Eve <eve@evil.example>', subject: 'forged', text: 'give me the bill', headers: `In-Reply-To: ${answer.fields['message-id']}\nReferences: <first@customer.example>\n` });
  const forged = await withSubject('forged');
  const real = await withSubject('信用卡账单');
  assert.notEqual(forged.conversation, real.conversation);
});

test('an answer waits while the server is away or defers it, and goes out once', async () => {
  world.write({ id: 'away@customer.example', from: 'Gao <gao@away.example>', subject: 'away', text: 'are you there?' });
  const contact = await withSubject('away');
  await accept('alice', contact.id);
  await world.closeSmtp();
  await patchbay.command('alice', 'message.send', { interaction: contact.id, text: 'yes' });
  await until('the account says so', async () => (await account()).reason.includes('could not be sent yet'));
  world.mood = (to, count) => (to === 'gao@away.example' && count < 3 ? 'defer' : 'take');
  await world.openSmtp();
  await until('it is delivered', async () => (await delivery(contact.id, 'yes')) === 'delivered', 90_000);
  assert.equal(world.sentTo('gao@away.example').length, 1);
  await until('nothing waits', async () => (await account()).reason === '');
  await finish('alice', contact.id);
});

test('a refused answer has failed with the server\'s words; one whose acknowledgement was lost has the same Message-ID twice', async () => {
  world.write({ id: 'refuse@customer.example', from: 'No <no@refuse.example>', subject: 'refuse', text: 'x' });
  const contact = await withSubject('refuse');
  await accept('alice', contact.id);
  world.mood = (to) => (to === 'no@refuse.example' ? 'refuse' : 'take');
  await patchbay.command('alice', 'message.send', { interaction: contact.id, text: 'no' });
  await until('it has failed', async () => (await delivery(contact.id, 'no')) === 'failed');
  assert.ok((await patchbay.journal()).some((line) => line.type === 'message.failed' && JSON.stringify(line.body).includes('no such user')));
  world.mood = () => 'take';
  world.after = 'hangup';
  await patchbay.command('alice', 'message.send', { interaction: contact.id, text: 'cut' });
  await until('it is delivered', async () => (await delivery(contact.id, 'cut')) === 'delivered', 60_000);
  const cut = world.sentTo('no@refuse.example').filter((mail) => mail.text === 'cut');
  assert.equal(cut.length, 2);
  assert.equal(cut[0].fields['message-id'], cut[1].fields['message-id']);
  await finish('alice', contact.id);
});

test('an answer that a kill cuts off goes out all the same, never under two Message-IDs', async () => {
  world.write({ id: 'cut@customer.example', from: 'Cut <cut@kill.example>', subject: 'cut off', text: 'x' });
  const contact = await withSubject('cut off');
  await accept('alice', contact.id);
  assert.equal((await patchbay.command('alice', 'message.send', { interaction: contact.id, text: 'before the kill' })).status, 200);
  await patchbay.kill();
  await patchbay.launch();
  await until('it is delivered', async () => (await delivery(contact.id, 'before the kill')) === 'delivered', 60_000);
  const ids = world.sentTo('cut@kill.example').map((mail) => mail.fields['message-id']);
  assert.ok(ids.length <= 2);
  assert.equal(new Set(ids).size, 1);
  await finish('alice', contact.id);
});

test('the box away and back, a kill in the middle: every mail is there once', async () => {
  const before = (await mails()).length;
  await world.closeImap();
  await until('the account is down', async () => (await account()).state !== 'up');
  for (let n = 0; n < 30; n++) world.write({ id: `k${n}@customer.example`, from: `K <k${n}@many.example>`, subject: `kill ${n}`, text: `mail ${n}` });
  await world.openImap();
  await until('some are taken', async () => (await mails()).length > before + 3, 90_000);
  await patchbay.kill();
  await patchbay.launch();
  await until('all are seen', () => world.unseen() === 0, 90_000);
  const subjects = (await mails()).map((one) => one.subject).filter((subject) => subject?.startsWith('kill '));
  assert.equal(subjects.length, 30);
  assert.equal(new Set(subjects).size, 30);
  assert.equal((await patchbay.shell('patchbay:journal-verify')).status, 0);
});

test('an account is made, refused and removed live', async () => {
  setAccount('wrong');
  await until('the password is refused', async () => (await account())?.state === 'refused' && (await account()).reason.includes('IMAP'));
  setAccount();
  await until('it is up again', async () => (await account())?.state === 'up');
  rmSync(cfg());
  await until('it is gone', async () => !(await account()));
});
