"""A dialog over the screen: a heading, words, widgets of its own, and buttons; Esc is the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import STAGE_HEIGHT, STAGE_WIDTH, Canvas
from game.desktop.screen import Screen
from game.desktop.widget import Act, Widget
from game.desktop.wrapping import columns

HEAD = 52
FOOT = 62
LEADING = 19


@dataclass(frozen=True, slots=True)
class Answer:
    """A button of a dialog, from left to right; the last one is usually the primary."""

    key: str
    label: str
    act: Act | None = None
    kind: str = "secondary"
    icon: str = ""
    closes: bool = True


class Dialog(Widget):
    """Open with `dialog.open(screen)`. Give a `height` to add widgets in `body` (stage coordinates)."""

    def __init__(
        self,
        ident: str,
        title: str,
        text: str = "",
        answers: Sequence[Answer] = (),
        *,
        width: int = 460,
        height: int = 0,
        icon: str = "",
        tone: str = "accent",
        cancelled: Act | None = None,
    ) -> None:
        high = height or HEAD + FOOT + 12
        super().__init__(ident, ((STAGE_WIDTH - width) // 2, (STAGE_HEIGHT - high) // 2 - 10, width, high))
        self.fits_text = not height
        self.takes_mouse = True
        self.title, self.text, self.icon, self.tone = title, text, icon, tone
        self.cancelled = cancelled
        self.answers = list(answers)
        self._add_buttons()

    @property
    def body(self) -> tuple[int, int, int, int]:
        return self.rect.x + 28, self.rect.y + HEAD + 4, self.rect.w - 56, self.rect.h - HEAD - FOOT - 4

    def button(self, key: str) -> Button:
        found = next(child for child in self.children if child.id == f"{self.id}.{key}")
        assert isinstance(found, Button)
        return found

    def _add_buttons(self) -> None:
        right = self.rect.right - 24
        for answer in reversed(self.answers):
            wide = max(96, columns(answer.label) * 8 + 36 + (24 if answer.icon else 0))
            place = (right - wide, self.rect.bottom - 52, wide, 34)
            self.add(
                Button(
                    f"{self.id}.{answer.key}",
                    place,
                    answer.label,
                    self._answer(answer),
                    kind=answer.kind,
                    icon=answer.icon,
                )
            )
            right -= wide + 10
        self.children.reverse()

    def _answer(self, answer: Answer) -> Callable[[], None]:
        def given() -> None:
            if answer.closes:
                self.close()
            if answer.act is not None:
                answer.act()

        return given

    def open(self, screen: Screen, focus: Widget | None = None) -> None:
        if self.fits_text and self.text and screen.app is not None:
            self._fit(len(screen.app.canvas.wrap(self.text, self.rect.w - 56)) * LEADING)
        own = [child for child in self.children if child.focusable and not child.id.startswith(f"{self.id}.")]
        last = self.button(self.answers[-1].key) if self.answers else None
        self.move(screen.stage.centerx - self.rect.centerx, screen.stage.centery - 10 - self.rect.centery)
        screen.cover(self, dims=True, closed=self.cancelled, focus=focus or (own[0] if own else last))

    def _fit(self, text_height: int) -> None:
        """Make room for the text between head and foot, keeping the middle."""
        more = HEAD + FOOT + 12 + text_height - self.rect.h
        self.rect = pygame.Rect(self.rect.x, self.rect.y - more // 2, self.rect.w, self.rect.h + more)
        for child in self.children:
            child.rect = child.rect.move(0, more - more // 2)

    def close(self) -> None:
        screen = self.shown_on()
        layer = next((one for one in screen.layers if self in one.children), None) if screen else None
        if screen is not None and layer is not None:
            screen.uncover(layer)

    def key(self, key: int, mods: int) -> bool:
        """Enter in a field of the dialog gives the last answer."""
        if key not in (pygame.K_RETURN, pygame.K_KP_ENTER) or not self.answers:
            return False
        self.button(self.answers[-1].key).click()
        return True

    def draw(self, canvas: Canvas) -> None:
        canvas.shadow(self.rect, 26)
        canvas.panel(self.rect, theme.PANEL, theme.LINE_STRONG, 10)
        x, y = self.rect.x + 28, self.rect.y + 32
        if self.icon:
            canvas.icon(self.icon, (x + 10, y), 20, theme.TONES[self.tone])
            x += 32
        canvas.text(self.title, (x, y), size=theme.HEADING, weight=theme.SEMIBOLD, width=self.rect.right - 28 - x)
        if self.text:
            canvas.paragraph(self.text, pygame.Rect(self.body), colour=theme.SOFT, leading=LEADING)
