"""How figures of routes to power, giants, products, text, laws, own chips, used cards and small labs come about."""

from collections.abc import Mapping
from math import exp, fsum
from typing import Any

from game import products
from game.explain.case import Case, Made, Part, explains, total
from game.explain.figure import given, label, least, named, product
from game.giants import Terms
from game.markets import chips, control, data, deals, debt, porting, queue, takeovers
from game.markets import power as power_market


def _at(case: Case, *names: str) -> Any:
    """What the view shows below a path."""
    thing: Any = case.view
    for name in names:
        if isinstance(thing, Mapping):
            thing = thing[name]
        else:
            thing = thing[int(name)] if isinstance(thing, tuple | list) else getattr(thing, name)
    return thing


def _price_of(case: Case, chip: str) -> str:
    """The path of a chip's price while its maker posts one."""
    return f"offers.chips.{chip}.price_usd" if chip in case.view.offers.chips else ""


# What stands as the level says, as somebody has ordered or signed, or as everybody sees it


_OF_THE_LEVEL = {
    "plants": ("generators", ("name", "least_kw", "largest_kw", "usd_per_kw", "energy")),
    "sources": ("sources", ("name", "price", "shape")),
    "products": ("products", ("name", "least_elo")),
    "publishers": ("publishers", ("name", "tokens", "exclusive")),
    "duties": ("duties", ("name", "flop", "safety_share", "since")),
    "giants": ("giants", ("key", "name", "region")),
}


@explains(*[f"{group}.*.{name}" for group, (_, names) in _OF_THE_LEVEL.items() for name in names])
def _of_the_level(case: Case, key: str, *, field: str = "") -> Made:
    for group, (table, names) in _OF_THE_LEVEL.items():
        if field in names and key in getattr(case.view, group):
            return case.at_level(f"{table}.{key}.{field}", _at(case, group, key, field))
    raise KeyError(key)


_RULES = {
    "pact_checks": "safety.pact_checks",
    "pact_rumours": "safety.pact_rumours",
    "ppa_months": "tariffs.ppa_least_months",
    "ppa_most_kw": "tariffs.ppa_most_kw",
}


@explains(*_RULES)
def _of_the_rules(case: Case, *, field: str = "") -> Made:
    return case.at_level("rules." + _RULES[field], getattr(case.view, field))


@explains("me.promised_due", "me.request_due", "me.releasing", "me.opens", "me.in_pact")
def _ordered(case: Case, *, field: str = "") -> Made:
    return given(label("ordered"), getattr(case.view.me, field))


@explains("me.offerings.*.announced", "me.offerings.*.launched", "me.offerings.*.share")
def _offering_ordered(case: Case, key: str, *, field: str = "") -> Made:
    return given(label("ordered"), _at(case, "me", "offerings", key, field))


@explains("me.watcher", "me.breach", "role")
def _stands(case: Case, *, field: str = "") -> Made:
    thing = getattr(case.view.me, field, "")
    return given(label("stands"), thing if isinstance(thing, str) else "")


@explains("pact", "pact.share", "pact.verified", "pact.members")
def _pact(case: Case, *, field: str = "") -> Made:
    if case.view.pact is None:
        return given(label("none"), "")
    value = getattr(case.view.pact, field, "")
    return given(label("signed"), ", ".join(value) if isinstance(value, tuple) else value)


_SIGNED = ("key", "operator", "name", "h100e", "rent_usd", "due", "started", "may_step_in", "prepay")


@explains(*[f"anchors.*.{name}" for name in _SIGNED])
def _anchor(case: Case, index: str, *, field: str = "") -> Made:
    return given(label("signed"), _at(case, "anchors", index, field))


@explains("anchors.*.late")
def _late(case: Case, index: str) -> Made:
    return given(label("stands"), _at(case, "anchors", index, "late"), case.source("rules.anchors.damages_months"))


@explains("anchors.*.step_in_usd")
def _step_in(case: Case, index: str) -> Made:
    """What the lender has put in, and the cards that stand there at today's price."""
    anchor = next(a for a in case.world.anchors if a.key == _at(case, "anchors", index, "key"))
    parts = [Part(label("lenders"), anchor.hall_loan_usd, "", "USD")]
    for chip, cards in case.race.cards_of.get(anchor.site, {}).items():
        usd = cards * chips.card_cost_usd(case.race, chip)
        parts.append(Part(named(case.level.chips[chip].name), usd, cards, "cards", _price_of(case, chip)))
    whole = _at(case, "anchors", index, "step_in_usd")
    if anchor.prepaid_usd:
        left = whole - sum(int(part.amount) for part in parts)
        parts.append(Part(label("prepaid"), left, anchor.prepaid_usd, "USD"))
    return total(parts, whole)


@explains("rivals.*.coming_elo")
def _leaked(case: Case, rival: str) -> Made:
    return given(label("public"), case.view.rivals[rival].coming_elo, kind="public")


@explains("projects.*.giant")
def _giant_of(case: Case, index: str) -> Made:
    return given(label("stands"), _at(case, "projects", index, "giant"))


# What rules have made of it since the opening


_REMEMBERED = {
    "safety": "policies.safety", "synthetic": "policies.synthetic", "credibility": "credibility",
    "price_power": "price_power", "safety_elo": "safety_elo", "loans_usd": "loans_usd",
}  # fmt: skip


@explains(*[f"me.{name}" for name in _REMEMBERED])
def _remembered(case: Case, *, field: str = "") -> Made:
    return case.history(f"firms/{case.firm}/{_REMEMBERED[field]}")


@explains("me.affiliate_opposition")
def _affiliate_opposition(case: Case) -> Made:
    affiliate = case.view.me.affiliate
    return case.history(f"firms/{affiliate}/opposition") if affiliate else given(label("none"), 0.0)


@explains("stringency")
def _stringency(case: Case) -> Made:
    return case.history("public/stringency")


@explains("offers.refurbished_kw")
def _refurbished(case: Case) -> Made:
    made = case.history("world/refurbished_kw", "rules.queue.refurbished_kw")
    return total(made.parts, case.view.offers.refurbished_kw)


@explains("sites.*.interruptible_kw", "sites.*.stopped_until")
def _site_history(case: Case, site: str, *, field: str = "") -> Made:
    return case.history(f"sites/{site}/{field}")


@explains("sites.*.fund_usd")
def _fund(case: Case, site: str) -> Made:
    return total(case.history(f"sites/{site}/fund_usd").parts, case.view.sites[site].fund_usd)


# Power


@explains("sites.*.queue_kw", "sites.*.position_usd")
def _places(case: Case, site: str, *, field: str = "") -> Made:
    """Requests that wait, and what a buyer would bid for each place."""
    return total(
        Part(
            label("requested", month=case.month(r.placed)),
            r.kw if field == "queue_kw" else queue.position_usd(case.race, r),
            r.kw,
            "kW",
            "",
            case.source("rules.queue.position_usd_per_kw") if field == "position_usd" else "",
        )
        for r in case.world.requests
        if r.site == site and r.placed >= 0
    )


@explains("sites.*.plant_kw")
def _plant_kw(case: Case, site: str) -> Made:
    plants = case.world.sites[site].plants
    return total(Part(named(case.level.generators[kind].name), kw, "", "kW") for kind, kw in plants.items())


@explains("sites.*.ordered_plant_kw")
def _ordered_plants(case: Case, site: str) -> Made:
    plants = [p for p in case.world.plants if p.site == site]
    return total(Part(label("plant", month=case.month(p.due)), p.kw, p.plant, "") for p in plants)


@explains("sites.*.hedged_kw")
def _hedged(case: Case, site: str) -> Made:
    contracts = [c for c in case.world.power_contracts if c.site == site]
    return total(Part(named(case.level.sources[c.source].name), c.kw, c.price, "USD/kWh") for c in contracts)


@explains("sites.*.suit_usd")
def _suit(case: Case, site: str) -> Made:
    seen, facts = case.view.sites[site], case.world.sites[site]
    if facts.suit_until < 0:
        return given(label("none"), 0)
    path = "rules.community.settle_usd_per_mw"
    base = Part(label("usd-per-mw"), case.rules.community.settle_usd_per_mw, "", "USD", "level." + path,
                case.source(path))  # fmt: skip
    return product(base, [(label("running-mw"), max(1.0, facts.used_kw / 1000.0), "", "")], seen.suit_usd)


@explains("offers.power.*.deposit_usd_per_kw")
def _deposit(case: Case, region: str) -> Made:
    """The deposit, and months of the minimum bill as collateral."""
    facts = case.level.regions[region]
    utility = case.race.utility_by_key[facts.utility]
    terms, tariff = utility.state.terms, facts.tariff_usd_per_kwh * utility.state.tariff
    bill = utility.minimum_bill_usd(tariff, case.rules)
    source = case.source("rules.tariffs.deposit_usd_per_kw")
    return total(
        [
            Part(label("deposit"), terms.deposit_usd_per_kw, "", "USD", "", source),
            Part(label("collateral"), terms.collateral_months * bill, terms.collateral_months, "months",
                 f"offers.power.{region}.minimum_take", case.source("rules.tariffs.collateral_months")),
        ]
    )  # fmt: skip


@explains("offers.power.*.minimum_take")
def _minimum_take(case: Case, region: str) -> Made:
    now, start = case.view.offers.power[region].minimum_take, case.rules.power.minimum_take
    path = "rules.power.minimum_take"
    first = Part(label("start"), start, "", "share", "level." + path, case.source(path))
    return total([first, Part(label("filings"), now - start)])


@explains("offers.power.*.energy_usd_per_kwh")
def _energy(case: Case, region: str) -> Made:
    """The part of the tariff that is energy, at today's spot price."""
    facts, path = case.level.regions[region], f"regions.{region}.tariff_usd_per_kwh"
    spot = queue.spot(case.race, case.race.utility_by_key[facts.utility])
    base = Part(label("start"), facts.tariff_usd_per_kwh, "", "USD/kWh", "level." + path, case.source(path))
    return product(
        base,
        [
            (label("energy-part"), case.rules.tariffs.energy_part, "", case.source("rules.tariffs.energy_part")),
            (label("spot"), spot, "", case.source("rules.tariffs.spot_noise")),
        ],
    )


@explains("offers.ppa_usd_per_kwh.*")
def _fixed_price(case: Case, region: str) -> Made:
    """What energy is expected to cost over the term, with the seller's premium."""
    facts, path, rules = case.level.regions[region], f"regions.{region}.tariff_usd_per_kwh", case.rules.tariffs
    ahead = queue.forward(case.race, case.race.utility_by_key[facts.utility], rules.ppa_least_months)
    source = next(iter(case.level.sources))
    base = Part(label("start"), facts.tariff_usd_per_kwh, "", "USD/kWh", "level." + path, case.source(path))
    return product(
        base,
        [
            (label("energy-part"), rules.energy_part, "", case.source("rules.tariffs.energy_part")),
            (label("forward"), ahead, "", case.source("rules.tariffs.spot_memory")),
            (label("premium"), rules.ppa_premium, "", case.source("rules.tariffs.ppa_premium")),
            (named(case.level.sources[source].name), case.level.sources[source].price, f"sources.{source}.price", ""),
        ],
    )


@explains("offers.power.*.headroom_kw")
def _headroom(case: Case, region: str) -> Made:
    utility = case.level.regions[region].utility
    made = case.history(f"utilities/{utility}/headroom_kw", f"utilities.{utility}.headroom_kw")
    return total(made.parts, case.view.offers.power[region].headroom_kw)


@explains("offers.power.*.shortage")
def _shortage(case: Case, region: str) -> Made:
    return case.history(f"utilities/{case.level.regions[region].utility}/shortage")


@explains("offers.power.*.speculative_share")
def _speculative(case: Case, region: str) -> Made:
    """Of the load that waits, the part that nobody stands behind."""
    state = case.race.utility_by_key[case.level.regions[region].utility].state
    share, path = case.view.offers.power[region].speculative_share, f"offers.power.{region}.queue_kw"
    source = case.source("rules.queue.speculators")
    return total([Part(label("queue-speculative"), share, state.speculative_kw, "kW", path, source)])


@explains("offers.power.*.interruptible_months")
def _interruptible(case: Case, region: str) -> Made:
    """A new request's wait, less for a load that may be cut."""
    rules, utility = case.rules, case.race.utility_by_key[case.level.regions[region].utility]
    wait = utility.wait_months(rules)
    path = f"offers.power.{region}.wait_months"
    faster = utility.wait_months(rules, rules.queue.interruptible_speed) / wait
    return product(
        Part(label("plain-wait"), wait, "", "months", path),
        [(label("may-be-cut"), faster, "", case.source("rules.queue.interruptible_speed"))],
    )


@explains("offers.plant_months.*")
def _plant_months(case: Case, kind: str) -> Made:
    """The makers' own time, and what is on order already."""
    facts, at = case.level.generators[kind], f"generators.{kind}."
    mean = 0.5 * (facts.months_low + facts.months_high)
    behind = case.view.offers.plant_months[kind] - mean
    return total(
        [
            Part(label("makers-time"), mean, "", "months", "", case.source(at + "months_low")),
            Part(label("makers-book"), behind, facts.kw_per_year, "kW a year", "", case.source(at + "kw_per_year")),
        ]
    )


# Capital


@explains("me.votes")
def _votes(case: Case) -> Made:
    """Founders, and allies who have lost no money."""
    allied = control.votes(case.race, case.me) - case.me.founders_share
    return total(
        [
            Part(label("founders"), case.me.founders_share, "", "share", "me.founders_share"),
            Part(label("allies"), allied, case.me.allied_share, "share", "",
                 case.source("rules.control.loss_tolerance")),
        ]
    )  # fmt: skip


@explains("me.dscr")
def _cover(case: Case) -> Made:
    """Market rent of the cards that run, less their power, over interest and principal."""
    service = fsum(debt.service_usd(case.race, case.me))
    if service < 1.0:
        return given(label("no-debt-service"), case.view.me.dscr)
    sites = case.race.sites_of[case.firm]
    rent = case.view.rent_usd * case.rules.power.hours_per_month * sum(site.online_h100e for site in sites)
    bills = sum(power_market.bill_usd(case.race, site) for site in sites)
    parts = [
        Part(label("rent"), rent / service, rent, "USD", "rent_usd"),
        Part(label("power-bills"), -bills / service, bills, "USD"),
    ]
    rest = case.view.me.dscr - fsum(part.amount for part in parts)
    if case.view.me.dscr == debt.MOST_COVER and rest < 0.0:
        parts.append(Part(label("ceiling"), rest))
    return total(parts)


@explains("me.affiliate_usd")
def _affiliate_usd(case: Case) -> Made:
    usd, affiliate = case.view.me.affiliate_usd, case.view.me.affiliate
    if not usd:
        return given(label("none"), 0)
    return case.at_level(f"firms.{affiliate}.affiliate.invest_usd", usd, "USD")


@explains("offers.normal_rent_usd")
def _normal_rent(case: Case) -> Made:
    """An owner's cost and the lessor's margin."""
    owner = Part(label("owner-cost"), deals.owner_cost_usd(case.race), "", "USD an H100e-hour", "",
                 case.source("rules.leases.payback_months"))  # fmt: skip
    path = "rules.leases.margin"
    return product(owner, [(label("margin"), case.rules.leases.margin, "level." + path, case.source(path))])


@explains("cycle", "cycle.supply_line", "cycle.gain", "cycle.replacement", "cycle.normal_line", "cycle.adjust_turns")
def _cycle(case: Case, *, field: str = "") -> Made:
    if case.view.cycle is None:
        return given(label("none"), "")
    path = f"firms.{case.firm}.cloud.supply_line" if field == "supply_line" else f"rules.cycle.{field}"
    return case.at_level(path, getattr(case.view.cycle, field))


@explains("cycle.rent_expected")
def _rent_expected(case: Case) -> Made:
    return case.history(f"firms/{case.firm}/rent_expected")


# Chips


@explains("offers.resale.*.chip", "offers.resale.*.cards", "offers.resale.*.slots", "offers.resale.*.cheapest")
def _resale(case: Case, chip: str, *, field: str = "") -> Made:
    """What all who offer have posted."""
    return given(label("posted"), getattr(case.view.offers.resale[chip], field), kind="public")


@explains("offers.resale.*.usd")
def _used_price(case: Case, chip: str) -> Made:
    """A card with its server, new, and what a used one brings of it as orders stand against supply."""
    posted = case.view.offers.resale[chip].usd
    cost = chips.card_cost_usd(case.race, chip)
    base = Part(label("new-card"), cost, "", "USD", _price_of(case, chip))
    if not cost:
        return given(label("posted"), posted)
    rules = case.rules.resale
    tight = max(0.0, case.race.maker_of[chip].state.tightness - 1.0)
    used = min(rules.used_most, rules.used * (1.0 + rules.scramble * tight))
    return product(base, [(label("used"), used, "", case.source("rules.resale.used"))], posted)


@explains("me.divertible.*")
def _divertible(case: Case, chip: str) -> Made:
    """What an affiliate has coming, or what its shareholders would let go."""
    affiliate = case.view.me.affiliate
    state, sites = case.world.firms[affiliate], case.world.sites
    coming = sum(s.cards for s in case.world.shipments if s.chip == chip and sites[s.site].firm == affiliate)
    coming += sum(o.cards for o in case.world.orders if o.chip == chip and o.firm == affiliate)
    patience = max(0.0, 1.0 - state.opposition) / max(1e-9, case.rules.resale.divert_opposition)
    most = int(state.compute.owned / case.level.chips[chip].h100e * patience)
    source = case.source("rules.resale.divert_opposition")
    return least(
        [
            Part(label("affiliate-coming"), coming, "", "cards"),
            Part(label("willing"), most, "", "cards", "me.affiliate_opposition", source),
        ]
    )


@explains("me.portable.*")
def _portable(case: Case, operator: str) -> Made:
    """What is leased and not yet moved, or what stands there of the landlord's own chips."""
    asked = porting.unported_h100e(case.race, case.firm).get(operator, 0)
    there = case.view.me.portable[operator]
    legs = [Part(label("leased"), asked, "", "H100e", "me.leased_h100e")]
    if there < asked:
        legs.append(Part(label("own-chips"), there, "", "H100e"))
    return least(legs)


@explains("me.silicon", "me.silicon.chip", "me.silicon.partner", "me.silicon.usd_per_quarter", "me.silicon.respins")
def _silicon(case: Case, *, field: str = "") -> Made:
    if case.view.me.silicon is None:
        return given(label("none"), "")
    if field == "chip":
        return case.at_level(f"firms.{case.firm}.silicon.chip", case.view.me.silicon.chip)
    return given(label("stands" if field == "respins" else "ordered"), getattr(case.view.me.silicon, field))


@explains("me.silicon.ready", "me.silicon.done")
def _silicon_state(case: Case, *, field: str = "") -> Made:
    """Months of work done, of all; the first month of volume once the design is finished."""
    seen, programme = case.view.me.silicon, case.world.programmes.get(case.firm)
    assert seen is not None
    source = case.source("rules.silicon.stages")
    if field == "ready" or programme is None or programme.ready >= 0:
        return given(label("stands"), getattr(seen, field), source)
    left = min(1.0, programme.work_left / max(1.0, programme.work))
    return total(
        [
            Part(label("all-work"), 1.0, programme.work, "months", "", source),
            Part(label("work-left"), -left, programme.work_left, "months"),
        ]
    )


_PARTNER = ("key", "name", "usd_per_quarter", "months", "respin")


@explains(*[f"me.silicon.partners.*.{name}" for name in _PARTNER])
def _partner(case: Case, index: str, *, field: str = "") -> Made:
    key = _at(case, "me", "silicon", "partners", index, "key")
    return case.at_level(f"partners.{key}.{field}", _at(case, "me", "silicon", "partners", index, field))


@explains("me.silicon.partners.*.break_even_cards")
def _break_even(case: Case, index: str) -> Made:
    """Cost of the design over what each card saves against a merchant's (model 2)."""
    cards = _at(case, "me", "silicon", "partners", index, "break_even_cards")
    source = case.source("rules.silicon.wright_exponent")
    path = f"me.silicon.partners.{index}.usd_per_quarter"
    return given(label("break-even"), cards, source, path=path)


# Giants


@explains("giants.*.lead", "giants.*.may_lead", "giants.*.under_way")
def _giant_words(case: Case, key: str, *, field: str = "") -> Made:
    return given(label("stands"), _at(case, "giants", key, field))


@explains("giants.*.phases_left")
def _phases_left(case: Case, key: str) -> Made:
    built = case.world.giants[key].built
    return total(
        [
            Part(label("all-phases"), len(case.level.giants[key].phases)),
            Part(label("built"), -built, built, "phases"),
        ]
    )


@explains(*[f"giants.*.{name}" for name in ("cost_usd", "fit_out_usd", "slots", "kw", "months")])
def _next_phase(case: Case, key: str, *, field: str = "") -> Made:
    """The next phase, as it is planned."""
    path = f"giants.{key}.phases.{case.world.giants[key].built}.{field}"
    return case.at_level(path, _at(case, "giants", key, field))


@explains("giants.*.whole_usd")
def _whole_usd(case: Case, key: str) -> Made:
    """All phases that are left, and what is saved by building them at once."""
    phases, built = case.level.giants[key].phases, case.world.giants[key].built
    parts = [
        Part(
            label("phase", number=i + 1),
            phase.cost_usd,
            "",
            "USD",
            "",
            case.source(f"giants.{key}.phases.{i}.cost_usd"),
        )
        for i, phase in enumerate(phases)
        if i >= built
    ]
    saving = case.rules.giants.whole_saving if len(parts) > 1 else 0.0
    saved = -saving * sum(part.amount for part in parts)
    parts.append(Part(label("at-once"), saved, saving, "share", "", case.source("rules.giants.whole_saving")))
    return total(parts, _at(case, "giants", key, "whole_usd"))


@explains("giants.*.whole_months")
def _whole_months(case: Case, key: str) -> Made:
    left = case.level.giants[key].phases[case.world.giants[key].built :]
    longest = max(phase.months for phase in left)
    more = len(left) - 1
    overlap = case.rules.giants.overlap * more
    source = case.source("rules.giants.overlap")
    return total(
        [
            Part(label("longest-phase"), longest, "", "months"),
            Part(label("more-phases"), longest * overlap, more, "phases", "", source),
        ]
    )


@explains("giants.*.pledged_usd")
def _pledged(case: Case, key: str) -> Made:
    state = case.world.giants[key]
    return total(Part(named(case.who(f)), usd, "", "USD") for f, usd in state.pledges.items() if f != state.lead)


@explains("giants.*.mine_usd")
def _mine(case: Case, key: str) -> Made:
    return given(label("signed"), _at(case, "giants", key, "mine_usd"))


@explains("giants.*.missing_usd")
def _missing(case: Case, key: str) -> Made:
    """What the lead may not carry of the next phase and its chips, less what others have pledged."""
    terms = Terms(case.race, key, whole=False)
    parts = [
        Part(label("partners-part"), terms.partners_usd, "", "USD", f"giants.{key}.cost_usd",
             case.source(f"giants.{key}.lead_most")),
        Part(label("pledged"), -terms.pledged_usd, terms.pledged_usd, "USD", f"giants.{key}.pledged_usd"),
    ]  # fmt: skip
    below = -sum(part.amount for part in parts)
    return total([*parts, Part(label("floor"), below)] if below > 0 else parts)


# Models, products, text, laws


@explains("me.tokens")
def _tokens(case: Case) -> Made:
    """Its own text, what it has licensed, and what its own writing is worth."""
    if not case.me.tokens:
        return given(label("none"), 0.0)
    publishers = case.level.publishers
    parts = [Part(label("own-text"), case.me.data_tokens, "", "tokens", "",
                  case.source(f"firms.{case.firm}.lab.data_tokens"))]  # fmt: skip
    parts += [
        Part(named(publishers[x.publisher].name), publishers[x.publisher].tokens, "", "tokens",
             f"publishers.{x.publisher}.tokens")
        for x in case.world.licences
        if x.firm == case.firm
    ]  # fmt: skip
    most = case.rules.data.synthetic_worth * case.me.data_tokens
    if most > 0.0 and case.me.synthetic_tokens:
        worth = most * (1.0 - exp(-case.me.synthetic_tokens / most))
        source = case.source("rules.data.synthetic_worth")
        parts.append(Part(label("written"), worth, case.me.synthetic_tokens, "tokens", "", source))
    return total(parts)


@explains("me.hazard")
def _hazard(case: Case) -> Made:
    """The usual hazard, for so many users, at what the model can do beyond its safety work."""
    if case.me.model is None or not case.me.user_share:
        return given(label("no-model" if case.me.model is None else "no-demand"), case.view.me.hazard)
    path = "rules.public.incident_hazard"
    gap = (case.me.model.true_elo - case.me.safety_elo) / case.rules.safety.hazard_elo
    base = Part(label("usual-hazard"), case.rules.public.incident_hazard, "", "", "level." + path, case.source(path))
    unsafe = (label("unsafe"), exp(min(gap, 50.0)), "me.safety_elo", case.source("rules.safety.hazard_elo"))
    made = product(base, [(label("share"), case.me.user_share, "shares.users", ""), unsafe])
    rest = case.view.me.hazard - fsum(part.amount for part in made.parts)
    if case.view.me.hazard == 1.0 and rest < 0.0:
        made.parts.append(Part(label("ceiling"), rest))
    return made


@explains("me.products_h100e")
def _products_use(case: Case) -> Made:
    return total(
        Part(named(case.level.products[key].name), each.h100e, "", "H100e", f"me.offerings.{key}.h100e")
        for key, each in case.me.offerings.items()
        if each.share > 0.0
    )


@explains("me.offerings.*.h100e", "me.offerings.*.served")
def _offering_use(case: Case, key: str, *, field: str = "") -> Made:
    """What it had in the last month of the fleet that serves all whom it was launched to."""
    whole = products.fleet_h100e(case.race, key)
    text = label("of-fleet") if field == "served" else label("last-month")
    return given(text, _at(case, "me", "offerings", key, field), path=f"products.{key}.fleet_h100e", unit=f"of {whole}")


@explains("products.*.fleet_h100e")
def _product_fleet(case: Case, key: str) -> Made:
    facts, at = case.level.products[key], f"products.{key}."
    base = Part(label("start"), facts.fleet_h100e, "", "H100e", "", case.source(at + "fleet_h100e"))
    gain = (1.0 - facts.efficiency) ** (case.world.month / 12.0)
    better = (label("efficiency"), gain, "", case.source(at + "efficiency"))
    return product(base, [better], case.view.products[key].fleet_h100e)


@explains("products.*.usd_per_year")
def _product_revenue(case: Case, key: str) -> Made:
    facts, at = case.level.products[key], f"products.{key}.usd_per_year"
    base = Part(label("start"), facts.usd_per_year, "", "USD", "", case.source(at))
    grown = case.view.pool_usd / max(1, case.rules.customers.pool_usd)
    return product(base, [(label("pool-growth"), grown, "pool_usd", case.source("rules.customers.pool_usd"))])


@explains("publishers.*.usd_per_year")
def _text_price(case: Case, key: str) -> Made:
    """The posted price, and a step for each licence that is sold; of exclusive text the least bid."""
    facts, path = case.level.publishers[key], f"publishers.{key}.usd_per_year"
    parts = [Part(label("start"), facts.usd_per_year, "", "USD", "level." + path, case.source(path))]
    sold = sum(x.publisher == key for x in case.world.licences)
    if sold and not facts.exclusive:
        more = facts.usd_per_year * case.rules.data.licence_step * sold
        parts.append(Part(label("sold"), more, sold, "licences", "", case.source("rules.data.licence_step")))
    return total(parts, data.price_usd(case.race, key))


@explains("publishers.*.free")
def _text_free(case: Case, key: str) -> Made:
    return given(label("posted"), case.view.publishers[key].free)


@explains("duties.*.review_months")
def _review(case: Case, key: str) -> Made:
    """The law's weeks, at the strictness of the day."""
    facts, at = case.level.duties[key], f"duties.{key}.review_weeks"
    strict = case.view.stringency
    months = case.view.duties[key].review_months / strict if strict else 0.0
    base = Part(label("law"), months, facts.review_weeks, "weeks", "", case.source(at))
    return product(base, [(label("stringency"), strict, "stringency", "")])


# Small labs


@explains("startups.*.key", "startups.*.name", "startups.*.people")
def _startup(case: Case, index: str, *, field: str = "") -> Made:
    return given(label("public"), _at(case, "startups", index, field), kind="public")


@explains("startups.*.ask_usd")
def _ask(case: Case, index: str) -> Made:
    """So much a head, with the mood and the field's size."""
    seen, rules, capital = _at(case, "startups", index), case.rules.takeovers, case.rules.capital
    heads = seen.people * rules.usd_per_head
    base = Part(label("heads"), heads, seen.people, "people", "", case.source("rules.takeovers.usd_per_head"))
    size = (case.view.pool_usd / capital.pool_reference_usd) ** capital.promise_exponent
    factors = [(label("sentiment"), case.view.sentiment, "sentiment", ""), (label("pool-growth"), size, "pool_usd", "")]
    return product(base, factors, seen.ask_usd)


@explains("startups.*.gain_elo")
def _gain(case: Case, index: str) -> Made:
    """What its people know beyond one's own, as far as seniors carry it over."""
    seen = _at(case, "startups", index)
    startup = case.world.startups[seen.key]
    exact = takeovers.gain_elo(case.race, case.me, startup)
    gap, source = max(0.0, startup.skill - case.me.skill), case.source("rules.talent.senior_know")
    parts = [Part(label("know-beyond"), exact, gap, "Elo", "", source)]
    return total([*parts, Part(label("rounding"), seen.gain_elo - exact)])


@explains("block_chance")
def _block_chance(case: Case) -> Made:
    """By the firm's take-overs of late, and more for who leads."""
    rules, lately = case.rules.takeovers, takeovers.taken_lately(case.race, case.firm)
    which = ("block_first", "block_second", "block_third")[min(2, lately)]
    odds, path = float(getattr(rules, which)), f"rules.takeovers.{which}"
    parts = [Part(label("taken-over"), odds, lately, "take-overs", "level." + path, case.source(path))]
    more = case.view.block_chance - odds
    if more:
        parts.append(Part(label("leads"), more, "", "", "", case.source("rules.takeovers.block_leader")))
    return total(parts)
