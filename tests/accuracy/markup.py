#!/usr/bin/env python3
"""Plain articles as the Markdown or HTML that a publisher would make of them.

  markup.py markdown|html IN OUT MAP     convert IN; MAP tells where each byte came from
  markup.py lint markdown|html CAVEAT check --format=json FILE
                                         lint FILE converted; offsets are those of FILE

The second form stands in for CAVEAT wherever a program is wanted that lints plain text, such as a
scorer (see score.sh): what is found in the markup must be what is found in the text, at the same
words. A line of MAP is `out_begin out_end in_begin in_end`, in bytes; bytes of OUT in no line are
markup.
"""
import json
import re
import subprocess
import sys
import tempfile

HTML_NAMES = {"’": "&rsquo;", "‘": "&lsquo;", "“": "&ldquo;", "”": "&rdquo;", "–": "&ndash;",
              "—": "&mdash;", "\u00a0": "&nbsp;", "&": "&amp;", "<": "&lt;", ">": "&gt;",
              "'": "&#39;"}
PAGE_TOP = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width">
<script>window.shop = {{"text": "Kratom cures cancer."}};</script>
<style>.claim::before {{ content: "Kratom cures cancer."; }}</style>
</head>
<body class="kratom cures cancer">
<nav><ul><li><a href="/kratom-cures-cancer">Home</a></li><li><a href="/shop">Shop</a></li></ul></nav>
<!-- Kratom cures cancer. -->
<main><article>
"""
PAGE_END = """</article></main>
<footer><p>All rights reserved</p></footer>
<script src="/kratom-cures-cancer.js"></script>
</body>
</html>
"""


class Writer:
    """Bytes of the new file, and where those that are text came from."""

    def __init__(self):
        self.out = bytearray()
        self.runs = []

    def mark(self, markup):
        self.out += markup.encode()

    def text(self, shown, begin, end):
        at = len(self.out)
        self.out += shown.encode()
        self.runs.append((at, len(self.out), begin, end))


# --- Plain text to blocks: (kind, [(begin, end) of each line's text, in bytes])

def is_heading(text):
    words = text.rstrip("  ")
    return len(words) <= 130 and not re.search(r'[.!,;]["”’)]?$', words) and len(words.split()) < 20


def is_wrapped(line, following, widest):
    """Whether `line` ended because the next word had no room in it."""
    return widest <= 110 and len(line) + 1 + len(following.split()[0]) > widest


def lines_of(data):
    """(begin of the text in bytes, text) of each line, None for a blank one."""
    at = 0
    for raw in data.decode("utf-8").split("\n"):
        text = raw.strip(" \t\r\ufeff")
        yield (at + len(raw[:raw.find(text)].encode()), text) if text else None
        at += len(raw.encode()) + 1


def chunks_of(data):
    chunk = []
    for line in [*lines_of(data), None]:
        if line:
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []


def named(item, lines):
    if item:
        return ("item", lines)
    alone = len(lines) == 1 and is_heading(lines[0][1])
    return ("heading" if alone else "paragraph", lines)


def blocks_of(data):
    blocks = []
    for chunk in chunks_of(data):
        widest = max(len(text) for _, text in chunk)
        last = None
        for begin, text in chunk:
            item = re.match(r"[-*•] ", text)
            if item:
                start = begin + len(item.group().encode())
                blocks.append((True, [(start, text[item.end():])]))
            elif last and is_wrapped(last, text, widest):
                blocks[-1][1].append((begin, text))
            else:
                blocks.append((False, [(begin, text)]))
            last = text
    return [named(*block) for block in blocks]


# --- The words of a block

def wraps_for(index, word, markdown):
    """Marks around a word: now and then it is emphasised or linked, whole or in part."""
    if not word.isalpha() or len(word) < 4:
        return None
    if index % 29 == 7:
        return (0, len(word), "**", "**") if markdown else (0, len(word), "<strong>", "</strong>")
    if index % 31 == 11:
        return (0, len(word), "*", "*") if markdown else (0, len(word), "<em>", "</em>")
    if index % 37 == 13:
        link = ("[", "](/kratom-cures-cancer)") if markdown else ('<a href="/cures">', "</a>")
        return (0, len(word), *link)
    if index % 101 == 17:
        return (0, 3, "**", "**") if markdown else (2, len(word), "<b class='x'>", "</b>")
    return None


def character(char, index, markdown, line_start):
    if not markdown:
        return HTML_NAMES.get(char, char)
    if char in "\\`*_[]<>&|#~{}" or (line_start and char in "-+=:"):
        return "\\" + char
    return HTML_NAMES[char] if char in "’“”" and index % 3 == 0 else char


def write_word(writer, begin, word, index, markdown, line_start):
    wrap = wraps_for(index, word, markdown)
    at = begin
    for place, char in enumerate(word):
        if wrap and place == wrap[0]:
            writer.mark(wrap[2])
        shown = character(char, index, markdown, line_start and place == 0)
        writer.text(shown, at, at + len(char.encode()))
        at += len(char.encode())
        if wrap and place + 1 == wrap[1]:
            writer.mark(wrap[3])


def write_words(writer, lines, markdown, indent, width):
    """The words with single blanks; lines end before `width` columns unless it is 0."""
    column = index = 0
    for begin, text in lines:
        for match in re.finditer(r"\S+", text):
            word = match.group()
            # A figure or bracket at the start of a line could start a list.
            ends = width and column + len(word) > width and word[0].isalpha()
            if index:
                writer.mark("\n" + indent if ends else " ")
            column = len(word) if ends else column + 1 + len(word)
            start = begin + len(text[:match.start()].encode())
            write_word(writer, start, word, index, markdown, ends or index == 0)
            index += 1


# --- Files

def write_markdown(writer, blocks):
    for number, (kind, lines) in enumerate(blocks):
        if kind == "heading":
            writer.mark("# " if number == 0 else "## ")
            write_words(writer, lines, True, "", 0)
        elif kind == "item":
            writer.mark("- ")
            write_words(writer, lines, True, "  ", 60)
        else:
            write_words(writer, lines, True, "", 80 if number % 2 else 0)
        listed = kind == "item" and number + 1 < len(blocks) and blocks[number + 1][0] == "item"
        writer.mark("\n" if listed else "\n\n")
        if number == 1:
            writer.mark("```\nKratom cures cancer.\n```\n\n<!-- Kratom cures cancer. -->\n\n")


def write_title(writer, blocks):
    before, after = PAGE_TOP.split("{title}")
    writer.mark(before.format())
    if blocks and blocks[0][0] == "heading":
        for begin, text in blocks[0][1]:
            write_word(writer, begin, text, 0, False, False)
    writer.mark("Herb Notes" if not writer.runs else " | Herb Notes")
    writer.mark(after.format())


def write_html(writer, blocks):
    write_title(writer, blocks)
    in_list = False
    for number, (kind, lines) in enumerate(blocks):
        if (kind == "item") != in_list:
            in_list = not in_list
            writer.mark("<ul>\n" if in_list else "</ul>\n")
        name = {"heading": "h1" if number == 0 else "h2", "item": "li", "paragraph": "p"}[kind]
        writer.mark(f'<{name} class="kratom">')
        write_words(writer, lines, False, "  ", 90 if number % 2 else 0)
        writer.mark(f"</{name}>\n")
    writer.mark("</ul>\n" if in_list else "")
    writer.mark(PAGE_END)


def convert(data, form):
    writer = Writer()
    {"markdown": write_markdown, "html": write_html}[form](writer, blocks_of(data))
    return bytes(writer.out), writer.runs


# --- Back again

def mapped(span, runs):
    """The bytes of the plain text that bytes [begin, end) of the new file show."""
    shown = [run for run in runs if run[1] > span[0] and run[0] < span[1]]
    return (shown[0][2], shown[-1][3]) if shown else (0, 0)


def lint(form, caveat, arguments):
    *flags, path = arguments
    with open(path, "rb") as file:
        new, runs = convert(file.read(), form)
    with tempfile.NamedTemporaryFile(suffix={"markdown": ".md", "html": ".html"}[form]) as file:
        file.write(new)
        file.flush()
        run = subprocess.run([caveat, *flags, file.name], capture_output=True, check=False)
    sys.stderr.buffer.write(run.stderr)
    report = json.loads(run.stdout)
    for diagnostic in report["diagnostics"]:
        begin = diagnostic["offset"]
        begin, end = mapped((begin, begin + diagnostic["length"]), runs)
        diagnostic.update(file=path, offset=begin, length=end - begin)
    json.dump(report, sys.stdout)
    return run.returncode


def main(arguments):
    if len(arguments) == 4 and arguments[0] in ("markdown", "html"):
        with open(arguments[1], "rb") as file:
            new, runs = convert(file.read(), arguments[0])
        with open(arguments[2], "wb") as file:
            file.write(new)
        with open(arguments[3], "w", encoding="utf-8") as file:
            file.writelines(" ".join(map(str, run)) + "\n" for run in runs)
        return 0
    if len(arguments) > 3 and arguments[0] == "lint":
        return lint(arguments[1], arguments[2], arguments[3:])
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
