"""Take-overs in all but name: a buyer gets the people and what they know, the shell stays behind (model 14).

Start-ups go to the highest bid above their price, at the second bid (Vickrey 1961). Authorities look the harder the
more a buyer has taken within two years, and at who leads. People come over while their shares vest; they teach their
new lab as other seniors do. Those who leave the field found new start-ups, so that there is something left to take.
"""

from math import fsum
from typing import TYPE_CHECKING

from agents import chance
from game.markets import talent
from game.world import StartupState

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


def ask_usd(race: "Race", startup: StartupState) -> int:
    """What its founders and investors ask: so much a head, with the mood and the field's size."""
    rules, public = race.level.rules.takeovers, race.world.public
    capital = race.level.rules.capital
    size = (public.pool_usd / capital.pool_reference_usd) ** capital.promise_exponent
    return int(startup.people * rules.usd_per_head * public.sentiment * size)


def taken_lately(race: "Race", firm: str) -> int:
    """Take-overs that the firm has tried within the window that authorities look at."""
    since = race.world.month - race.level.rules.takeovers.window_months
    return len([buyer for buyer, month in race.world.takeovers if buyer == firm and month > since])


def block_chance(race: "Race", firm: str) -> float:
    """Chance that authorities stop the firm's next take-over."""
    rules = race.level.rules.takeovers
    odds = (rules.block_first, rules.block_second, rules.block_third)[min(2, taken_lately(race, firm))]
    state = race.world.firms[firm]
    share = state.user_share + state.seat_share
    leads = state.alive and share > 0.0
    for lab in race.labs if leads else ():
        if lab.user_share + lab.seat_share > share and lab.alive:
            leads = False
            break
    return float(min(1.0, odds + (rules.block_leader if leads else 0.0)))


def gain_elo(race: "Race", firm: "FirmState", startup: StartupState) -> float:
    """What the people of a start-up would teach a lab, once all have come."""
    return taught_elo(firm, startup, part_taught(race, startup))


def taught_elo(firm: "FirmState", startup: StartupState, part: float) -> float:
    """The same where the part that is taught is known already."""
    return part * (startup.skill - firm.skill) if startup.skill > firm.skill else 0.0


def part_taught(race: "Race", startup: StartupState) -> float:
    """Part of what the people of a start-up know beyond a lab that it learns from them."""
    rules = race.level.rules
    seniors = startup.people * (1.0 - rules.takeovers.stay_behind) * rules.takeovers.senior_share
    return float(1.0 - (1.0 - rules.talent.senior_know) ** seniors)


def clear(race: "Race") -> None:
    """Decide the bids of the turn, let those vest who were taken over, and found what leavers found."""
    world = race.world
    if world.bids.takeovers:
        for key in dict.fromkeys(bid[0] for bid in world.bids.takeovers):
            _auction(race, key, [bid for bid in world.bids.takeovers if bid[0] == key])
        world.bids.takeovers = []
    for startup in world.startups.values():
        if startup.vest_months:
            _vest(race, startup)
    _found(race)


def _auction(race: "Race", key: str, bids: list[tuple[str, str, int]]) -> None:
    world = race.world
    startup = world.startups[key]
    ranked = sorted(bids, key=lambda bid: (-bid[2], chance.draw(world.seed, bid[1], "bid " + key, world.month)))
    price = max(ask_usd(race, startup), ranked[1][2] if len(ranked) > 1 else 0)
    buyer = ranked[0][1]
    rules = race.level.rules.takeovers
    blocked = chance.happens(block_chance(race, buyer), world.seed, buyer, "antitrust " + key, world.month)
    world.takeovers.append((buyer, world.month))
    if blocked:
        firm = world.firms[buyer]
        world.books.pay(buyer, "~startups", int(price * rules.break_fee), "break_fee")
        firm.trust = max(0.0, firm.trust - rules.blocked_trust)
        world.tell("gavel", "news-takeover-blocked", buyer, -1, startup=startup.name)
        return
    world.books.pay(buyer, "~startups", price, "takeover")
    startup.owner, startup.vest_months = buyer, rules.vest_months
    startup.coming = int(startup.people * (1.0 - rules.stay_behind))
    world.tell("handshake", "news-takeover", buyer, 1, startup=startup.name, usd=price, people=startup.coming)


def _vest(race: "Race", startup: StartupState) -> None:
    """A month's part of those who come; what is left at the end is an empty shell."""
    rules, owner = race.level.rules.takeovers, race.world.firms[startup.owner]
    joining = -(-startup.coming // startup.vest_months)
    startup.vest_months -= 1
    if not owner.alive:
        startup.vest_months = 0
        return
    startup.coming -= joining
    startup.people -= joining
    owner.staff += joining
    talent.teach(race, owner, (owner.pre_elo, owner.post_elo, startup.skill), joining * rules.senior_share)


def _found(race: "Race") -> None:
    """Leavers found a start-up when enough have come together; they know somewhat more than the mean of the labs."""
    rules, world = race.level.rules.takeovers, race.world
    labs = [lab for lab in race.labs if lab.alive]
    gone = fsum(lab.left for lab in labs) * (1.0 - race.level.rules.talent.stay_share)
    world.founding += gone * rules.found_share
    if world.founding < rules.found_people or not labs:
        return
    open_now = sum(1 for startup in world.startups.values() if not startup.owner)
    if open_now >= rules.most_open:
        world.founding = float(rules.found_people)
        return
    world.founding -= rules.found_people
    world.founded += 1
    key = f"startup_{world.founded}"
    skill = fsum(lab.skill for lab in labs) / len(labs) + rules.found_edge
    world.startups[key] = StartupState(key, f"Start-up {world.founded}", rules.found_people, skill)
    world.tell("lightbulb", "news-startup", "", 0, startup=world.startups[key].name, people=rules.found_people)
