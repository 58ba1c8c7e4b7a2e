"""A new game: who plays which firm, how rivals think, how long a turn is, and the seed of all chance.

With nobody at the screen the race is watched.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pygame

from game.desktop import theme
from game.desktop.buttons import Button
from game.desktop.canvas import Canvas
from game.desktop.choices import Dropdown, as_options
from game.desktop.emblem import Emblem, EmblemBook, draw_emblem, emblem_of
from game.desktop.entry import TextEntry
from game.desktop.screen import Screen
from game.desktop.screens.firm_card import FirmCard, start_figures
from game.desktop.screens.lesson import SHELF, LessonPage, is_lesson
from game.desktop.screens.levels import length_of, short_title
from game.desktop.setup import LEVELS_OWN, Setup
from game.desktop.sliders import Stepper
from game.desktop.widget import Act, Box
from game.telling.goal import goal_line
from levels.loader import LevelSummary, Resolved, available, load
from levels.words import STRENGTHS

if TYPE_CHECKING:
    from assets.text import Texts
    from game.desktop.play import Director

MOST_PEOPLE, MOST_CARDS = 6, 6
PACES = (1, 3, 6)
X, WIDE = 40, 352
ROWS_TOP = 246


class NewGameScreen(Screen):
    """`people` at the screen, 0 to watch; each has a name and a firm."""

    def __init__(
        self, director: Director, level: str, people: int = 1, rivals: str = LEVELS_OWN, seed: int | None = None
    ) -> None:
        super().__init__()
        self.director, self.wanted, self.wanted_rivals, self.wanted_seed = director, level, rivals, seed
        self.wanted_people = people
        self.chosen: list[str] = []
        self.turn_of = 0
        self.cards: dict[str, FirmCard] = {}
        self.rows: list[SeatRow] = []
        self.page: LessonPage | None = None
        self.emblem: Emblem | None = None

    # --- building --------------------------------------------------------------------------------------

    def build(self) -> None:
        assert self.app is not None
        say = self.app.texts.say
        self.cards, self.rows = {}, []
        self.summary: LevelSummary = next(level for level in available() if level.name == self.wanted)
        back = Button("new.back", (X, 26, 120, 36), say("around-back"), self.escape, icon="chevron-left", kind="quiet")
        self.level = LevelButton("new.level", (X, 76, WIDE, 108), self._other_level)
        self.level.tip = say("new-level-tip")
        most = min(MOST_PEOPLE, len(self.summary.seats))
        self.people = Stepper(
            "new.people", (X, 198, WIDE, 36), say("new-people"), min(most, self.wanted_people), self._people_changed,
            low=0, high=most, icon="users", tip=say("new-people-tip"),
        )  # fmt: skip
        rivals = [(key, say(f"rivals-{key}")) for key in (LEVELS_OWN, "steady", "bold", "passive")]
        self.rivals = Dropdown("new.rivals", (X, 482, WIDE, 36), say("menu-rivals"), rivals, self.wanted_rivals)
        self.rivals.on_change = self._style_chosen
        self._style_chosen(self.wanted_rivals)
        paces = [(str(span), say("new-months", months=span)) for span in self._paces()]
        own = str(self.summary.months_per_turn)
        self.pace = Dropdown("new.pace", (X, 526, WIDE, 36), say("new-pace"), paces, own, tip=say("new-pace-tip"))
        seed = "1" if self.wanted_seed is None else str(self.wanted_seed)
        self.seed = TextEntry("new.seed", (X, 570, WIDE - 46, 36), say("menu-seed"), seed, most=9, allowed=_is_digit)
        self.seed.tip = say("new-seed-tip")
        dice = Button("new.dice", (X + WIDE - 38, 570, 38, 36), icon="dices", on_click=self._dice, tip=say("menu-dice"))
        self.go = Button("new.start", (X, 622, WIDE, 50), say("menu-start"), self._start, kind="primary", icon="play")
        self.add(back, self.level, self.people, self.rivals, self.pace, self.seed, dice)
        self._lay_cards()
        self.add(self.go)
        self.bind(pygame.K_F1, self._help)
        self._people_changed(self.people.value)
        self.app.work(lambda: load(self.wanted), self._level_read, self._level_bad)

    def shown(self) -> None:
        self.focus(self.go)

    def _paces(self) -> list[int]:
        """Turns of which the level's months make a whole number."""
        return sorted({span for span in (*PACES, self.summary.months_per_turn) if self.summary.months % span == 0})

    def _lay_cards(self) -> None:
        assert self.app is not None
        texts, seats = self.app.texts, self.summary.seats[:MOST_CARDS]
        rows = 2 if len(seats) > 3 else 1
        for number, seat in enumerate(seats):
            across, down = number % 3, number // 3
            area = (432 + across * 275, 78 + down * 318, 268, 310 if rows == 2 else 330)
            card = FirmCard(f"firm.{seat}", area, seat, texts, self._chooser(seat))
            self.cards[seat] = card
            self.add(card)
        self.page = LessonPage("new.lesson", (440, 424, 806, 286 if rows == 1 else 0), texts, self.summary.text, SHELF)
        self.add(self.page)

    def _level_read(self, resolved: Resolved) -> None:
        assert self.app is not None
        level, texts = resolved.level, self.app.texts
        for key, card in self.cards.items():
            card.name, card.colour = (
                self.app.texts.name(level.firms[key].name),
                theme.firm_colour(level.firms[key].colour),
            )
            card.figures = start_figures(texts.figures, level, key)
            card.has_lines = not is_lesson(level)
        if self.page is not None:
            self.page.goal = goal_line(level, texts)
            if is_lesson(level):
                for number, card in enumerate(self.cards.values()):
                    card.rect.y, card.rect.h = 78 + number // 3 * 160, 152
                    self.page.rect.y = card.rect.bottom + 22
                self.page.rect.h = 710 - self.page.rect.y
        from agents.minds.own import is_own

        strengths = STRENGTHS if level.styles else ()
        minds = [(key, self._mind_name(key)) for key in (LEVELS_OWN, *strengths, *level.styles, "passive")]
        if self.wanted_rivals not in dict(minds) and is_own(self.wanted_rivals):
            minds.append((self.wanted_rivals, self.wanted_rivals))
        self.rivals.options = as_options(minds)
        if self.rivals.chosen is None:
            self.rivals.value = LEVELS_OWN
        if is_lesson(level):
            own = self.summary.months_per_turn
            self.pace.options = as_options([(str(own), texts.say("new-months", months=own))])
            self.pace.tip = texts.say("new-pace-fixed")
        self.emblem = EmblemBook.known.setdefault(self.wanted, emblem_of(self.wanted, level))
        self.level.show(texts, self.summary, self.emblem)
        self._mark()
        self.app.work(_warm_up, lambda _: None, lambda _: None)

    def _mind_name(self, key: str) -> str:
        assert self.app is not None
        texts = self.app.texts
        for name in (f"rivals-{key}", f"style-{key}-name"):
            if texts.has(name):
                return texts.say(name)
        return key

    def _style_chosen(self, key: str) -> None:
        """The tip tells the style that is chosen."""
        assert self.app is not None
        texts, style = self.app.texts, f"style-{key}"
        told = [texts.say(style)] if texts.has(style) else []
        self.rivals.tip = "\n".join([*told, texts.say("menu-rivals-tip")])

    def _level_bad(self, error: Exception) -> None:
        self.toast(str(error), "bad", "triangle-alert", 9000)

    # --- people and firms ------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        return round(self.people.value)

    def _people_changed(self, _: float) -> None:
        assert self.app is not None
        say, seats = self.app.texts.say, self.summary.seats
        names = [row.text for row in self.rows]
        kept = self.chosen[: self.count]
        free = [seat for seat in seats if seat not in kept]
        self.chosen = kept + free[: self.count - len(kept)]
        for row in self.rows:
            self.root.remove(row)
        self.rows = []
        for number in range(self.count if self.count > 1 else 0):
            name = names[number] if number < len(names) else ""
            area = (X, ROWS_TOP + number * 38, WIDE, 34)
            row = SeatRow(f"new.name.{number}", area, say("new-player", number=number + 1), name, self._picker(number))
            row.tip = say("new-player-tip")
            self.rows.append(row)
            self.root.children.insert(self.root.children.index(self.people) + 1 + number, row)
            row.parent = self.root
        self.turn_of = min(self.turn_of, max(0, self.count - 1))
        watching = self.count == 0
        self.go.label, self.go.icon = say("new-watch" if watching else "menu-start"), "eye" if watching else "play"
        self._mark()

    def _picker(self, number: int) -> Act:
        def pick() -> None:
            self.turn_of = number
            self._mark()

        return pick

    def _chooser(self, seat: str) -> Act:
        def choose() -> None:
            if not self.count:
                self.people.put(1)
            place = self.turn_of
            if seat in self.chosen:
                other = self.chosen.index(seat)
                if other == place and self.count == 1:
                    return
                self.chosen[other], self.chosen[place] = self.chosen[place], self.chosen[other]
            else:
                self.chosen[place] = seat
            if self.count > 1:
                self.turn_of = (place + 1) % self.count
            self._mark()

        return choose

    def choose(self, firms: list[str]) -> None:
        """Steer these firms."""
        self.people.put(len(firms))
        self.chosen = list(firms)
        self._mark()

    def _mark(self) -> None:
        for key, card in self.cards.items():
            card.chosen = key in self.chosen
            card.badge = str(self.chosen.index(key) + 1) if card.chosen and self.count > 1 else ""
        for number, row in enumerate(self.rows):
            firm = self.cards.get(self.chosen[number])
            row.firm = firm.name if firm is not None else self.chosen[number]
            row.dot = firm.colour if firm is not None else theme.SOFT
            row.active = number == self.turn_of

    # --- what the buttons do ---------------------------------------------------------------------------

    def _dice(self) -> None:
        self.seed.text = str(random.randrange(1, 1_000_000))

    def _start(self) -> None:
        rivals = None if self.rivals.value == LEVELS_OWN else self.rivals.value
        own = self.summary.months_per_turn
        span = int(self.pace.value)
        pairs = list(zip(self.chosen, [row.text for row in self.rows] or [""], strict=False))
        order = self.summary.seats
        pairs.sort(key=lambda pair: order.index(pair[0]))
        firms, names = tuple(firm for firm, _ in pairs), tuple(name.strip() for _, name in pairs)
        self.director.start(
            Setup(
                self.wanted, firms, rivals, int(self.seed.text or "1"),
                names if any(names) else (), None if span == own else span,
            )
        )  # fmt: skip

    def _other_level(self) -> None:
        self.director.levels(self.wanted)

    def _help(self) -> None:
        from game.desktop.screens.almanac import open_almanac

        assert self.app is not None
        open_almanac(self)

    def escape(self) -> None:
        self.director.menu()

    # --- drawing ---------------------------------------------------------------------------------------

    def paint(self, canvas: Canvas) -> None:
        assert self.app is not None
        say = self.app.texts.say
        canvas.text(say("new-title"), (176, 44), size=theme.TITLE, weight=theme.BOLD, width=240)
        key = "new-choose-none" if not self.count else "menu-choose-several" if self.count > 1 else "menu-choose"
        canvas.text(say(key), (432, 54), size=theme.HEADING, weight=theme.SEMIBOLD)
        canvas.text(say("menu-choose-note"), (1250, 55), size=12, colour=theme.MUTED, align="right", width=420)
        if self.count < 2:
            told = self.summary.text
            text = say(told) if self.app.texts.has(told) else ""
            area = pygame.Rect(X + 2, ROWS_TOP + 4, WIDE - 4, 220)
            for number, line in enumerate(canvas.wrap(text, area.w, 12.5, theme.REGULAR)[:11]):
                canvas.text(line, (area.x, area.y + 10 + number * 19), size=12.5, colour=theme.SOFT)


class LevelButton(Button):
    """The level that will be played; a press goes to the others."""

    def __init__(self, ident: str, rect: Box, act: Act) -> None:
        super().__init__(ident, rect, "", act)
        self.lines: tuple[str, str, str] = ("", "", "")
        self.emblem: Emblem | None = None

    def show(self, texts: Texts, level: LevelSummary, emblem: Emblem) -> None:
        self.lines = (short_title(texts, level.title), length_of(texts, level), texts.say("new-other-level"))
        self.emblem = emblem

    def draw(self, canvas: Canvas) -> None:
        lit = self.hovered or self.held
        border = theme.LINE_STRONG if lit else theme.LINE
        canvas.panel(self.rect, theme.RAISED if lit else theme.PANEL, border, 9)
        picture = pygame.Rect(self.rect.x + 8, self.rect.y + 8, 150, self.rect.h - 16)
        if self.emblem is not None:
            draw_emblem(canvas, picture, self.emblem)
        x, room = picture.right + 12, self.rect.right - picture.right - 20
        y = self.rect.y + 20.0
        for line in canvas.wrap(self.lines[0], room, theme.LARGE, theme.SEMIBOLD)[:2]:
            canvas.text(line, (x, y), size=theme.LARGE, weight=theme.SEMIBOLD, width=room)
            y += 19
        for line in canvas.wrap(self.lines[1], room, 12, theme.REGULAR)[:2]:
            canvas.text(line, (x, y + 2), size=12, colour=theme.SOFT, width=room)
            y += 16
        canvas.text(self.lines[2], (x, self.rect.bottom - 16), size=12, colour=theme.ACCENT, width=room)


class SeatRow(TextEntry):
    """A player's name to write, and the firm that the player steers; the next card pressed is for the lit row."""

    def __init__(self, ident: str, rect: Box, name: str, text: str, picked: Act) -> None:
        super().__init__(ident, rect, name, text, most=16)
        self.picked, self.firm, self.dot, self.active = picked, "", theme.SOFT, False

    def focus_changed(self) -> None:
        super().focus_changed()
        if self.focused:
            self.picked()

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        right = self.rect.right - 12
        wide = canvas.text_width(self.firm, 12.5, theme.SEMIBOLD)
        canvas.text(self.firm, (right, self.rect.centery), size=12.5, weight=theme.SEMIBOLD, align="right")
        canvas.disc((right - wide - 12, self.rect.centery), 5, self.dot)
        if self.active:
            canvas.box(pygame.Rect(self.rect.x - 6, self.rect.y + 4, 3, self.rect.h - 8), theme.FOCUS)


def _is_digit(sign: str) -> bool:
    return sign in "0123456789"


def _warm_up() -> None:
    """Wake the engine while the player reads, so that the race starts at once."""
    import game.session  # noqa: F401
