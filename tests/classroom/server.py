"""A room served by the real command in a process of its own, for tests that come over the wire."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.children import hear_ctrl_c

ROOT = Path(__file__).parents[2]
START_SECONDS = 90.0


class Server:
    """`python main.py classroom LEVEL` on a free port; `kill` is a crash, `stop` is Ctrl+C."""

    def __init__(self, level: str, folder: Path, *arguments: str, port: int = 0) -> None:
        self.level, self.folder, self.arguments = level, folder, arguments
        self.port = port
        self.start()

    def start(self) -> None:
        self.log = (self.folder.parent / f"{self.folder.name}.log").open("ab")
        command = [sys.executable, "main.py", "classroom", self.level, "--folder", str(self.folder)]
        self.process = subprocess.Popen(
            [*command, "--port", str(self.port), *self.arguments],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=self.log,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            text=True,
            preexec_fn=hear_ctrl_c,
        )
        assert self.process.stdout is not None
        said, until = "", time.monotonic() + START_SECONDS
        while "Ctrl+C" not in said:
            line = self.process.stdout.readline()
            assert line, f"the room did not open: {self.errors()}"
            assert time.monotonic() < until
            said += line
        self.said = said
        found = re.search(r"(http://127\.0\.0\.1:(\d+))/teach#(\S+)", said)
        assert found is not None, said
        self.address, self.port, self.teacher = found[1], int(found[2]), found[3]
        self.screen = said.split("/projector#")[1].split()[0]
        self.code = said.split("with the code ")[1].split()[0]

    def errors(self) -> str:
        return (self.folder.parent / f"{self.folder.name}.log").read_text(encoding="utf-8")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(20)
        finally:
            if self.process.poll() is None:
                self.process.kill()
            self.log.close()
