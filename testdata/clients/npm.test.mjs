// LanguageTool clients from npm, as they are, against a server:
//
//	COACH=http://127.0.0.1:8484 node --test testdata/clients/npm.test.mjs
//
// They count in UTF-16 code units, as JavaScript strings do; every text here begins with characters of two units.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { promisify } from "node:util";

import { compose } from "annotatedtext";

const require = createRequire(import.meta.url);
const LanguageToolClient = require("language-grammar-api");
const gramma = require("gramma");

const server = process.env.COACH;
const text = "😀👩‍👩‍👧 I cheated. It was just a mistake.";
const phrase = "It was just a mistake.";
const wording = "It wasn't a mistake. I chose it.";

// underlined is the part of a text that a match covers.
const underlined = (text, m) => text.slice(m.offset, m.offset + m.length);

// replaced is the text after a client used a match's first replacement.
const replaced = (text, m) =>
  text.slice(0, m.offset) + m.replacements[0].value + text.slice(m.offset + m.length);

for (const base of [`${server}/v2`, server]) {
  test(`language-grammar-api, all in the query string, at ${base}`, async () => {
    const client = new LanguageToolClient({ endpoint: base });
    const languages = await client.languages();
    assert.ok(languages.some((l) => l.longCode === "en-US"));

    const { matches, language } = await client.check({ text, language: "en-US" });
    assert.equal(language.code, "en-US");
    assert.equal(matches.length, 1);
    const [m] = matches;
    assert.equal(underlined(text, m), phrase);
    assert.equal(underlined(m.context.text, m.context), phrase);
    assert.equal(replaced(text, m), text.replace(phrase, wording));
    assert.equal(m.rule.id, "MINIMIZING_JUST_A_MISTAKE");
    assert.equal(m.rule.issueType, "style");
    assert.equal(m.rule.urls[0].value, `${server}/rules/minimizing/just-a-mistake`);

    const off = await client.check({ text, language: "en-US", disabledRules: "MINIMIZING_JUST_A_MISTAKE" });
    assert.deepEqual(off.matches, []);
    assert.equal(
      await client.check({ text, language: "de-DE" }),
      "Error: 'de-DE' is not a language code known to coach. " +
        "Supported language codes are: en, en-AU, en-CA, en-GB, en-NZ, en-ZA, en-US",
    );
  });

  test(`gramma as a library at ${base}`, async () => {
    const options = { api_url: `${base}/check`, language: "en-GB" };
    const { matches } = await gramma.check(text, options);
    assert.deepEqual(matches.map((m) => m.word), [phrase]);
    const [{ offset, length, replacements }] = matches;
    const after = gramma.replaceAll(text, [{ offset, length, change: replacements[0].value }]);
    assert.equal(after, text.replace(phrase, wording));
    assert.deepEqual((await gramma.check(after, options)).matches, []);
  });

  test(`gramma on the command line at ${base}`, async (t) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "coach-gramma-"));
    t.after(() => fs.rmSync(folder, { recursive: true }));
    fs.writeFileSync(path.join(folder, ".gramma.json"), JSON.stringify({ api_url: `${base}/check`, language: "en-US", rules: {}, dictionary: [] }));
    fs.mkdirSync(path.join(folder, ".config", "gramma"), { recursive: true });
    fs.writeFileSync(path.join(folder, ".config", "gramma", ".update"), String(Date.now())); // or it asks GitHub for updates
    const run = async (name, content) => {
      fs.writeFileSync(path.join(folder, name), content);
      const args = [require.resolve("gramma").replace("index.js", "cli.js"), "check", "-p", "-n", name];
      const options = { cwd: folder, env: { ...process.env, HOME: folder } };
      return promisify(execFile)(process.execPath, args, options).then(
        ({ stdout }) => ({ code: 0, stdout }),
        ({ code, stdout }) => ({ code, stdout }),
      );
    };
    const found = await run("draft.txt", text);
    assert.equal(found.code, 1);
    assert.match(found.stdout, /Found 1 potential mistake\n/);
    assert.match(found.stdout, /Explanation: "Just a mistake" makes it small and makes it nobody's choice\./);
    assert.match(found.stdout, /Word: It was just a mistake\.\n/);
    assert.match(found.stdout, /1\) It wasn't a mistake\. I chose it\./);

    const markdown = await run("draft.md", `# Letter\n\n${text.replace("just", "**just**")}\n`);
    assert.equal(markdown.code, 1);
    assert.match(markdown.stdout, /Word: It was \*\*just\*\* a mistake\n/);
    assert.doesNotMatch(markdown.stdout, /Suggested fix/); // it would take the formatting away

    const clean = await run("clean.txt", "😀 Dinner is in the oven and the keys are on the hook.");
    assert.deepEqual([clean.code, /No mistakes found!/.test(clean.stdout)], [0, true]);
  });
}

test("annotatedtext's data, whose offsets count the markup", async () => {
  const document = `<p>😀 I <b>cheated</b>.</p>\n<p>${phrase}</p>`;
  const node = (part) => {
    const start = document.indexOf(part);
    return { type: "text", position: { start: { offset: start }, end: { offset: start + part.length } } };
  };
  const tree = { type: "root", children: ["😀 I ", "cheated", ".", phrase].map(node) };
  for (const interpretmarkup of [(markup) => (/p>/.test(markup) ? "\n\n" : ""), (markup) => markup.replace(/\S/g, "")]) {
    const data = compose(document, tree, { children: (n) => n.children, annotatetextnode: annotate(document), interpretmarkup });
    const answer = await fetch(`${server}/v2/check`, {
      method: "POST",
      body: new URLSearchParams({ language: "auto", data: JSON.stringify(data) }),
    });
    assert.equal(answer.status, 200);
    const { matches } = await answer.json();
    assert.deepEqual(matches.map((m) => underlined(document, m)), [phrase]);
    assert.equal(replaced(document, matches[0]), document.replace(phrase, wording));
  }
});

// annotate makes annotations of the nodes of a tree that are text.
function annotate(document) {
  return ({ type, position }) =>
    type === "text"
      ? { text: document.slice(position.start.offset, position.end.offset), offset: { start: position.start.offset, end: position.end.offset } }
      : null;
}

test("danger: no replacement anywhere, and the note in the match itself", async () => {
  const { matches } = await gramma.check(`${text} If you leave me I'm going to kill myself.`, { api_url: `${server}/v2/check`, language: "en-US" });
  assert.deepEqual(matches.map((m) => [m.rule.id, m.replacements.length]), [
    ["MINIMIZING_JUST_A_MISTAKE", 0],
    ["DANGER_KILL_MYSELF", 0],
  ]);
  assert.match(matches[1].message, /ring your local emergency number/);
});
