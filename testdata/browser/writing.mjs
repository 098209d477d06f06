// From paste to copy: notes, wordings, undo, and that what is copied is the draft letter by letter.

import assert from "node:assert/strict";
import test from "node:test";

import { copied, focused, inState, narrow, notes, open, paste, phrase, read, until, wide, wording, write } from "./harness.mjs";

const use = (page, text) => read(page, () => page.getByRole("button", { name: `Use this: ${text}` }).click());
const draftOf = (page) => page.locator("#draft").inputValue();

for (const [name, draft] of Object.entries({
  "emoji": "Jo 😀👩‍👩‍👧‍👦,\n\nI cheated 🤷🏽‍♀️. It was just a mistake. 🇳🇱 Sam",
  "combining marks": "Zoe\u0308, cafe\u0301 n\u0303 Å.\n\nI cheated. It was just a mistake. Ame\u0301lie",
  "right to left": "שלום יעל,\n\nI cheated. It was just a mistake. أنا آسف\u200f (شكرا)\nSam",
  "odd spaces": "  Jo\u00a0,\t\ttwo  blanks \n\n\n I cheated. It was just a mistake.   \n\n",
})) {
  test(`paste, note, wording, undo, copy: ${name}`, async (t) => {
    const page = await open(t);
    await paste(page, draft);
    assert.equal(await copied(page), draft);
    await page.locator("summary", { hasText: phrase }).click();
    assert.equal(await page.locator(".note .said").innerText(), `“${phrase}”`);
    await use(page, wording);
    const changed = draft.replace(`${phrase}.`, wording);
    assert.equal(await draftOf(page), changed);
    assert.equal(await copied(page), changed);
    await read(page, () => page.locator(".acts").getByRole("button", { name: "Undo" }).click());
    assert.equal(await draftOf(page), draft);
    assert.equal(await copied(page), draft);
    assert.equal(await notes(page).count(), 1);
  });
}

test("line ends of a message that was pasted whole come back in the copy", async (t) => {
  const page = await open(t);
  const draft = "Jo,\r\n\r\nI cheated. It was just a mistake.\r\nSam\r\n";
  await paste(page, draft);
  assert.equal(await copied(page), draft);
  await page.locator(".note > summary").click();
  await use(page, wording);
  assert.equal(await copied(page), draft.replace(`${phrase}.`, wording));
  await page.locator("[data-do=clear]").click();
  await inState(page, "empty");
  await paste(page, "I cheated.\nSam");
  assert.equal(await copied(page), "I cheated.\nSam");
});

test("10,000 words: what was read is noted, the rest is said to be unread, the copy is whole", async (t) => {
  const page = await open(t);
  const filler = "We went to the market on Saturday and came home late. ";
  const draft = `I cheated. ${phrase}.\n\n${filler.repeat(910)}\n\n${phrase}. 😀`;
  assert.ok(draft.split(/\s+/).length >= 10_000);
  await paste(page, draft);
  assert.equal(await notes(page).count(), 1);
  const characters = [...draft].length.toLocaleString("en");
  await page.locator("#too-long", { hasText: `${characters} characters; the first 20,000 were read.` }).waitFor();
  assert.equal(await page.locator("#count").innerText(), `${characters} characters`);
  const unread = await page.locator("#mirror .unread").allTextContents();
  assert.equal(unread.join(""), draft.slice(20_000));
  assert.equal(await copied(page), draft);
  await page.locator(".note > summary").click();
  await use(page, wording);
  assert.equal(await copied(page), draft.replace(`${phrase}.`, wording));
});

test("one undo of the browser takes back one wording; the page's own undo may follow in any order", async (t) => {
  const page = await open(t);
  const draft = "I cheated. It was just a mistake. Answer me. It's all in the past. You made me do it.";
  await paste(page, draft);
  await page.locator("summary", { hasText: phrase }).click();
  await use(page, wording);
  await page.locator("summary", { hasText: "Answer me" }).click();
  await read(page, () => page.locator(".note[open] [data-do=use]").first().click());
  const both = await draftOf(page);
  assert.match(both, /^I cheated\. It wasn't a mistake\. I chose it\. (?!Answer me)/);
  await page.locator("#draft").focus();
  await read(page, () => page.keyboard.press("Control+Z"));
  assert.equal(await draftOf(page), draft.replace(`${phrase}.`, wording));
  assert.equal(await page.locator(".note.done").count(), 1);
  await read(page, () => page.keyboard.press("Control+Z"));
  assert.equal(await draftOf(page), draft);
  assert.equal(await page.locator(".note.done").count(), 0);
  await read(page, () => page.keyboard.press("Control+Shift+Z"));
  assert.equal(await draftOf(page), draft.replace(`${phrase}.`, wording));
});

test("a blank is selected, ready to be written over; taking out and leaving", async (t) => {
  const page = await open(t);
  await paste(page, "I cheated. It was just a mistake. I miss you, please answer me.");
  await page.locator("summary", { hasText: phrase }).click();
  await use(page, "I [what I did, in plain words].");
  assert.equal(await focused(page), "draft");
  assert.equal(await page.evaluate(() => getSelection().toString()), "[what I did, in plain words]");
  assert.equal(await page.locator("#blanks").innerText(), "One blank is yours to fill.");
  await read(page, () => page.keyboard.type("slept with Tom"));
  assert.match(await draftOf(page), /^I cheated\. I slept with Tom\. I miss you/);
  assert.equal(await page.locator("#blanks").count(), 0);

  const left = await notes(page).count();
  assert.ok(left > 0);
  await page.locator(".note > summary").first().click();
  await page.locator(".note[open] [data-do=leave]").click();
  await until("the note is left", async () => (await notes(page).count()) === left - 1);
  await page.locator(".note.done", { hasText: "Left as it is" }).getByRole("button", { name: "Undo" }).click();
  await until("the note is back", async () => (await notes(page).count()) === left);
});

test("answers to an older draft are dropped", async (t) => {
  const page = await open(t);
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  let first = true;
  await page.route("**/read", async (route) => {
    if (first) {
      first = false;
      await held;
    }
    await route.continue().catch(() => {}); // the page may have given it up
  });
  await page.locator("#draft").fill("I cheated. It was just a mistake.");
  await inState(page, "reading");
  await write(page, "I cheated. You made me do it.");
  release();
  await page.unrouteAll({ behavior: "wait" });
  await read(page, () => page.locator("#draft").press("End"). then(() => page.keyboard.type(" ")));
  assert.deepEqual(await page.locator(".note .said").allTextContents(), ["“You made me do it”"]);
});

test("the page as it opens: nothing in the draft, no role, the example only on demand", async (t) => {
  const page = await open(t);
  assert.equal(await draftOf(page), "");
  assert.equal(await page.locator("[name=role]:checked").count(), 0);
  assert.equal(await page.locator("#private").innerText(), "Your words stay on this computer. Nothing is saved unless you ask.");
  await read(page, () => page.getByRole("button", { name: "Show me an example" }).click());
  assert.match(await draftOf(page), /^Jo,\n\nI know you asked for time/);
  await page.goto(`${page.url()}rules`);
  await page.goBack();
  await inState(page, "empty");
  assert.equal(await draftOf(page), "");
});

test("the sheet on a phone: write, and read with notes, one after the other", async (t) => {
  const page = await open(t, { size: narrow });
  await write(page, "I cheated. It was just a mistake.\n\nAnswer me. It's all in the past. You made me do it.");
  await page.getByRole("button", { name: "Read with notes" }).click();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  assert.equal(await page.locator("#step").innerText(), "Note 1 of 4");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  assert.equal(await page.locator("#step").innerText(), "Note 2 of 4");
  await page.getByRole("button", { name: "Previous" }).click();
  assert.equal(await page.locator(".note[open] .said").innerText(), `“${phrase}”`);
  await use(page, wording);
  assert.equal(await copied(page), `I cheated. ${wording}\n\nAnswer me. It's all in the past. You made me do it.`);
  await page.setViewportSize(wide);
  await until("notes stand beside the sheet", () => page.evaluate(() => document.querySelector("#notes details.note") !== null));
});

test("Copy pressed again and again says so, and then is Copy again", async (t) => {
  const page = await open(t);
  await write(page, "I cheated. It was just a mistake.");
  const copy = page.locator("[data-do=copy]");
  for (let i = 0; i < 3; i++) await copy.click();
  await until("it says so", async () => (await page.locator("#live").innerText()) === "Copied, letter by letter.");
  await page.getByRole("button", { name: "Copy message" }).waitFor();
});

test("print gives the message alone", async (t) => {
  const page = await open(t);
  await write(page, "I cheated. It was just a mistake.");
  await page.emulateMedia({ media: "print" });
  const seen = await page.evaluate(() => document.body.innerText.replaceAll("\u200b", "").trim());
  assert.equal(seen, "I cheated. It was just a mistake.");
});
