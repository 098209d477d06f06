// What can go wrong while somebody writes.

import assert from "node:assert/strict";
import test from "node:test";

import { copied, inState, notes, open, read, serve, until, write } from "./harness.mjs";

const refused = (text) => text.includes("ERR_CONNECTION_REFUSED") || text.includes("status of 503");

test("the server goes and comes back: the words stay, and are read again", async (t) => {
  let server = await serve({ args: [] });
  const page = await open(t, { url: server.url, refused });
  await write(page, "I cheated. It was just a mistake.");
  await server.stop();
  await page.locator("#draft").press("End");
  await page.keyboard.type(" You made me do it.");
  await inState(page, "error");
  const words = "I cheated. It was just a mistake. You made me do it.";
  assert.equal(await page.locator("#draft").inputValue(), words);
  assert.match(await page.locator("#error").innerText(), /coach stopped before it finished reading\. Your message is untouched/);
  await until("it is said", async () => (await page.locator("#live").innerText()) === "coach stopped before it finished reading. Your message is untouched.");
  assert.equal(await notes(page).count(), 0);
  assert.equal(await page.locator("#mirror a").count(), 0);
  assert.equal(await copied(page), words);

  await page.getByRole("button", { name: "Try again" }).click();
  await inState(page, "error");
  server = await serve({ address: server.address, args: [] });
  await read(page, () => page.getByRole("button", { name: "Try again" }).click());
  await inState(page, "notes");
  assert.equal(await page.locator("#error").isVisible(), false);
  assert.equal(await notes(page).count(), 2);
  assert.equal(await page.locator("#draft").inputValue(), words);
});

test("a danger stands while the server is gone, and no Copy appears", async (t) => {
  const server = await serve({ args: [] });
  const page = await open(t, { url: server.url, refused });
  await write(page, "I cheated. If your brother hears about this I've still got the pics.");
  await inState(page, "danger");
  await server.stop();
  await page.locator("#draft").fill("I cheated.");
  await inState(page, "error");
  assert.equal(await page.locator("[data-do=copy], [data-do=use]").count(), 0);
  assert.equal(await page.locator("#care").isVisible(), true);
});

test("a busy server is asked again by itself", async (t) => {
  const page = await open(t, { refused });
  let turns = 0;
  await page.route("**/read", (route) => (turns++ === 0 ? route.fulfill({ status: 503, headers: { "Retry-After": "1" } }) : route.continue()));
  await page.locator("#draft").fill("I cheated. It was just a mistake.");
  await inState(page, "notes");
  assert.equal(turns, 2);
  assert.equal(await page.locator("#error").isVisible(), false);
});
