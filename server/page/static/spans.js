// Runs of text, {start, end} in UTF-16 code units, and how they move while somebody types. Nothing here touches the page.

// change is what turned one text into another: the run [start, end) of the first became `size` units of the second.
export function change(before, after) {
  let start = 0;
  const most = Math.min(before.length, after.length);
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start, end: before.length - tail, size: after.length - tail - start };
}

// moved gives a run after a change, or null where nothing is left of it. A run that was typed into grows.
export function moved(span, c) {
  const by = c.size - (c.end - c.start);
  if (span.end <= c.start) return span;
  if (span.start >= c.end) return { ...span, start: span.start + by, end: span.end + by };
  const touched = { ...span, touched: true };
  if (c.start >= span.start && c.end <= span.end) touched.end += by;
  else if (span.start < c.start) touched.end = c.start;
  else {
    touched.start = c.start + c.size;
    touched.end += by;
  }
  return touched.end > touched.start ? touched : null;
}

// blanks are the runs of [what only the writer knows].
export function blanks(text) {
  return [...text.matchAll(/\[[^\]\n]+\]/g)].map((m) => ({ start: m.index, end: m.index + m[0].length, kind: 'blank' }));
}

// pieces cuts a text at runs. Where runs overlap, the one that starts first keeps its words.
export function pieces(text, spans) {
  const sorted = spans.filter((s) => s.end > s.start).sort((a, b) => a.start - b.start || b.end - a.end);
  const list = [];
  let at = 0;
  for (const s of sorted) {
    const start = Math.max(s.start, at);
    const end = Math.min(s.end, text.length);
    if (end <= start) continue;
    if (start > at) list.push({ text: text.slice(at, start) });
    list.push({ text: text.slice(start, end), span: s });
    at = end;
  }
  if (at < text.length) list.push({ text: text.slice(at) });
  return list;
}
