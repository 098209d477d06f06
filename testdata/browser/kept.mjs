// What people choose to keep: history with its chart, saved drafts, feedback; each browser its own.

import assert from "node:assert/strict";
import test from "node:test";

import { notes, open, read, serve, until, write } from "./harness.mjs";

const versions = (page) => page.locator('[aria-label="Versions"] li');
const drafts = (page) => page.locator('[aria-label="Saved drafts"] li');

test("history: on, the chart, one version deleted, all deleted, off", async (t) => {
  const page = await open(t);
  await page.clock.install();
  await page.reload();
  assert.match(await page.locator("#history").innerText(), /Anyone who uses this computer could open what you keep\./);
  assert.equal(await page.locator("#chart").count(), 0);
  await page.getByRole("button", { name: "Keep a history" }).click();
  await page.getByRole("button", { name: "Stop keeping a history" }).waitFor();
  await write(page, "I cheated. It was just a mistake. You made me do it.");
  assert.equal(await versions(page).count(), 0);
  await page.clock.runFor(10_000); // without a change
  await versions(page).first().waitFor();
  assert.match(await versions(page).innerText(), /2 phrases to look at/);
  await write(page, "I cheated. It was just a mistake.");
  await page.clock.runFor(10_000);
  await until("a second version", async () => (await versions(page).count()) === 2);
  assert.match(await page.locator("#chart desc").textContent(), /in the last 2 versions, oldest first: 2, 1\./);
  assert.deepEqual(await page.locator("#chart text.n").allTextContents(), ["2", "1"]);
  assert.equal(await page.locator("#chart circle.pt").count(), 3);
  assert.doesNotMatch(await page.locator("#history").innerText(), /mistake|cheated/);

  await versions(page).first().getByRole("button", { name: /^Delete the version of/ }).click();
  await until("one version", async () => (await versions(page).count()) === 1);
  assert.equal(await page.locator("#draft").inputValue(), "I cheated. It was just a mistake.");
  await page.reload();
  assert.equal(await versions(page).count(), 1);
  await page.getByRole("button", { name: "Delete the whole history" }).click();
  await until("no version", async () => (await versions(page).count()) === 0);
  await page.getByRole("button", { name: "Stop keeping a history" }).click();
  await page.getByRole("button", { name: "Keep a history" }).waitFor();
});

test("a danger is not counted", async (t) => {
  const page = await open(t);
  await page.clock.install();
  await page.reload();
  await page.getByRole("button", { name: "Keep a history" }).click();
  await page.getByRole("button", { name: "Stop keeping a history" }).waitFor();
  await page.locator("#draft").fill("If your brother hears about this I've still got the pics.");
  await page.clock.runFor(1000);
  await page.locator("#care").waitFor();
  const settled = page.waitForResponse((r) => r.url().endsWith("/read") && r.request().postDataJSON().settled);
  await page.clock.runFor(15_000);
  await settled;
  await page.reload();
  assert.equal(await versions(page).count(), 0);
});

test("a saved draft comes back word by word, and is deleted", async (t) => {
  const page = await open(t);
  const draft = "Zoe\u0308 😀,\n\nI cheated. It was just a mistake. שלום";
  await page.getByRole("radio", { name: "hurt them" }).check({ force: true });
  await write(page, draft);
  await page.getByRole("button", { name: "Keep this draft" }).click();
  await until("it is kept", async () => (await drafts(page).count()) === 1);
  assert.equal(await page.locator("#kept-said").innerText(), "Kept.");
  await page.goto(page.url());
  assert.equal(await page.locator("#draft").inputValue(), "");
  await read(page, async () => {
    await page.getByRole("link", { name: /^Open the draft of/ }).click();
    await until("the draft is there", async () => (await page.locator("#draft").inputValue()) === draft);
  });
  assert.equal(await page.locator("[name=role]:checked").inputValue(), "betrayer");
  assert.equal(await notes(page).count(), 1);
  await page.getByRole("button", { name: /^Delete the draft of/ }).click();
  await until("it is deleted", async () => (await drafts(page).count()) === 0);
});

test("this note is wrong", async (t) => {
  const page = await open(t);
  await write(page, "I cheated. It was just a mistake.");
  await page.locator(".note > summary").click();
  await page.locator(".more > summary").click();
  await page.getByText("This note is wrong").click();
  await page.getByRole("button", { name: "Keep this for those who write the rules" }).click();
  await until("it is kept", async () => (await page.locator(".wrong-said").innerText()) === "Kept. Thank you.");
  await page.reload();
  assert.equal(await page.locator('[aria-label="What you said about notes"] li').count(), 1);
  await page.getByRole("button", { name: "Delete everything this browser keeps" }).click();
  await until("nothing is kept", async () => (await page.locator(".kept").count()) === 0);
});

test("two browsers do not see what the other keeps", async (t) => {
  const one = await open(t);
  const other = await open(t);
  for (const [page, draft] of [[one, "I cheated. It was just a mistake."], [other, "You made me do it."]]) {
    await write(page, draft);
    await page.getByRole("button", { name: "Keep this draft" }).click();
    await until("it is kept", async () => (await drafts(page).count()) === 1);
    await page.reload();
    assert.equal(await drafts(page).count(), 1);
  }
  const hrefs = await Promise.all([one, other].map((p) => p.getByRole("link", { name: /^Open the draft of/ }).getAttribute("href")));
  assert.notEqual(hrefs[0], hrefs[1]);
  const answer = await other.context().request.get(new URL(hrefs[0], other.url()).href);
  assert.equal(answer.status(), 404);
  assert.doesNotMatch(await answer.text(), /just a mistake/);
  await other.getByRole("button", { name: "Delete everything this browser keeps" }).click();
  await until("nothing is kept", async () => (await drafts(other).count()) === 0);
  await one.reload();
  assert.equal(await drafts(one).count(), 1);
});

test("without --db nothing is offered, and it is said", async (t) => {
  const server = await serve({ args: [] });
  const page = await open(t, { url: server.url });
  assert.match(await page.locator("#history").innerText(), /Both are off: coach was started without a file to keep them in/);
  assert.equal(await page.getByRole("button", { name: /Keep/ }).count(), 0);
  assert.deepEqual(await page.context().cookies(), []);
});
