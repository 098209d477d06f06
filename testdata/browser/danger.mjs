// Danger on the page: the card comes first, and nothing on the page helps with the wording, also when the line is gone.

import assert from "node:assert/strict";
import test from "node:test";

import { focused, inState, narrow, notes, open, read, server, until, write } from "./harness.mjs";

const gone = "The line is gone. coach still offers no wording for this message.";

// offersNothing tells that the page helps neither to word the message nor to send it, and says nothing comforting.
async function offersNothing(page, when) {
  for (const what of ["[data-do=use]", "[data-do=copy]", "#ticks", "#does", "#ways", "#mirror a", ".btn.main[data-do=copy]"]) {
    assert.equal(await page.locator(what).count(), 0, `${when}: ${what}`);
  }
  assert.doesNotMatch(await page.locator("body").innerText(), /nothing to point at|everyday|owns it/, when);
}

// cardFirst tells that the card is on the page before everything about the message.
async function cardFirst(page) {
  assert.ok(await page.evaluate(() => {
    const card = document.getElementById("care").getBoundingClientRect();
    return card.height > 0 && ["who", "msg", "notes-col"].every((id) => card.bottom <= document.getElementById(id).getBoundingClientRect().top);
  }), "the card is not first");
}

test("a threat: card, latch, clear", async (t) => {
  const page = await open(t);
  await write(page, "I cheated. It was just a mistake.");
  assert.equal(await notes(page).count(), 1);
  const threat = "If your brother hears about this I've still got the pics.";
  await write(page, `I cheated. It was just a mistake. ${threat}`);
  await inState(page, "danger");
  await cardFirst(page);
  await offersNothing(page, "while it stands");
  assert.equal(await page.locator("#care h2").innerText(), "Before you send this");
  await until("it is said", async () => (await page.locator("#live").innerText()) === "Before you send this: please read the first card on this page.");
  assert.equal(await page.locator(".rest summary").innerText(), "One other note. It can wait.");
  assert.deepEqual(await page.locator("#mirror .danger").allTextContents(), [threat.slice(0, -1)]);
  await page.getByRole("button", { name: "Show me the line" }).click();
  assert.equal(await page.evaluate(() => getSelection().toString()), threat.slice(0, -1));

  await write(page, "I cheated. It was just a mistake.");
  await inState(page, "gone");
  assert.equal(await page.locator("#care").innerText(), gone);
  await offersNothing(page, "after the line is gone");
  await write(page, "");
  await offersNothing(page, "after all is deleted");
  await write(page, "Dinner is in the oven.");
  await inState(page, "gone");
  await offersNothing(page, "with another message in the same place");

  await page.locator("[data-do=clear]").click();
  await inState(page, "empty");
  await write(page, "I cheated. It was just a mistake.");
  await page.locator(".note > summary").click();
  assert.equal(await page.locator("[data-do=use]").count(), 2);
});

test("a change undone or a wording used before does not open the latch", async (t) => {
  const page = await open(t);
  await write(page, "I cheated. It was just a mistake.");
  await page.locator(".note > summary").click();
  await read(page, () => page.locator("[data-do=use]").first().click());
  await page.locator("#draft").press("End");
  await read(page, () => page.keyboard.insertText(" If your brother hears about this I've still got the pics."));
  await inState(page, "danger");
  await read(page, () => page.keyboard.press("Control+Z"));
  await inState(page, "gone");
  await offersNothing(page, "after undo");
  await read(page, () => page.keyboard.press("Control+Z"));
  await offersNothing(page, "after a second undo");
});

test("self-harm: its own words in their order, and no latch once the line is gone", async (t) => {
  const page = await open(t);
  await write(page, "I cheated. It was just a mistake. If you leave me I'm going to kill myself.");
  await inState(page, "danger");
  await cardFirst(page);
  await offersNothing(page, "while it stands");
  const list = await page.locator("#care .first > li").allInnerTexts();
  assert.match(list[0], /^Ring your local emergency number now/);
  assert.match(list[1], /^Get away from what you could use/);
  assert.match(list[2], /^Tell somebody who can come now/);
  assert.doesNotMatch(await page.locator("#care").innerText(), /manipulat|threat/i);
  await page.getByRole("button", { name: "Copy these words" }).click();
  await until("the words are copied", () => page.evaluate(async () => (await navigator.clipboard.readText()) === "I’m not safe on my own tonight. Can you come or ring me?"));

  await page.getByRole("button", { name: "Put this message away" }).click();
  assert.equal(await page.locator("#draft").isVisible(), false);
  assert.equal(await page.locator("#care").isVisible(), false);
  await page.getByRole("button", { name: "Show it again" }).click();
  assert.equal(await focused(page), "draft");
  assert.equal(await page.locator("#care").isVisible(), true);

  await page.getByRole("button", { name: "That is not what I meant" }).click();
  await inState(page, "notes");
  await until("the focus is on the card", async () => (await focused(page)) === "care");
  assert.equal(await notes(page).count(), 1);
  assert.equal(await page.locator("[data-do=use], [data-do=copy]").count(), 0);
  await write(page, "I cheated. It was just a mistake.");
  await inState(page, "notes");
  assert.equal(await page.locator("[data-do=use]").count(), 2);
});

/* the three drafts of which the safety rules tell, on a phone and through every door */

const byProgram = async (path, body) => {
  const response = await fetch((await server()).url + path, { method: "POST", body });
  assert.equal(response.status, 200);
  return response.json();
};

// replacements is how many wordings programs and editors get for a draft.
async function replacements(draft) {
  const lint = await byProgram("/api/lint", new Blob([JSON.stringify({ text: draft })], { type: "application/json" }));
  let n = lint.findings.reduce((sum, f) => sum + f.suggestions.length, 0) + lint.elements.length;
  for (const mode of ["all", "allButTextLevelOnly", "textLevelOnly"]) {
    const { matches } = await byProgram("/v2/check", new URLSearchParams({ text: draft, language: "en-US", mode }));
    n += matches.reduce((sum, m) => sum + m.replacements.length, 0);
  }
  return n;
}

test("draft A: images, stalking and a block, and every deletion", async (t) => {
  const page = await open(t, { size: narrow });
  const block = "Bri, you blocked me so I'm on my cousin's phone. ";
  const middle = "I cheated and it was my choice. I broke your trust and I see a counsellor Mondays at 6. Take all the time you need.";
  const waited = " I waited by your work Tuesday, you looked tired.";
  const pics = " If your brother hears about this I've still got the pics.";
  const draft = block + middle + waited + pics;
  await write(page, draft);
  await inState(page, "danger");
  await cardFirst(page);
  await offersNothing(page, "whole");
  assert.deepEqual((await page.locator("#care .lines .q").allInnerTexts()).sort(), [
    "“Bri, you blocked me so I'm on my cousin's phone”", "“I waited by your work Tuesday, you looked tired”", "“If your brother hears about this I've still got the pics”",
  ]);
  assert.equal(await page.locator("#care .first").count(), 0); // the words for self-harm
  for (const [cut, wanted] of [[pics, "danger"], [waited, "danger"], [block, "gone"]]) {
    assert.equal(await replacements(await page.locator("#draft").inputValue()), 0);
    const at = (await page.locator("#draft").inputValue()).indexOf(cut);
    await page.locator("#draft").evaluate((e, [from, to]) => { e.focus(); e.setSelectionRange(from, to); }, [at, at + cut.length]);
    await read(page, () => page.keyboard.press("Delete"));
    await inState(page, wanted);
    await offersNothing(page, `without “${cut.trim()}”`);
  }
  assert.equal(await page.locator("#draft").inputValue(), middle);
  assert.equal(await page.locator("#care").innerText(), gone);
});

const bBegin = "im sorry i went to my sisters without asking. i only lied about where i was because i was scared of ";
const bEnd = ". i know i made you angry. you can have my phone and my card back, please dont be mad when you get in";

test("draft B: afraid of them", async (t) => {
  const page = await open(t, { size: narrow });
  const draft = `${bBegin}your temper and what youd do${bEnd}`;
  await page.getByRole("radio", { name: "hurt them" }).check({ force: true });
  await write(page, draft);
  await inState(page, "danger");
  await cardFirst(page);
  await offersNothing(page, "whole");
  assert.equal(await page.locator("#care h2").innerText(), "If you are afraid of them");
  const card = await page.locator("#care").innerText();
  assert.match(card, /If you are afraid of them, these notes aren't for you\. You don't owe this message\./);
  assert.match(card, /If they can look at this device: “Leave quickly”, or Shift three times/);
  assert.equal(await page.locator(".rest li", { hasText: "temper" }).count(), 0);
  assert.equal(await page.getByRole("link", { name: "Leave quickly" }).isVisible(), true);
  assert.equal(await replacements(draft), 0);

  await write(page, `${bBegin}how you'd react${bEnd}`);
  await inState(page, "notes");
  assert.equal(await page.locator("#care").count(), 0);
  assert.deepEqual(await page.locator(".note .cat").allTextContents(), ["Could sound like blame"]);
  assert.deepEqual(await page.locator(".note .said").allTextContents(), ["“because i was scared of how you'd react”"]);
});

test("draft C: a check-in with the notes open, and a question; lower case is kept", async (t) => {
  const page = await open(t, { size: narrow });
  await write(page, "harry i know u said u need space. i slept with tom on the trip and ive no excuse. it only happened cos we were always fighting. " +
    "ill never do it again. landlord needs a yes or no on the flat by fri so can u tell me if we're ok. cant go on like this");
  await page.locator("#care.soft", { hasText: "cant go on like this" }).waitFor();
  assert.equal(await page.locator("[data-do=copy].main").count(), 0);
  assert.match(await page.locator("#asked").innerText(), /You wrote “u said u need space”\. Did they ask you not to write\?/);
  const wordings = (phrase) => page.locator(".note", { hasText: phrase }).locator("[data-text]").evaluateAll((list) => list.map((e) => e.dataset.text));
  const fighting = await wordings("cos we were always fighting");
  assert.equal(fighting[0], ""); // leaving it out
  for (const w of fighting) assert.doesNotMatch(w, /^[A-Z]|my choice/);
  const [friday] = await wordings("landlord needs a yes or no");
  assert.match(friday, /^the flat needs a yes or no by fri\. if i dont hear, i'll \[.*\]\. that isnt you answering about us\.$/);
  assert.equal(await page.locator(".note", { hasText: "ive no excuse" }).count(), 0);

  await page.getByRole("button", { name: "Read with notes" }).click();
  await page.locator("#reader a[data-phrase]").first().click();
  assert.equal(await page.locator(".note[open]").count(), 1);
  await read(page, () => page.locator("#asked").getByRole("button", { name: "Yes" }).click());
  assert.equal(await page.locator("[data-do=use], [data-do=copy], [data-do=print], #ticks").count(), 0);
  assert.ok((await notes(page).count()) > 0);
});

/* leaving */

test("Shift three times, and the button, leave at once and nothing comes back", async (t) => {
  for (const leave of [
    async (page) => { for (let i = 0; i < 3; i++) await page.keyboard.press("Shift"); },
    (page) => page.getByRole("link", { name: "Leave quickly" }).click(),
  ]) {
    const page = await open(t);
    await write(page, "I cheated. It was just a mistake.");
    await leave(page);
    await page.waitForURL("about:blank");
  }
});
