"""Saved games: go on, watch the replay, rename, delete with undo; broken files are listed with the reason.

Nothing is lost here: what is deleted lies in a folder beside the saves, what cannot be read is left alone.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.desktop import storage, theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.emblem import EmblemBook, draw_emblem
from game.desktop.entry import TextEntry
from game.desktop.frames import Panel
from game.desktop.screen import Screen
from game.desktop.screens.levels import short_title
from game.desktop.scroll import ScrollArea
from game.desktop.storage import Broken, SavedGame
from game.desktop.widget import Act, Box
from levels.calendar import month_of
from levels.summaries import available

if TYPE_CHECKING:
    from assets.text import Texts
    from game.desktop.play import Director

ROW, GAP = 84, 8
LIST: Box = (40, 80, 620, 624)
SIDE = pygame.Rect(684, 80, 556, 624)


class SavesScreen(Screen):
    """`replays` lists only what has a finished turn and opens it as a replay."""

    def __init__(self, director: Director, *, replays: bool = False, left: Path | None = None) -> None:
        super().__init__()
        self.director, self.replays, self.left = director, replays, left
        self.found: list[SavedGame | Broken] = []
        self.chosen = ""
        self.thrown: list[tuple[Path, Path]] = []
        self.cards: dict[str, SaveCard] = {}

    # --- building --------------------------------------------------------------------------------------

    def build(self) -> None:
        assert self.app is not None
        say = self.app.texts.say
        self.names = _Names(self.app.texts)
        self.add(
            Button("saves.back", (40, 26, 120, 36), say("around-back"), self.escape, icon="chevron-left", kind="quiet")
        )
        self.shelf = ScrollArea("saves.shelf", LIST)
        self.side = Side(self, SIDE)
        x, y = SIDE.x + 16, SIDE.bottom - 150
        half = (SIDE.w - 40) // 2
        self.name = TextEntry(
            "saves.name", (x, y, SIDE.w - 32, 36), say("saves-name"), most=40, on_change=self._renamed,
            hint=say("saves-name-hint"), tip=say("saves-name-tip"),
        )  # fmt: skip
        self.open = Button("saves.open", (x, y + 46, half, 42), say("saves-open"), self._open, icon="play")
        self.replay = Button(
            "saves.replay", (x + half + 8, y + 46, half, 42), say("saves-replay"), self._replay, icon="rotate-ccw"
        )
        self.delete = Button(
            "saves.delete", (x, y + 98, half, 36), say("saves-delete"), self._delete, kind="danger", icon="trash-2"
        )
        self.undo = Button("saves.undo", (x + half + 8, y + 98, half, 36), say("saves-undo"), self._undo, icon="undo-2")
        (self.replay if self.replays else self.open).kind = "primary"
        self.add(self.shelf, self.side, self.name, self.open, self.replay, self.delete, self.undo)
        self.bind(pygame.K_DELETE, self._delete)
        self.bind(pygame.K_z, self._undo, ctrl=True)
        self.book = EmblemBook(self.app, self.redraw)
        self._list()
        self.book.read([level for level in available() if level.name in {self._level(each) for each in self.found}])

    @staticmethod
    def _level(each: SavedGame | Broken) -> str:
        return each.level if isinstance(each, SavedGame) else ""

    def shown(self) -> None:
        self.focus(self.cards.get(self.chosen) or self.find("saves.back"))

    def hidden(self) -> None:
        self.book.closed = True

    def _list(self) -> None:
        assert self.app is not None
        self.found = [each for each in storage.shelf() if self._wanted(each)]
        self.shelf.clear()
        self.cards = {}
        for number, each in enumerate(self.found):
            x, y = LIST[0] + 2, LIST[1] + 2 + number * (ROW + GAP)
            key = str(each.path)
            card = SaveCard(f"save.{number}", (x, y, LIST[2] - 16, ROW), each, self.names, self._picker(key))
            self.cards[key] = card
            self.shelf.add(card)
        self._choose(self.chosen if self.chosen in self.cards else next(iter(self.cards), ""))

    def _wanted(self, each: SavedGame | Broken) -> bool:
        return not self.replays or (isinstance(each, SavedGame) and each.turn > 1)

    # --- choosing --------------------------------------------------------------------------------------

    @property
    def save(self) -> SavedGame | Broken | None:
        return next((each for each in self.found if str(each.path) == self.chosen), None)

    def _picker(self, key: str) -> Act:
        def act() -> None:
            if self.chosen == key:
                (self._replay if self.replays else self._open)()
            else:
                self._choose(key)

        return act

    def _choose(self, key: str) -> None:
        assert self.app is not None
        say = self.app.texts.say
        self.chosen = key
        for each, card in self.cards.items():
            card.selected = each == key
        save = self.save
        good = isinstance(save, SavedGame)
        self.side.look_at(save)
        self.name.visible = good
        self.name.text = save.name if isinstance(save, SavedGame) else ""
        self.name.caret = self.name.anchor = len(self.name.text)
        for button in (self.open, self.replay, self.delete):
            button.allow()
            if save is None:
                button.refuse(say("saves-none-chosen"))
        if isinstance(save, Broken):
            for button in (self.open, self.replay):
                button.refuse(self.names.why(save))
        elif isinstance(save, SavedGame) and save.turn <= 1:
            self.replay.refuse(say("saves-no-turn"))
        self.undo.allow()
        if not self.thrown:
            self.undo.refuse(say("saves-undo-none"))

    # --- what the buttons do ---------------------------------------------------------------------------

    def _open(self) -> None:
        if isinstance(self.save, SavedGame):
            self.director.load(self.save.path)

    def _replay(self) -> None:
        if isinstance(self.save, SavedGame) and self.save.turn > 1:
            self.director.replay(self.save.path)

    def _renamed(self, name: str) -> None:
        save = self.save
        if not isinstance(save, SavedGame):
            return
        try:
            storage.rename(save, name)
        except OSError as error:
            self._trouble(error)
            return
        fresh = storage.read(save.path)
        if fresh is not None:
            self.found[self.found.index(save)] = fresh
            self.cards[self.chosen].save = fresh
            self.side.look_at(fresh)

    def _delete(self) -> None:
        save = self.save
        if save is None or self.app is None:
            return
        place = self.found.index(save)
        try:
            self.thrown.append((storage.throw_away(save.path), save.path))
        except OSError as error:
            self._trouble(error)
            return
        self._list()
        if self.found:
            self._choose(str(self.found[min(place, len(self.found) - 1)].path))
        self.focus(self.undo)
        self.toast(self.app.texts.say("saves-deleted"), "text", "trash-2", 6000)

    def _undo(self) -> None:
        if not self.thrown:
            return
        thrown, path = self.thrown.pop()
        try:
            storage.bring_back(thrown, path)
        except OSError as error:
            self._trouble(error)
            return
        self.chosen = str(path)
        self._list()
        self.focus(self.cards[self.chosen])

    def _trouble(self, error: OSError) -> None:
        assert self.app is not None
        words = self.app.texts.say("saves-trouble", path=str(error.filename or ""), why=error.strerror or "")
        self.toast(words, "bad", "triangle-alert", 8000)

    def escape(self) -> None:
        """Back to the race that was left for this, else to the menu."""
        if self.left is not None and self.left.exists():
            self.director.load(self.left)
        else:
            self.director.menu()

    def paint(self, canvas: Canvas) -> None:
        assert self.app is not None
        say = self.app.texts.say
        key = "saves-title-replays" if self.replays else "saves-title"
        canvas.text(say(key), (176, 44), size=theme.TITLE, weight=theme.BOLD, width=420)
        where = say("saves-where", path=storage.told(storage.folder()))
        canvas.text(where, (1240, 46), size=12, colour=theme.MUTED, align="right", width=600)
        if not self.found:
            area = pygame.Rect(*LIST)
            canvas.panel(area, theme.PANEL, theme.LINE, 8)
            words = say("saves-none")
            canvas.text(words, area.center, colour=theme.MUTED, align="center", width=area.w - 40)


class _Names:
    """How saves are told."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts

    def title(self, save: SavedGame | Broken) -> str:
        if isinstance(save, Broken):
            return save.path.name
        return save.name or short_title(self.texts, save.title)

    def firms(self, save: SavedGame) -> str:
        if not save.seats:
            return self.texts.say("load-watched")
        known = EmblemBook.known.get(save.level)
        players = save.note.players if save.note is not None else {}
        told = []
        for seat in save.seats:
            name = known.seats[seat][0] if known is not None and seat in known.seats else seat
            told.append(f"{name} ({players[seat]})" if players.get(seat) else name)
        return ", ".join(told)

    def turn(self, save: SavedGame) -> str:
        say = self.texts.say
        if save.over:
            return say("load-over")
        month = self.texts.figures.month(month_of(save.month, save.start))
        return say("saves-turn", turn=save.turn, turns=save.turns, month=month)

    def when(self, save: SavedGame | Broken) -> str:
        return time.strftime("%Y-%m-%d %H:%M", time.localtime(save.changed))

    def why(self, save: Broken) -> str:
        return self.texts.say(f"saves-broken-{save.why}", line=save.line)


class SaveCard(Button):
    """A save in the list: small picture, name, firms, turn, value, date; or a broken file and why it is."""

    def __init__(self, ident: str, rect: Box, save: SavedGame | Broken, names: _Names, act: Act) -> None:
        super().__init__(ident, rect, "", act)
        self.save, self.names = save, names

    def draw(self, canvas: Canvas) -> None:
        box, save = self.rect, self.save
        lit = self.hovered or self.selected
        fill = theme.mix(theme.PANEL, theme.SELECTED, 0.6) if self.selected else theme.RAISED if lit else theme.PANEL
        border = theme.ACCENT if self.selected else theme.LINE_STRONG if lit else theme.LINE
        canvas.panel(box, fill, border, 8, 2 if self.selected else 1)
        picture = pygame.Rect(box.x + 8, box.y + 8, 120, box.h - 16)
        draw_picture(canvas, picture, save)
        x, right = picture.right + 14, box.right - 14
        when = canvas.text(
            self.names.when(save), (right, box.y + 20), size=12, colour=theme.MUTED, align="right", width=150
        )
        room = right - x - when - 12
        canvas.text(self.names.title(save), (x, box.y + 20), size=14, weight=theme.SEMIBOLD, width=room)
        if isinstance(save, Broken):
            canvas.text(self.names.why(save), (x, box.y + 44), size=12.5, colour=theme.BAD, width=right - x)
            return
        canvas.text(self.names.firms(save), (x, box.y + 42), size=12.5, colour=theme.SOFT, width=right - x - 110)
        canvas.text(self.names.turn(save), (x, box.y + 64), size=12.5, colour=theme.MUTED, width=right - x - 110)
        if save.note is not None and save.note.valuation_usd:
            value = self.names.texts.figures.money(save.note.valuation_usd)
            canvas.text(value, (right, box.y + 53), size=15, weight=theme.SEMIBOLD, align="right")


def draw_picture(canvas: Canvas, rect: pygame.Rect, save: SavedGame | Broken) -> None:
    """The board as it was last seen, else the level's picture, else a sign."""
    sheet = None if isinstance(save, Broken) else picture_of(canvas, rect, save)
    if sheet is not None:
        canvas.surface.blit(sheet, canvas.px(rect))
        canvas.panel(rect, None, theme.LINE, 4)
        return
    emblem = EmblemBook.known.get(save.level) if isinstance(save, SavedGame) else None
    if emblem is not None:
        draw_emblem(canvas, rect, emblem)
        return
    canvas.panel(rect, theme.GROUND, theme.LINE, 6)
    icon, colour = ("triangle-alert", theme.BAD) if isinstance(save, Broken) else ("save", theme.MUTED)
    canvas.icon(icon, rect.center, 24, colour)


def picture_of(canvas: Canvas, rect: pygame.Rect, save: SavedGame) -> pygame.Surface | None:
    """The picture beside a save at this size, None if there is none that can be read."""
    size = canvas.px(rect).size
    key = ("save", str(save.path), save.changed, size)
    if not save.picture.exists():
        return None

    def make() -> pygame.Surface:
        try:
            found = pygame.image.load(save.picture)
        except (pygame.error, OSError):
            return pygame.Surface((0, 0))
        return pygame.transform.smoothscale(found, size)

    sheet = canvas.stock.keep_picture(key, make)
    return sheet if sheet.get_width() else None


class Side(Panel):
    """The chosen save at large."""

    def __init__(self, screen: SavesScreen, rect: Box) -> None:
        super().__init__("saves.side", rect)
        self.of = screen
        self.save: SavedGame | Broken | None = None

    def look_at(self, save: SavedGame | Broken | None) -> None:
        self.save = save

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        save, names = self.save, self.of.names
        if save is None:
            return
        picture = pygame.Rect(self.rect.x + 16, self.rect.y + 16, self.rect.w - 32, 294)
        draw_picture(canvas, picture, save)
        x, y, room = self.rect.x + 16, picture.bottom + 26, self.rect.w - 32
        canvas.text(names.title(save), (x, y), size=theme.HEADING, weight=theme.SEMIBOLD, width=room)
        if isinstance(save, Broken):
            area = pygame.Rect(x, y + 20, room, 80)
            canvas.paragraph(names.why(save), area, colour=theme.BAD)
            area.y += 48
            canvas.paragraph(
                names.texts.say("saves-broken-kept", path=storage.told(save.path)), area, colour=theme.SOFT
            )
            return
        told = [names.texts.name(save.title), names.firms(save), f"{names.turn(save)}   {names.when(save)}"]
        if save.note is not None and save.note.origin:
            told.append(names.texts.say("saves-fork-of", name=Path(save.note.origin).stem, turn=save.note.origin_turn))
        for number, line in enumerate(told):
            colour = theme.SOFT if number < 2 else theme.MUTED
            canvas.text(line, (x, y + 28 + number * 21), size=12.5, colour=colour, width=room)
