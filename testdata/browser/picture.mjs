// The picture of the page in the README, on the README's draft:
//
//	make picture

import fs from "node:fs";
import test from "node:test";

import { focused, inState, open, serve, until, write } from "./harness.mjs";

const draft = fs.readFileSync(new URL("../messages/first-draft.txt", import.meta.url), "utf8").trimEnd();

test("the picture of the page", async (t) => {
  const server = await serve({ args: [] });
  const page = await open(t, { url: server.url });
  await page.getByRole("radio", { name: "hurt them" }).check({ force: true });
  await write(page, draft);
  await inState(page, "notes");
  await page.locator(".note > summary").first().click();
  await until("the note is open", async () => (await page.locator(".note[open]").count()) === 1 && (await focused(page)) !== "draft");
  const bottom = await page.evaluate(() => Math.ceil(Math.max(...[".acts", "#notes"].map((part) => document.querySelector(part).getBoundingClientRect().bottom)) + 24));
  await page.screenshot({ path: process.env.PICTURE, clip: { x: 0, y: 0, width: 1280, height: bottom }, animations: "disabled", fullPage: true });
});
