// The extension in a stand-in for VS Code: as much of its API as is used, and no more.
import * as assert from "assert";
import { spawnSync } from "child_process";
import { test } from "node:test";

const program = process.env.CAVEAT ?? "caveat";
const missing = spawnSync(program, ["--version"]).status !== 0 && "no caveat here; set CAVEAT";

class Range {
  constructor(
    readonly start: number,
    readonly end: number,
  ) {}
  intersection(other: Range): Range | undefined {
    return this.start <= other.end && other.start <= this.end ? this : undefined;
  }
}

class Diagnostic {
  source?: string;
  code?: { value: string; target: string };
  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity: number,
  ) {}
}

class WorkspaceEdit {
  made: [Range, string][] = [];
  replace(_uri: string, range: Range, text: string): void {
    this.made.push([range, text]);
  }
}

class CodeAction {
  edit?: WorkspaceEdit;
  isPreferred?: boolean;
  constructor(readonly title: string) {}
}

class Task {
  constructor(...parts: unknown[]) {
    this.parts = parts;
  }
  readonly parts: unknown[];
}

const shown = new Map<string, Diagnostic[]>();
const handlers: Record<string, (event: unknown) => void> = {};
const providers: Record<string, any> = {};
const on = (event: string) => (handler: (event: unknown) => void) => (handlers[event] = handler);
const page = "Café 鬱 👍\tKratom holds 7-hydroxmitragynine.\r\n";
const opened = {
  uri: { fsPath: "/site/page.md", scheme: "file", toString: () => "file:///site/page.md" },
  languageId: "markdown",
  version: 1,
  isClosed: false,
  isUntitled: false,
  getText: () => page,
  positionAt: (at: number) => at,
};

const vscode = {
  Range,
  Diagnostic,
  WorkspaceEdit,
  CodeAction,
  Task,
  ProcessExecution: Task,
  TaskScope: { Workspace: 2 },
  CodeActionKind: { QuickFix: "quickfix" },
  DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2 },
  Uri: { parse: (text: string) => text },
  window: { createOutputChannel: () => ({ append: () => 0, appendLine: () => 0 }) },
  languages: {
    createDiagnosticCollection: () => ({
      set: (uri: object, all: Diagnostic[]) => shown.set(String(uri), all),
      get: (uri: object) => shown.get(String(uri)),
      delete: (uri: object) => shown.delete(String(uri)),
    }),
    registerCodeActionsProvider: (_: unknown, given: object) => (providers.actions = given),
  },
  tasks: { registerTaskProvider: (_: unknown, given: object) => (providers.tasks = given) },
  workspace: {
    textDocuments: [opened],
    getConfiguration: () => ({
      get: (key: string, usual: unknown) => (key === "path" ? program : usual),
    }),
    onDidOpenTextDocument: on("open"),
    onDidSaveTextDocument: on("save"),
    onDidCloseTextDocument: on("close"),
    onDidChangeTextDocument: on("change"),
  },
};

const Module = require("module");
const load = Module._load;
Module._load = (name: string, ...rest: unknown[]) =>
  name === "vscode" ? vscode : load(name, ...rest);

async function reported(): Promise<Diagnostic[]> {
  for (let tries = 0; tries < 200 && !shown.has(String(opened.uri)); ++tries)
    await new Promise((wake) => setTimeout(wake, 50));
  return shown.get(String(opened.uri)) ?? [];
}

test("an open document has diagnostics, fixes and a task", { skip: missing }, async () => {
  const context = { subscriptions: [] };
  require("../src/extension").activate(context);
  const misspelt = (await reported()).find((item) => item.code!.value === "kratom/misspelt-name")!;
  const { start, end } = misspelt.range;
  assert.strictEqual(page.slice(start, end), "7-hydroxmitragynine");
  assert.strictEqual(misspelt.severity, 0);
  assert.match(misspelt.code!.target, /^https:/);

  const actions: CodeAction[] = providers.actions.provideCodeActions(opened, misspelt.range);
  assert.deepStrictEqual(
    actions.map((action) => [action.isPreferred, action.edit!.made]),
    [[true, [[misspelt.range, "7-hydroxymitragynine"]]]],
  );
  opened.version = 2;
  assert.deepStrictEqual(providers.actions.provideCodeActions(opened, misspelt.range), []);

  shown.clear();
  handlers.change({ document: opened });
  assert.ok((await reported()).length > 0, "a change is linted after a pause");

  const [task] = providers.tasks.provideTasks();
  assert.strictEqual(task.parts.at(-1), "$caveat");
  assert.ok(task.parts[4].parts[1].includes("--column-unit=utf16"));

  handlers.close(opened);
  assert.strictEqual(shown.size, 0);
  require("../src/extension").deactivate();
});
