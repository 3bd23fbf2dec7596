// What caveat says of a text, in the places of VS Code: UTF-16 units of the document from 0.
// Places of a report are bytes of UTF-8, in fixes too, so all go through one conversion; only
// this file knows of it, and it knows nothing of VS Code.

export type Severity = "error" | "warning" | "note";

export interface Edit {
  offset: number;
  length: number;
  text: string;
}

export interface Fix {
  description: string;
  safe: boolean;
  edits: Edit[];
}

export interface Finding {
  file: string;
  offset: number;
  length: number;
  severity: Severity;
  rule: string;
  message: string;
  notes: { message: string }[];
  fixes: Fix[];
  url: string;
}

export interface Span {
  begin: number;
  end: number;
}

export interface PlacedFix {
  description: string;
  safe: boolean;
  edits: { span: Span; text: string }[];
}

export interface Placed {
  span: Span;
  severity: Severity;
  rule: string;
  message: string;
  url: string;
  fixes: PlacedFix[];
}

function bytesOf(point: number): number {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/** For each byte of the text in UTF-8, and for its end, the unit in which its character begins. */
export function unitsOfBytes(text: string): Uint32Array {
  const units = new Uint32Array(Buffer.byteLength(text, "utf8") + 1);
  let byte = 0;
  let unit = 0;
  for (const character of text) {
    const size = bytesOf(character.codePointAt(0)!);
    units.fill(unit, byte, byte + size);
    byte += size;
    unit += character.length;
  }
  units[byte] = unit;
  return units;
}

function place(finding: Finding, units: Uint32Array): Placed {
  const spanOf = (at: { offset: number; length: number }): Span => ({
    begin: units[at.offset],
    end: units[at.offset + at.length],
  });
  return {
    span: spanOf(finding),
    severity: finding.severity,
    rule: finding.rule,
    message: [finding.message, ...finding.notes.map((note) => note.message)].join("\n"),
    url: finding.url,
    fixes: finding.fixes.map((fix) => ({
      description: fix.description,
      safe: fix.safe,
      edits: fix.edits.map((edit) => ({ span: spanOf(edit), text: edit.text })),
    })),
  };
}

/** The findings on the file `name`, whose text is `text`. Throws where the output is no report. */
export function read(output: string, name: string, text: string): Placed[] {
  const units = unitsOfBytes(text);
  const findings = JSON.parse(output).diagnostics as Finding[];
  return findings
    .filter((finding) => finding.file === name && finding.offset + finding.length < units.length)
    .map((finding) => place(finding, units));
}
