// The page with the keyboard alone: everything can be reached and done, and focus goes where it helps.

import assert from "node:assert/strict";
import test from "node:test";

import { copied, focused, inState, narrow, notes, open, phrase, read, until, wording } from "./harness.mjs";

const draft = "Jo,\n\nI cheated. It was just a mistake. Answer me. It's all in the past. You made me do it.";

// tab presses Tab until something has the focus, and gives what had it on the way.
async function tab(page, wanted, key = "Tab") {
  const way = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press(key);
    way.push(await focused(page));
    if (way.at(-1) === wanted) return way;
  }
  assert.fail(`${wanted} cannot be reached: ${way.join(", ")}`);
}

async function typed(t, options) {
  const page = await open(t, options);
  await tab(page, "draft");
  await read(page, () => page.keyboard.insertText(draft));
  return page;
}

test("Tab goes from the role to the draft, phrases, notes, and out again", async (t) => {
  const page = await open(t);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to your message");
  const way = await tab(page, "draft");
  assert.deepEqual(way, ["History", "exit", "betrayer", "no-contact", "draft"]);
  await read(page, () => page.keyboard.insertText(draft));
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("#mirror") !== null), true);
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^It was just a mistake, note 1 of 4/);
  const phrases = async () => page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press("ArrowRight");
  assert.equal(await phrases(), "Answer me");
  await page.keyboard.press("End");
  assert.equal(await phrases(), "You made me do it");
  await page.keyboard.press("ArrowDown");
  assert.equal(await phrases(), "It was just a mistake");
  assert.equal(await page.locator(".note[open] .said").innerText(), "“It was just a mistake”");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.closest("summary.note-h") !== null), true);
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), "draft");
  assert.equal(await page.evaluate(() => getSelection().toString()), "It was just a mistake");
});

test("a wording is used, undone and copied without a mouse", async (t) => {
  const page = await typed(t);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  assert.equal(await page.locator(".note[open] .said").innerText(), "“It was just a mistake”");
  await tab(page, "use");
  await read(page, () => page.keyboard.press("Enter"));
  const changed = draft.replace(`${phrase}.`, wording);
  assert.equal(await page.locator("#draft").inputValue(), changed);
  assert.equal(await focused(page), "revert");
  await read(page, () => page.keyboard.press("Space"));
  assert.equal(await page.locator("#draft").inputValue(), draft);
  await until("the focus is back on the note", () => page.evaluate(() => document.activeElement.closest("details.note") !== null));
  await tab(page, "draft", "Shift+Tab");
  await tab(page, "copy");
  assert.equal(await copied(page), draft);
});

test("notes: Up, Down, Home, End, Enter and Space", async (t) => {
  const page = await typed(t);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  const said = () => page.evaluate(() => document.activeElement.closest(".note")?.querySelector(".said").textContent);
  for (const [key, phrase] of [["ArrowDown", "Answer me"], ["End", "You made me do it"], ["ArrowUp", "It's all in the past"], ["Home", "It was just a mistake"]]) {
    await page.keyboard.press(key);
    assert.equal(await said(), `“${phrase}”`, key);
  }
  assert.equal(await page.locator(".note[open]").count(), 1);
  await page.keyboard.press("Enter");
  await until("the note is closed", async () => (await page.locator(".note[open]").count()) === 0);
  await page.keyboard.press("Space");
  await until("the note is open", async () => (await page.locator(".note[open]").count()) === 1);
});

test("F8 and Shift+F8 go from the caret to the notes around it", async (t) => {
  const page = await typed(t);
  const at = draft.indexOf("Answer me") + 3;
  await page.locator("#draft").evaluate((e, at) => e.setSelectionRange(at, at), at);
  await page.keyboard.press("F8");
  assert.equal(await page.locator(".note[open] .said").innerText(), "“It's all in the past”");
  await page.locator("#draft").focus();
  await page.keyboard.press("Shift+F8");
  assert.equal(await page.locator(".note[open] .said").innerText(), "“Answer me”");
});

test("Leave it goes to the next note; the role and the switch are answered with keys", async (t) => {
  const page = await typed(t);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  await tab(page, "leave");
  await read(page, () => page.keyboard.press("Enter"));
  await until("the next note has the focus", async () => (await page.evaluate(() => document.activeElement.closest(".note")?.querySelector(".said")?.textContent)) === "“Answer me”");
  assert.equal(await notes(page).count(), 3);
  await tab(page, "no-contact", "Shift+Tab");
  await read(page, () => page.keyboard.press("Space"));
  assert.equal(await page.locator("[data-do=use], [data-do=copy], [data-do=print]").count(), 0);
  assert.ok((await notes(page).count()) > 0);
  await read(page, () => page.keyboard.press("Space"));
  await tab(page, "betrayer", "Shift+Tab");
  await page.keyboard.press("Space");
  await read(page, () => page.keyboard.press("ArrowRight"));
  assert.equal(await page.locator("[name=role]:checked").inputValue(), "betrayed");
});

test("the reading view of a phone with keys", async (t) => {
  const page = await typed(t, { size: narrow });
  await tab(page, "view", "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".reader") !== null), true);
  await page.keyboard.press("Space");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-expanded")), "true");
  assert.equal(await page.locator(".note[open] .said").innerText(), "“It was just a mistake”");
  await tab(page, "use");
  await read(page, () => page.keyboard.press("Enter"));
  assert.match(await page.locator("#draft").inputValue(), /It wasn't a mistake\. I chose it\./);
});

test("focus is never under the bar of a phone, nor outside the window", async (t) => {
  const page = await typed(t, { size: narrow });
  await page.getByRole("button", { name: "Read with notes" }).click();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.locator("body").evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  for (let i = 0; i < 45; i++) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(() => {
      const e = document.activeElement;
      if (e === document.body || e.closest("#stepper") || e.id === "draft") return null;
      const [r] = e.getClientRects();
      const bar = document.getElementById("stepper").getBoundingClientRect();
      const bottom = bar.height ? bar.top : innerHeight;
      const seen = r && r.bottom > 0 && r.top < bottom;
      return seen ? null : `${e.outerHTML.slice(0, 120)} at ${r?.top} to ${r?.bottom}, bar at ${bottom}`;
    });
    assert.equal(covered, null);
  }
});

test("a finished reading does not move the focus", async (t) => {
  const page = await typed(t);
  await inState(page, "notes");
  await tab(page, "no-contact", "Shift+Tab");
  await read(page, () => page.locator("#draft").evaluate((e) => {
    e.setRangeText(" More.", e.value.length, e.value.length, "end");
    e.dispatchEvent(new InputEvent("input"));
  }));
  assert.equal(await focused(page), "no-contact");
});
