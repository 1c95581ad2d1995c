// SPDX-License-Identifier: Apache-2.0
// A vendor's routing strategy: compiled outside the repository, installed as a feature while Patchbay runs, cut off and named when it fails.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Patchbay, until } from '../lib/patchbay.mjs';
import { jar } from '../lib/smsc.mjs';

const WAIT = 60_000;
const JAVA = `package org.example.newest;
import io.patchbay.api.id.AgentId;
import io.patchbay.spi.routing.*;
import java.time.Instant;
import java.util.Comparator;
/** Last come, first served; an agent called bob is more than it can bear. */
public final class NewestFirst implements RoutingStrategy {
    @Override
    public Choice<ContactId> contactFor(FreeAgent agent, Floor floor, Instant now) {
        if (agent.agent().value().equals("bob")) {
            throw new IllegalStateException("not bob");
        }
        return floor.contactsFor(agent).max(Comparator.comparing(Waiting::since))
                .<Choice<ContactId>>map(one -> new Choice.Take<>(one.id(), "came last / 最后来的"))
                .orElseGet(() -> new Choice.Leave<>("nobody waits / 无人等待"));
    }
    @Override
    public Choice<AgentId> agentFor(Waiting contact, Floor floor, Instant now) {
        return floor.firstFor(contact)
                .<Choice<AgentId>>map(one -> new Choice.Take<>(one.agent(), "was free / 有空"))
                .orElseGet(() -> new Choice.Leave<>("nobody is free / 无人空闲"));
    }
}
`;
const COMPONENT = `<scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="newest">
  <property name="patchbay.strategy" value="newest-first"/>
  <service><provide interface="io.patchbay.spi.routing.RoutingStrategy"/></service>
  <implementation class="org.example.newest.NewestFirst"/>
</scr:component>
`;
const MANIFEST = `Bundle-ManifestVersion: 2
Bundle-SymbolicName: org.example.newest
Bundle-Version: 1.0.0
Import-Package: io.patchbay.api.id;version="[0.1,0.2)",io.patchbay.spi.routing;version="[0.1,0.2)"
Service-Component: OSGI-INF/newest.xml
Require-Capability: osgi.extender;filter:="(osgi.extender=osgi.component)"
`;

let patchbay;
before(async () => {
  patchbay = await Patchbay.start({ loopback: true });
});
after(async () => {
  await patchbay?.stop();
});

const done = async (user, name, body) => {
  const answer = await patchbay.command(user, name, body);
  assert.equal(answer.status, 200, answer.text);
  return answer;
};
const me = async (user) => (await patchbay.api(user, '/agents/me')).body;
/** The first of them that is offered to anybody. */
const firstOffered = (...contacts) => until('one is offered', async () => (await patchbay.journal()).find((line) => line.type === 'assignment.offered' && contacts.includes(line.interaction)), WAIT);
const waiting = async () => (await patchbay.api('admin', '/interactions?limit=50&state=waiting')).body.items;
const whys = async (id) => (await patchbay.api('susan', `/interactions/${id}/why`)).body.items;

/** Compiles the plug-in against the distribution, as its vendor would; gives the bundle. */
function built() {
  const dist = /dist=(.+)/.exec(readFileSync(join(patchbay.home, 'data/.instance'), 'utf8'))[1];
  const folder = join(patchbay.home, 'vendor');
  const classes = join(folder, 'classes');
  mkdirSync(join(classes, 'OSGI-INF'), { recursive: true });
  writeFileSync(join(folder, 'NewestFirst.java'), JAVA);
  writeFileSync(join(folder, 'manifest'), MANIFEST);
  writeFileSync(join(classes, 'OSGI-INF/newest.xml'), COMPONENT);
  const path = ['io/patchbay/io.patchbay.api', 'io/patchbay/io.patchbay.spi'].map((one) => jar(dist, one)).join(':');
  execFileSync('javac', ['-proc:none', '-cp', path, '-d', classes, join(folder, 'NewestFirst.java')]);
  execFileSync('jar', ['--create', '--file', join(folder, 'newest.jar'), '--manifest', join(folder, 'manifest'), '-C', classes, '.']);
  return join(folder, 'newest.jar');
}

/** Waits in the queue; gives the contact. */
async function waits(name) {
  const known = (await waiting()).map((one) => one.id);
  const socket = createConnection(patchbay.loopbackPort, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`open ${name} newest hello\n`);
  return until(`${name} waits`, async () => (await waiting()).find((one) => !known.includes(one.id))?.id, WAIT);
}

afterEach(async () => {
  for (const user of ['alice', 'bob', 'carol']) {
    await until(`${user} is away`, async () => {
      for (const { interaction } of (await me(user)).offers) await patchbay.command(user, 'assignment.decline', { interaction });
      return (await patchbay.presence(user, 'loggedOut')).status === 200;
    }, WAIT);
  }
  for (const contact of await waiting()) await done('susan', 'interaction.end', { interaction: contact.id });
});

test('a strategy that is installed while Patchbay runs decides, and its reason is kept', async () => {
  const bundle = built();
  mkdirSync(join(patchbay.home, 'features'), { recursive: true });
  writeFileSync(join(patchbay.home, 'features/newest.xml'), `<features xmlns="http://karaf.apache.org/xmlns/features/v1.6.0" name="newest">
  <feature name="newest" version="1.0.0"><feature prerequisite="true">patchbay-core</feature><bundle>file:${bundle}</bundle></feature>
</features>
`);
  await until('the feature is known', async () => (await patchbay.api('admin', '/features')).body.items.some((one) => one.name === 'newest'), WAIT);
  await done('admin', 'feature.install', { feature: 'newest' });
  await done('admin', 'queue.save', { queue: 'newest', name: 'Newest', unit: 'headquarters', needs: { service: 1 }, strategy: 'newest-first' });
  const first = await waits('n1');
  const second = await waits('n2');
  await patchbay.presence('alice', 'ready');
  assert.equal((await firstOffered(first, second)).interaction, second);
  const why = (await whys(second)).find((one) => one.type === 'assignment.offered');
  assert.match(why.en, /came last/);
  assert.match(why.zh, /最后来的/);
});

test('one that throws is named and cut off; the default decides at once', async () => {
  const first = await waits('n3');
  const second = await waits('n4');
  await patchbay.presence('bob', 'ready');
  assert.equal((await firstOffered(first, second)).interaction, first, 'the default takes who came first');
  const line = await until('health names it', async () => (await (await fetch(`${patchbay.url}/health`)).json()).parts.find((one) => one.part === 'strategy:newest-first'), WAIT);
  assert.equal(line.status, 'degraded');
  assert.match(JSON.stringify(line), /not bob/);
  await until('an alarm names it', async () => (await patchbay.journal()).some((one) => one.type === 'alarm.raised' && one.body.part === 'strategy:newest-first'), WAIT);
});

test('when its feature goes the queue is served by the default', async () => {
  await done('admin', 'feature.uninstall', { feature: 'newest' });
  const contact = await waits('n5');
  await patchbay.presence('carol', 'ready');
  await firstOffered(contact);
  assert.doesNotMatch((await whys(contact)).find((one) => one.type === 'assignment.offered').en, /came last/);
});
