"""Rules on large models: duties above a line of training compute, audits, stringency and lobbying (model 9b).

Above the line every release is reviewed for some weeks and filed for a fee, and audits fine who does less safety work
than the law demands. Stringency R' = R + k severity - decay (R - 1) - lobbying. A line is drawn in FLOP, so it ages:
the same compute makes better models every year; and who would stand just above it stops just below (bunching at a
notch, after Kleven and Waseem 2013).
"""

from math import log2
from typing import TYPE_CHECKING

from agents import chance
from levels.calendar import index_of

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race
    from levels.schema import Duty

WEEKS_PER_MONTH = 52.0 / 12.0
JUST_BELOW = 0.999
"""Part of a line's compute at which a run that means to stay below it ends."""


def run_usd(race: "Race", flop: float) -> float:
    """What a run has cost at today's rent."""
    rules = race.level.rules.compute
    hours = flop / (rules.flop_per_second * rules.utilisation * rules.uptime * 3600.0)
    return hours * race.world.offers.rent_usd


def duties(race: "Race", flop: float, month: int) -> list[tuple[str, "Duty"]]:
    """The laws that bind a model of so much compute in a month."""
    found, level = [], race.level
    for key in race.world.drawn.duties:
        duty = level.duties[key]
        binds = flop >= duty.flop and index_of(duty.since, level.start) <= month
        if binds and (not duty.run_usd or run_usd(race, flop) >= duty.run_usd):
            found.append((key, duty))
    return found


def review_months(race: "Race", flop: float) -> int:
    """By how much the strictest review puts a release off, in whole months."""
    weeks = max((duty.review_weeks for _, duty in duties(race, flop, race.world.month)), default=0.0)
    return round(weeks * race.world.public.stringency / WEEKS_PER_MONTH)


def filing_usd(race: "Race", flop: float) -> int:
    """Cost of a release under all laws that bind it."""
    costs = sum(duty.filing_usd for _, duty in duties(race, flop, race.world.month))
    return int(costs * race.world.public.stringency)


def audit(race: "Race") -> None:
    """A month of inspectors, and of politics calming down."""
    world, rules = race.world, race.level.rules.regulation
    public = world.public
    public.stringency += rules.decay * (1.0 - public.stringency)
    if not world.drawn.duties:
        return
    for firm in race.labs:
        if not firm.alive or firm.model is None:
            continue
        for key, duty in duties(race, firm.model.flop, world.month):
            if firm.policies.safety >= duty.safety_share:
                continue
            if chance.happens(
                min(1.0, duty.audit * public.stringency), world.seed, firm.key, "audit " + key, world.month
            ):
                fine = int(duty.fine_usd * public.stringency)
                world.books.pay(firm.key, "~state", fine, "fines")
                firm.trust = max(0.0, firm.trust - rules.fine_trust)
                world.tell("gavel", "news-fine", firm.key, -1, law=duty.name, usd=fine)


def alarm(race: "Race", grave: float) -> None:
    """An incident makes the rules stricter for everybody."""
    rules, public = race.level.rules.regulation, race.world.public
    public.stringency = min(rules.most, public.stringency + rules.salience * grave)


def lobby_gain(race: "Race", usd: int) -> float:
    """What a campaign takes off the stringency."""
    rules = race.level.rules.regulation
    return float(rules.lobby_gain * log2(1.0 + usd / rules.lobby_usd))


def lobby(race: "Race", firm: "FirmState", usd: int) -> None:
    """Pay for a campaign: it helps everybody whom the rules bind, and may become a scandal of one's own."""
    world, rules = race.world, race.level.rules.regulation
    world.books.pay(firm.key, "~lobby", usd, "lobby")
    world.public.stringency = max(rules.least, world.public.stringency - lobby_gain(race, usd))
    if chance.happens(rules.lobby_found, world.seed, firm.key, "lobby", world.month):
        firm.trust = max(0.0, firm.trust - rules.lobby_trust)
        world.tell("eye", "news-lobby", firm.key, -1, usd=usd)
