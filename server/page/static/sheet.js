// The sheet: the textarea, and the mirror under it that carries the underlines. The mirror holds the same words in the
// same type and the same grid cell, and makes the textarea as high as its text.

import { blanks, pieces } from './spans.js';

export const draft = document.getElementById('draft');
export const mirror = document.getElementById('mirror');

const sheet = document.getElementById('msg');

// draw writes the mirror anew and keeps focus on its phrase.
export function draw(spans, open, shown, unread) {
  const focused = mirror.contains(document.activeElement) ? document.activeElement.dataset.phrase : null;
  const text = draft.value;
  const marks = [...spans.filter((s) => visible(s, shown)), ...blanks(text)];
  if (unread < text.length) marks.push({ start: unread, end: text.length, kind: 'unread' });
  const first = open ?? spans.find((s) => s.kind === 'note')?.key;
  mirror.replaceChildren(...pieces(text, marks).map((p) => element(p, open, first)), '\u200b');
  mirror.setAttribute('aria-hidden', mirror.querySelector('a') ? 'false' : 'true');
  if (focused) phrase(focused)?.focus({ preventScroll: true });
}

function visible(span, shown) {
  return span.kind === 'note' || span.kind === 'danger' || (span.kind === 'element' && span.key === shown);
}

function element({ text, span }, open, first) {
  if (span?.kind === 'note') {
    const a = document.createElement('a');
    a.className = span.class + (span.key === open ? ' now' : '');
    a.href = '#notes';
    a.dataset.phrase = span.key;
    a.tabIndex = span.key === first ? 0 : -1;
    a.textContent = text;
    a.setAttribute('aria-label', `${text}, ${span.name}`);
    return a;
  }
  const e = document.createElement('span');
  e.setAttribute('aria-hidden', 'true');
  if (span) e.className = span.kind === 'element' ? 'shown' : span.kind;
  e.textContent = text;
  return e;
}

export function phrase(key) {
  return mirror.querySelector(`a[data-phrase="${CSS.escape(key)}"]`);
}

// rectAt is where a character of the draft stands in the window.
export function rectAt(position) {
  const walker = document.createTreeWalker(mirror, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (at + node.length > position) {
      const range = document.createRange();
      range.setStart(node, position - at);
      range.setEnd(node, Math.min(node.length, position - at + 1));
      return range.getClientRects()[0] ?? null;
    }
    at += node.length;
  }
  return null;
}

// select puts the caret on a run and shows it, scrolling only where it is out of sight.
export function select(start, end) {
  draft.focus({ preventScroll: true });
  draft.setSelectionRange(start, end);
  reveal(rectAt(start));
}

export function reveal(rect) {
  if (rect && (rect.top < 20 || rect.bottom > innerHeight - 90)) scrollBy(0, rect.top - innerHeight / 3);
}

// replace changes a run as if it had been typed, so that the browser's own undo takes it back in one step. Only a
// textarea that is shown and focused can be typed into.
export function replace(start, end, text) {
  const before = document.activeElement;
  const reading = sheet.classList.contains('reading-mode');
  draft.inputMode = reading ? 'none' : '';
  sheet.classList.remove('reading-mode');
  draft.focus({ preventScroll: true });
  draft.setSelectionRange(start, end);
  const typed = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (!typed) {
    draft.setRangeText(text, start, end, 'end');
    draft.dispatchEvent(new InputEvent('input'));
  }
  sheet.classList.toggle('reading-mode', reading);
  draft.inputMode = '';
  if (before !== draft) before?.focus?.({ preventScroll: true });
}

// The line ends of what was pasted. A textarea holds \n only (HTML, "API value"); where the whole message was pasted with
// \r\n throughout, the copy gives it back.
let lineEnd = '\n';

draft.addEventListener('paste', (e) => {
  const pasted = e.clipboardData?.getData('text/plain') ?? '';
  const whole = draft.selectionStart === 0 && draft.selectionEnd === draft.value.length;
  if (whole) lineEnd = /\r\n/.test(pasted) && !/[^\r]\n|^\n|\r(?!\n)/.test(pasted) ? '\r\n' : '\n';
});

export function clear() {
  draft.value = '';
  lineEnd = '\n';
}

// copyText is the draft, letter by letter, with the line ends it came with.
export function copyText() {
  return lineEnd === '\n' ? draft.value : draft.value.replaceAll('\n', lineEnd);
}
