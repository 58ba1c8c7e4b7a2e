"""Who explains the figures of a race: from an address and a seat to the card of the figure.

An address is a path of `game.explain`, or begins with the name of a teller for what only the face knows ("plan:",
"chart:", "quote:"). What a figure is made of is worked out when it is asked for, in a thread if it takes a while.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import fsum
from typing import TYPE_CHECKING

from game.desktop.card import MOST_ROWS, Note, Row, Sheet, added
from game.desktop.screens import naming
from game.desktop.screens.tellers import TELLERS
from game.desktop.widget import Spot
from game.explain import Difference, Explanation, Part, UnknownFigureError, unit_of
from levels import almanac, facts

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.desktop.screen import Screen

AT_ONCE_MONTHS = 1
"""So much of the past is played again while one waits; more is left to a thread."""
AHEAD = (1, 2, 4)
"""Quarters of the forecast."""
FORECAST = ("me.binding", "me.idle_h100e", "me.online_h100e", "record.h100e_online", "record.h100e_idle")
FORECAST_CASH = ("me.cash_usd", "record.cash_usd", "me.runway_months")
FORECAST_USABLE = ("me.usable_h100e", "record.h100e_online")
MOST_SOURCES = 2
ROUNDING = "part-rounding"
COUNTED = ("H100e", "cards", "Elo", "users", "seats", "people", "points", "places", "MW")
"""Units that the last line of a table names for all."""


class Asking:
    """Explains to one screen what its match knows; `busy` tells whether the months are passing just now."""

    def __init__(self, match: Match, screen: Screen, busy: Callable[[], bool] = lambda: False) -> None:
        self.match, self.screen, self.busy = match, screen, busy
        self.read: Callable[[str], None] | None = None
        """Opens the almanac at an entry, where there is one."""
        self.when_known: Callable[[], None] | None = None
        self._recalling = False
        self._trouble = ""

    # --- what a screen asks ----------------------------------------------------------------------------

    def sheet(self, spot: Spot) -> Sheet:
        """The card of a figure, small parts folded together."""
        say, whole = self.match.words.say, self.full(spot)
        most = MOST_ROWS if whole.adds else 2 * MOST_ROWS
        rows = fold(whole, most, lambda count: say("card-other", count=count), self.told)
        return replace(whole, rows=rows, hint=say("card-hint"))

    def open(self, spot: Spot) -> None:
        from game.desktop.screens.opened import OpenedCard

        OpenedCard(self, spot).open(self.screen)

    def full(self, spot: Spot) -> Sheet:
        """All that can be said at once about a figure, with every part."""
        teller = TELLERS.get(spot.about.partition(":")[0])
        return teller(self, spot) if teller is not None else self.explained(spot, self.match.firm)

    def explained(self, spot: Spot, firm: str) -> Sheet:
        """A figure of a firm, from the books and rules of the game."""
        if self.busy():
            return self._head(spot, Note("hourglass", self.match.words.say("card-busy")))
        if not self._recall():
            note = self._trouble or self.match.words.say("card-recalling")
            return self._head(spot, Note("triangle-alert" if self._trouble else "hourglass", note))
        try:
            told = self.match.session.explain(firm, spot.about)
            since = self.match.session.change(firm, spot.about)
        except UnknownFigureError as error:
            return self._head(spot, Note("triangle-alert", str(error)))
        return self._sheet(spot, told, since)

    # --- the past --------------------------------------------------------------------------------------

    def _recall(self) -> bool:
        """Whether the past is known up to now; if it takes a while it is looked up and the screen told."""
        session = self.match.session
        if session.months_to_recall <= AT_ONCE_MONTHS:
            return True
        if self._recalling or self._trouble or self.screen.app is None:
            return False
        self._recalling = True
        self.screen.app.work(lambda: self.match.at_rest(session.recall), lambda _: self._recalled(), self._recalled)
        return False

    def _recalled(self, error: Exception | None = None) -> None:
        self._recalling = False
        self._trouble = str(error) if error is not None else ""
        self.screen.card_known()
        waiting, self.when_known = self.when_known, None
        if waiting is not None:
            waiting()

    # --- sheets ----------------------------------------------------------------------------------------

    def name(self, address: str) -> str:
        return naming.name(self.match.words, self.match.view, address)

    def _head(self, spot: Spot, *notes: Note) -> Sheet:
        name, icon = spot.name or self.name(spot.about), spot.icon or naming.icon(spot.about)
        return Sheet(spot.about, name, spot.value, icon, sentence=spot.sentence, notes=notes)

    def _sheet(self, spot: Spot, told: Explanation, since: Difference) -> Sheet:
        say, is_words = self.match.words.say, isinstance(told.whole, str)
        whole = told.whole if isinstance(told.whole, int | float) else None
        value = spot.value or self.told(told.whole, told.unit)
        rows = self._rows(told)
        if told.kind in ("sum", "ledger", "history"):
            rows = tuple(sorted(rows, key=lambda row: -abs(row.exact)))
        if told.kind == "product":
            rows = (*rows[:1], *sorted(rows[1:], key=lambda row: -abs(row.exact)))
        return Sheet(
            spot.about,
            spot.name or self.name(spot.about),
            value,
            spot.icon or naming.icon(spot.about),
            *self._change(since),
            sentence=spot.sentence or self._sentence(told),
            rows=rows,
            whole=whole,
            foot=("", "") if is_words or len(rows) < 2 else (say("card-together"), self.told(told.whole, told.unit)),
            notes=(*self._sources(told), *self._forecast(spot.about)),
            entry=almanac.of_figure(spot.about),
            changes=self._changes(since),
            changed=(say("card-together"), self.told(since.total, since.unit, signed=True)),
            unit=told.unit,
            adds=not is_words and told.kind not in ("least", "most"),
        )

    def _rows(self, told: Explanation) -> tuple[Row, ...]:
        """The parts as rows; those that add nothing are left out, what was cut off goes with the largest."""
        is_leg = told.kind in ("least", "most")
        cut = fsum(part.amount for part in told.parts if part.text.key == ROUNDING)
        parts = [part for part in told.parts if part.text.key != ROUNDING]
        rows = [self._row(part, told) for part in parts if part.amount or (is_leg and part.value != "")]
        if not rows:
            rows = [self._row(part, told) for part in parts[:1]]
        if cut and rows:
            at = max(range(len(rows)), key=lambda n: abs(rows[n].exact))
            rows[at] = replace(rows[at], exact=rows[at].exact + cut)
        return tuple(rows)

    def _sentence(self, told: Explanation) -> str:
        words, key = self.match.words, naming.key(self.match.view, told.path)[0]
        if words.texts.has(f"{key}.is"):
            return words.say(f"{key}.is")
        return words.say(f"card-{told.kind}") if told.kind != "text" else ""

    def _row(self, part: Part, told: Explanation) -> Row:
        amount, note = "", ""
        is_leg = told.kind in ("least", "most")
        if is_leg and not isinstance(part.value, str):
            amount = self.told(part.value, part.unit or told.unit)
        elif isinstance(told.whole, str):
            amount = "" if part.value == "" else self.told(part.value, part.unit)
        else:
            amount = self.told(part.amount, "" if told.unit in COUNTED else told.unit)
            note = self._note(part)
        return Row(
            self.match.words.text(part.text),
            amount,
            part.amount,
            note,
            part.path,
            part.source,
            part.binding,
        )

    def _note(self, part: Part) -> str:
        """What stands behind an amount: a factor, how many entries; nothing if it is the amount itself."""
        if part.value == "" or isinstance(part.value, str) or (part.value == part.amount and part.unit != "factor"):
            return ""
        if part.unit == "factor":
            return f"× {part.value:,.3g}"
        if part.unit in ("entries", "changes"):
            return f"{part.value:,.0f} ×" if part.value != 1 else ""
        return self.told(part.value, part.unit)

    def _change(self, since: Difference) -> tuple[str, str]:
        """What has changed since the last turn, and its tone."""
        words, now, before = self.match.words, since.whole, since.before
        span = self.match.level.months_per_turn
        if isinstance(now, str) or isinstance(before, str) or self.match.view.month <= span or now == before:
            return "", "muted"
        month = words.month(max(0, self.match.view.month - 1 - span))
        change = self.told(now - before, since.unit, signed=True)
        tone = naming.tone(since.path, now - before)
        return words.say("card-since", change=change, month=month), tone

    def _changes(self, since: Difference) -> tuple[Row, ...]:
        if isinstance(since.whole, str) or isinstance(since.before, str):
            return ()
        rows = [
            Row(
                self.match.words.text(part.text),
                self.told(part.amount, since.unit, signed=True),
                part.amount,
                about=part.path,
            )
            for part in since.parts
        ]
        return tuple(sorted(rows, key=lambda row: -abs(row.exact)))

    def _sources(self, told: Explanation) -> tuple[Note, ...]:
        """What starting values and parameters stand on."""
        sources = dict.fromkeys(part.source for part in told.parts if part.source)
        return tuple(Note("book-open", source_line(source)) for source in list(sources)[:MOST_SOURCES])

    def _forecast(self, about: str) -> tuple[Note, ...]:
        say, match = self.match.words.say, self.match
        if about not in (*FORECAST, *FORECAST_CASH, *FORECAST_USABLE) or match.view.role is not None:
            return ()
        if not match.alive or not match.view.me.is_lab:
            return ()
        notes = []
        for each in match.session.outlook(match.firm, AHEAD):
            months = each.month - match.session.race.month
            if about in FORECAST_CASH:
                text = say("card-ahead-cash", months=months, cash=each.free_usd)
            elif about in FORECAST_USABLE:
                text = say("card-ahead-usable", months=months, h100e=each.usable_h100e)
                text += say("card-ahead-then", leg=say(f"binding-{each.binding}")) if each.binding != "none" else ""
            else:
                text = say("card-ahead-binding", months=months, leg=say(f"binding-{each.binding}"))
            notes.append(Note("eye", text, "accent"))
        return tuple(notes)

    def unit(self, address: str) -> str:
        return unit_of(address)

    def told(self, value: str | int | float, unit: str, *, signed: bool = False) -> str:
        """A value as it is written in its unit."""
        return self.match.words.figures.told(value, unit, signed=signed)


def fold(
    sheet: Sheet, most: int, named: Callable[[int], str], write: Callable[[int | float, str], str]
) -> tuple[Row, ...]:
    """No more than `most` rows: the last are put together into one, a marked one is kept."""
    if len(sheet.rows) <= most:
        return sheet.rows
    kept, rest = list(sheet.rows[: most - 1]), list(sheet.rows[most - 1 :])
    marked = next((row for row in rest if row.marked), None)
    if marked is not None:
        rest.remove(marked)
        rest.insert(0, kept.pop())
        kept.append(marked)
    exact = added(tuple(rest))
    return (
        *kept,
        Row(named(len(rest)), write(exact, "" if sheet.unit in COUNTED else sheet.unit) if sheet.adds else "", exact),
    )


def source_line(source: str) -> str:
    """A source in words: the fact by its id and what it says, and what else was noted."""
    ids = facts.ids_in(source)
    known = facts.known()
    told = [f"{each}: {known[each].subject}, {known[each].what}" for each in ids[:2] if each in known]
    return "; ".join(told) if told else source


__all__ = ["Asking", "fold", "source_line"]
