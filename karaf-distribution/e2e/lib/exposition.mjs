// SPDX-License-Identifier: Apache-2.0
// A strict reader of the Prometheus text format 0.0.4: what a scraper would refuse is refused here.

const NAME = '[a-zA-Z_:][a-zA-Z0-9_:]*';
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(.*)\\})? (\\S+)(?: (\\d+))?$`);
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/;
const SUFFIXES = { histogram: ['_bucket', '_sum', '_count'], summary: ['', '_sum', '_count'] };

function labels(text = '') {
  const found = {};
  for (let rest = text; rest; ) {
    const [whole, name, value] = LABEL.exec(rest) ?? [];
    if (!whole) throw new Error(`bad labels: ${text}`);
    if (name in found) throw new Error(`label twice: ${text}`);
    found[name] = value;
    rest = rest.slice(whole.length);
  }
  return found;
}

function number(text) {
  const value = { '+Inf': Infinity, '-Inf': -Infinity, NaN }[text] ?? Number(text);
  if (text.trim() === '' || (Number.isNaN(value) && text !== 'NaN')) throw new Error(`bad value: ${text}`);
  return value;
}

/** Reads an exposition into families by name: type, help, samples. Throws at the first thing that is wrong. */
export function parse(text) {
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  const families = new Map();
  const seen = new Set();
  let family;
  for (const line of text.slice(0, -1).split('\n')) {
    const [, word, name, rest] = new RegExp(`^# (HELP|TYPE) (${NAME}) (.*)$`).exec(line) ?? [];
    if (word) {
      if (family?.name !== name) {
        if (families.has(name)) throw new Error(`family ${name} comes twice`);
        families.set(name, (family = { name, samples: [] }));
      }
      if (word === 'TYPE' && !/^(counter|gauge|histogram|summary|untyped)$/.test(rest)) throw new Error(`bad type: ${line}`);
      family[word.toLowerCase()] = rest;
      continue;
    }
    const [whole, sample, tags, value] = SAMPLE.exec(line) ?? [];
    if (!whole) throw new Error(`no sample: ${line}`);
    if (!family || !(SUFFIXES[family.type] ?? ['']).some((suffix) => sample === family.name + suffix)) throw new Error(`${sample} stands under ${family?.name}`);
    const key = `${sample}{${tags ?? ''}}`;
    if (seen.has(key)) throw new Error(`${key} comes twice`);
    seen.add(key);
    family.samples.push({ name: sample, labels: labels(tags), value: number(value) });
  }
  for (const { name, type, help, samples } of families.values()) {
    if (!type || !help) throw new Error(`${name} has no ${type ? 'help' : 'type'}`);
    if (type === 'counter' && samples.some((one) => !(one.value >= 0))) throw new Error(`${name} is a counter below 0`);
  }
  return families;
}

/** Scrapes a Patchbay. */
export async function scrape(patchbay) {
  const { status, text, type } = await patchbay.api('admin', '/metrics');
  if (status !== 200 || !/^text\/plain;.*version=0\.0\.4/.test(type)) throw new Error(`metrics: ${status} ${type} ${text}`);
  return parse(text);
}

/** The value of a series; labels need only name those that matter. 0 if there is none. */
export function value(families, name, wanted = {}) {
  const family = families.get(name) ?? families.get(name.replace(/_(bucket|sum|count)$/, ''));
  return (family?.samples ?? []).filter((one) => one.name === name && Object.entries(wanted).every(([key, is]) => one.labels[key] === is))
    .reduce((sum, one) => sum + one.value, 0);
}
