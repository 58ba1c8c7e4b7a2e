"""Play a class in Chromium and keep a picture of each page: python -m tests.classroom.pictures FOLDER [dark|light]."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.classroom import browser as web
from tests.classroom.server import Server
from tests.classroom.test_browser import play


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    theme = sys.argv[2] if len(sys.argv) > 2 else "dark"
    with tempfile.TemporaryDirectory() as rooms, web.chromium() as browser:
        server = Server("l6_the_race", Path(rooms) / "room")
        try:
            play(web.Class(browser, server, theme=theme), folder)
        finally:
            server.stop()


if __name__ == "__main__":
    main()
