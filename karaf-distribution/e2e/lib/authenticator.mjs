// SPDX-License-Identifier: Apache-2.0
// A person's phone (RFC 6238): what it shows for a secret in Base32.
import { createHmac } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP = 30_000;

function bytes(secret) {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}

export function code(secret, at = Date.now()) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / STEP)));
  const hash = createHmac('sha1', bytes(secret)).update(counter).digest();
  const value = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
  return String(value % 1_000_000).padStart(6, '0');
}

/** A code that no former step used: of the next step, which is forgiven, so nobody waits half a minute. */
export const fresh = (secret) => code(secret, Date.now() + STEP);
