"""How figures of sites, leases, markets, offers and rivals come about."""

from collections.abc import Iterable
from math import fsum

from agents.books import GRID_KW, TURBINE_KW, card_unit
from agents.investor import premium
from agents.view import SiteOffer, TermSheet
from game import building, compute
from game.explain.case import Case, Made, Part, Signed, explains, opens, total
from game.explain.figure import given, label, least, named, product
from game.markets import capital, customers, deals, power, queue, supply, ties
from game.world import Tie
from levels.calendar import QUARTER

# Sites


@explains("sites.*.key", "sites.*.name", "sites.*.region")
def _site_words(case: Case, site: str, *, field: str = "") -> Made:
    return given(label("stands"), getattr(case.view.sites[site], field))


@explains("sites.*.air_slots", "sites.*.liquid_slots", "sites.*.unpermitted_kw", "sites.*.opposition")
def _site_history(case: Case, site: str, *, field: str = "") -> Made:
    level = {"air_slots": "slots", "liquid_slots": "slots", "unpermitted_kw": "turbine_kw"}.get(field, "")
    return case.history(f"sites/{site}/{field}", f"sites.{site}.{level}" if level else "")


@opens("sites.*.grid_kw")
def _grid(case: Case, site: str) -> tuple[Iterable[Signed], str]:
    return case.entries(GRID_KW, site), site


@opens("sites.*.turbine_kw")
def _turbines(case: Case, site: str) -> tuple[Iterable[Signed], str]:
    return case.entries(TURBINE_KW, site), site


@opens("sites.*.cards.*")
def _cards(case: Case, site: str, chip: str) -> tuple[Iterable[Signed], str]:
    return case.entries(card_unit(chip), site), site


@explains("sites.*.coming_cards.*")
def _coming_cards(case: Case, site: str, chip: str) -> Made:
    return total(
        Part(label("arriving", month=case.month(s.due)), s.cards, "", "cards")
        for s in case.world.shipments
        if s.site == site and s.chip == chip
    )


@explains("sites.*.ordered_cards.*")
def _ordered_cards(case: Case, site: str, chip: str) -> Made:
    return total(
        Part(label("placed", month=case.month(o.placed)), o.cards, "", "cards")
        for o in case.world.orders
        if o.site == site and o.chip == chip
    )


def _horizon(case: Case) -> float:
    return float(case.rules.turn.advance_months)


@explains("sites.*.coming_kw", "sites.*.soon_kw")
def _coming_kw(case: Case, site: str, *, field: str = "") -> Made:
    """Requests and turbines on their way; soon are those that are expected within the advance months."""
    soon = field == "soon_kw"
    parts = [
        Part(label("requested", month=case.month(r.placed)), r.kw, "", "kW")
        for r in case.world.requests
        if r.site == site and (not soon or queue.expected_months(case.race, r, {}) <= _horizon(case))
    ]
    parts += [
        Part(label("handed-over", month=case.month(h.due)), h.kw, "", "kW")
        for h in case.world.handovers
        if h.site == site and (not soon or h.due - case.world.month <= _horizon(case))
    ]
    stretch = building.congestion(case.race)
    for p in case.world.projects:
        months = building.months_left(p) * stretch
        if p.site == site and not p.retrofit and p.kw and (not soon or (not p.paused and months <= _horizon(case))):
            kw = int(p.kw * (1.0 - fsum(p.payers.values())))
            parts.append(Part(label("hall-in", months=round(months, 1)), kw, "", "kW"))
    parts += [
        Part(label("plant", month=case.month(p.due)), p.kw, "", "kW")
        for p in case.world.plants
        if p.site == site and (not soon or p.due - case.world.month <= _horizon(case))
    ]
    parts += [
        Part(label("turbines", month=case.month(t.due)), t.kw, "", "kW") for t in case.world.turbines if t.site == site
    ]
    return total(parts)


@explains("sites.*.building_slots", "sites.*.building_liquid", "sites.*.soon_slots", "sites.*.soon_liquid")
def _building(case: Case, site: str, *, field: str = "") -> Made:
    """Halls under construction; soon are those that are expected within the advance months."""
    stretch = building.congestion(case.race)
    parts = []
    for project in case.world.projects:
        months = building.months_left(project) * stretch
        is_soon = not project.paused and months <= _horizon(case)
        is_meant = project.site == site and not project.retrofit and (project.liquid or not field.endswith("liquid"))
        if is_meant and (is_soon or not field.startswith("soon")):
            own = 1.0 - fsum(project.payers.values())
            parts.append(
                Part(label("hall-in", months=round(months, 1)), int(project.slots * own), own, "of it one's own")
            )
    return total(parts)


_PROJECT_WORDS = ("key", "site", "slots", "liquid", "stage", "stages", "paused", "cost_left_usd")


@explains(*[f"projects.*.{name}" for name in _PROJECT_WORDS])
def _project_words(case: Case, index: str, *, field: str = "") -> Made:
    return given(label("stands"), getattr(case.view.projects[int(index)], field))


@explains("projects.*.months_left")
def _project_months(case: Case, index: str) -> Made:
    """Work at the firm's own pace, stretched by everybody's building."""
    key = case.view.projects[int(index)].key
    project = next(p for p in case.world.projects if p.key == key)
    later = project.stages_left * project.stage_months
    stretch = building.congestion(case.race)
    source = case.source("rules.building.congestion")
    return total(
        [
            Part(label("this-stage"), project.work, "", "months"),
            Part(label("later-stages"), later, project.stages_left, "stages"),
            Part(label("congestion"), (project.work + later) * (stretch - 1.0), stretch, "factor", "", source),
        ]
    )


@explains("projects.*.pause_fee_usd")
def _pause_fee(case: Case, index: str) -> Made:
    seen = case.view.projects[int(index)]
    base = Part(label("cost-left"), seen.cost_left_usd, "", "USD", f"projects.{index}.cost_left_usd")
    fee = (label("fee"), case.rules.building.pause_fee, "", case.source("rules.building.pause_fee"))
    return product(base, [fee], seen.pause_fee_usd)


@explains("sites.*.online_h100e", "sites.*.dark_cards", "sites.*.homeless_cards", "sites.*.need_kw")
def _placing(case: Case, site: str, *, field: str = "") -> Made:
    """Card by card: of those that stand here, what has a place, and of these what has power."""
    owner = case.world.sites[site]
    parts = []
    for chip, cards, placed, lit, h100e, kw in compute.place(case.race, owner, power.usable_kw(case.race, owner)):
        amount: int | float = {
            "online_h100e": lit * h100e,
            "dark_cards": placed - lit,
            "homeless_cards": cards - placed,
            "need_kw": cards * kw,
        }[field]
        parts.append(Part(named(case.level.chips[chip].name), amount, cards, "cards", f"sites.{site}.cards.{chip}"))
    return total(parts, getattr(owner, field))


@explains("sites.*.planned_kw")
def _planned_kw(case: Case, site: str) -> Made:
    seen = case.view.sites[site]
    parts = [Part(label("standing-need"), seen.need_kw, "", "kW", f"sites.{site}.need_kw")]
    for what, counts in (("coming", seen.coming_cards), ("ordered", seen.ordered_cards)):
        for chip, cards in counts.items():
            kw = int(cards * case.level.chips[chip].facility_kw)
            path = f"sites.{site}.{what}_cards.{chip}"
            parts.append(Part(label(what + "-need", chip=case.level.chips[chip].name), kw, cards, "cards", path))
    return total(parts)


@explains("sites.*.air_cards_kw", "sites.*.liquid_cards_kw")
def _cooled_kw(case: Case, site: str, *, field: str = "") -> Made:
    """Cards of one cooling that stand here, are on their way or on order."""
    seen, parts = case.view.sites[site], []
    for what, counts in (("cards", seen.cards), ("coming", seen.coming_cards), ("ordered", seen.ordered_cards)):
        for chip, cards in counts.items():
            facts = case.level.chips[chip]
            if (facts.cooling == "liquid") == field.startswith("liquid"):
                text = named(facts.name) if what == "cards" else label(what + "-need", chip=facts.name)
                path = f"sites.{site}.{what if what == 'cards' else what + '_cards'}.{chip}"
                parts.append(Part(text, cards * facts.facility_kw, cards, "cards", path))
    return total(parts)


# Leases


@explains("leases.*.operator", "leases.*.h100e", "leases.*.rent_usd", "leases.*.starts", "leases.*.ends")
def _lease_terms(case: Case, index: str, *, field: str = "") -> Made:
    return given(label("signed"), getattr(case.view.leases[int(index)], field))


@explains("leases.*.delivered_h100e")
def _delivered(case: Case, index: str) -> Made:
    """What was promised, or the operator's part of it when its running cards do not suffice."""
    lease = case.view.leases[int(index)]
    legs = [Part(label("promised"), lease.h100e, "", "H100e")]
    if lease.starts > case.world.month:
        legs.append(Part(label("not-yet"), 0, case.month(lease.starts), "month"))
    elif lease.delivered_h100e < lease.h100e:
        legs.append(Part(label("operator-runs"), lease.delivered_h100e, "", "H100e"))
    return least(legs)


# The world as everybody sees it


_CLOCK = ("month", "turn", "months_per_turn", "last_month", "calendar")


@explains(*_CLOCK)
def _clock(case: Case, *, field: str = "") -> Made:
    return given(label("stands"), getattr(case.view, field))


@explains("sentiment")
def _sentiment(case: Case) -> Made:
    return case.history("public/sentiment")


@explains("pool_usd")
def _pool(case: Case) -> Made:
    return case.history("public/pool_usd", "rules.customers.pool_usd")


_PARAMETERS = {
    "hall_kw_per_slot": "building.kw_per_slot",
    "integration": "chips.integration",
    "hours_per_month": "power.hours_per_month",
}


@explains(*_PARAMETERS)
def _parameter(case: Case, *, field: str = "") -> Made:
    return case.at_level("rules." + _PARAMETERS[field], getattr(case.view, field))


@explains("build_cost_usd_per_slot")
def _build_cost(case: Case) -> Made:
    b, at = case.rules.building, "rules.building."
    base = Part(label("usd-per-kw"), b.usd_per_kw, "", "USD", f"level.{at}usd_per_kw", case.source(at + "usd_per_kw"))
    kw = (label("kw-per-slot"), b.kw_per_slot, "hall_kw_per_slot", case.source(at + "kw_per_slot"))
    return product(base, [kw], case.view.build_cost_usd_per_slot)


@explains("inference_h100e_per_billion", "free_h100e_per_million")
def _inference(case: Case, *, field: str = "") -> Made:
    name = "inference_per_billion" if field.startswith("inference") else "free_per_million_users"
    base = getattr(case.rules.compute, name)
    now = customers.inference_per_billion(case.race) if name[0] == "i" else customers.free_per_million(case.race)
    first = Part(label("start"), base, "", "H100e", f"level.rules.compute.{name}", case.source("rules.compute." + name))
    gain = (label("efficiency"), now / base if base else 1.0, "", case.source("rules.compute.inference_efficiency"))
    return product(first, [gain])


@explains("chips.*.name", "chips.*.maker", "chips.*.h100e", "chips.*.facility_kw", "chips.*.liquid", "chips.*.buyers")
def _chip(case: Case, chip: str, *, field: str = "") -> Made:
    where = "cooling" if field == "liquid" else field
    return case.at_level(f"chips.{chip}.{where}", getattr(case.view.chips[chip], field))


# Offers


@explains("rent_usd", "offers.rent_usd")
def _rent(case: Case) -> Made:
    """Margin x an owner's cost x scarcity, and never below the least."""
    rules = case.rules.leases
    owner = deals.owner_cost_usd(case.race)
    taken = deals.taken_share(case.race)
    made = product(
        Part(label("owner-cost"), owner, "", "USD an H100e-hour", "", case.source("rules.leases.payback_months")),
        [
            (label("margin"), rules.margin, "level.rules.leases.margin", case.source("rules.leases.margin")),
            (label("scarcity", taken=taken), 1.0 + rules.scarcity * (taken - rules.normal_use), "",
             case.source("rules.leases.scarcity")),
        ],
    )  # fmt: skip
    rest = case.view.rent_usd - sum(part.amount for part in made.parts)
    if case.view.rent_usd == rules.least_usd and rest > 0.0:
        made.parts.append(Part(label("floor"), rest, rules.least_usd, "", "", case.source("rules.leases.least_usd")))
    return made


@explains("offers.turbine_kw")
def _turbine_pool(case: Case) -> Made:
    made = case.history("world/turbine_kw_left", "rules.power.turbine_pool_kw")
    return total(made.parts, case.view.offers.turbine_kw)


@explains("offers.power.*.region", "offers.power.*.utility", "offers.power.*.utility_name")
def _power_words(case: Case, region: str, *, field: str = "") -> Made:
    return given(label("posted"), getattr(case.view.offers.power[region], field))


@explains("offers.power.*.available_kw", "offers.power.*.connect_kw_per_month")
def _available(case: Case, region: str, *, field: str = "") -> Made:
    utility = case.level.regions[region].utility
    where = "available_kw" if field == "available_kw" else "connect_kw_per_year"
    return case.history(f"utilities/{utility}/{field}", f"utilities.{utility}.{where}")


@explains("offers.power.*.tariff_usd_per_kwh")
def _tariff(case: Case, region: str) -> Made:
    """The tariff at the start, and what filings have made of it since."""
    path, facts = f"regions.{region}.tariff_usd_per_kwh", case.level.regions[region]
    base = Part(label("start"), facts.tariff_usd_per_kwh, "", "USD/kWh", "level." + path, case.source(path))
    return product(base, [(label("filings"), case.race.utility_by_key[facts.utility].state.tariff, "", "")])


@explains("offers.power.*.queue_kw")
def _queue(case: Case, region: str) -> Made:
    state = case.race.utility_by_key[case.level.regions[region].utility].state
    return total(
        [
            Part(label("queue-others"), state.others_kw, "", "kW", "", case.source(f"utilities.{state.key}.queue_kw")),
            Part(label("queue-ours"), state.ours_kw, "", "kW"),
            Part(label("queue-speculative"), state.speculative_kw, "", "kW"),
        ],
        case.view.offers.power[region].queue_kw,
    )


@explains("offers.power.*.wait_months")
def _wait(case: Case, region: str) -> Made:
    """Studies and works, longer with the queue, a short region and few people, and again after a restudy."""
    rules, utility = case.rules.power, case.race.utility_by_key[case.level.regions[region].utility]
    state, path = utility.state, "level.rules.power.queue_mean_months"
    years = utility.queue_kw / max(1, 12 * state.connect_kw_per_month)
    base = Part(label("studies"), rules.queue_mean_months, "", "months", path,
                case.source("rules.power.queue_mean_months"))  # fmt: skip
    queued, short = 1.0 + rules.queue_slowdown * years, 1.0 + case.rules.tariffs.short_wait * state.shortage
    plain = rules.queue_stages / utility.hazard(case.rules)
    return product(
        base,
        [
            (label("queued"), queued, f"offers.power.{region}.queue_kw", case.source("rules.power.queue_slowdown")),
            (label("shortage"), short, "", case.source("rules.tariffs.short_wait")),
            (label("people"), 1.0 / state.staff, "", ""),
            (label("restudy"), utility.wait_months(case.rules) / plain, "", case.source("rules.queue.restudy")),
        ],
    )


@explains("offers.chips.*.chip", "offers.chips.*.maker", "offers.chips.*.bottleneck", "offers.chips.*.rule")
def _chip_words(case: Case, chip: str, *, field: str = "") -> Made:
    return given(label("posted"), getattr(case.view.offers.chips[chip], field))


@explains("offers.chips.*.price_usd")
def _price(case: Case, chip: str) -> Made:
    """List price x age x how far orders outrun supply, as posted for the coming month; or what an auction made."""
    maker, posted = case.race.maker_of[chip], case.view.offers.chips[chip].price_usd
    if maker.state.rule == "auction" and chip in maker.state.cleared_usd:
        return given(label("auction"), posted)
    if chip in case.race.own_chips:
        return given(label("unit-cost", cards=maker.state.built.get(chip, 0)), posted)
    months = supply.months_since_successor(case.race, chip, case.world.month + 1)
    spec = case.level.chips[chip]
    path = f"chips.{chip}.price_usd"
    base = Part(label("list-price"), spec.price_usd, "", "USD", "level." + path, case.source(path))
    age = maker.list_usd(chip, months, case.rules.chips) / spec.price_usd
    return product(
        base,
        [
            (label("age"), age, "", case.source("rules.chips.price_cut_per_year")),
            (label("tightness"), maker.heat(case.rules.chips), "", case.source("rules.chips.price_exponent")),
        ],
        posted,
    )


@explains("offers.chips.*.supply_cards")
def _supply(case: Case, chip: str) -> Made:
    return case.history(f"supply/{case.race.maker_of[chip].key}/{chip}")


@explains("offers.chips.*.ordered_cards")
def _ordered(case: Case, chip: str) -> Made:
    ordered = case.view.offers.chips[chip].ordered_cards
    ours = min(ordered, case.race.backlog.get(chip, 0))
    return total(
        [Part(label("ordered-labs"), ours, "", "cards"), Part(label("ordered-others"), ordered - ours, "", "cards")]
    )


@explains("offers.chips.*.next_year_cards")
def _next_year(case: Case, chip: str) -> Made:
    halves = case.race.half_year_cards(case.race.maker_of[chip], chip)
    names = (label("first-half"), label("second-half"))
    parts = [Part(name, cards, "", "cards") for name, cards in zip(names, halves, strict=True)]
    return total(parts, case.view.offers.chips[chip].next_year_cards)


@explains("offers.leases.*.*")
def _lease_offer(case: Case, operator: str, field: str) -> Made:
    """Posted by the operator, whose books are its own."""
    return given(
        label("posted-by", name=case.who(operator)), getattr(case.view.offers.leases[operator], field), kind="public"
    )


@explains(*[f"offers.sites.*.{name}" for name in SiteOffer.__struct_fields__ if name != "cards"])
def _lot(case: Case, index: str, *, field: str = "") -> Made:
    """A site at auction, as it is posted for everybody."""
    return given(label("posted"), getattr(case.view.offers.sites[int(index)], field), kind="public")


@explains("offers.sites.*.cards.*")
def _lot_cards(case: Case, index: str, chip: str) -> Made:
    return given(label("posted"), case.view.offers.sites[int(index)].cards[chip], kind="public")


@explains("owner_cost_usd")
def _owner_cost(case: Case) -> Made:
    """The market's rent without the lessor's margin."""
    rent = Part(label("rent"), case.view.rent_usd, "", "USD", "rent_usd")
    margin = (label("without-margin"), 1.0 / case.rules.leases.margin, "", case.source("rules.leases.margin"))
    return product(rent, [margin])


def _sheet(case: Case, name: str) -> TermSheet:
    return next(sheet for sheet in case.view.offers.sheets if sheet_name(sheet) == name)


def sheet_name(sheet: TermSheet) -> str:
    """A term sheet's name in paths: its investor, and its terms if there are any."""
    return sheet.investor if sheet.terms == "clean" else f"{sheet.investor}-{sheet.terms}"


def _row(case: Case, sheet: TermSheet) -> int | None:
    """The sheet's row in the level, if it lay on the table at the start."""
    if case.world.month:
        return None
    rows = enumerate(case.level.term_sheets)
    return next((i for i, s in rows if (s.firm, s.investor, s.terms) == (case.firm, sheet.investor, sheet.terms)), None)


@explains(*[f"offers.sheets.*.{name}" for name in ("investor", "firm", "kind", "terms", "goal")])
def _sheet_words(case: Case, name: str, *, field: str = "") -> Made:
    return given(label("posted"), getattr(_sheet(case, name), field))


@explains("offers.sheets.*.target", "offers.sheets.*.close_chance")
def _sheet_terms(case: Case, name: str, *, field: str = "") -> Made:
    return given(label("posted"), getattr(_sheet(case, name), field), case.source("rules.control.close_base"))


@explains("offers.sheets.*.pre_money_usd")
def _pre_money(case: Case, name: str) -> Made:
    """Valuation x the talk of the quarter x the investor's own view x what the terms are worth to it."""
    sheet = _sheet(case, name)
    row = _row(case, sheet)
    if row is not None:
        return case.at_level(f"term_sheets.{row}.pre_money_usd", sheet.pre_money_usd, "USD")
    facts = case.level.investors[sheet.investor]
    base = Part(label("valuation"), case.me.valuation_usd, "", "USD", "me.valuation_usd")
    source = case.source(f"investors.{sheet.investor}.valuation_factor")
    terms = 1.0 + premium(sheet.terms, case.rules.control)
    return product(
        base,
        [
            (label("talk"), capital.talk(case.race, case.me), "", case.source("rules.control.talk_spread")),
            (label("investor-factor"), facts.valuation_factor, "", source),
            (label("terms"), terms, "", case.source("rules.control.milestone_premium")),
        ],
        sheet.pre_money_usd,
    )


@explains("offers.sheets.*.amount_usd")
def _amount(case: Case, name: str) -> Made:
    """What is left of the investor's quarter, or the most of a firm that it buys; whole millions."""
    sheet = _sheet(case, name)
    facts, row = case.level.investors[sheet.investor], _row(case, sheet)
    if row is not None:
        return case.at_level(f"term_sheets.{row}.amount_usd", sheet.amount_usd, "USD")
    placed, at = case.world.investors[sheet.investor].placed_usd, f"investors.{sheet.investor}."
    purse = int(facts.usd_per_quarter * case.world.public.sentiment) - placed
    legs = [Part(label("purse"), purse, "", "USD", "sentiment", case.source(at + "usd_per_quarter"))]
    if facts.largest_share < 1:
        most = int(sheet.pre_money_usd * facts.largest_share / (1.0 - facts.largest_share))
        path = f"offers.sheets.{name}.pre_money_usd"
        legs.append(Part(label("largest-share"), most, "", "USD", path, case.source(at + "largest_share")))
    made = least(legs)
    cut = sheet.amount_usd - sum(part.amount for part in made.parts)
    if -1_000_000 < cut < 0:
        made.parts.append(Part(label("whole-millions"), cut))
    return made


# Rivals: what the public knows, and no more


@explains(
    *[
        f"rivals.*.{name}"
        for name in ("key", "name", "alive", "seat", "valuation_usd", "arena_elo", "consumers", "staff", "founders")
    ]
)
def _public(case: Case, rival: str, *, field: str = "") -> Made:
    return given(label("public"), getattr(case.view.rivals[rival], field), kind="public")


@explains("rivals.*.h100e", "rivals.*.cash_usd", "rivals.*.run_rate_usd")
def _estimate(case: Case, rival: str, *, field: str = "") -> Made:
    """A claim where there is one, else an estimate that is off by the same unknown factor for a quarter."""
    value = getattr(case.view.rivals[rival], field)
    claims = [c for c in case.world.public.claims if c.firm == rival and c.kind == "h100e_online" and c.amount > 0]
    if field == "h100e" and claims:
        legs = [Part(label("claimed", month=case.month(c.made)), c.amount, "", "H100e") for c in claims]
        return least(legs, most=True)
    quarter = case.world.month // QUARTER * QUARTER
    spread = case.rules.public.fog
    text = label("estimated", month=case.month(quarter), spread=spread)
    return Made("estimate", [Part(text, value, spread, "spread", "", case.source("rules.public.fog"))])


# Ties: as both sides know them

_TIE_WORDS = (
    "other", "name", "is_lab", "exclusive", "first_refusal", "licence", "licence_months", "clause", "may_ask",
    "dispute", "notice_months",
)  # fmt: skip


def _tie(case: Case, index: str) -> Tie:
    seen = case.view.ties[int(index)]
    pair = (case.firm, seen.other) if seen.is_lab else (seen.other, case.firm)
    return next(tie for tie in case.world.ties if (tie.lab, tie.partner) == pair and not tie.ended)


@explains(*[f"ties.*.{name}" for name in _TIE_WORDS])
def _tie_words(case: Case, index: str, *, field: str = "") -> Made:
    return given(label("stands"), getattr(case.view.ties[int(index)], field))


@explains("ties.*.revenue_share", "ties.*.trust", "ties.*.stake")
def _tie_history(case: Case, index: str, *, field: str = "") -> Made:
    tie = _tie(case, index)
    row = next((i for i, t in enumerate(case.level.ties) if (t.lab, t.partner) == (tie.lab, tie.partner)), None)
    return case.history(f"ties/{tie.lab} {tie.partner}/{field}", f"ties.{row}.{field}" if row is not None else "")


@explains("ties.*.dependence_lab", "ties.*.dependence_backer", "ties.*.lab_part")
def _tie_weights(case: Case, index: str, *, field: str = "") -> Made:
    """Parts of one: what the tie gives of all there is."""
    seen, weighed = case.view.ties[int(index)], ties.balance(case.race, _tie(case, index))
    if field == "lab_part" and weighed.joint_usd:
        return total([Part(label("lab-part"), seen.lab_part, weighed.joint_usd, "USD")])
    return total([Part(label(field.replace("_", "-")), getattr(seen, field))])


@explains("ties.*.fair_share")
def _fair_share(case: Case, index: str) -> Made:
    """All revenue, less what the lab would have alone, less its part of what both create together."""
    seen, tie = case.view.ties[int(index)], _tie(case, index)
    weighed = ties.balance(case.race, tie)
    gained = weighed.lab_fair_usd - weighed.lab_alone_usd
    parts = [
        Part(label("all-revenue"), 1.0, weighed.revenue_usd, "USD"),
        Part(label("lab-alone"), -weighed.lab_alone_usd / weighed.revenue_usd, weighed.lab_alone_usd, "USD"),
        Part(label("lab-of-joint"), -gained / weighed.revenue_usd, weighed.joint_usd, "USD",
             "", case.source("rules.ties.lab_power")),
        Part(label("rebate"), tie.rebate_usd / weighed.revenue_usd, tie.rebate_usd, "USD"),
    ]  # fmt: skip
    rest = seen.fair_share - sum(part.amount for part in parts)
    if seen.fair_share in (0.0, case.rules.ties.share_most) and abs(rest) > 1e-12:
        parts.append(Part(label("floor" if rest > 0 else "ceiling"), rest))
    return total(parts)
