#!/usr/bin/env python3
"""Whether the HTML report of many texts stays usable: its size, and how long Chromium takes.

  html_measure.py CAVEAT [FILES]

Makes 1000 texts, each of two paragraphs of docs/example/kratom.txt between others of its own. Of
each step the longest of five, with the layout that it causes.
"""
import pathlib
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from browser import Browser  # noqa: E402

EXAMPLE = pathlib.Path(__file__).resolve().parents[2] / "docs/example/kratom.txt"
PLAIN = "Water runs downhill. Trees grow slowly in the shade of others. " * 40
STEPS = {
    "next finding": "document.getElementById('next').click()",
    "another file": "document.querySelectorAll('.files a')[arguments[0] * 7].click()",
    "a filter": "document.getElementById('words').value = ['stress', 'leaf', 'a', 'dose', '']"
                "[arguments[0]]; document.getElementById('rule').dispatchEvent(new Event('change'))",
}


def main():
    caveat = str(pathlib.Path(sys.argv[1]).resolve())
    files = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    title, *parts = EXAMPLE.read_text().split("\n\n")
    with tempfile.TemporaryDirectory() as folder:
        texts = pathlib.Path(folder, "texts")
        texts.mkdir()
        for at in range(files):
            some = parts[2 * at % len(parts)], parts[(2 * at + 1) % len(parts)]
            pathlib.Path(texts, f"{at:05}.txt").write_text("\n\n".join((title, PLAIN, *some, PLAIN)))
        page = pathlib.Path(folder, "page.html")
        for form in ("sarif", "html"):
            begin = time.time()
            run = subprocess.run([caveat, "check", f"--format={form}", str(texts)],
                                 stdout=page.open("wb"), stderr=subprocess.PIPE,
                                 stdin=subprocess.DEVNULL)
            print(f"{form}: {time.time() - begin:.1f} s, {page.stat().st_size / 1e6:.1f} MB")
        print(run.stderr.decode().strip())
        with Browser() as browser:
            browser.open(page)
            loaded = browser.run(
                "return performance.getEntriesByType('navigation')[0].loadEventEnd")
            print(f"loaded: {loaded:.0f} ms, {browser.count('*')} elements")
            for name, script in STEPS.items():
                took = [browser.run("const from = performance.now();" + script +
                                    "; document.body.offsetHeight; return performance.now() - from",
                                    at) for at in range(5)]
                print(f"{name}: {max(took):.0f} ms")


if __name__ == "__main__":
    main()
