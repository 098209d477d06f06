// What people choose to keep: history, saved drafts, and that a note is wrong. Their forms work without the script; with
// it the page stays, and the part about what is kept comes anew from the server.

import * as parts from './parts.js';

const settled = 10000; // ms without a change, after which history may keep a draft's numbers

// wire makes the forms stay on the page. `fields` gives the draft with what was answered, `settle` reads it as
// settled and gives a sentence where history could not keep its numbers.
export function wire(fields, settle) {
  if (!document.body.hasAttribute('data-keeps')) return { touched() {}, keep() {}, open() {} };
  let timer;

  document.addEventListener('submit', async (e) => {
    const form = e.target;
    if (!form.dataset.does) return;
    e.preventDefault();
    const said = await send(form.action, new URLSearchParams(new FormData(form)));
    if (form.dataset.does === 'wrong') {
      const note = document.querySelector(`[name="reason"][form="${form.id}"]`).closest('.wrong');
      note.querySelector('.wrong-said').textContent = said || 'Kept. Thank you.';
      return;
    }
    await refresh(said);
  });

  return {
    // touched starts the wait again: the draft has changed, or was cleared.
    touched() {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        if (!historyIsOn()) return;
        await refresh(await settle());
      }, settled);
    },
    // open gives a saved draft, null where it is not there.
    async open(address) {
      try {
        const response = await fetch(address, { headers: { Accept: 'application/json' } });
        if (response.ok) return await response.json();
        await refresh((await response.json()).error.message);
      } catch {
        await refresh('coach could not be reached.');
      }
      return null;
    },
    async keep() {
      await refresh(await send('/drafts', new URLSearchParams(fields())) || 'Kept.');
    },
  };
}

const historyIsOn = () => document.getElementById('keep-history')?.getAttribute('aria-pressed') === 'true';

// send gives '' where it went well, and else why it did not.
async function send(address, body) {
  try {
    const response = await fetch(address, { method: 'POST', body, headers: { Accept: 'application/json' } });
    if (response.ok) return '';
    return (await response.json()).error.message;
  } catch {
    return 'coach could not be reached. Nothing was kept or deleted.';
  }
}

async function refresh(said = '') {
  try {
    const response = await fetch('/kept');
    if (response.ok) parts.swap({ kept: await response.text() }, () => {}, () => {});
  } catch {
    // The part stays as it was; `said` tells what went wrong.
  }
  const status = document.getElementById('kept-said');
  if (status && said) status.textContent = said;
}
