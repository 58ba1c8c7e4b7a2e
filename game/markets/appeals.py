"""Money beside the market: a plan put to sovereign funds, and a vote of an affiliate's shareholders (model 1)."""

from typing import TYPE_CHECKING

from agents import chance
from game.markets import capital
from game.world import Bond

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


def pitch_chance(race: "Race", firm: "FirmState", amount_usd: int) -> float:
    """That sovereign funds carry a plan: it falls as the plan outgrows the firm (S073)."""
    size = firm.valuation_usd / max(1, firm.valuation_usd + amount_usd)
    return min(1.0, race.level.rules.control.pitch_chance * race.world.public.sentiment * size)


def pitch(race: "Race", firm: "FirmState", amount_usd: int) -> bool:
    """Put a plan beyond all windows to sovereign funds; whether the money comes (for good, with a seat)."""
    world, rules = race.world, race.level.rules.control
    firm.pitched = world.month
    if not chance.happens(pitch_chance(race, firm, amount_usd), world.seed, firm.key, "pitch", world.month):
        firm.trust = max(0.0, firm.trust - rules.pitch_trust)
        world.tell("megaphone", "news-pitch-failed", firm.key, -1, usd=amount_usd)
        return False
    pre = max(1, firm.valuation_usd)
    capital.close_round(race, firm, [("~" + race.sovereign, amount_usd)], pre, "equity")
    world.bonds.append(Bond(firm.key, race.sovereign, amount_usd / (pre + amount_usd), True, "", 0.0, -1))
    world.tell("landmark", "news-pitch", firm.key, 1, usd=amount_usd, post=firm.post_money_usd)
    return True


def affiliate_chance(race: "Race", affiliate: str) -> float:
    """That an affiliate's shareholders vote for an investment (S104): less, the more they already object."""
    return race.level.rules.control.affiliate_support * max(0.0, 1.0 - race.world.firms[affiliate].opposition)


def ask_affiliate(race: "Race", affiliate: str, firm: "FirmState", amount_usd: int) -> bool:
    """The affiliate's shareholders vote on an investment in the lab, once; whether it comes."""
    world, rules, state = race.world, race.level.rules.control, race.world.firms[affiliate]
    name = race.level.firms[affiliate].name
    agreed = chance.happens(affiliate_chance(race, affiliate), world.seed, affiliate, "vote", world.month)
    state.invested = True
    if not agreed:
        state.opposition += 0.5 * rules.affiliate_opposition
        world.tell("gavel", "news-vote-lost", firm.key, -1, affiliate=name, usd=amount_usd)
        return False
    state.opposition += rules.affiliate_opposition
    pre, last = max(1, firm.valuation_usd), firm.last_round
    capital.close_round(race, firm, [(affiliate, amount_usd)], pre, "equity")
    firm.last_round = last
    firm.allied_share += amount_usd / (pre + amount_usd)
    world.tell("landmark", "news-vote-won", firm.key, 1, affiliate=name, usd=amount_usd)
    return True
