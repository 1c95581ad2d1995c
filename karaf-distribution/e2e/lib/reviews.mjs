// SPDX-License-Identifier: Apache-2.0
// Changes that need two reviews: asked for by the administrator, approved by rita (first) and felix (final).
import assert from 'node:assert/strict';

/** Asks for a change and has it approved; gives what the last review came to. */
export async function reviewed(patchbay, name, body) {
  const asked = await patchbay.command('admin', name, body);
  assert.equal(asked.status, 202, asked.text);
  const { approval } = asked.body.result;
  let said;
  for (const reviewer of ['rita', 'felix']) {
    said = await patchbay.command(reviewer, 'approval.answer', { approval, approve: true });
    assert.equal(said.status, 200, said.text);
  }
  return said.body.result.stage;
}
