"""Lessons in a real browser: how high each sheet is when it is laid out for paper. Needs a Chromium."""

import json
import re
import subprocess
import tempfile
from pathlib import Path

from game.classroom.lessons import pdf

ROOM_MM = 255.0
"""Height that both A4 and Letter have between the margins of the style sheet."""
_PX_PER_MM = 96.0 / 25.4
_MEASURE = """<script>document.fonts.ready.then(() => {
const sheets = [...document.querySelectorAll('section')];
const found = sheets.map(each => [each.className, each.getBoundingClientRect().height,
Math.max(...[...each.querySelectorAll('*')].map(inner => inner.getBoundingClientRect().right)) -
each.getBoundingClientRect().right]);
const told = document.createElement('pre'); told.id = 'told'; told.textContent = JSON.stringify(found);
document.body.append(told);})</script>"""


def heights_mm(pages: list[str]) -> list[tuple[str, float, float]]:
    """Of every sheet of these pages, in order: its class, its height, and how far it runs over to the right, in mm."""
    first = pages[0]
    style = re.sub(r"@media screen \{.*?\n\}", "", first[: first.index("<body>")], flags=re.DOTALL)
    bodies = "".join(re.sub(r"</?(html|body|!DOCTYPE)[^>]*>", "", page[page.index("<body>") :]) for page in pages)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "all.html"
        file.write_text(f"{style}<body>{bodies}{_MEASURE}</body></html>", encoding="utf-8")
        program = pdf.browser()
        assert program is not None
        told = subprocess.run(
            [program, *pdf.options(Path(folder) / "user"), "--dump-dom", "--virtual-time-budget=2000", file.as_uri()],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        ).stdout
    found = re.search(r'<pre id="told">(.*?)</pre>', told, re.DOTALL)
    assert found is not None, told[-500:]
    return [(kind, high / _PX_PER_MM, over / _PX_PER_MM) for kind, high, over in json.loads(found[1])]
