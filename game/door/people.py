"""Orders about people: a rival's seniors, and small labs taken over in all but name."""

from typing import TYPE_CHECKING

from agents.desk import Refusal
from agents.orders import Acquihire, Poach
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import takeovers, talent

if TYPE_CHECKING:
    from game.race import Race


def check_poach(race: "Race", firm: str, planned: Planned, order: Poach) -> Granted | Refusal:
    world, rules = race.world, race.level.rules.talent
    state, rival = world.firms[firm], world.firms.get(order.rival)
    if state.model is None:
        return refuse("refuse-no-lab")
    if rival is None or rival is state or not rival.alive or rival.model is None:
        return refuse("refuse-no-rival")
    if planned.of("poach " + order.rival):
        return refuse("refuse-twice")
    most = talent.poach_most(race, rival)
    if not 0 < order.people <= most:
        return refuse("refuse-poach-size", most=most, people=most)
    if not rules.poach_least_usd <= order.usd_per_head <= rules.poach_most_usd:
        return refuse("refuse-package", low=rules.poach_least_usd, high=rules.poach_most_usd)
    chance = talent.poach_chance(race, state, rival, order.usd_per_head)
    coming = order.people * chance
    lines = [
        line("quote-packages", order.people * order.usd_per_head),
        line("quote-poach", chance=round(chance, 3), people=round(coming, 1)),
        line("quote-guard", months=rules.grudge_months),
    ]
    cash = order.people * order.usd_per_head
    return grant(cash, lines, world.month + 1, fill=chance, **{"poach " + order.rival: 1})


def do_poach(race: "Race", firm: str, order: Poach) -> None:
    firms = race.world.firms
    talent.poach(race, firms[firm], firms[order.rival], order.people, order.usd_per_head)


def check_acquihire(race: "Race", firm: str, planned: Planned, order: Acquihire) -> Granted | Refusal:
    world, rules = race.world, race.level.rules.takeovers
    state, startup = world.firms[firm], world.startups.get(order.startup)
    if state.model is None:
        return refuse("refuse-no-lab")
    if startup is None or startup.owner:
        return refuse("refuse-no-startup")
    if planned.of("takeover"):
        return refuse("refuse-one-takeover")
    price = takeovers.ask_usd(race, startup)
    if order.usd < price:
        return refuse("refuse-bid", money=price)
    coming = int(startup.people * (1.0 - rules.stay_behind))
    blocked = takeovers.block_chance(race, firm)
    lines = [
        line("quote-bid", order.usd),
        line("quote-price", money=price),
        line("quote-coming", people=coming, months=rules.vest_months),
        line("quote-teach", elo=round(takeovers.gain_elo(race, state, startup), 1)),
        line("quote-blocked", chance=round(blocked, 3), money=int(price * rules.break_fee)),
    ]
    return grant(order.usd, lines, world.month + 1, fill=1.0 - blocked, takeover=1)


def do_acquihire(race: "Race", firm: str, order: Acquihire) -> None:
    race.world.bids.takeovers.append((order.startup, firm, order.usd))
