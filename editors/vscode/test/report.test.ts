// The program itself, found by the environment variable CAVEAT or on the PATH, reports on text
// ahead of whose words stands all that makes bytes and UTF-16 units differ.
import * as assert from "assert";
import { spawnSync } from "child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "fs";
import { tmpdir } from "os";
import { join } from "path";
import { test } from "node:test";
import { read, unitsOfBytes } from "../src/report";
import { run } from "../src/run";

const program = process.env.CAVEAT ?? "caveat";
const missing = spawnSync(program, ["--version"]).status !== 0 && "no caveat here; set CAVEAT";

const page = [
  "Tabs\tstand\there. Kratom cures depression.",
  "",
  "Cafe\u0301 naïve 鬱病 👩🏽‍⚕️ 🇯🇵\t𝒦: it holds 7-hydroxmitragynine.\r",
  "",
].join("\n");

test("a byte is in the unit in which its character begins", () => {
  assert.deepStrictEqual([...unitsOfBytes("aé鬱👍b")], [0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 5, 6]);
  assert.deepStrictEqual([...unitsOfBytes("")], [0]);
  const lone = "\ud800x"; // sent as U+FFFD
  assert.deepStrictEqual([...unitsOfBytes(lone)], [0, 0, 0, 1, 2]);
});

test("the span of a finding holds its words", { skip: missing }, async () => {
  const { output, status } = await run(program, [], "page.md", page);
  assert.strictEqual(status, 1);
  const words = read(output, "page.md", page).map(({ span, rule }) => [
    rule,
    page.slice(span.begin, span.end),
  ]);
  for (const wanted of [
    ["kratom/efficacy", "cures depression"],
    ["kratom/misspelt-name", "7-hydroxmitragynine"],
  ])
    assert.ok(words.some((found) => found.join() === wanted.join()), words.join("; "));
});

test("a fix replaces what it is about and nothing else", { skip: missing }, async () => {
  const { output } = await run(program, [], "page.md", page);
  const fixes = read(output, "page.md", page).flatMap((placed) => placed.fixes);
  assert.strictEqual(fixes.length, 1);
  const [{ span, text }] = fixes[0].edits;
  assert.strictEqual(
    page.slice(0, span.begin) + text + page.slice(span.end),
    page.replace("7-hydroxmitragynine", "7-hydroxymitragynine"),
  );
});

test("a finding on another file is not one on this", { skip: missing }, async () => {
  const { output } = await run(program, [], "page.md", page);
  assert.deepStrictEqual(read(output, "other.md", page), []);
});

test("trouble has a status and complaints", { skip: missing }, async () => {
  const outcome = await run(program, ["--nonsense"], "page.md", page);
  assert.strictEqual(outcome.status, 2);
  assert.match(outcome.complaints, /unknown flag/);
  await assert.rejects(run("./no-such-program", [], "page.md", page));
});

test("the problem matcher reads every line of a report", { skip: missing }, () => {
  const manifest = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8"));
  const { pattern } = manifest.contributes.problemMatchers[0];
  const folder = mkdtempSync(join(tmpdir(), "caveat-"));
  try {
    writeFileSync(join(folder, "a page: one.md"), page);
    const args = ["check", "--quiet", "--column-unit=utf16", "--excerpt=never", "--color=never"];
    const { stdout } = spawnSync(program, [...args, "."], { cwd: folder, encoding: "utf8" });
    const lines = stdout.trimEnd().split("\n");
    const told = lines.map((line) => new RegExp(pattern.regexp).exec(line));
    assert.ok(told.length > 2 && told.every((match) => match !== null), stdout);
    for (const match of told) assert.match(match![pattern.file], /a page: one\.md$/);
    const cure = told.find((match) => match![pattern.code] === "kratom/efficacy")!;
    assert.deepStrictEqual(
      [cure[pattern.line], cure[pattern.column], cure[pattern.severity]],
      ["1", String(page.indexOf("cures") + 1), "error"],
    );
    assert.ok(told.some((match) => match![pattern.severity] === "note"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
