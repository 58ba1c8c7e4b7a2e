"""Neighbours of large sites: opposition, permits, blocks, suits and benefit funds (model 3).

`O' = O + a MW_unpermitted + b (bill - 1) + c (water, noise) - d fund - decay`; a block, a delay or a suit comes with a
monthly hazard of `1 - exp(-h exp(k O))`.
"""

from math import exp
from typing import TYPE_CHECKING

from agents import chance
from agents.books import TURBINE_KW, USD
from game.markets import power, queue

if TYPE_CHECKING:
    from agents.firm import FirmState, Site
    from agents.public import Claim
    from game.race import Race


def live_beside(race: "Race") -> None:
    """A month of every site's neighbours."""
    queue.touch_curtailed(race)
    tolerated = race.level.rules.community.tolerated_kw
    own = race.world.books.balances[TURBINE_KW]
    for site in race.sites:
        if site.offered_usd:
            _take_back(race, site)
        own_kw = own.get(site.key, 0)
        if site.opposition > 0.0 or own_kw or site.used_kw > tolerated or site.fund_usd > 0.0:
            _feel(race, site, own_kw)
            if own_kw:
                _judge_own_power(race, site, own_kw)
        if site.suit_until >= 0 or site.opposition > race.level.rules.community.suit_from:
            _sue(race, site)


def _feel(race: "Race", site: "Site", own_kw: int) -> None:
    """Opposition grows with what neighbours see, hear and pay, and fades with time and money for them."""
    rules, power_rules = race.level.rules.community, race.level.rules.power
    seen_kw = 0.0
    if own_kw:
        plants_kw = 0
        for kind, kw in site.plants.items():
            seen_kw += kw * race.level.generators[kind].opposition
            plants_kw += kw
        permitted = own_kw - plants_kw - site.unpermitted_kw
        seen_kw += site.unpermitted_kw + permitted * rules.permitted_part
    grows = power_rules.opposition_per_100_mw * seen_kw / 100_000.0
    load_kw = site.used_kw - rules.tolerated_kw
    if load_kw > 0:
        dearer = race.utility_in[site.region].state.bills - 1.0
        grows += rules.load_per_100_mw * load_kw / 100_000.0 + (rules.bill * dearer if dearer > 0.0 else 0.0)
    felt = site.opposition * (1.0 - power_rules.opposition_decay) + grows
    if site.fund_usd > 0.0:
        felt -= _calm(race, site)
    site.opposition = felt if felt > 0.0 else 0.0


def _calm(race: "Race", site: "Site") -> float:
    """A month of the benefit fund: what it spends, and what it takes off the opposition."""
    rules = race.level.rules.community
    spent = site.fund_usd / max(1.0, rules.fund_months)
    site.fund_usd = max(0.0, site.fund_usd - spent) if site.fund_usd > 1_000.0 else 0.0
    return rules.fund_calm * spent / (spent + rules.fund_usd_per_mw_month * max(1.0, site.used_kw / 1000.0))


def block_hazard(race: "Race", site: "Site", *, permitted: bool) -> float:
    """Monthly chance that a site's own power is blocked: `1 - exp(-h exp(k O))`, far less with a permit."""
    rules, utility = race.level.rules, race.utility_in[site.region]
    strictness = utility.facts.permit_hazard * utility.state.strictness
    factor = rules.community.permitted_hazard if permitted else 1.0
    return 1.0 - exp(
        -rules.power.block_hazard * strictness * factor * exp(rules.power.block_opposition * site.opposition)
    )


def _judge_own_power(race: "Race", site: "Site", own_kw: int) -> None:
    """Permits come, time runs out, or what stands there is stopped: for good without a permit, for months with one."""
    world, rules = race.world, race.level.rules
    if not site.unpermitted_kw:
        if site.stopped_until <= world.month and chance.happens(
            block_hazard(race, site, permitted=True), world.seed, site.key, "appeal", world.month
        ):
            _stop(race, site, own_kw)
        return
    utility = race.utility_in[site.region]
    if chance.happens(
        rules.power.permit_chance * utility.state.permit_speed, world.seed, site.key, "permit", world.month
    ):
        site.unpermitted_kw = 0
        site.turbines_since = -1
        world.tell("gavel", "news-permit", site.firm, 1, site=site.name)
        return
    hazard = block_hazard(race, site, permitted=False)
    expired = world.month - site.turbines_since >= rules.power.turbine_permit_months
    if expired or chance.happens(hazard, world.seed, site.key, "block", world.month):
        kw = min(site.unpermitted_kw, power.mobile_kw(race, site))
        world.books.move(TURBINE_KW, site.key, "~turbines", kw, "turbines_blocked")
        site.unpermitted_kw = 0
        site.turbines_since = -1
        firm = world.firms[site.firm]
        firm.trust = max(0.0, firm.trust - rules.power.block_trust)
        world.tell("gavel", "news-expired" if expired else "news-blocked", site.firm, -1, mw=kw // 1000, site=site.name)


def _stop(race: "Race", site: "Site", own_kw: int) -> None:
    world = race.world
    site.stopped_until = world.month + race.level.rules.community.injunction_months
    world.books.touched.append(site.key)
    until = site.stopped_until - world.month
    world.tell("gavel", "news-stopped", site.firm, -1, mw=own_kw // 1000, site=site.name, months=until)


def _sue(race: "Race", site: "Site") -> None:
    """Groups sue when opposition is high (S124); a court may stop own power and works at once, and decides later."""
    world, rules = race.world, race.level.rules.community
    if site.suit_until < 0:
        pull = race.level.rules.power.block_opposition * (site.opposition - 1.0)
        hazard = 1.0 - exp(-rules.suit_hazard * exp(pull))
        if chance.happens(hazard, world.seed, site.key, "suit", world.month):
            site.suit_until = world.month + rules.injunction_months
            world.tell("scale", "news-lawsuit", site.firm, -1, site=site.name)
            if chance.happens(rules.injunction, world.seed, site.key, "injunction", world.month):
                _stop(race, site, world.books.held(TURBINE_KW, site.key))
    elif world.month >= site.suit_until:
        lost = chance.happens(rules.injunction, world.seed, site.key, "judgment", world.month)
        paid = min(settlement_usd(race, site), max(0, world.books.held(USD, site.firm))) if lost else 0
        world.books.pay(site.firm, "~neighbours", paid, "suit")
        site.suit_until = -1
        site.opposition *= rules.settled_opposition
        world.tell("scale", "news-suit-lost" if lost else "news-suit-won", site.firm, -1 if lost else 1, site=site.name)


def settlement_usd(race: "Race", site: "Site") -> int:
    """What a suit costs to settle."""
    return int(race.level.rules.community.settle_usd_per_mw * max(1.0, site.used_kw / 1000.0))


def settle(race: "Race", site: "Site") -> None:
    """Pay, and the suit, the injunction and a part of the opposition are gone."""
    world = race.world
    world.books.pay(site.firm, "~neighbours", settlement_usd(race, site), "suit")
    site.suit_until, site.stopped_until = -1, min(site.stopped_until, world.month)
    site.opposition *= race.level.rules.community.settled_opposition
    world.books.touched.append(site.key)
    world.tell("handshake", "news-settled", site.firm, 0, site=site.name)


def fund(race: "Race", site: "Site", amount_usd: int) -> None:
    """Money for the neighbours, spent over years; where residents hold a seat it lies ready until they accept."""
    world = race.world
    world.books.pay(site.firm, "~neighbours", amount_usd, "fund")
    site.offered_usd, site.offered_since = site.offered_usd + amount_usd, world.month
    if race.utility_at(site.key) not in race.residents_of:
        accept(race, site)


def accept(race: "Race", site: "Site") -> None:
    """The offered fund is taken and begins to work."""
    race.world.tell("leaf", "news-fund", site.firm, 1, site=site.name, usd=site.offered_usd)
    site.fund_usd += site.offered_usd
    site.offered_usd = 0


def _take_back(race: "Race", site: "Site") -> None:
    """An offer that nobody has accepted for two turns goes back."""
    if race.world.month - site.offered_since > 2 * race.level.months_per_turn:
        race.world.books.pay("~neighbours", site.firm, site.offered_usd, "fund")
        site.offered_usd = 0


def doubted(race: "Race", firm: "FirmState", claim: "Claim") -> bool:
    """Whether a utility contradicts a claim this month: own cards that its megawatts cannot run (S122)."""
    use, rules = firm.compute, race.level.rules.community
    own = claim.amount - use.leased
    if own <= 0 or use.owned <= 0 or own * use.need_kw <= use.kw * use.owned:
        return False
    return chance.happens(rules.doubt, race.world.seed, firm.key, "doubt", race.world.month, claim.made)
