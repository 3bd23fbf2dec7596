// Diagnostics of open documents, quick fixes for them, and a task for whole folders.
import * as vscode from "vscode";
import { Placed, PlacedFix, Severity, Span, read } from "./report";
import { run } from "./run";

const languages = ["markdown", "mdx", "html", "plaintext"];
const endings: Record<string, string> = { html: "html", mdx: "mdx", plaintext: "txt" };
const pause = 300; // ms after the last key

const severities: Record<Severity, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  note: vscode.DiagnosticSeverity.Information,
};

/** What waits or runs for a document. */
interface Check {
  timer?: NodeJS.Timeout;
  running?: AbortController;
}

const checks = new Map<string, Check>();
const fixes = new WeakMap<vscode.Diagnostic, { version: number; fixes: PlacedFix[] }>();
let found: vscode.DiagnosticCollection;
let log: vscode.OutputChannel;

function nameOf(document: vscode.TextDocument): string {
  if (!document.isUntitled) return document.uri.fsPath;
  return `untitled.${endings[document.languageId] ?? "md"}`;
}

function rangeOf(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.begin), document.positionAt(span.end));
}

function diagnosticOf(document: vscode.TextDocument, placed: Placed): vscode.Diagnostic {
  const range = rangeOf(document, placed.span);
  const diagnostic = new vscode.Diagnostic(range, placed.message, severities[placed.severity]);
  diagnostic.source = "caveat";
  diagnostic.code = /^https?:/.test(placed.url)
    ? { value: placed.rule, target: vscode.Uri.parse(placed.url) }
    : placed.rule;
  fixes.set(diagnostic, { version: document.version, fixes: placed.fixes });
  return diagnostic;
}

/** Line ends are sent as they are in the document, so that places count the same. */
async function check(document: vscode.TextDocument, signal: AbortSignal): Promise<void> {
  const settings = vscode.workspace.getConfiguration("caveat");
  const { version } = document;
  const text = document.getText();
  const name = nameOf(document);
  const flags = settings.get<string[]>("arguments", []);
  const outcome = await run(settings.get("path", "caveat"), flags, name, text, signal);
  if (outcome.complaints !== "") log.append(outcome.complaints);
  if (document.isClosed || document.version !== version || outcome.output === "") return;
  const placed = read(outcome.output, name, text);
  found.set(document.uri, placed.map((item) => diagnosticOf(document, item)));
}

function stop(document: vscode.TextDocument): Check {
  const key = document.uri.toString();
  const last = checks.get(key);
  if (last?.timer !== undefined) clearTimeout(last.timer);
  last?.running?.abort();
  const next: Check = {};
  checks.set(key, next);
  return next;
}

function schedule(document: vscode.TextDocument, wait: number): void {
  if (!languages.includes(document.languageId) || document.uri.scheme === "git") return;
  const next = stop(document);
  next.timer = setTimeout(() => {
    next.running = new AbortController();
    check(document, next.running.signal).catch((trouble: Error) => {
      if (trouble.name !== "AbortError") log.appendLine(`caveat: ${trouble.message}`);
    });
  }, wait);
}

function runs(when: "onType" | "onSave"): boolean {
  const wanted = vscode.workspace.getConfiguration("caveat").get("run", "onType");
  return wanted === "onType" || wanted === when;
}

function forget(document: vscode.TextDocument): void {
  stop(document);
  checks.delete(document.uri.toString());
  found.delete(document.uri);
}

function actionOf(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  fix: PlacedFix,
): vscode.CodeAction {
  const action = new vscode.CodeAction(fix.description, vscode.CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.isPreferred = fix.safe;
  action.edit = new vscode.WorkspaceEdit();
  for (const edit of fix.edits)
    action.edit.replace(document.uri, rangeOf(document, edit.span), edit.text);
  return action;
}

/** Places of fixes are those of the text that was linted: once it has changed there are none. */
function fixesFor(document: vscode.TextDocument, diagnostic: vscode.Diagnostic): PlacedFix[] {
  const known = fixes.get(diagnostic);
  return known?.version === document.version ? known.fixes : [];
}

const quickFixes: vscode.CodeActionProvider = {
  provideCodeActions: (document, range) =>
    (found.get(document.uri) ?? [])
      .filter((diagnostic) => diagnostic.range.intersection(range) !== undefined)
      .flatMap((diagnostic) =>
        fixesFor(document, diagnostic).map((fix) => actionOf(document, diagnostic, fix)),
      ),
};

function taskOf(definition: vscode.TaskDefinition): vscode.Task {
  const settings = vscode.workspace.getConfiguration("caveat");
  const flags = settings.get<string[]>("arguments", []);
  const paths: string[] = definition.paths ?? ["."];
  const args = ["check", "--column-unit=utf16", "--excerpt=never", "--color=never"];
  const execution = new vscode.ProcessExecution(settings.get("path", "caveat"), [
    ...args,
    ...flags,
    "--",
    ...paths,
  ]);
  const scope = vscode.TaskScope.Workspace;
  return new vscode.Task(definition, scope, "check", "caveat", execution, "$caveat");
}

const tasks: vscode.TaskProvider = {
  provideTasks: () => [taskOf({ type: "caveat" })],
  resolveTask: (task) => taskOf(task.definition),
};

export function activate(context: vscode.ExtensionContext): void {
  found = vscode.languages.createDiagnosticCollection("caveat");
  log = vscode.window.createOutputChannel("caveat");
  const { workspace } = vscode;
  context.subscriptions.push(
    found,
    log,
    workspace.onDidOpenTextDocument((document) => runs("onSave") && schedule(document, 0)),
    workspace.onDidSaveTextDocument((document) => runs("onSave") && schedule(document, 0)),
    workspace.onDidCloseTextDocument(forget),
    workspace.onDidChangeTextDocument(
      ({ document }) => runs("onType") && schedule(document, pause),
    ),
    vscode.languages.registerCodeActionsProvider(languages, quickFixes, {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.tasks.registerTaskProvider("caveat", tasks),
  );
  for (const document of workspace.textDocuments) if (runs("onSave")) schedule(document, 0);
}

export function deactivate(): void {
  for (const { timer, running } of checks.values()) {
    if (timer !== undefined) clearTimeout(timer);
    running?.abort();
  }
}
