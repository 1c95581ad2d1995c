// SPDX-License-Identifier: Apache-2.0
// The demo page in two languages, and the one tag that embeds the chat.
(() => {
  'use strict';
  const lang = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-CN';
  document.documentElement.lang = lang;
  if (lang === 'en') {
    document.querySelectorAll('[data-en]').forEach((element) => { element.textContent = element.dataset.en; });
    document.title = 'Haichuan Bank · Patchbay';
  }
  const source = new URL('widget.js', location.href).href.replace(location.search, '');
  document.getElementById('embed').textContent = `<script src="${source}" async></` + 'script>';
  const tag = document.createElement('script');
  tag.src = source;
  tag.dataset.locale = lang;
  document.body.append(tag);
})();
