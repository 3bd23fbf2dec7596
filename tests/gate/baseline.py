#!/usr/bin/env python3
"""How much of a baseline holds when texts are edited where nothing was found.

  baseline.py CAVEAT FILE...

Each text gets a baseline, is then edited in one way, and is linted again: what share of its findings
is still known. Exit status 1 where lines that moved lose any, or another edit more than one in 20.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import textwrap


def paragraphs(text):
    return re.split(r"\n[ \t]*\n", text)


def shifted(text, found):
    head, *rest = paragraphs(text)
    return "\n\n\n".join([head, "A line that was not there.", "And one more of them."] + rest)


def is_prose(paragraph):
    return not re.match(r"\s*([-*+>#|<`]|\d+[.)]|---|    )", paragraph) and "|" not in paragraph


def is_one(paragraph):
    """Lines that an editor wrapped, and not short ones that stand on their own, as headings do."""
    lines = paragraph.strip().split("\n")
    return all(50 <= len(line) <= 100 for line in lines[:-1])


def reflowed(text, found, width=60):
    def again(paragraph):
        if not is_one(paragraph):
            return paragraph
        words = " ".join(paragraph.split())
        lines = textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)
        # A line that begins like a list or a heading would be one.
        safe = all(is_prose(line) for line in lines)
        return "\n".join(lines) if is_prose(paragraph) and safe else paragraph

    return "\n\n".join(again(p) for p in paragraphs(text))


def headed(text, found):
    """Other words in each heading that has no finding of its own."""

    def is_heading(line):
        return line.startswith("#") or (0 < len(line) < 60 and line[-1] not in ".,:;!?")

    lines = text.split("\n")
    return "\n".join(
        line + ", part two" if is_heading(line) and number not in found else line
        for number, line in enumerate(lines, 1)
    )


def lint(caveat, path, *flags):
    run = subprocess.run([caveat, "check", "-q", "--format=json", *flags, path], capture_output=True)
    assert run.returncode in (0, 1), run.stderr.decode()
    return json.loads(run.stdout)["diagnostics"]


def kept(caveat, source, edit):
    """(findings known after the edit, findings before it)"""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / pathlib.Path(source).name
        path.write_text(pathlib.Path(source).read_text())
        baseline = "--baseline=" + str(pathlib.Path(folder) / "baseline.json")
        found = lint(caveat, path, baseline, "--write-baseline")
        path.write_text(edit(path.read_text(), {one["line"] for one in found}))
        known = len(lint(caveat, path)) - len(lint(caveat, path, baseline))
        return min(len(found), known), len(found)


worst = 0
for edit, least in ((shifted, 1.0), (reflowed, 0.95), (headed, 0.95)):
    known = total = 0
    for source in sys.argv[2:]:
        a, b = kept(sys.argv[1], source, edit)
        known, total = known + a, total + b
    share = known / max(1, total)
    worst += share < least or total == 0
    print(f"{edit.__name__}: {known} of {total} findings kept ({share:.1%})")
sys.exit(1 if worst else 0)
