// SPDX-License-Identifier: Apache-2.0
// One voice however many offers: two soft tones, 2 s on, 3 s off.

let audio;
const open = () => {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') {
    audio.resume();
  }
  sound();
};

/** The ring may come out elsewhere than the call. */
let device = '';
const sound = () => audio?.setSinkId?.(device).catch(() => {});
window.addEventListener('pb-ring-device', (event) => {
  device = event.detail;
  sound();
});
document.addEventListener('pointerdown', open, { once: false, passive: true });
document.addEventListener('keydown', open, { once: false, passive: true });

/** Plays one round of tones; gives what stops it. */
const tone = (frequencies, seconds, level) => {
  const gain = audio.createGain();
  const from = audio.currentTime;
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(level, from + 0.3);
  gain.gain.setValueAtTime(level, from + seconds - 0.15);
  gain.gain.linearRampToValueAtTime(0, from + seconds);
  gain.connect(audio.destination);
  const voices = frequencies.map((frequency) => {
    const voice = audio.createOscillator();
    voice.frequency.value = frequency;
    voice.connect(gain);
    voice.start(from);
    voice.stop(from + seconds);
    return voice;
  });
  return () => {
    gain.gain.cancelScheduledValues(audio.currentTime);
    gain.gain.setTargetAtTime(0, audio.currentTime, 0.03);
    voices.forEach((voice) => voice.stop(audio.currentTime + 0.2));
  };
};

class Ringer extends HTMLElement {
  set ringing(on) {
    if (on === this.on) {
      return;
    }
    this.on = on;
    this.dataset.ringing = String(on);
    clearInterval(this.rounds);
    this.stop?.();
    this.stop = undefined;
    if (on) {
      this.round();
      this.rounds = setInterval(() => this.round(), 5000);
    }
    this.blocked();
  }

  round() {
    if (audio?.state === 'running') {
      this.stop = tone([440, 554], 2, 0.12);
    }
    this.blocked();
  }

  /** Without any press on the page the browser allows no sound: the page says so. */
  blocked() {
    const bar = document.querySelector('.soundbar');
    if (bar) {
      bar.hidden = !this.on || audio?.state === 'running';
    }
  }

  disconnectedCallback() {
    this.ringing = false;
  }
}

customElements.define('pb-ringer', Ringer);
