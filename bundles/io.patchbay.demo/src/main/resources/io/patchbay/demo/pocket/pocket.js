// SPDX-License-Identifier: Apache-2.0
const field = (form, name) => document.forms[form].elements[name].value.trim();

for (const form of document.forms) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await fetch(form.id, { method: 'POST', headers: { 'X-Patchbay-Demo': '1' }, body: new URLSearchParams(new FormData(form)) });
    form.querySelector('output').textContent = answer.ok ? '已发送 Sent' : '未发送 Not sent';
    if (answer.ok) form.elements.text.value = '';
  });
}

async function look() {
  const query = new URLSearchParams({ number: field('sms', 'from'), address: field('mail', 'from') });
  const answer = await fetch(`received?${query}`);
  if (answer.ok) {
    const lines = (await answer.text()).split('\n').filter(Boolean);
    document.getElementById('received').replaceChildren(...lines.reverse().map((line) => {
      const [kind, text] = line.split('\t');
      const item = document.createElement('li');
      item.dataset.kind = kind;
      item.textContent = `${kind === 'sms' ? '短信' : '邮件'} · ${text}`;
      return item;
    }));
  }
}

setInterval(() => look().catch(() => {}), 2000);
look().catch(() => {});
