"""What a player has chosen to see on the board, and what is under way there: it outlives other words or colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.desktop.screens.autoplay import Autoplay
    from game.desktop.screens.race import RaceScreen


@dataclass(frozen=True, slots=True)
class Kept:
    """`of` a board before it is made anew, `lay_out` on it afterwards."""

    measure: str
    tint: str
    filter: str
    pace: str
    follows: bool
    bare: bool
    warned: int
    autoplay: Autoplay
    desk: str
    form: tuple[str, str, int | None, dict[str, Any]] | None
    """Kind and group of the option, its place in the plan, and the values so far."""

    @classmethod
    def of(cls, race: RaceScreen) -> Kept:
        form = race.desk.form
        return cls(
            race.chart.measure,
            race.map.tint,
            race.map.filter.value,
            race.watch.pace.value,
            race.watch.follows,
            race.showing.bare,
            race.turning.warned,
            race.autoplay,
            race.desk.tabs.value,
            (form.option.kind, form.option.group, form.place, dict(form.values)) if form is not None else None,
        )

    def lay_out(self, race: RaceScreen) -> None:
        race.turning.warned, race.autoplay = self.warned, self.autoplay
        race.chart.tabs.choose(self.measure)
        race.map.filter.choose(self.filter)
        while race.map.tint != self.tint:
            race.map.next_tint()
        race.watch.follows = self.follows
        race.watch.pace.choose(self.pace)
        if not race.match.steering:
            race.watch.refresh()
            race.showing.bare = self.bare
            race.showing.stand()
        elif self.form is not None and not race.busy:
            kind, group, place, values = self.form
            options = race.match.session.options(race.match.firm, race.match.orders)
            option = next((each for each in options if (each.kind, each.group) == (kind, group)), None)
            if option is not None:
                race.desk.open_form(option, place, values)
        else:
            race.desk.tabs.value = self.desk
            if not race.busy:
                race.desk.show_cards()
