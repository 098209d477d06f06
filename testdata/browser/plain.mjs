// The page without its script: a form that comes back with notes.

import assert from "node:assert/strict";
import test from "node:test";

import { narrow, open, phrase, server, wide, wording } from "./harness.mjs";

const draft = "Zoe\u0308 😀,\n\nI cheated. It was just a mistake. I told your sister.\nשלום";

async function post(page, text) {
  await page.locator("#draft").fill(text);
  await press(page, page.getByRole("button", { name: /Read it (with me|again)/ }));
}

async function press(page, button) {
  const answer = page.waitForResponse((r) => r.request().isNavigationRequest() && r.status() !== 303);
  await button.click();
  assert.equal((await answer).status(), 200);
  await page.waitForLoadState();
}

const draftOf = (page) => page.locator("#draft").inputValue();

for (const [name, size] of Object.entries({ "1280 px": wide, "390 px": narrow })) {
  test(`without JavaScript at ${name}: post, notes under their sentences, Use this, Leave it`, async (t) => {
    const page = await open(t, { script: false, size });
    assert.equal(await page.locator(".js:visible").count(), 0);
    await post(page, draft);
    assert.equal(await draftOf(page), draft);
    const note = page.locator(".reader details.note");
    assert.equal(await note.count(), 1);
    assert.equal(await note.evaluate((e) => e.open), false);
    await note.locator("> summary").click();
    assert.equal(await page.locator(".said").innerText(), "“It was just a mistake”");
    await note.getByText("Why?").click();
    await press(page, page.getByRole("button", { name: `Use this: ${wording}` }));
    assert.equal(await draftOf(page), draft.replace(`${phrase}.`, wording));
    await post(page, draft);
    await page.locator(".reader details.note > summary").click();
    await press(page, page.getByRole("button", { name: "Leave it: It was just a mistake" }));
    assert.equal(await page.locator("details.note").count(), 0);
    assert.equal(await draftOf(page), draft);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than the window");
  });
}

test("without JavaScript: Enter in the form reads, and does not use a wording", async (t) => {
  const page = await open(t, { script: false });
  await post(page, draft);
  await page.getByRole("radio", { name: "hurt them" }).focus();
  await press(page, { click: () => page.keyboard.press("Enter") });
  assert.equal(await draftOf(page), draft);
});

test("without JavaScript: a danger latches through the form, and Clear opens it", async (t) => {
  const page = await open(t, { script: false });
  await post(page, "I cheated. If your brother hears about this I've still got the pics.");
  assert.equal(await page.locator("#care h2").innerText(), "Before you send this");
  assert.ok(await page.evaluate(() => document.getElementById("care").getBoundingClientRect().bottom <= document.getElementById("who").getBoundingClientRect().top));
  for (const next of ["I cheated. It was just a mistake.", "Dinner is in the oven."]) {
    await post(page, next);
    assert.equal(await page.locator("input[name=latched]").count(), 1);
    assert.match(await page.locator("#care").innerText(), /The line is gone\. coach still offers no wording/);
    assert.equal(await page.locator("[name=use], #ticks, [data-do=copy]").count(), 0);
  }
  await press(page, page.getByRole("link", { name: "Clear" }));
  await post(page, "I cheated. It was just a mistake.");
  assert.equal(await page.locator("[name=use]").count(), 2);
});

test("without JavaScript: history and a saved draft", async (t) => {
  const page = await open(t, { script: false });
  await press(page, page.getByRole("button", { name: "Keep a history" }));
  await post(page, draft);
  await press(page, page.getByRole("button", { name: "Keep this draft" }));
  assert.match(await page.locator("[aria-label=Versions] li").innerText(), /1 phrase to look at/);
  await press(page, page.getByRole("link", { name: /^Open the draft/ }));
  assert.equal(await draftOf(page), draft);
  await page.goto((await server()).url);
  await press(page, page.getByRole("button", { name: "Delete everything this browser keeps" }));
  assert.equal(await page.locator(".kept").count(), 0);
});
