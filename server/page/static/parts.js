// Parts of the page that come from the server with each reading. A part that did not change is not touched; one that did
// keeps what was open in it and where the focus was.

const shown = new Map(); // name of a part → its HTML

const part = (name) => document.querySelector(`[data-part="${name}"]`);

// swap puts new fragments in, after `prepare`, and calls `settle` before focus goes back to where it was.
export function swap(fragments, prepare, settle) {
  const focus = focused();
  prepare();
  for (const [name, html] of Object.entries(fragments)) {
    if (shown.get(name) === html) continue;
    const e = part(name);
    const open = opened(e);
    e.innerHTML = html;
    shown.set(name, html);
    for (const path of open) find(path, e)?.setAttribute('open', '');
  }
  settle();
  restore(focus);
}

// clear empties parts until they come again.
export function clear(...names) {
  for (const name of names) {
    part(name).replaceChildren();
    shown.delete(name);
  }
}

// path names an element by the keys around it and what it does: it is found again in another rendering.
function path(e) {
  const keys = [];
  for (let k = e.closest('[data-key]'); k; k = k.parentElement?.closest('[data-key]')) keys.unshift(k.dataset.key);
  return { keys, phrase: e.dataset.phrase, does: e.dataset.do, value: e.value, tag: e.tagName, id: e.id };
}

function find({ keys, phrase, does, value, tag, id }, root = document) {
  if (phrase) return root.querySelector(`.reader [data-phrase="${CSS.escape(phrase)}"]`);
  if (keys.length === 0) return (id && document.getElementById(id)) || (does && root.querySelector(`[data-do="${does}"]`)) || null;
  const within = root.querySelector(keys.map((k) => `[data-key="${CSS.escape(k)}"]`).join(' '));
  if (!within) return null;
  if (within.tagName === tag) return within;
  return [...within.querySelectorAll(tag)].find((e) => e.dataset.do === does && (value === undefined || e.value === value)) ?? null;
}

function opened(root) {
  return [...root.querySelectorAll('details[open]')].map(path);
}

function focused() {
  const e = document.activeElement;
  return e?.closest('[data-part], .note.done') ? path(e) : null;
}

function restore(was) {
  if (!was || (document.activeElement && document.activeElement !== document.body)) return;
  (find(was) ?? document.getElementById('draft')).focus({ preventScroll: true });
}
