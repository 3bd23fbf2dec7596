#!/usr/bin/env python3
"""Clicks through the HTML report in headless Chromium, as an editor would.

  html_page.py CAVEAT ARTICLE

ARTICLE is linted and shown; pages of this script's own hold text made to become markup. Needs the
Debian packages chromium and chromium-driver. A line for each thing that is not as it should be, and
exit status 1.
"""
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from browser import Browser, missing  # noqa: E402

HOSTILE = (
    "# <script>alert(1)</script> \"><img src=x onerror=alert(2)>\n\n"
    "Kratom cures <b>depression</b> ' onmouseover='alert(3) ]]> <!-- </script> </style> x.\n\n"
    "Kratom cures cancer &lt;script&gt;alert(4)&lt;/script&gt; "
    "[x](javascript:alert(5)) \u202e{{7*7}} ${alert(6)}.\n"
).encode() + b"\nTurmeric cures cancer \xff \x1b[31m.\n"
NAME = "a' onclick=alert(7) \"<svg onload=alert(8)>.md"

failed = 0


def expect(what, found, wanted):
    global failed
    if found == wanted:
        return
    failed += 1
    print(f"{what}: {found!r}, not {wanted!r}")


def until(what, look, wanted):
    """The page may take a moment: a filter waits for the next letter, a jump is smooth."""
    end = time.time() + 3
    while (found := look()) != wanted and time.time() < end:
        time.sleep(0.03)
    expect(what, found, wanted)


def report(caveat, folder, *names):
    run = subprocess.run([caveat, "check", "-q", "--format=html", "--no-config", "--", *names],
                         cwd=folder, capture_output=True, stdin=subprocess.DEVNULL)
    if run.returncode != 1:
        sys.exit(f"caveat: exit status {run.returncode}: {run.stderr.decode()}")
    page = pathlib.Path(folder, "page.html")
    page.write_bytes(run.stdout)
    return page


def is_quiet(browser):
    expect("what the page complains of", browser.log(), [])
    expect("requests", browser.run("return performance.getEntriesByType('resource').length"), 0)
    expect("a dialog", browser.has_dialog(), False)


def number_shown(browser):
    return int(browser.text("#count").split()[0])


def is_seen(browser, selector):
    return browser.run(
        "const at = document.querySelector(arguments[0])?.getBoundingClientRect();"
        "return !!at && at.top >= 0 && at.bottom <= innerHeight && at.height > 0", selector)


def panel_shows_what_is_clicked(browser):
    expect("the panel at first", browser.count("#panel .card"), 0)
    wanted = browser.run(
        "const mark = Array.from(document.querySelectorAll('.text .m.s4.error'))"
        "  .find((mark) => mark.dataset.f && !mark.dataset.f.includes(' '));"
        "mark.id = 'aim'; return document.getElementById('f' + mark.dataset.f)"
        "  .querySelector('.message').textContent")
    browser.click("#aim")
    expect("message", browser.text("#panel .message"), wanted)
    expect("severity", browser.text("#panel .sev"), "error")
    expect("a wording that fits", bool(browser.text("#panel .wording q")), True)
    expect("steps of strength", browser.count("#panel .ladder li"), 5)
    expect("certainty", browser.text("#panel .grade").startswith("certainty "), True)
    expect("source", browser.run(
        "const link = document.querySelector('#panel .source a');"
        "return [link.protocol, link.rel, link.target]"),
        ["https:", "noopener noreferrer", "_blank"])
    expect("the words in question", browser.count(".text .m.chosen") > 0, True)
    browser.click("#panel .copy-button")
    until("the button that copied", lambda: browser.text("#panel .copy-button"), "Copied")


def keys_walk(browser):
    browser.keys("\ue00c")  # Esc
    expect("the panel after Esc", browser.count("#panel .card"), 0)
    browser.keys("n")
    first = browser.text("#panel .card")
    browser.keys("j")
    expect("n and j are two findings", first != browser.text("#panel .card"), True)
    browser.keys("k")
    expect("k goes back", browser.text("#panel .card"), first)
    browser.keys("p")
    total = number_shown(browser)
    expect("p before the first is the last", browser.text("#panel .turn"), f"{total} of {total}")
    until("it is in sight", lambda: is_seen(browser, ".text .m.chosen"), True)


def filters_filter(browser):
    total = number_shown(browser)
    by_severity = browser.run("return Array.from(document.querySelectorAll('.severities b'),"
                              " (b) => Number(b.textContent))")
    expect("the sum of all severities", sum(by_severity), total)
    browser.click(".severities .error")
    expect("without errors", number_shown(browser), total - by_severity[0])
    browser.keys("n")
    expect("errors are passed by", browser.text("#panel .sev") != "error", True)
    browser.click(".severities .error")
    browser.keys("/", *"mitraphylline")
    until("by words", lambda: number_shown(browser) < total, True)
    expect("marks that are left", browser.run(
        "return Array.from(document.querySelectorAll('.text .m[data-f]:not(.off)'),"
        " (mark) => mark.textContent)"), ["mitraphylline"])
    browser.keys("\ue007")  # Enter goes to the first
    expect("Enter", "mitraphylline" in browser.text("#panel .message"), True)
    browser.keys("\ue00c")
    expect("Esc takes the filter off", number_shown(browser), total)
    browser.run("const choice = document.getElementById('category');"
                "choice.value = 'safety'; choice.dispatchEvent(new Event('change'))")
    expect("by category", number_shown(browser),
           browser.count(".cards .card[data-cat='safety']"))
    browser.keys("\ue00c")


def theme_turns(browser):
    paper = "return getComputedStyle(document.body).backgroundColor"
    light = browser.run(paper)
    browser.click("#theme")
    dark = browser.run(paper)
    expect("dark is another colour", light != dark, True)
    browser.keys("d")
    expect("and back", browser.run(paper), light)


def table_jumps(browser):
    rows = browser.count(".claims tbody tr")
    expect("each claim has its row", rows > 5, True)
    expect("each row has its cell", browser.count(".claims td.cell"), rows)
    expect("some are too strong", browser.count(".claims td.over") > 3, True)
    browser.keys("t")
    until("the table", lambda: is_seen(browser, ".claims thead"), True)
    words = browser.text(".claims tbody tr:last-child .words")
    browser.click(".claims tbody tr:last-child .words")
    until("the place", lambda: is_seen(browser, ".text .m.chosen"), True)
    expect("its words", words.startswith(browser.text(".text .m.chosen")), True)


def help_opens(browser):
    browser.keys("?")
    expect("keys are told", browser.run("return document.getElementById('keys').open"), True)
    browser.click("#close")
    expect("and go", browser.run("return document.getElementById('keys').open"), False)


def reads_without_script(browser, page):
    plain = page.with_name("plain.html")
    plain.write_text(page.read_text().split("<script>")[0])
    browser.open(plain)
    shown = "return document.querySelector(arguments[0]).checkVisibility()"
    for selector, wanted in ((".cards .card", True), (".text", True), (".bar .filters", False),
                             ("#panel", False), (".bar .sum", True), (".rules", True)):
        expect(selector + " without script", browser.run(shown, selector), wanted)
    browser.click(".cards .card:last-child .place")
    until("the place of the last", lambda: browser.run("return location.hash"),
          "#m" + str(browser.count(".cards .card") - 1))
    broken = browser.run(
        "return Array.from(document.querySelectorAll('a[href^=\"#\"]'), (link) => link.hash)"
        ".filter((hash) => !document.getElementById(hash.slice(1)))")
    expect("links to nowhere", broken, [])


def hostile_text_stays_text(browser, caveat, folder):
    pathlib.Path(folder, NAME).write_bytes(HOSTILE)
    pathlib.Path(folder, "b.txt").write_bytes(HOSTILE)
    pathlib.Path(folder, "c.html").write_bytes(
        b"<p>Kratom cures cancer.<p title=\"&quot; onclick=&quot;alert(9)\">Kratom cures flu.</p>")
    browser.open(report(caveat, folder, NAME, "b.txt", "c.html"))
    is_quiet(browser)
    expect("scripts", browser.count("script"), 1)
    expect("elements that a report has not", browser.count("img, svg, iframe, object, b[onclick]"), 0)
    expect("attributes that a report has not", browser.run(
        "return Array.from(document.querySelectorAll('*')).flatMap((element) => "
        "element.getAttributeNames()).filter((name) => name.startsWith('on') || name === 'style')"),
        [])
    expect("links to programs", browser.run(
        "return Array.from(document.querySelectorAll('a'), (link) => link.getAttribute('href'))"
        ".filter((url) => !/^(#|https?:)/.test(url))"), [])
    expect("three files", browser.count(".files a"), 3)
    for at in range(3):
        browser.click(f".files li:nth-child({at + 1}) a")
        expect("the file that is shown", browser.run(
            "return Array.from(document.querySelectorAll('.file'), (file) => file.offsetHeight > 0)"),
            [at == 0, at == 1, at == 2])
        browser.keys("n")
    expect("the override is told", "\\u{202E}" in browser.text("#file1 .text"), True)
    expect("script tags are words", "<script>alert(1)</script>" in browser.text("#file1 .text"), True)
    browser.keys("/", *"cancer", "\ue007")
    is_quiet(browser)


def main():
    if missing():
        sys.exit(f"not installed: {', '.join(missing())}")
    caveat, article = (str(pathlib.Path(path).resolve()) for path in sys.argv[1:3])
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        page = report(caveat, folder, article)
        browser.open(page)
        for step in (panel_shows_what_is_clicked, keys_walk, filters_filter, theme_turns,
                     table_jumps, help_opens, is_quiet):
            step(browser)
        reads_without_script(browser, page)
        hostile_text_stays_text(browser, caveat, folder)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
