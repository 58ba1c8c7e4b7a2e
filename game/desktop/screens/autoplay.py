"""Turns that play themselves by the advisor's plan until something happens that a player would want to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.desktop.screens.links import Link, link_of_news, link_of_order
from game.telling.matters import unanswered
from game.telling.standing import ranks_now

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.desktop.screens.race import RaceScreen

OPPOSED = ("news-petition", "news-lawsuit", "news-stopped", "news-suit-lost")
RELEASED = ("news-release", "news-refresh")
MEASURES = ("valuation", "elo")


@dataclass(frozen=True, slots=True)
class Seen:
    """What is compared from turn to turn."""

    ranks: dict[str, dict[str, int]]
    binding: str
    matters: frozenset[str]


def seen(match: Match) -> Seen:
    ranks = {measure: ranks_now(match, measure) for measure in MEASURES}
    return Seen(ranks, match.view.me.binding, frozenset(matter.key for matter in match.matters if matter.stops))


def why_stop(match: Match, before: Seen) -> tuple[str, Link] | None:
    """The first thing since then that wants a decision, in words, and where it leads; None to play on."""
    say, firm, now = match.words.say, match.firm, seen(match)
    for order, why in match.session.refused(firm):
        return say("auto-refused", order=match.words.order(order), why=match.refusal(why)), link_of_order(match, order)
    for matter in unanswered(match):
        if matter.stops and matter.key not in before.matters:
            return matter.text, ("site", matter.site) if matter.site else ("desk", matter.desk)
    news = match.news_since(match.view.months_per_turn)
    for item in news:
        link = link_of_news(match, item)
        if item.text.key in OPPOSED and (item.firm == firm or link[1] in match.view.sites):
            return match.words.news(item), link
    elo, was = now.ranks["elo"], before.ranks["elo"]
    for item in news:
        rival = item.firm
        is_release = item.text.key in RELEASED and rival != firm and rival in elo and rival in was
        if is_release and was[rival] > was.get(firm, 0) and elo[rival] < elo.get(firm, 0):
            return say("auto-overtaken", firm=match.words.firm(rival)), ("firm", rival)
    for measure in MEASURES:
        mine, old = now.ranks[measure].get(firm, 0), before.ranks[measure].get(firm, 0)
        if mine != old:
            figure = "me.valuation_usd" if measure == "valuation" else "me.arena_elo"
            return say("auto-rank", measure=say(f"measure-{measure}"), rank=mine, was=old), ("figure", figure)
    if now.binding != before.binding:
        return say("auto-binding", what=say(f"auto-binding-{now.binding}")), ("", "")
    return None


class Autoplay:
    """Belongs to a race screen that one person steers."""

    def __init__(self, race: RaceScreen) -> None:
        self.race = race
        self.running = False
        self.stopped: tuple[str, Link] | None = None
        """Why it stopped last, until the next turn is ended."""
        self._before: Seen | None = None

    def toggle(self) -> None:
        """Start, or stop when the turn under way is over."""
        race = self.race
        if self.running:
            self.stop(race.match.words.say("auto-by-hand"), ("", ""))
        elif race.match.steering and len(race.match.people) == 1 and not race.busy and not race.covered:
            if race.desk.form is not None:
                race.toast(race.match.words.say("form-first"), "warn", "info")
                return
            self.running = True
            self._play()

    def _play(self) -> None:
        self.stopped, self._before = None, seen(self.race.match)
        turn = self.race.match.session.turn
        self.race.end_turn()
        if not self.race.busy and self.race.match.session.turn == turn:
            self.running = False

    def arrived(self) -> None:
        """A turn is over: go on, or stop and say why."""
        if self.running and self._before is not None:
            found = why_stop(self.race.match, self._before)
            if found is None:
                self._play()
                return
            self.stop(*found)
        self.race.tell_turn()

    def stop(self, why: str, link: Link) -> None:
        self.running, self.stopped = False, (why, link)
        self.race.toast(self.race.match.words.say("auto-stopped", why=why), "accent", "pause", 6000)
