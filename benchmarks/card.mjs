// SPDX-License-Identifier: Apache-2.0
// From an SMS to what a CRM knows of its sender, through a whole Patchbay with the demo's CRM and counter beside it: quick, taking 300 ms, and dead.
// PATCHBAY_DIST=… node benchmarks/card.mjs      prints machine, load, figures
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { id, launch, signIn } from '../karaf-distribution/e2e/lib/browser.mjs';
import { Crm } from '../karaf-distribution/e2e/lib/crm.mjs';
import { Patchbay, until } from '../karaf-distribution/e2e/lib/patchbay.mjs';
import { Smsc } from '../karaf-distribution/e2e/lib/smsc.mjs';

const load = () => loadavg().map((one) => one.toFixed(1)).join(' ');
const share = (figures, part) => [...figures].sort((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * part))];
const print = (what, figures) => console.log(`${what}: p50 ${share(figures, 0.5)} ms, p95 ${share(figures, 0.95)} ms, of ${figures.length}, load ${load()}`);
const unknown = (from, count) => Array.from({ length: count }, (_, n) => `+86150222200${from + n}`); // known to the CRM alone
const known = ['13800132046', '13911110002', '13711110003', '13611110004', '13511110005', '13411110006', '13311110009', '13211110010'].map((one) => `+86${one}`);

const patchbay = await Patchbay.start();
const smsc = await Smsc.start(patchbay);
const crm = await Crm.start(patchbay);
const browser = await launch();

/** From the arrival's entry to that which names the customer. */
async function identified(numbers) {
  const figures = [];
  for (const number of numbers) {
    const after = (await patchbay.journal()).at(-1).seq;
    await smsc.say(`deliver ${number} hello`);
    const lines = await until('he is known', async () => {
      const fresh = await patchbay.journal(after);
      const found = fresh.filter((line) => line.type === 'interaction.identified' && line.body.customer);
      return found.length && [fresh.find((line) => line.type === 'interaction.arrived'), found.at(-1)];
    });
    figures.push(Date.parse(lines[1].at) - Date.parse(lines[0].at));
  }
  return figures;
}

/** From the agent's press to the box on the card, seen by an observer in the page. */
async function shown(console, numbers, states) {
  const figures = [];
  for (const number of numbers) {
    await smsc.say(`deliver ${number} hello`);
    await console.waitForSelector(id('offer-accept'));
    await console.waitForTimeout(600);
    figures.push(await console.evaluate((wanted) => new Promise((resolve) => {
      const began = performance.now();
      const look = () => document.querySelector(wanted) && (watch.disconnect(), resolve(Math.round(performance.now() - began)));
      const watch = new MutationObserver(look);
      watch.observe(document.body, { subtree: true, childList: true, attributes: true });
      document.querySelector('[data-testid="offer-accept"]').click();
    }), states.map((state) => `[data-testid="source-crm"][data-state="${state}"]`).join(',')));
    await console.waitForTimeout(600);
    await console.keyboard.press('Alt+w');
    await console.locator(id('wrapup-code-other')).click();
    await console.waitForTimeout(600);
    await console.locator(id('wrapup-complete')).click();
    await until('it is closed', async () => (await patchbay.api('admin', '/interactions?limit=1')).body.items[0].state === 'closed');
  }
  return figures;
}

try {
  writeFileSync(join(patchbay.home, 'etc/io.patchbay.channel.sms-peer.cfg'), smsc.account());
  await until('bound', async () => (await patchbay.api('admin', '/accounts')).body.items.some((one) => /sms-peer/.test(one.pid) && one.state === 'up'));
  console.log(`machine: ${cpus().length} × ${cpus()[0].model.trim()}, load ${load()}`);
  await identified(unknown(20, 2)); // the first look-up loads classes
  print('arrival to customer known, CRM quick', await identified(unknown(22, 8)));
  await crm.say('slow 300');
  print('arrival to customer known, CRM at 300 ms', await identified(unknown(30, 10)));
  for (const { id: interaction } of (await patchbay.api('admin', '/interactions?limit=50')).body.items) {
    await patchbay.command('admin', 'interaction.transfer', { interaction, queue: 'vip' });
  }
  const console_ = await signIn(browser, patchbay, 'alice');
  await console_.click(id('go-ready'));
  print('press to CRM on the card, CRM at 300 ms', await shown(console_, known.slice(0, 4), ['fresh']));
  await crm.say('die');
  print('press to what is missing on the card, CRM dead', await shown(console_, known.slice(4), ['missing', 'asking']));
} finally {
  await browser.close();
  smsc.stop();
  crm.stop();
  await patchbay.stop();
}
