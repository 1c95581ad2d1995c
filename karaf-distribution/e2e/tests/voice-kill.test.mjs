// SPDX-License-Identifier: Apache-2.0
// The power goes during twenty calls: what was said is kept, the calls are closed as failed, phones and queues are back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { Callers, Phone, sides, steady } from '../lib/phones.mjs';

const CALLS = 20;
const AGENTS = { alice: '1001', bob: '1002', carol: '1003' };
let patchbay;
const open = [];
before(async () => { patchbay = await Patchbay.start(); });
after(async () => {
  for (const thing of open) await (thing.stop ?? thing.pullOut).call(thing);
  await patchbay?.stop();
});

const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
const calls = async () => (await patchbay.api('admin', '/interactions?limit=100&channel=voice')).body.items;

test('a kill during 20 calls loses at most five seconds of each recording and leaves nothing open', async () => {
  for (const [user, extension] of Object.entries(AGENTS)) {
    const phone = await Phone.start(patchbay, extension, { answer: 'auto' });
    open.push(phone);
    await phone.registered();
    await patchbay.presence(user, 'ready');
  }
  const callers = await Callers.start(patchbay, 'stays', { calls: CALLS, perSecond: 10 });
  open.push(callers);
  await until('all calls are there', async () => (await calls()).length === CALLS);
  for (const user of Object.keys(AGENTS)) await until(`${user} talks`, async () => (await me(user)).assignments[0]?.state === 'active');
  await until('some seconds were said', async () => {
    const began = (await patchbay.journal()).filter((line) => line.type === 'interaction.recordingBegan').map((line) => Date.parse(line.at));
    return began.length === 3 && Date.now() - Math.max(...began) > 6_000;
  });
  const killed = Date.now();
  await patchbay.kill();
  await patchbay.launch();
  await until('every caller is gone', async () => (await patchbay.journal()).filter((line) => line.type === 'interaction.remoteLeft').length === CALLS);
  for (const user of Object.keys(AGENTS)) {
    for (const { interaction } of (await me(user)).assignments) {
      assert.equal((await patchbay.command(user, 'assignment.complete', { interaction, disposition: 'other' })).status, 200);
    }
  }
  await until('all are closed', async () => (await calls()).every((call) => call.state === 'closed'));
  const ended = await calls();
  assert.deepEqual(new Set(ended.map((call) => call.outcome)), new Set(['failed']));
  const recorded = ended.filter((call) => call.recording);
  assert.equal(recorded.length, 3);
  for (const { id } of recorded) {
    const response = await fetch(`${patchbay.url}/api/v1/recordings/${id}`, { headers: { authorization: 'Basic ' + Buffer.from('susan:patchbay').toString('base64') } });
    assert.equal(response.status, 200);
    const { left, right, seconds } = sides(Buffer.from(await response.arrayBuffer()));
    const began = Date.parse((await patchbay.journal()).find((line) => line.interaction === id && line.type === 'interaction.recordingBegan').at);
    assert.ok(seconds >= (killed - began) / 1000 - 5, `${seconds} s are kept of ${(killed - began) / 1000} s`);
    assert.ok(steady(left, 440) > 0.9 && steady(right, 1000) > 0.9, 'both sides are in it');
  }
  await callers.stop();
  await patchbay.presence('alice', 'ready');
  const again = await Callers.start(patchbay, 'talk', { seconds: 3 });
  open.push(again);
  await until('the phone that stayed on takes the next call', async () => (await me('alice')).assignments[0]?.state === 'active');
  await again.done();
  assert.equal((await patchbay.shell('patchbay:journal-verify')).status, 0);
});
