#!/usr/bin/env python3
"""Takes the picture of the HTML report in docs: the example, one finding chosen.

  html_picture.py CAVEAT ARTICLE PICTURE.png [light|dark|narrow|table]

Takes the words "reduces stress", which docs/example/kratom.txt claims, or the first finding.
"""
import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from browser import Browser  # noqa: E402


def main():
    caveat, article, picture = sys.argv[1:4]
    look = sys.argv[4] if len(sys.argv) > 4 else "light"
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        page = pathlib.Path(folder, "page.html")
        subprocess.run([caveat, "check", "-q", f"--output=html:{page}", article],
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        browser.open(page)
        bars = browser.run("return [outerWidth - innerWidth, outerHeight - innerHeight]")
        width, height = (480, 900) if look == "narrow" else (1400, 900)
        browser.resize(width + bars[0], height + bars[1])
        browser.run("(Array.from(document.querySelectorAll('.text .m')).find((mark) =>"
                    " mark.textContent === 'reduces stress') ??"
                    " document.querySelector('.text .m')).click()")
        if look == "dark":
            browser.keys("d")
        if look == "table":
            browser.keys("t")
        browser.picture(picture)


if __name__ == "__main__":
    main()
