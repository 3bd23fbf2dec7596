// Runs caveat on a text. Nothing of the workspace decides what is run.
import { spawn } from "child_process";

export interface Outcome {
  status: number | null;
  output: string;
  complaints: string;
}

/** Rejects if the program cannot be started. `signal` ends it. */
export function run(
  program: string,
  flags: string[],
  name: string,
  text: string,
  signal?: AbortSignal,
): Promise<Outcome> {
  const args = ["check", "--quiet", "--format=json", `--stdin-filename=${name}`, ...flags, "-"];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { signal, shell: false });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.on("error", reject);
    child.stdout.on("data", (bytes: Buffer) => output.push(bytes));
    child.stderr.on("data", (bytes: Buffer) => complaints.push(bytes));
    child.stdin.on("error", () => undefined); // it ended before it had read all: its status tells
    child.on("close", (status) =>
      resolve({
        status,
        output: Buffer.concat(output).toString("utf8"),
        complaints: Buffer.concat(complaints).toString("utf8"),
      }),
    );
    child.stdin.end(text, "utf8");
  });
}
