"""A class in Chromium: a teacher, a projector, and students with a phone each, who play by clicking."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright, Request, sync_playwright

from tests.classroom.server import Server

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--force-prefers-reduced-motion",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]  # fmt: skip
"""The last one refuses every look-up of a name: whatever a page needs must come from the room."""
PHONE, SCREEN = (360, 740), (1280, 800)
WAIT_MS = 90_000
NAMES = ("Ada", "Bo", "さくら", "Dan", "Eve", "Flo", "Gus", "Hana")


def is_there() -> bool:
    return Path(CHROMIUM).exists() or shutil.which(CHROMIUM) is not None


@contextmanager
def chromium() -> Iterator[Browser]:
    playwright: Playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class Class:
    """All pages of a room, with whatever went wrong on them."""

    def __init__(self, browser: Browser, server: Server, *, theme: Any = "dark") -> None:
        self.browser, self.server, self.theme = browser, server, theme
        self._troubles: list[str] = []
        self._documents: dict[Page, int] = {}
        """How many documents a page has shown so far."""
        self._asked_by: dict[Request, int] = {}
        self.aborted: list[tuple[Page, Request]] = []
        self.addresses = set[str]()
        self.students: list[Page] = []

    def page(self, size: tuple[int, int], language: str = "en", scale: float = 1.0) -> Page:
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=self.theme,
            locale=language,
            device_scale_factor=scale,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.set_default_timeout(WAIT_MS)
        self._documents[page] = 0
        page.on("console", lambda said: self._troubles.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self._troubles.append(str(error)))
        page.on("framenavigated", lambda frame: self._came(page) if frame == page.main_frame else None)
        page.on("request", lambda request: self._asks(page, request))
        page.on("requestfailed", lambda request: self._failed(page, request))
        return page

    @property
    def troubles(self) -> list[str]:
        """What went wrong so far.

        A page that is loaded anew or closed lets go of what it still waits for, and the browser reports that as a
        failure: it is none if the document that asked has gone. One that still stands must get what it asks for.
        """
        unanswered = [
            f"aborted: {request.url}"
            for page, request in self.aborted
            if not page.is_closed() and self._asked_by[request] == self._documents[page]
        ]
        return [*self._troubles, *unanswered]

    def _came(self, page: Page) -> None:
        self._documents[page] += 1

    def _asks(self, page: Page, request: Request) -> None:
        self._asked_by[request] = self._documents[page]
        self.addresses.add("/".join(request.url.split("/")[:3]))

    def _failed(self, page: Page, request: Request) -> None:
        if request.failure == "net::ERR_ABORTED":
            self.aborted.append((page, request))
        else:
            self._troubles.append(f"failed: {request.url} ({request.failure})")

    def open(self) -> None:
        """The teacher and the projector."""
        self.projector = self.page(SCREEN)
        self.projector.goto(f"{self.server.address}/projector#{self.server.screen}")
        self.projector.wait_for_selector(".code")
        self.teacher = self.page(SCREEN)
        self.teacher.on("dialog", lambda dialog: dialog.accept())
        self.teacher.goto(f"{self.server.address}/teach#{self.server.teacher}")
        self.teacher.wait_for_selector("#act-open")

    def join(self, name: str, seat: str = "", language: str = "en") -> Page:
        page = self.page(PHONE, language)
        page.goto(f"{self.server.address}/#{self.server.code}")
        page.fill("#join-name", name)
        if seat:
            page.select_option("#join-seat", seat)
        page.click("#join-go")
        page.wait_for_selector(".figures")
        self.students.append(page)
        return page

    def act(self, what: str) -> None:
        self.teacher.click(f"#act-{what}")

    def begin_turn(self, turn: int) -> None:
        self.act("open")
        for page in self.students:
            page.wait_for_selector("#hand-in:enabled")
        assert self.teacher.inner_text("#turn .note").startswith("0 of") or turn

    def end_turn(self) -> None:
        """All have handed in: the teacher plays the turn, and all see what happened."""
        self.teacher.wait_for_selector("#act-close.primary")
        self.act("close")
        for page in self.students:
            page.wait_for_selector("#hand", state="hidden")
            page.wait_for_selector("#report .lines li")


def until(page: Page, expression: str) -> None:
    """Wait until an expression is true there. Playwright's own way is forbidden by the pages' policy."""
    for _ in range(WAIT_MS // 100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {expression}; the page says {page.inner_text('body')}")


def order(page: Page, kind: str, group: str = "", **values: str) -> None:
    """Give an order as a student does: open its form, set its values, add it to the plan."""
    button = f'[id="option-{kind}-{group}"]'
    if not page.is_visible(button):
        page.locator("details", has=page.locator(button)).locator("summary").click()
    page.click(button)
    page.wait_for_selector("#form[open] .quote dl, #form[open] .quote .banner")
    for name, value in values.items():
        page.locator(f"#field-{name}").fill(value)
    page.wait_for_selector("#form-add:enabled")
    page.click("#form-add")
    page.wait_for_selector("#form", state="hidden")


def shot(page: Page, folder: Path | None, name: str, *, whole: bool = False) -> None:
    """Keep a picture of a page as it stands."""
    if folder is not None:
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(150)
        page.screenshot(path=folder / f"classroom_{name}.png", full_page=whole)
