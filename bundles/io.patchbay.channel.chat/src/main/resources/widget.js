// SPDX-License-Identifier: Apache-2.0
// Patchbay web chat. One tag embeds it: <script src="https://HOST/chat/widget.js" async></script>
// Optional attributes: data-locale (zh-CN or en), data-name (how the visitor is called), data-open (opens at once).
(() => {
  'use strict';
  const tag = document.currentScript;
  const base = new URL('.', tag.src);
  const socketUrl = base.href.replace(/^http/, 'ws') + 'ws';
  const locale = tag.dataset.locale || document.documentElement.lang || navigator.language || 'zh-CN';
  const chinese = locale.toLowerCase().startsWith('zh');
  const WORDS = chinese
    ? {
        title: '在线客服', waiting: '正在为您转接', online: '在线', idle: '请直接输入您的问题', open: '打开在线客服', close: '收起',
        large: '大字', largeOn: '恢复字号', send: '发送', hint: '输入问题，Enter 发送', note: '对话会被保存以保证服务质量，请不要发送密码或验证码',
        sent: '已送达', sending: '发送中', typing: (who) => `${who}正在输入`, joined: (who) => `${who} 已加入`, ended: '会话已结束，继续输入可重新联系我们',
        lost: '连接中断，正在重连，您的消息会保留', position: (n) => `您前面还有 ${n - 1} 位`, next: '马上轮到您',
        wait: (m, most, atLeast) => (atLeast ? `预计需要 ${m} 分钟以上` : `预计等待 ${m === most ? m : `${m}～${most}`} 分钟`), name: '怎么称呼您（可不填）', agent: '客服',
        unread: (n) => `${n} 条未读`, today: '今天', log: '对话内容',
      }
    : {
        title: 'Chat with us', waiting: 'Finding someone for you', online: 'Online', idle: 'Type your question', open: 'Open chat', close: 'Minimise',
        large: 'Large type', largeOn: 'Normal type', send: 'Send', hint: 'Type a message, Enter sends', note: 'The chat is kept for quality. Never send passwords or codes.',
        sent: 'Delivered', sending: 'Sending', typing: (who) => `${who} is typing`, joined: (who) => `${who} joined`, ended: 'The chat has ended. Write again to reach us.',
        lost: 'Connection lost, retrying. Your text is kept.', position: (n) => `${n - 1} ahead of you`, next: 'You are next',
        wait: (m, most, atLeast) => (atLeast ? `More than ${m} min` : `About ${m === most ? m : `${m} to ${most}`} min`), name: 'Your name (optional)', agent: 'Agent',
        unread: (n) => `${n} unread`, today: 'Today', log: 'Conversation',
      };

  // ---- what is kept over a reload ------------------------------------------------------------------------------------
  const KEY = 'patchbay.chat ' + base.host;
  const state = { session: '', after: '', name: tag.dataset.name || '', unacked: [], large: false };
  const load = () => {
    try { Object.assign(state, JSON.parse(localStorage.getItem(KEY) || '{}')); } catch { /* private mode: kept in memory only */ }
  };
  const save = () => {
    try { localStorage.setItem(KEY, JSON.stringify(state)); } catch { /* private mode */ }
  };
  load();

  // ---- the panel -----------------------------------------------------------------------------------------------------
  const STYLE = `
    :host { all: initial; --w: #0b6b68; --w-d: #085451; --text: #1b2431; --text-2: #4b5666; --line: #e1e5eb; --grey: #5d6878; --scale: 1;
      font-family: -apple-system, "Segoe UI", "PingFang SC", "HarmonyOS Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
    * { box-sizing: border-box; }
    button { font: inherit; cursor: pointer; }
    button:focus-visible, textarea:focus-visible, input:focus-visible { outline: 2px solid var(--w); outline-offset: 2px; }
    header button:focus-visible { outline-color: #fff; }
    .launcher { position: fixed; right: 24px; bottom: 24px; z-index: 2147483000; height: 56px; padding: 0 22px 0 18px; border: 0; border-radius: 28px;
      background: var(--w); color: #fff; font-size: 16px; font-weight: 600; display: flex; gap: 10px; align-items: center; box-shadow: 0 8px 28px rgba(7, 50, 48, .32); }
    .launcher:hover { background: var(--w-d); }
    .badge { min-width: 22px; height: 22px; border-radius: 11px; background: #c2322d; font-size: 13px; line-height: 22px; text-align: center; padding: 0 6px; }
    .panel { position: fixed; right: 32px; bottom: 32px; z-index: 2147483000; width: 404px; height: min(800px, calc(100vh - 64px)); border-radius: 18px; overflow: hidden;
      background: #fff; color: var(--text); display: flex; flex-direction: column; font-size: calc(15px * var(--scale)); line-height: 1.6;
      box-shadow: 0 24px 70px rgba(7, 50, 48, .28), 0 2px 10px rgba(7, 50, 48, .16); }
    [hidden] { display: none !important; }
    header { background: var(--w); color: #fff; padding: 14px 10px 14px 16px; display: flex; align-items: center; gap: 12px; }
    header .who { flex: 1; min-width: 0; }
    header b { display: block; font-size: calc(16px * var(--scale)); line-height: 1.35; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    header small { font-size: calc(13px * var(--scale)); }
    header button { width: 44px; height: 44px; border: 0; border-radius: 10px; background: transparent; color: #fff; font-size: 16px; }
    header button:hover { background: var(--w-d); }
    .avatar { width: 38px; height: 38px; border-radius: 50%; background: #fff; color: #075956; display: grid; place-items: center; font-weight: 600; flex: none; }
    .banner { background: #fdf2e1; color: #6e3a00; font-size: calc(13px * var(--scale)); padding: 8px 16px; }
    .log { flex: 1; min-height: 0; overflow-y: auto; padding: 14px 16px; display: flex; flex-direction: column; gap: 10px; background: #f7f9fa; }
    .log > :first-child { margin-top: auto; }
    .bubble { max-width: 82%; padding: 10px 14px; border-radius: 14px 14px 14px 4px; background: #fff; border: 1px solid var(--line); align-self: flex-start;
      white-space: pre-wrap; overflow-wrap: anywhere; }
    .bubble.me { align-self: flex-end; background: var(--w); border-color: var(--w); color: #fff; border-radius: 14px 14px 4px 14px; }
    .meta { font-size: calc(12px * var(--scale)); color: var(--grey); margin-top: -6px; }
    .meta.me { align-self: flex-end; }
    .system { align-self: center; font-size: calc(13px * var(--scale)); color: var(--grey); text-align: center; }
    .card { border: 1px solid #b9dad8; background: #e4f2f1; border-radius: 12px; padding: 12px 14px; color: #073f3d; }
    .card b { font-size: calc(18px * var(--scale)); display: block; }
    .typing { display: flex; gap: 8px; align-items: center; font-size: calc(12px * var(--scale)); color: var(--grey); padding: 0 16px 8px; background: #f7f9fa; }
    .dots { display: inline-flex; gap: 3px; }
    .dots i { width: 5px; height: 5px; border-radius: 50%; background: var(--grey); animation: dot 1.2s infinite; }
    .dots i:nth-child(2) { animation-delay: .2s; } .dots i:nth-child(3) { animation-delay: .4s; }
    @keyframes dot { 50% { opacity: .25; } }
    footer { border-top: 1px solid var(--line); padding: 10px 12px 8px; background: #fff; }
    .name { width: 100%; height: 44px; margin-bottom: 8px; border: 1px solid #8390a1; border-radius: 12px; padding: 0 12px; font: inherit; color: inherit; background: #fff; }
    .compose { display: flex; align-items: flex-end; gap: 6px; border: 1px solid #8390a1; border-radius: 12px; padding: 4px 4px 4px 12px; }
    .compose:focus-within { border-color: var(--w); box-shadow: 0 0 0 1px var(--w); }
    .compose textarea, .compose textarea:focus-visible { flex: 1; border: 0; resize: none; font: inherit; color: inherit; background: transparent; padding: 10px 0; max-height: 132px; outline: none; }
    textarea::placeholder, .name::placeholder { color: #647082; opacity: 1; }
    .send { width: 44px; height: 44px; border-radius: 10px; border: 0; background: var(--w); color: #fff; display: grid; place-items: center; flex: none; }
    .send:hover { background: var(--w-d); }
    .note { font-size: calc(12px * var(--scale)); color: var(--grey); text-align: center; margin: 6px 0 0; }
    .large { --scale: 1.25; }
    @media (max-width: 520px) { .panel { inset: 0; width: auto; height: 100%; border-radius: 0; } .launcher { right: 16px; bottom: 16px; } }
    @media (prefers-reduced-motion: reduce) { .dots i { animation: none; } }
    @media (forced-colors: active) { .bubble, .send, .launcher { border: 1px solid; } }`;

  const host = document.createElement('patchbay-chat');
  host.lang = locale;
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, '');
      else if (value !== false) element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  };
  const icon = (path) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    for (const [key, value] of Object.entries({ width: 20, height: 20, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.7,
      'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' })) svg.setAttribute(key, value);
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    line.setAttribute('d', path);
    svg.append(line);
    return svg;
  };

  const avatar = make('span', { class: 'avatar', 'aria-hidden': 'true' }, chinese ? '客' : 'P');
  const title = make('b', {}, WORDS.title);
  const status = make('small', {}, WORDS.idle);
  const large = make('button', { type: 'button', 'aria-pressed': 'false', 'aria-label': WORDS.large, onclick: () => setLarge(!state.large) }, chinese ? '大' : 'A+');
  const minimise = make('button', { type: 'button', 'aria-label': WORDS.close, onclick: () => show(false) }, icon('M5 12h14'));
  const banner = make('div', { class: 'banner', role: 'status', hidden: true }, WORDS.lost);
  const log = make('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': WORDS.log, tabindex: '0' });
  const place = make('div', { class: 'card', role: 'status', hidden: true });
  const typing = make('div', { class: 'typing', hidden: true }, make('span', { class: 'dots', 'aria-hidden': 'true' }, make('i'), make('i'), make('i')), make('span'));
  const nameField = make('input', { class: 'name', maxlength: '60', autocomplete: 'name', 'aria-label': WORDS.name, placeholder: WORDS.name });
  const field = make('textarea', { rows: '1', 'aria-label': WORDS.hint, placeholder: WORDS.hint, maxlength: '4000' });
  const sendButton = make('button', { class: 'send', type: 'button', 'aria-label': WORDS.send, onclick: () => submit() }, icon('M4 12 20 4l-6 16-3-7-7-1z'));
  const panel = make('section', { class: 'panel', role: 'dialog', 'aria-label': WORDS.title, hidden: true },
    make('header', {}, avatar, make('span', { class: 'who' }, title, status), large, minimise), banner, log, typing,
    make('footer', {}, nameField, make('div', { class: 'compose' }, field, sendButton), make('p', { class: 'note' }, WORDS.note)));
  const badge = make('span', { class: 'badge', hidden: true });
  const launcher = make('button', { class: 'launcher', type: 'button', 'aria-haspopup': 'dialog', 'aria-label': WORDS.open, onclick: () => show(true) },
    icon('M4 5h16v11H9l-5 4z'), make('span', {}, WORDS.title), badge);
  root.append(launcher, panel);

  let unread = 0;
  const setLarge = (on) => {
    state.large = on;
    panel.classList.toggle('large', on);
    large.setAttribute('aria-pressed', String(on));
    large.setAttribute('aria-label', on ? WORDS.largeOn : WORDS.large);
    save();
  };
  const show = (open) => {
    panel.hidden = !open;
    launcher.hidden = open;
    if (open) {
      unread = 0;
      badge.hidden = true;
      connect();
      field.focus();
      log.scrollTop = log.scrollHeight;
    } else {
      launcher.focus();
    }
  };
  panel.addEventListener('keydown', (event) => { if (event.key === 'Escape' && !event.isComposing) show(false); });

  // ---- lines ---------------------------------------------------------------------------------------------------------
  const lines = new Map();
  let agent = '';
  const clock = (at) => new Date(at).toLocaleTimeString(chinese ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
  const add = (...elements) => {
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
    log.append(...elements);
    if (!place.hidden) log.append(place);
    if (atEnd) log.scrollTop = log.scrollHeight;
  };
  const line = (id, from, text, at) => {
    if (lines.has(id)) {
      confirmed(id, at);
      return;
    }
    const mine = from === 'customer';
    const bubble = make('div', { class: mine ? 'bubble me' : 'bubble' });
    bubble.textContent = text;
    const meta = make('span', { class: mine ? 'meta me' : 'meta' });
    meta.textContent = at ? clock(at) + (mine ? ' ✓ ' + WORDS.sent : '') : WORDS.sending;
    lines.set(id, meta);
    add(bubble, meta);
    if (!mine) {
      typing.hidden = true;
      if (panel.hidden) {
        badge.textContent = String(++unread);
        badge.hidden = false;
        launcher.setAttribute('aria-label', `${WORDS.open}, ${WORDS.unread(unread)}`);
      }
    }
  };
  const confirmed = (id, at) => {
    const meta = lines.get(id);
    if (meta && at && meta.classList.contains('me')) meta.textContent = `${clock(at)} ✓ ${WORDS.sent}`;
    const before = state.unacked.length;
    state.unacked = state.unacked.filter((message) => message.id !== id);
    if (at && (before !== state.unacked.length || !meta?.classList.contains('me'))) state.after = id;
    save();
  };
  const system = (text) => add(make('span', { class: 'system' }, text));
  const setStatus = (name, words) => {
    title.textContent = name || WORDS.title;
    avatar.textContent = name ? [...name.replace(/^[A-Za-z]+\s+/, '')][0] : chinese ? '客' : 'P';
    status.textContent = words;
  };

  // ---- the wire ------------------------------------------------------------------------------------------------------
  let socket;
  let retry = 0;
  let ready = false;
  const put = (frame) => { if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame)); };
  const hello = () => put({ type: 'hello', name: state.name, locale, session: state.session || undefined, after: lines.size ? state.after || undefined : undefined });

  const connect = () => {
    if (socket && socket.readyState <= WebSocket.OPEN) return;
    socket = new WebSocket(socketUrl);
    socket.addEventListener('open', hello);
    socket.addEventListener('message', (event) => took(JSON.parse(event.data)));
    socket.addEventListener('close', (event) => {
      ready = false;
      if (event.reason.startsWith('replaced')) return; // another tab of this visitor goes on
      banner.hidden = false;
      setTimeout(connect, Math.min(15000, 500 * 2 ** retry++) * (0.75 + Math.random() / 2));
    });
  };

  const took = (frame) => {
    switch (frame.type) {
      case 'welcome':
        state.session = frame.session;
        save();
        ready = true;
        retry = 0;
        banner.hidden = true;
        state.unacked.forEach((message) => put({ type: 'message', ...message }));
        break;
      case 'ack':
        confirmed(frame.id, frame.at);
        break;
      case 'message':
        line(frame.id, frame.from, frame.text, frame.at);
        confirmed(frame.id, frame.at);
        break;
      case 'queued': {
        const minutes = (seconds) => Math.max(1, Math.ceil(seconds / 60));
        const [least, most] = [minutes(frame.lowSeconds ?? frame.waitSeconds), minutes(frame.highSeconds ?? frame.waitSeconds)];
        place.replaceChildren(make('b', {}, frame.position <= 1 ? WORDS.next : WORDS.position(frame.position)), WORDS.wait(least, most, frame.atLeast));
        place.hidden = false;
        setStatus('', WORDS.waiting);
        add();
        break;
      }
      case 'joined':
        place.hidden = true;
        if (agent !== frame.agent) system(WORDS.joined(frame.agent));
        agent = frame.agent;
        setStatus(agent, WORDS.online);
        break;
      case 'typing':
        typing.lastChild.textContent = WORDS.typing(agent || WORDS.agent);
        typing.hidden = false;
        clearTimeout(typing.timer);
        typing.timer = setTimeout(() => { typing.hidden = true; }, 5000);
        break;
      case 'ended':
        place.hidden = true;
        typing.hidden = true;
        agent = '';
        system(WORDS.ended);
        setStatus('', WORDS.idle);
        break;
      case 'error':
        if (frame.code === 'bad-session') {
          state.session = '';
          state.after = '';
          hello();
        } else {
          system(frame.text);
        }
        break;
    }
  };

  // ---- writing -------------------------------------------------------------------------------------------------------
  const fresh = () => 'c' + Date.now().toString(36) + Math.random().toString(36).slice(2, 10);
  const submit = () => {
    const text = field.value.trim();
    if (!text) return;
    const name = nameField.value.trim();
    if (name && name !== state.name) {
      state.name = name;
      if (ready) hello();
    }
    nameField.hidden = true;
    const message = { id: fresh(), text };
    state.unacked.push(message);
    save();
    line(message.id, 'customer', text);
    log.scrollTop = log.scrollHeight;
    field.value = '';
    grow();
    if (ready) put({ type: 'message', ...message });
    else connect();
  };
  const grow = () => {
    field.rows = Math.min(5, field.value.split('\n').length);
  };
  let lastTyping = 0;
  field.addEventListener('input', () => {
    grow();
    if (ready && Date.now() - lastTyping > 3000) {
      lastTyping = Date.now();
      put({ type: 'typing' });
    }
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      submit();
    }
  });

  nameField.hidden = Boolean(state.name);
  setLarge(Boolean(state.large));
  state.unacked.forEach((message) => line(message.id, 'customer', message.text));
  const mount = () => {
    document.body.append(host);
    if (tag.dataset.open !== undefined) show(true);
    else if (state.session) connect();
  };
  if (document.body) mount();
  else addEventListener('DOMContentLoaded', mount);
})();
