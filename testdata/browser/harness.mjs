// What every test of the page stands on: one browser, one server with a database of its own, and pages that refuse what
// must never happen: a request to anywhere else, an error in the script, something the page's own policy forbids.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after } from "node:test";

import { chromium } from "playwright-core";

export const patience = 30_000; // ms until a condition that does not come true is a failure
export const wide = { width: 1280, height: 900 };
export const phrase = "It was just a mistake";
export const wording = "It wasn't a mistake. I chose it."; // the rule's first
export const narrow = { width: 390, height: 844 };

export const folder = fs.mkdtempSync(path.join(os.tmpdir(), "coach-browser-"));
const servers = new Set();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--force-color-profile=srgb", "--font-render-hinting=none"],
});

after(async () => {
  await browser.close();
  await Promise.all([...servers].map((s) => s.stop()));
  fs.rmSync(folder, { recursive: true });
});

// serve starts a coach, at an address that was free or was its own before, or another server that says where it listens.
export async function serve({ address = "127.0.0.1:0", args = ["--db", path.join(folder, "coach.db")], binary } = {}) {
  const command = binary ? [binary] : [process.env.COACH_BINARY, "serve", "--addr", address, ...args];
  const process_ = spawn(command[0], command.slice(1), { stdio: ["ignore", "pipe", "inherit"] });
  const gone = new Promise((resolve) => process_.once("exit", resolve));
  const server = {
    async stop() {
      servers.delete(server);
      process_.kill("SIGTERM");
      await gone;
    },
  };
  servers.add(server);
  server.url = await new Promise((resolve, reject) => {
    let said = "";
    process_.stdout.on("data", (part) => {
      said += part;
      const listens = said.match(/coach listens on (http\S+)/);
      if (listens) resolve(listens[1]);
    });
    gone.then(() => reject(new Error(`coach stopped before it listened: ${said}`)));
  });
  server.address = server.url.replace("http://", "");
  return server;
}

let shared;
export const server = async () => (shared ??= await serve());

// open gives a page in a browser of its own: nobody's cookies, nobody's history. `close` tells what went wrong on it.
export async function open(t, { url, size = wide, script = true, dark = false, path: at = "/", refused = () => false } = {}) {
  url ??= (await server()).url;
  const context = await browser.newContext({
    viewport: size, javaScriptEnabled: script, colorScheme: dark ? "dark" : "light", reducedMotion: "reduce", locale: "en-GB",
  });
  context.setDefaultTimeout(patience);
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: url });
  const wrong = [];
  context.on("request", (r) => {
    if (!r.url().startsWith(`${url}/`)) wrong.push(`a request to ${r.url()}`);
  });
  context.on("weberror", (e) => wrong.push(`an error in the script: ${e.error()}`));
  context.on("console", (m) => {
    if (m.type() === "error" && !refused(m.text())) wrong.push(`the browser says: ${m.text()}`);
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(wrong, []);
  });
  const page = await context.newPage();
  await page.goto(url + at);
  return page;
}

/* what people do */

// write puts a draft in the textarea and waits for its reading.
export async function write(page, draft) {
  await read(page, () => page.locator("#draft").fill(draft));
}

// read does something that has the draft read, and waits until the answer is in its place. Of several readings the last
// one counts: answers to earlier ones are dropped by the page.
export async function read(page, act) {
  const draft = page.locator("#draft");
  let last = null;
  const seen = (r) => { if (r.url().endsWith("/read")) last = r; };
  page.on("request", seen);
  try {
    await act();
    const now = await draft.inputValue();
    await until("the draft is read", async () => {
      if (last === null || last.postDataJSON().draft.slice(0, 20_000) !== now.slice(0, 20_000)) return false;
      const mine = last;
      const answer = await mine.response();
      return mine === last && (answer === null || (await answer.finished()) === null);
    });
    await until("the answer is in its place", () => page.evaluate(() => !["reading", "empty"].includes(document.documentElement.dataset.state) || document.getElementById("draft").value === ""));
  } finally {
    page.off("request", seen);
  }
}

export const state = (page) => page.locator("html").getAttribute("data-state");

// inState waits for a state of the page (data-state).
export const inState = (page, wanted) => page.locator(`html[data-state="${wanted}"]`).waitFor({ state: "attached" });

export const notes = (page) => page.locator("details.note");

// copied presses Copy and gives what is in the clipboard.
export async function copied(page) {
  await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
  await page.locator("[data-do=copy]").click();
  let text;
  await until("something is copied", async () => {
    text = await page.evaluate(() => navigator.clipboard.readText());
    return text !== "nothing yet";
  });
  return text;
}

// paste puts a text into the draft as Ctrl+V does.
export async function paste(page, text) {
  await page.evaluate((t) => navigator.clipboard.writeText(t), text);
  await page.locator("#draft").focus();
  await read(page, () => page.keyboard.press("Control+V"));
}

// until asks again and again until something is true.
export async function until(what, is) {
  const end = Date.now() + patience;
  for (;;) {
    if (await is()) return;
    if (Date.now() > end) throw new Error(`not within ${patience / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

// focused names what has the focus: its id, what it does, or the words on it.
export const focused = (page) =>
  page.evaluate(() => {
    const e = document.activeElement;
    if (e === document.body) return "nothing";
    return e.id || e.dataset.do || e.closest("summary")?.querySelector(".cat")?.textContent || e.dataset.phrase || e.value || e.textContent.trim();
  });
