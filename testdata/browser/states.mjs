// Every state of the page, and of the pages beside it, in the light and in the dark: axe-core finds nothing to say
// against any. What rules do not say yet comes from an invented server.

import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import test from "node:test";

import { folder, inState, narrow, notes, open, read, serve, server, until, write } from "./harness.mjs";

const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// accessible asks axe-core, in both colour schemes.
async function accessible(page) {
  await page.evaluate(axe);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(async () => {
      const found = await window.axe.run(document, { resultTypes: ["violations"] });
      return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.html.slice(0, 160)} ${n.any.map((c) => c.message).join("; ").slice(0, 300)}`).join("\n")}`);
    });
    assert.deepEqual(violations, [], colorScheme);
  }
}

const draft = "Jo,\n\nI cheated. It was just a mistake. Answer me. It's all in the past. You made me do it.";
const threat = "I cheated. If your brother hears about this I've still got the pics. It was just a mistake.";

const states = {
  "empty": {},
  "notes, one open with its reason": {
    async to(page) {
      await write(page, draft);
      await page.locator(".note > summary").first().click();
      await page.locator(".note[open] .more > summary").click();
      await page.getByText("This note is wrong").first().click();
    },
  },
  "changed, taken out, left": {
    async to(page) {
      await write(page, draft);
      await page.locator(".note > summary").first().click();
      await read(page, () => page.getByRole("button", { name: "Use this: I [what I did, in plain words]." }).click());
      await page.locator(".note > summary").first().click();
      await read(page, () => page.getByRole("button", { name: /^Take out/ }).click());
      await page.locator(".note > summary").first().click();
      await read(page, () => page.locator(".note[open] [data-do=leave]").click());
      assert.equal(await page.locator(".note.done").count(), 3);
    },
  },
  "reading": {
    async to(page) {
      await write(page, draft);
      await page.route("**/read", () => {});
      await page.locator("#draft").press("End");
      await page.keyboard.type(" More.");
      await inState(page, "reading");
    },
  },
  "clean": { async to(page) { await write(page, "I cheated. It was my choice."); await inState(page, "clean"); } },
  "everyday": { to: (page) => write(page, "Can you pick up milk? It was just a mistake that I bought the wrong one for the cat.") },
  "hurt": {
    async to(page) {
      await write(page, draft);
      await read(page, () => page.getByRole("radio", { name: "was hurt" }).check({ force: true }));
    },
  },
  "tangled": {
    async to(page) {
      await write(page, draft);
      await read(page, () => page.getByRole("radio", { name: "it’s tangled" }).check({ force: true }));
    },
  },
  "no contact": {
    async to(page) {
      await write(page, draft);
      await read(page, () => page.locator("#no-contact").check());
      assert.equal(await page.locator("[data-do=use], [data-do=copy], [data-do=print]").count(), 0);
    },
  },
  "too long": { async to(page) { await write(page, `${draft} ${"We went to the market. ".repeat(1000)}`); await page.locator("#too-long").waitFor(); } },
  "danger": { async to(page) { await write(page, threat); await page.locator(".rest summary").click(); } },
  "danger, its line gone": { async to(page) { await write(page, threat); await write(page, draft); await inState(page, "gone"); } },
  "danger, not meant": {
    async to(page) {
      await write(page, threat);
      await read(page, () => page.locator("[data-do=not-meant]").click());
      await inState(page, "notes");
    },
  },
  "self-harm": { to: (page) => write(page, "I cheated. If you leave me I'm going to kill myself.") },
  "afraid": { to: (page) => write(page, "i only lied because i was scared of your temper and what youd do.") },
  "put away": { async to(page) { await write(page, threat); await page.locator("[data-do=put-away]").click(); } },
  "error": {
    refused: (text) => text.includes("500"),
    async to(page) {
      await write(page, draft);
      await page.route("**/read", (route) => route.fulfill({ status: 500 }));
      await page.locator("#draft").fill(`${draft} More.`);
      await inState(page, "error");
    },
  },
  "on a phone, written": { size: narrow, to: (page) => write(page, draft) },
  "on a phone, read with an open note": {
    size: narrow,
    async to(page) {
      await write(page, draft);
      await page.getByRole("button", { name: "Read with notes" }).click();
      await page.getByRole("button", { name: "Next", exact: true }).click();
    },
  },
  "on a phone, danger": { size: narrow, to: (page) => write(page, threat) },
  "at 320 px": { size: { width: 320, height: 640 }, to: (page) => write(page, draft) },
  "history, saved drafts, feedback": {
    async to(page) {
      await page.clock.install();
      await page.reload();
      await page.getByRole("button", { name: "Keep a history" }).click();
      await page.getByRole("button", { name: "Stop keeping a history" }).waitFor();
      await write(page, draft);
      await page.clock.runFor(10_000);
      await page.locator("#chart").waitFor();
      await page.getByRole("button", { name: "Keep this draft" }).click();
      await page.locator('[aria-label="Saved drafts"]').waitFor();
      await page.locator(".note > summary").first().click();
      await page.locator(".note[open] .more > summary").click();
      await page.getByText("This note is wrong").first().click();
      await page.getByRole("button", { name: "Keep this for those who write the rules" }).first().click();
      await until("it is kept", async () => (await page.locator(".note[open] .wrong-said").innerText()) === "Kept. Thank you.");
      await page.reload();
    },
  },
  "the rules": { path: "/rules" },
  "one rule": { path: "/rules/minimizing/just-a-kiss" },
  "a page that is not there": { path: "/nowhere", refused: (text) => text.includes("404") },
};

for (const [name, { to, path: at, size, refused }] of Object.entries(states)) {
  test(`axe finds nothing: ${name}`, async (t) => {
    const page = await open(t, { path: at, size, refused });
    await to?.(page);
    await accessible(page);
  });
}

// Without the script axe cannot run; here the page's script is refused, and the browser does the rest as without it.
test("axe finds nothing: the form that came back, without the page's script", async (t) => {
  for (const [text, size] of [[draft, undefined], [threat, narrow]]) {
    const page = await open(t, { path: "/rules", size, refused: (text) => text.includes("ERR_FAILED") });
    await page.route("**/coach.js", (route) => route.abort());
    await page.goto((await server()).url);
    await page.locator("#draft").fill(text);
    await page.getByRole("button", { name: "Read it with me" }).click();
    await page.getByRole("button", { name: "Read it again" }).waitFor();
    for (const note of await notes(page).all()) await note.locator("> summary").click();
    await accessible(page);
  }
});

test("axe finds nothing: signing in", async (t) => {
  const token = path.join(folder, "token");
  fs.writeFileSync(token, "a long and random word\n");
  const server = await serve({ args: ["--token-file", token] });
  const page = await open(t, { url: server.url, refused: (text) => text.includes("401") });
  await accessible(page);
  await page.locator("[type=password]").fill("a long and random word");
  await page.keyboard.press("Enter");
  await page.locator("#draft").waitFor();
});

let invented;
const inventedServer = async () => (invented ??= await serve({ binary: process.env.INVENTED_BINARY }));

test("elements in each state; the words for one are shown", async (t) => {
  const page = await open(t, { url: (await inventedServer()).url });
  await write(page, "I cheated. It was my choice. But you knew. I broke your trust. I see a counsellor. Sorry.");
  const states = await page.locator("#does li .st").allInnerTexts();
  assert.deepEqual(states, ["words for this are there", "begun, and other words take it back", "words for this are there", "words for this are there"]);
  assert.doesNotMatch(await page.locator("main").innerText(), /\d of \d|%/);
  await page.getByRole("button", { name: "“I see a counsellor”" }).click();
  assert.deepEqual(await page.locator("#mirror .shown").allTextContents(), ["I see a counsellor"]);
  await accessible(page);
  await write(page, "I cheated. It was my choice.");
  await page.getByText("It says what you did and owns it. The rest is only if it’s true.").waitFor();
  assert.deepEqual(await page.locator("#does .ask").allInnerTexts(), ["What has it cost them?", "What is new?"]);
  await accessible(page);
});

test("a category nobody knows is shown like any other", async (t) => {
  const page = await open(t, { url: (await inventedServer()).url });
  await write(page, "This is a brand new phrase.");
  await page.locator(".note > summary").click();
  await accessible(page);
  await read(page, () => page.getByRole("button", { name: "Use this: an old one" }).click());
  assert.equal(await page.locator("#draft").inputValue(), "This is an old one.");
});

test("did they ask you not to write?", async (t) => {
  for (const answer of ["No", "Yes"]) {
    const page = await open(t, { url: (await inventedServer()).url });
    await write(page, "I know you need space. This is a brand new phrase.");
    assert.match(await page.locator("#asked").innerText(), /You wrote “you need space”\. Did they ask you not to write\?/);
    assert.equal(await page.locator(".btn.main[data-do=copy]").count(), 0);
    await accessible(page);
    await read(page, () => page.locator("#asked").getByRole("button", { name: answer }).click());
    assert.equal(await page.locator("#asked").count(), 0);
    assert.equal(await page.locator("#no-contact").isChecked(), answer === "Yes");
    await page.locator(".note > summary").click();
    assert.equal(await page.locator("[data-do=use]").count(), answer === "Yes" ? 0 : 1);
    assert.equal(await page.locator("[data-do=copy]").count(), answer === "Yes" ? 0 : 1);
  }
});
