// Soft tones. A computer without sound, or without permission to make any, stays silent.

/** @typedef {"in" | "out" | "next" | "end"} Tone */

/** Hertz, one after the other. @type {Record<Tone, number[]>} */
const PITCHES = { in: [330], out: [247], next: [294], end: [330, 247] };
const LOUDNESS = 0.09;
const RISE_S = 0.08;
const FADE_S = 1.1;
const APART_S = 0.45;

/** @type {AudioContext | null} */
let audio = null;

/** @param {Tone} name */
export async function playTone(name) {
  try {
    audio ??= new AudioContext();
    if (audio.state === "suspended") await audio.resume();
    for (const [index, pitch] of PITCHES[name].entries()) note(audio, pitch, index * APART_S);
  } catch {
    audio = null;
  }
}

/** @param {AudioContext} context @param {number} pitch @param {number} wait */
function note(context, pitch, wait) {
  const at = context.currentTime + wait;
  const source = context.createOscillator();
  const volume = context.createGain();
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + RISE_S);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + RISE_S + FADE_S);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + RISE_S + FADE_S);
}
