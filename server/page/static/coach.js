// The page while somebody writes: it sends the draft to /read, puts the answer in its place, opens notes, changes the
// draft when asked, and moves focus. What is said about a draft comes from the server.
//
// spans.js: runs of text that move · sheet.js: textarea and mirror · notes.js: where notes stand · parts.js: fragments
// keep.js: history, saved drafts, feedback · The hooks for tests are listed at the top of templates/page.html.

import { change, moved, blanks } from './spans.js';
import * as sheet from './sheet.js';
import * as notes from './notes.js';
import * as parts from './parts.js';
import { wire } from './keep.js';

const { draft } = sheet;
const byId = (id) => document.getElementById(id);
const live = byId('live');
const form = byId('sheet');
const noContact = byId('no-contact');

const pause = 300; // ms without typing, after which a draft is read
const slow = 400; // ms after which the page says that it is reading
const patience = 10000; // ms after which a reading counts as failed
const quiet = 2000; // ms between two messages to a screen reader

// What was decided about this message. Clear forgets it; nothing of it outlives the page.
const fresh = () => ({ contactNo: '', latched: false, notMeant: [], left: [], used: [] });
let decided = fresh();

let text = ''; // the draft as spans and options refer to it
let spans = []; // of the last answer, moved since
let options = {}; // replacements, by the value of their button, moved since
let rows = []; // what was changed, taken out or left: {start, end, was, now, key, element}
let answer = { fault: '', read: Infinity, steps: 0 };
let shown = null; // the element whose words are shown
let afterReading = null; // moves focus once an answer is placed
let saying = ''; // what a screen reader is told before the next answer

/* reading */

let turn = 0; // every change of the draft or the questions takes a new one; answers to old ones are dropped
let timer;
let request;

function readSoon() {
  turn++;
  clearTimeout(timer);
  timer = setTimeout(read, pause);
}

async function read({ again = true, settled = false } = {}) {
  const mine = ++turn;
  clearTimeout(timer);
  request?.abort();
  request = new AbortController();
  const waiting = setTimeout(() => setReading(true), slow);
  const deadline = setTimeout(() => request.abort(), patience);
  try {
    const response = await fetch('/read', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ...question(), settled }), signal: request.signal, redirect: 'error',
    });
    if (mine !== turn) return;
    if (response.status === 503 && again) {
      setTimeout(() => { if (mine === turn) read({ again: false }); }, 1000);
      return;
    }
    byId('signed-out').hidden = response.status !== 401;
    if (!response.ok) throw new Error(`status ${response.status}`);
    const got = await response.json();
    if (mine === turn) show(got);
  } catch {
    if (mine === turn) fail();
  } finally {
    clearTimeout(waiting);
    clearTimeout(deadline);
    if (mine === turn) setReading(false);
  }
}

// question is what the server reads. Of a draft that is far too long, only what can be read is sent.
function question() {
  const limit = Number(document.body.dataset.limit);
  const whole = draft.value;
  return {
    draft: whole.length > 2 * limit ? whole.slice(0, 2 * limit + 2) : whole,
    characters: [...whole].length,
    role: form.elements.role.value,
    no_contact: noContact.checked,
    contact_no: decided.contactNo, latched: decided.latched, not_meant: decided.notMeant, left: decided.left, used: decided.used,
  };
}

function show(got) {
  answer = got;
  text = draft.value;
  spans = got.spans;
  options = got.options;
  decided.latched = got.latched;
  document.documentElement.dataset.state = got.state;
  byId('error').hidden = true;
  parts.swap(got.fragments, notes.home, () => {
    notes.place(spans, rows);
    redraw();
  });
  afterReading?.();
  afterReading = null;
  say(saying + got.say);
  saying = '';
}

// fail says that the draft is unread. What stood between the writer and sending it stays.
function fail() {
  document.documentElement.dataset.state = 'error';
  spans = spans.filter((s) => s.kind === 'danger');
  options = {};
  answer = { ...answer, steps: 0, read: Infinity };
  byId('error').hidden = false;
  parts.clear('glance', 'notes', 'reader', 'checklist', 'toolong', 'contact');
  redraw();
  say('coach stopped before it finished reading. Your message is untouched.');
}

function setReading(on) {
  byId('stack').classList.toggle('reading', on);
  byId('notes-col').setAttribute('aria-busy', String(on));
  byId('reading').hidden = !on || notes.all().length > 0;
  if (!on) return;
  if (document.documentElement.dataset.state === 'empty') parts.clear('glance', 'notes');
  document.documentElement.dataset.state = 'reading';
}

/* drawing */

let view = 'write'; // or read, on a narrow page

function redraw() {
  const open = notes.all().find((n) => n.open)?.dataset.key ?? null;
  sheet.draw(spans, open, shown, answer.read);
  for (const a of byId('reader').querySelectorAll('a[data-phrase]')) {
    a.setAttribute('role', 'button');
    a.setAttribute('aria-expanded', String(a.dataset.phrase === open));
    a.classList.toggle('now', a.dataset.phrase === open);
  }
  for (const slot of byId('reader').querySelectorAll('.slot')) slot.hidden = !slot.querySelector('.note[open]');
  for (const b of document.querySelectorAll('[data-do="show-words"]')) b.setAttribute('aria-pressed', String(b.value === shown));
  for (const b of document.querySelectorAll('[data-do="undo"]')) b.hidden = rows.length === 0;
  const empty = draft.value === '';
  byId('go').hidden = !empty;
  byId('count').textContent = empty ? '' : count();
  byId('desk').classList.toggle('has-notes', answer.steps > 0);
  setView(view, open);
  layout();
}

let drawing = 0;

// redrawSoon draws once before the next frame, however many changes come before it: some browsers tell of every line of
// an inserted text.
function redrawSoon() {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(redraw);
}

function count() {
  if (answer.read < draft.value.length) return `${[...draft.value].length.toLocaleString('en')} characters`;
  const words = draft.value.match(/\S+/g)?.length ?? 0;
  return words === 1 ? '1 word' : `${words.toLocaleString('en')} words`;
}

function setView(wanted, open) {
  view = wanted;
  const narrow = notes.isNarrow();
  const some = narrow && draft.value !== '' && (answer.steps > 0 || spans.some((s) => s.kind === 'danger'));
  byId('tabs').hidden = !some;
  byId('msg').classList.toggle('reading-mode', some && view === 'read');
  for (const b of byId('tabs').querySelectorAll('button')) b.setAttribute('aria-pressed', String(b.value === view));
  const steps = some && view === 'read' && answer.steps > 0;
  byId('stepper').hidden = !steps;
  document.body.classList.toggle('has-steps', steps);
  const number = notes.byKey(open)?.dataset.number;
  byId('step').textContent = number ? `Note ${number} of ${answer.steps}` : `${answer.steps} note${answer.steps === 1 ? '' : 's'}`;
}

function layout() {
  notes.layout((card) => spans.find((s) => s.key === card.dataset.key)?.start ?? rows.find((r) => r.element === card)?.start ?? 0);
}

let lastSaid = 0;
let sayTimer;

// say tells a screen reader something, at most once every two seconds; the last word counts.
function say(message) {
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => {
    lastSaid = Date.now();
    live.textContent = message;
  }, Math.max(0, lastSaid + quiet - Date.now()));
}

/* the draft changes */

draft.addEventListener('input', () => {
  const c = change(text, draft.value);
  text = draft.value;
  spans = spans.map((s) => moved(s, c)).filter(Boolean);
  for (const [value, o] of Object.entries(options)) {
    const m = o.start === o.end ? null : moved(o, c);
    if (m && !m.touched) options[value] = m;
    else delete options[value];
  }
  const before = rows.length;
  rows = rows.map((r) => movedRow(r, c)).filter(Boolean);
  if (answer.read < Infinity && answer.read > c.start) answer.read += c.size - (c.end - c.start);
  if (rows.length !== before) notes.place(spans, rows);
  redrawSoon();
  readSoon();
  kept.touched();
});

// movedRow gives a row after a change, or null where its wording is no longer there: undone, or written over.
function movedRow(row, c) {
  if (row.now === '') {
    const by = row.start >= c.end && c.start < row.start ? c.size - (c.end - c.start) : 0;
    const start = row.start + by;
    const back = row.was !== '' && text.startsWith(row.was, start);
    return back ? null : { ...row, start, end: start };
  }
  const m = moved(row, c);
  return m && !m.touched ? m : null;
}

function use(button) {
  const o = options[button.value];
  if (!o) return;
  const key = button.closest('.note').dataset.key;
  const was = text.slice(o.start, o.end);
  sheet.replace(o.start, o.end, o.text);
  spans = spans.filter((s) => s.key !== key);
  notes.byKey(key)?.remove();
  if (button.dataset.text) decided.used.push(button.dataset.text);
  const row = { start: o.start, end: o.start + o.text.length, was, now: o.text, key, element: rowElement(o.text.trim() ? 'Changed to ' : 'Taken out', o.text.trim()) };
  rows.push(row);
  notes.place(spans, rows);
  saying = o.text.trim() ? 'Changed. ' : 'Taken out. ';
  const blank = blanks(o.text)[0];
  if (blank) {
    setView('write', null);
    redraw();
    sheet.select(o.start + blank.start, o.start + blank.end);
  } else {
    redraw();
    row.element.querySelector('button').focus({ preventScroll: !notes.isNarrow() });
  }
  read();
}

function rowElement(words, quote) {
  const e = byId('changed-row').content.firstElementChild.cloneNode(true);
  const p = e.querySelector('p');
  p.textContent = words;
  if (quote) {
    const q = document.createElement('span');
    q.className = 'q';
    q.textContent = `“${quote}”`;
    p.append(q);
  }
  return e;
}

function leave(button) {
  const note = button.closest('.note');
  const { key, number } = note.dataset;
  const span = spans.find((s) => s.key === key);
  decided.left.push(key);
  rows.push({ start: span?.start ?? 0, end: span?.end ?? 0, was: null, now: text.slice(span?.start ?? 0, span?.end ?? 0), key,
    element: rowElement('Left as it is: ', note.querySelector('.said').textContent.slice(1, -1)) });
  saying = 'Left as it is. ';
  afterReading = () => focusNote(notes.all()[Math.min(number, notes.all().length) - 1]);
  read();
}

// revert takes one change back, and focus to its note.
function revert(row) {
  rows = rows.filter((r) => r !== row);
  if (row.was === null) decided.left = decided.left.filter((k) => k !== row.key);
  else sheet.replace(row.start, row.end, row.was);
  row.element.remove();
  saying = 'Undone. ';
  afterReading = () => focusNote(notes.byKey(row.key));
  read();
}

function focusNote(note) {
  if (!note) {
    draft.focus({ preventScroll: true });
    return;
  }
  if (notes.isNarrow()) focusPhrase(note.dataset.key);
  else notes.summaryOf(note).focus({ preventScroll: true });
}

function focusPhrase(key) {
  byId('reader').querySelector(`a[data-phrase="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/* notes open and close */

document.addEventListener('toggle', (e) => {
  if (e.target.matches?.('details')) redraw();
}, true);

function open(key, on = true) {
  const note = notes.byKey(key);
  for (const n of notes.all()) n.open = on && n === note;
  redraw();
  return note;
}

function step(by) {
  const list = notes.all();
  if (list.length === 0) return;
  const at = list.findIndex((n) => n.open);
  const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
  open(list[next].dataset.key);
  const a = byId('reader').querySelector(`a[data-phrase="${CSS.escape(list[next].dataset.key)}"]`);
  a?.focus({ preventScroll: true });
  a?.scrollIntoView({ block: 'start' });
}

function toDraft(key) {
  const span = spans.find((s) => s.key === key);
  if (notes.isNarrow()) setView('write', null);
  redraw();
  if (span) sheet.select(span.start, span.end);
  else draft.focus();
}

sheet.mirror.addEventListener('click', (e) => {
  const a = e.target.closest('a');
  if (!a) return;
  e.preventDefault();
  notes.summaryOf(open(a.dataset.phrase))?.focus();
});

sheet.mirror.addEventListener('keydown', (e) => {
  const a = e.target.closest('a');
  if (!a) return;
  const list = [...sheet.mirror.querySelectorAll('a')];
  const at = list.indexOf(a);
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[e.key];
  if (to !== undefined) {
    e.preventDefault();
    const { phrase } = list[(to + list.length) % list.length].dataset;
    open(phrase);
    sheet.phrase(phrase)?.focus({ preventScroll: true });
    sheet.reveal(sheet.phrase(phrase)?.getBoundingClientRect());
  } else if (e.key === 'Escape') {
    e.preventDefault();
    toDraft(a.dataset.phrase);
  }
});

document.addEventListener('keydown', (e) => {
  const note = e.target.closest?.('details.note');
  if (!note) return;
  if (e.key === 'Escape') {
    e.preventDefault();
    toDraft(note.dataset.key);
    return;
  }
  if (e.target !== notes.summaryOf(note) || notes.isNarrow()) return;
  const list = notes.all();
  const at = list.indexOf(note);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[e.key];
  if (list[to]) {
    e.preventDefault();
    notes.summaryOf(list[to]).focus();
  }
});

byId('reader').addEventListener('keydown', (e) => {
  if (e.key === ' ' && e.target.matches('a[data-phrase]')) {
    e.preventDefault();
    e.target.click();
  }
});

draft.addEventListener('keydown', (e) => {
  if (e.key !== 'F8') return;
  e.preventDefault();
  const list = spans.filter((s) => s.kind === 'note');
  if (list.length === 0) return;
  const at = draft.selectionStart;
  const next = e.shiftKey ? list.findLast((s) => s.start < at) ?? list[0] : list.find((s) => s.start > at) ?? list[list.length - 1];
  if (notes.isNarrow()) setView('read', null);
  const note = open(next.key);
  if (notes.isNarrow()) focusPhrase(next.key);
  else notes.summaryOf(note)?.focus();
});

draft.addEventListener('click', () => {
  const at = draft.selectionStart;
  if (at !== draft.selectionEnd) return;
  const span = spans.find((s) => s.kind === 'note' && s.start <= at && at <= s.end);
  if (span && !notes.isNarrow()) open(span.key);
});

for (const [event, on] of [['mouseover', true], ['mouseout', false], ['focusin', true], ['focusout', false]]) {
  notes.notes.addEventListener(event, (e) => {
    const note = e.target.closest('details.note');
    if (note) sheet.phrase(note.dataset.key)?.classList.toggle('hint', on);
  });
}

/* controls */

const does = {
  use, leave,
  revert: (b) => revert(rows.find((r) => r.element.contains(b))),
  undo: () => revert(rows[rows.length - 1]),
  copy: (b) => copy(b, sheet.copyText(), 'Copied, letter by letter.'),
  'copy-help': (b) => copy(b, b.value, 'Copied.'),
  print: () => window.print(),
  clear: () => reset(),
  'try-again': () => read(),
  example: () => sheet.replace(0, draft.value.length, byId('example').content.textContent.trim()),
  view: (b) => {
    setView(b.value, null);
    redraw();
    if (b.value === 'write') draft.focus();
  },
  keep: () => kept.keep(),
  'open-draft': (a) => openDraft(a.href),
  previous: () => step(-1),
  next: () => step(1),
  exit: () => exit(),
  'not-meant': (b) => {
    decided.notMeant.push(b.value);
    afterReading = () => byId('care')?.focus();
    read();
  },
  'contact-yes': () => {
    noContact.checked = true;
    afterReading = () => noContact.focus();
    read();
  },
  'contact-no': (b) => {
    decided.contactNo = b.value;
    afterReading = () => draft.focus({ preventScroll: true });
    read();
  },
  'put-away': () => putAway(true),
  'bring-back': () => putAway(false),
  'show-line': (b) => {
    setView('write', null);
    redraw();
    sheet.select(Number(b.dataset.start), Number(b.dataset.end));
  },
  'show-words': (b) => {
    shown = shown === b.value ? null : b.value;
    redraw();
    const span = spans.find((s) => s.key === shown);
    if (span) sheet.reveal(sheet.rectAt(span.start));
  },
};

document.addEventListener('click', (e) => {
  const control = e.target.closest?.('[data-do]');
  const act = control && does[control.dataset.do];
  const phrase = e.target.closest?.('.reader a[data-phrase]');
  if (act) {
    e.preventDefault();
    act(control);
  } else if (phrase) {
    e.preventDefault();
    open(phrase.dataset.phrase, phrase.getAttribute('aria-expanded') !== 'true');
  }
});

form.addEventListener('submit', (e) => {
  e.preventDefault();
  if (draft.value === '') draft.focus();
  read();
});

byId('who').addEventListener('change', () => {
  read();
  kept.touched();
});

async function copy(button, words, done) {
  try {
    await navigator.clipboard.writeText(words);
    say(done);
    const label = button.textContent;
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = label; }, 2000);
  } catch {
    say('The browser did not let coach copy. Select your message and copy it yourself.');
  }
}

function putAway(on) {
  for (const id of ['who', 'desk', 'care']) { const e = byId(id); if (e) e.hidden = on; }
  byId('put-away').hidden = !on;
  if (on) byId('put-away').querySelector('button').focus();
  else draft.focus();
}

function reset() {
  sheet.clear();
  text = '';
  spans = [];
  options = {};
  rows = [];
  shown = null;
  view = 'write';
  decided = fresh();
  for (const r of document.getElementsByName('role')) r.checked = false;
  if (!noContact.disabled) noContact.checked = false;
  putAway(false);
  read();
}

/* what people keep */

const kept = wire(() => {
  const fields = { draft: draft.value, role: form.elements.role.value };
  if (noContact.checked) fields.no_contact = '1';
  if (decided.latched) fields.latched = '1';
  return fields;
}, async () => {
  await read({ settled: true });
  return answer.fault;
});

// openDraft puts a saved draft in the place of what is there; undo brings that back.
async function openDraft(address) {
  const saved = await kept.open(address);
  if (!saved) return;
  decided = { ...fresh(), latched: saved.latched };
  for (const r of document.getElementsByName('role')) r.checked = r.value === saved.role;
  noContact.checked ||= saved.no_contact;
  sheet.replace(0, draft.value.length, saved.text);
  rows = [];
  draft.focus();
  read();
}

/* leaving: a key, a button, and nothing to come back to */

function exit() {
  forget();
  document.documentElement.hidden = true;
  location.replace('about:blank');
}

function forget() {
  draft.value = '';
  sheet.mirror.replaceChildren();
  for (const e of document.querySelectorAll('[data-part]')) e.replaceChildren();
}

let shifts = [];

document.addEventListener('keydown', (e) => {
  if (e.key !== 'Shift') {
    shifts = [];
    return;
  }
  if (e.repeat) return;
  shifts = [...shifts.filter((t) => t > Date.now() - 1500), Date.now()];
  if (shifts.length >= 3) exit();
});

// Shift and clicks select text.
addEventListener('pointerdown', () => { shifts = []; });

addEventListener('pagehide', forget);
addEventListener('pageshow', (e) => {
  if (e.persisted) location.reload();
});

/* start: what a form brought back is taken over and read */

function start() {
  document.documentElement.classList.add('js');
  const hidden = (name) => [...form.querySelectorAll(`input[type=hidden][name=${name}]`)].map((i) => i.value);
  const posted = byId('desk').classList.contains('posted');
  if (posted) {
    decided = { contactNo: hidden('contact_no')[0] ?? '', latched: hidden('latched').length > 0, notMeant: hidden('not_meant'), left: hidden('left'), used: hidden('used') };
  } else {
    draft.value = '';
    for (const r of document.getElementsByName('role')) r.checked = r.defaultChecked;
    noContact.checked = noContact.defaultChecked;
  }
  text = draft.value;
  redraw();
  if (text !== '') read();
}

notes.onWidth(() => {
  notes.place(spans, rows);
  redraw();
});
addEventListener('resize', layout);
new ResizeObserver(layout).observe(byId('stack'));
document.fonts.ready.then(layout);
start();
