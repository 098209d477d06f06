// Notes stand level with their phrases beside a wide sheet, and under their sentences in the reading view of a narrow
// one. There is one element for each note; it is moved between the two.

import { mirror, rectAt } from './sheet.js';

export const notes = document.getElementById('notes');
const reader = document.getElementById('reader');
const changed = document.getElementById('narrow-changed');
const threads = document.getElementById('threads');
const narrowPage = matchMedia('(max-width: 900px)');

export const isNarrow = () => narrowPage.matches;
export const onWidth = (f) => narrowPage.addEventListener('change', f);

export const all = () => [...document.querySelectorAll('details.note')].sort((a, b) => a.dataset.number - b.dataset.number);
export const byKey = (key) => document.querySelector(`details.note[data-key="${CSS.escape(key ?? '')}"]`);
export const summaryOf = (note) => note?.querySelector('summary');

// home puts all notes back beside the sheet, in order.
export function home() {
  if (reader.querySelector('details.note')) notes.append(...all());
}

// place puts notes where the width asks for them, and rows about changes among them by where they are in the draft.
export function place(spans, rows) {
  home();
  const startOf = (e) => spans.find((s) => s.key === e.dataset.key)?.start ?? Infinity;
  for (const old of document.querySelectorAll('.note.done')) old.remove();
  for (const { start, element } of rows) {
    if (isNarrow()) changed.append(element);
    else notes.insertBefore(element, all().find((n) => startOf(n) > start) ?? null);
  }
  if (isNarrow()) {
    for (const note of all()) reader.querySelector(`[data-slot="${CSS.escape(note.dataset.key)}"]`)?.append(note);
  }
}

const gap = 6; // px between notes
const near = 120; // px between a phrase and its note, up to which a thread joins them

// layout sets notes level with their phrases. The open one has first say: earlier ones move up as far as they can, later
// ones stack below. `starts` gives the place in the draft of a note or row.
export function layout(starts) {
  threads.replaceChildren();
  const cards = [...notes.querySelectorAll(':scope > .note')];
  notes.classList.toggle('placed', cards.length > 0 && !isNarrow());
  notes.style.height = '';
  if (isNarrow() || cards.length === 0) return;
  const base = notes.getBoundingClientRect().top;
  const head = notes.querySelector('.bar')?.offsetHeight ?? 0;
  const phrases = new Map([...mirror.querySelectorAll('a')].map((a) => [a.dataset.phrase, a]));
  const rects = cards.map((c) => phrases.get(c.dataset.key)?.getClientRects()[0] ?? rectAt(starts(c)));
  const wanted = rects.map((r) => (r ? r.top - base - 8 : 0));
  const heights = cards.map((c) => c.offsetHeight);
  const tops = stack(wanted, heights, head, cards.findIndex((c) => c.open));
  cards.forEach((c, i) => { c.style.top = `${tops[i]}px`; });
  notes.style.height = `${Math.max(...tops.map((t, i) => t + heights[i])) + 4}px`;
  const off = base - threads.getBoundingClientRect().top;
  cards.forEach((c, i) => { if (rects[i] && c.dataset.key) thread(c, rects[i].top + rects[i].height * 0.62 - base + off, tops[i] + 22 + off); });
}

// stack gives tops for cards that want to be at certain heights, the open one first.
function stack(wanted, heights, from, open) {
  const tops = [];
  let y = from;
  for (let i = 0; i < wanted.length; i++) {
    tops[i] = Math.max(wanted[i], y);
    y = tops[i] + heights[i] + gap;
  }
  if (open <= 0) return tops;
  const room = heights.slice(0, open).reduce((sum, h) => sum + h + gap, from);
  tops[open] = Math.max(wanted[open], room);
  for (let i = open - 1; i >= 0; i--) tops[i] = Math.min(tops[i], tops[i + 1] - heights[i] - gap);
  y = tops[open] + heights[open] + gap;
  for (let i = open + 1; i < wanted.length; i++) {
    tops[i] = Math.max(wanted[i], y);
    y = tops[i] + heights[i] + gap;
  }
  return tops;
}

// thread draws the dot on the sheet's edge, and the hairline to the note.
function thread(card, from, to) {
  const tone = [...card.classList].filter((c) => c !== 'note').join(' ');
  const width = threads.clientWidth || 44;
  if (card.open || Math.abs(to - from) < near) {
    threads.append(shape('path', { class: card.open ? `${tone} now` : tone, d: `M2 ${from} C ${width / 2} ${from} ${width / 2} ${to} ${width} ${to}` }));
  }
  threads.append(shape('circle', { class: tone, cx: 0, cy: from, r: card.open ? 4 : 2.5 }));
}

export function shape(tag, attributes, text) {
  const e = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, v);
  if (text !== undefined) e.textContent = text;
  return e;
}
