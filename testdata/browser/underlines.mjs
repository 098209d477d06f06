// Underlines sit on their words. The words stand in the textarea, the lines under the same words in the mirror; the
// rectangles of both are compared. A Range over the textarea's own text needs the DevTools protocol: it is in a shadow
// tree of the browser.

import assert from "node:assert/strict";
import test from "node:test";

import { narrow, open, paste, read, until, wide, write } from "./harness.mjs";

const draft = `Jo 😀,

I know you asked for time. I cheated on you with someone from work, and it was just a mistake, and I would like you to know that it only happened because you were never home last winter.

שלום. It was just a mistake, I swear. Cafe\u0301 with a\ttab and a very${"y".repeat(90)} long word. You made me do it.

${"We went to the market on Saturday and came home late.\n".repeat(30)}
How long are you going to punish me? You made me do it.`;

// A Ruler measures phrases: of each, the rectangles of its lines in the mirror and of the same characters in the
// textarea, one for each line of text.
async function ruler(page) {
  const cdp = await page.context().newCDPSession(page);
  const { root } = await cdp.send("DOM.getDocument", { depth: -1, pierce: true });
  const find = (n) => (n.nodeName === "TEXTAREA" ? n : (n.children ?? []).map(find).find(Boolean));
  const { object } = await cdp.send("DOM.resolveNode", { backendNodeId: find(root).shadowRoots[0].backendNodeId });
  return async () => {
    const { result, exceptionDetails } = await cdp.send("Runtime.callFunctionOn", {
      objectId: object.objectId, returnByValue: true, functionDeclaration: measure.toString(),
    });
    assert.equal(exceptionDetails, undefined);
    return result.value;
  };
}

// measure runs in the page; `this` is the textarea's shadow tree.
function measure() {
  // places are the text nodes of an element with the position at which each begins; a <br> is a character.
  const places = (e) => {
    const list = [];
    let at = 0;
    const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let n = walker.nextNode(); n; n = walker.nextNode()) {
      if (n.nodeName === "BR") at++;
      if (n.nodeType !== Node.TEXT_NODE) continue;
      list.push({ node: n, at });
      at += n.length;
    }
    return list;
  };
  // lines are the rectangles of a run of characters, one for each line of text.
  const lines = (list, start, end) => {
    const rows = new Map();
    for (const { node, at } of list) {
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, node.length);
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      for (const r of range.getClientRects()) {
        if (r.width === 0) continue;
        const row = rows.get(Math.round(r.top)) ?? { top: r.top, bottom: r.bottom, left: Infinity, right: -Infinity };
        rows.set(Math.round(r.top), { ...row, left: Math.min(row.left, r.left), right: Math.max(row.right, r.right) });
      }
    }
    return [...rows.values()];
  };
  const typed = places(this.lastElementChild);
  const mirror = document.getElementById("mirror");
  const mirrored = places(mirror);
  return [...mirror.querySelectorAll("a")].map((a) => {
    const start = mirrored.find(({ node }) => a.contains(node)).at;
    const end = start + a.textContent.length;
    return {
      phrase: a.textContent,
      typed: document.getElementById("draft").value.slice(start, end),
      line: lines(mirrored, start, end),
      word: lines(typed, start, end),
    };
  });
}

const sides = ["left", "right", "top", "bottom"];

function sit(measured, when) {
  for (const { phrase, typed, line, word } of measured) {
    assert.equal(typed, phrase, when);
    assert.ok(word.length > 0, `${when}: “${phrase}” is nowhere`);
    assert.equal(line.length, word.length, `${when}: “${phrase}” breaks elsewhere`);
    line.forEach((l, i) => {
      for (const side of sides) {
        const off = Math.abs(l[side] - word[i][side]);
        assert.ok(off <= 1, `${when}: “${phrase}”, line ${i + 1}: ${side} is ${off} px off`);
      }
    });
  }
}

for (const [name, size] of Object.entries({ "1280 px": wide, "390 px": narrow })) {
  test(`underlines sit on their words at ${name}: typing, scrolling, resizing, zooming`, async (t) => {
    const page = await open(t, { size });
    await paste(page, draft);
    const measured = await ruler(page);
    const before = await measured();
    assert.deepEqual(before.map((m) => m.phrase.toLowerCase()).filter((p) => p === "it was just a mistake").length, 2);
    assert.ok(before.length >= 5, "five phrases at least");
    assert.ok(before.some((m) => m.line.length > 1), "a phrase that breaks over two lines");
    sit(before, "pasted");

    for (const [what, at] of [["before all phrases", 3], ["between phrases", draft.indexOf("שלום")], ["at the end", draft.length]]) {
      await page.locator("#draft").evaluate((e, at) => { e.focus(); e.setSelectionRange(at, at); }, at);
      for (const key of ["w", "o", "r", "d", " ", "Enter", "😀"]) {
        if (key.length === 1 || key === "Enter") await page.keyboard.press(key);
        else await page.keyboard.insertText(key);
        const now = await measured(); // before any answer of the server
        assert.ok(now.length >= 5, `${now.length} phrases`);
        sit(now, `typing ${key} ${what}`);
      }
      await read(page, () => page.keyboard.type("."));
      sit(await measured(), `read again, typed ${what}`);
    }
    await read(page, () => page.keyboard.press("Control+Z"));
    sit(await measured(), "undone");

    for (const to of ["end", "start", "middle"]) {
      await page.evaluate((to) => scrollTo(0, { start: 0, middle: document.body.scrollHeight / 2, end: document.body.scrollHeight }[to]), to);
      sit(await measured(), `scrolled to the ${to}`);
    }
    assert.equal(await page.locator("#draft").evaluate((e) => e.scrollTop), 0);

    for (const width of [1121, 1000, 901, 900, 640, 390, 320, size.width]) {
      await page.setViewportSize({ width, height: size.height });
      sit(await measured(), `${width} px wide`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px: the page is wider than the window`);
    }
    const cdp = await page.context().newCDPSession(page);
    for (const zoom of [1.25, 2, 0.67]) {
      await cdp.send("Emulation.setDeviceMetricsOverride", {
        width: Math.round(size.width / zoom), height: Math.round(size.height / zoom), deviceScaleFactor: zoom, mobile: false,
      });
      sit(await measured(), `zoomed to ${zoom}`);
    }
    await cdp.send("Emulation.clearDeviceMetricsOverride");
    await page.evaluate(() => { document.documentElement.style.fontSize = "24px"; });
    sit(await measured(), "with larger type");
  });
}

test("notes stand level with their phrases, and the open one exactly", async (t) => {
  const page = await open(t);
  await write(page, draft);
  const gap = () => page.evaluate(() => {
    const note = document.querySelector("details.note[open]");
    const phrase = document.querySelector(`#mirror a[data-phrase="${CSS.escape(note.dataset.key)}"]`);
    return note.getBoundingClientRect().top - phrase.getClientRects()[0].top;
  });
  for (const summary of [page.locator(".note > summary").last(), page.locator(".note > summary").first()]) {
    await summary.click();
    await until("the open note is level with its phrase", async () => Math.abs((await gap()) + 8) <= 2);
  }
});
