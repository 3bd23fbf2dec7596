#!/usr/bin/env python3
"""The steps of action.yml as GitHub's runner starts them, in a folder with awkward pages.

  action.py CAVEAT        needs the Python package yaml
"""
import os
import pathlib
import subprocess
import sys
import tempfile

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
BAD = "a page, with: signs.md"
# inputs that differ from the defaults, the status of the job, the pages with annotations
TABLE = [
    ({}, 1, {BAD, "-dash.md"}),
    ({"fail-on": "never"}, 0, {BAD, "-dash.md"}),
    ({"paths": "good.md"}, 0, set()),
    ({"paths": f"\n  \ngood.md\n{BAD}\n"}, 1, {BAD}),
    ({"paths": "-dash.md"}, 1, {"-dash.md"}),
    ({"paths": "good.md", "args": "--quiet\n\n--profile=marketing"}, 0, set()),
    ({"paths": "good.md", "args": "--no-such-flag"}, 2, set()),
    ({"paths": "$(touch pwned)"}, 2, set()),
    ({"paths": "good.md; touch pwned"}, 2, set()),
    ({"paths": "good.md", "args": "`touch pwned`"}, 2, set()),
    ({"paths": "good.md", "fail-on": "\" || touch pwned; \""}, 2, set()),
    ({"paths": "good.md", "sarif": "$(touch pwned).sarif"}, 0, set()),
    ({"paths": "good.md", "sarif": "one.sarif\nother=output"}, 0, set()),
    ({"paths": ""}, 2, set()),
]


def run_steps(action, folder, caveat, given):
    """Status, log and outputs; stops at the first step that fails."""
    inputs = {name: row["default"] for name, row in action["inputs"].items()} | given
    commands, log = folder / "commands", ""
    commands.mkdir(exist_ok=True)
    for name in ("output", "path"):
        (commands / name).write_text("")
    env = os.environ | {
        "PATH": f"{pathlib.Path(caveat).resolve().parent}:{os.environ['PATH']}",
        "GITHUB_ACTION_PATH": str(ROOT), "RUNNER_TEMP": str(folder / "temp"),
        "GITHUB_OUTPUT": str(commands / "output"), "GITHUB_PATH": str(commands / "path")}
    for step in action["runs"]["steps"]:
        own = {name: value.replace("${{ inputs.", "").replace(" }}", "")
               for name, value in step.get("env", {}).items()}
        (commands / "step.sh").write_text(step["run"])
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(commands / "step.sh")]
        run = subprocess.run(shell, cwd=folder / "work", text=True, capture_output=True,
                             stdin=subprocess.DEVNULL,
                             env=env | {name: inputs[key] for name, key in own.items()})
        log += run.stdout
        if run.returncode:
            break
    return run.returncode, log, (commands / "output").read_text()


def pages_of(log):
    files = [line.split("file=")[1].split(",line=")[0] for line in log.splitlines()
             if line.startswith(("::error file=", "::warning file=", "::notice file="))]
    return {name.replace("%2C", ",").replace("%3A", ":").replace("%25", "%") for name in files}


def main():
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    failed = 0
    for given, status, pages in TABLE:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            work = folder / "work"
            work.mkdir()
            for page in (BAD, "-dash.md"):
                (work / page).write_text("Turmeric cures cancer.\n")
            (work / "good.md").write_text("Wash your hands before you cook.\n")
            got, log, outputs = run_steps(action, folder, sys.argv[1], given)
            sarif = given.get("sarif", "caveat.sarif").split("\n")[0]
            right = (got == status and pages_of(log) == pages and outputs == f"sarif={sarif}\n"
                     and (status == 2 or (work / sarif).is_file())
                     and not (work / "pwned").exists())
        if not right:
            failed += 1
            print(f"failed: {given}: status {got}, pages {pages_of(log)}, outputs {outputs!r}")
    print(f"{len(TABLE) - failed} passed, {failed} failed")
    return 1 if failed else 0


STEPS = yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"]
as_shell = [step["name"] for step in STEPS if "${{" in step["run"]]
sys.exit(f"an input is read as shell: {as_shell}" if as_shell else main())
