// SPDX-License-Identifier: Apache-2.0
// Patchbay as somebody unpacks it: what it listens on, who may read its files, what is in it and whether that has known holes.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Patchbay, until } from '../lib/patchbay.mjs';

const DIST = process.env.PATCHBAY_DIST;
const ADVISORIES = join(import.meta.dirname, '../../../docs/advisories.csv');

let patchbay;
before(async () => { patchbay = await Patchbay.start({ demo: false }); });
after(async () => { await patchbay?.stop(); });

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => entry.isDirectory() ? files(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : []);
}

/** TCP sockets that the process listens on: address and port. */
function listening(pid) {
  const inodes = new Set(readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try { return /socket:\[(\d+)\]/.exec(readlink(`/proc/${pid}/fd/${fd}`))?.[1]; } catch { return undefined; }
  }));
  return ['tcp', 'tcp6'].flatMap((kind) => readFileSync(`/proc/${pid}/net/${kind}`, 'utf8').trim().split('\n').slice(1)
    .map((line) => line.trim().split(/\s+/)).filter((columns) => columns[3] === '0A' && inodes.has(columns[9]))
    .map((columns) => { const [address, port] = columns[1].split(':'); return { address, port: parseInt(port, 16) }; }));
}
const { readlinkSync: readlink } = await import('node:fs');

test('everything listens on loopback, and nothing listens that was not asked for', async () => {
  const pid = Number(/pid=(\d+)/.exec(readFileSync(join(patchbay.home, 'data/.instance'), 'utf8'))[1]);
  const asked = ['PATCHBAY_HTTP_PORT', 'PATCHBAY_HTTPS_PORT', 'PATCHBAY_SSH_PORT', 'PATCHBAY_SIP_PORT', 'PATCHBAY_SIPS_PORT'].map((name) => Number(patchbay.env[name]));
  await until('what was asked for listens', () => asked.every((port) => listening(pid).some((socket) => socket.port === port)));
  const sockets = listening(pid);
  const loopback = new Set(['0100007F', '0000000000000000FFFF00000100007F', '00000000000000000000000001000000']);
  for (const socket of sockets) assert.ok(loopback.has(socket.address), `port ${socket.port} is open to ${socket.address}`);
  assert.deepEqual(sockets.map(({ port }) => port).sort(), [...asked].sort());
});

test('every file of the home is for its owner alone', () => {
  const open = files(patchbay.home).filter((file) => statSync(file).mode & 0o077);
  assert.deepEqual(open, []);
  for (const folder of ['.', 'etc', 'data', 'keys', 'log', 'recordings', 'routes']) assert.equal(statSync(join(patchbay.home, folder)).mode & 0o777, 0o700, folder);
});

test('there is no account but the administrator, with a password of chance', async () => {
  for (const [user, password] of [['admin', 'patchbay'], ['admin', 'admin'], ['karaf', 'karaf'], ['alice', 'patchbay'], ['smx', 'smx']]) {
    const answer = await fetch(`${patchbay.url}/api/v1/tokens`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ user, password }) });
    assert.ok([401, 429].includes(answer.status), `${user} with ${password}: ${answer.status}`);
  }
  const password = readFileSync(join(patchbay.home, 'keys/first-password.txt'), 'utf8').trim();
  assert.ok(password.length >= 12);
  assert.doesNotMatch(readFileSync(join(patchbay.home, 'etc/users.properties'), 'utf8'), /^(?!_g_)[^#\s].*=/m);
});

test('Karaf brings neither its web console nor remote management', () => {
  const jars = files(join(DIST, 'system')).map((file) => file.split('/').at(-1));
  assert.deepEqual(jars.filter((name) => /^org\.apache\.karaf\.(webconsole|management)|^org\.apache\.felix\.webconsole-\d/.test(name)), []);
});

const bom = () => JSON.parse(readFileSync(join(DIST, 'bom.json'), 'utf8')).components;

test('bom.json names every jar, and what our own jars carry inside', () => {
  const named = new Set(bom().flatMap((one) => one.evidence.occurrences.map(({ location }) => location)));
  assert.deepEqual(files(DIST).filter((file) => file.endsWith('.jar')).map((file) => file.slice(DIST.length + 1)).filter((file) => !named.has(file)), []);
  const names = new Set(bom().map((one) => one.name));
  for (const carried of ['flow-server', 'camel-core-engine', 'angus-mail', 'httpclient5']) assert.ok(names.has(carried), carried);
  for (const one of bom()) assert.ok(one.group && one.version && !one.version.includes('$'), JSON.stringify(one));
});

/** As Maven orders versions, as far as ours need it: numbers as numbers, M and RC before the release. */
function older(one, other) {
  const parts = (version) => version.split(/[.-]/).map((part) => /^\d+$/.test(part) ? Number(part) : /^(M|RC)(\d+)$/i.test(part) ? Number(part.replace(/\D/g, '')) - 1000 : 0);
  const [a, b] = [parts(one), parts(other)];
  for (let n = 0; n < Math.max(a.length, b.length); n++) if ((a[n] ?? 0) !== (b[n] ?? 0)) return (a[n] ?? 0) < (b[n] ?? 0);
  return false;
}

test('no library is older than the repair of a known hole', () => {
  const advisories = readFileSync(ADVISORIES, 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split(','));
  assert.ok(older('1.9.0', '1.10') && older('2.0.0-M3', '2.0.0-M4') && older('2.0.0-M4', '2.0.0') && !older('4.1.125.Final', '4.1.125.Final'));
  const holes = bom().flatMap((one) => advisories
    .filter(([group, name, repaired, , accepted]) => group === one.group && name === one.name && !accepted && older(one.version, repaired))
    .map(([, , repaired, id]) => `${one.group}:${one.name}:${one.version} has ${id}, repaired in ${repaired}`));
  assert.deepEqual(holes, []);
});
