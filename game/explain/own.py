"""How the figures of one's own firm come about: money, capital, compute, models, people, customers."""

from collections.abc import Iterable
from math import fsum

from agents.books import DEBT, USD, Entry, flows_of
from game import trade
from game.explain.case import Case, Made, Part, Signed, explains, opens, total
from game.explain.figure import given, label, least, named, product
from game.markets import data, deals, debt, parents

GIVEN = {
    "key": "", "name": "name", "is_lab": "", "is_cloud": "", "is_division": "", "independent": "independent",
    "makers": "chips_from", "build_months": "build_months",
}  # fmt: skip


@explains(*[f"me.{name}" for name in GIVEN])
def _as_the_level_says(case: Case, *, field: str = "") -> Made:
    where = GIVEN[field]
    return case.at_level(f"firms.{case.firm}.{where}" if where else "", getattr(case.view.me, field))


@explains("me.alive", "me.run_name", "me.held_name", "me.exclusive_partner", "me.affiliate")
def _as_it_stands(case: Case, *, field: str = "") -> Made:
    return given(label("stands"), getattr(case.view.me, field))


@explains("me.initiative")
def _initiative(case: Case) -> Made:
    return case.at_level("rules.turn.initiative", case.view.me.initiative)


# Money


@opens("me.cash_usd", "record.cash_usd")
def _cash(case: Case) -> tuple[Iterable[Signed], str]:
    return case.entries(USD, case.firm), case.firm


@opens("me.debt_usd", "record.debt_usd")
def _debt(case: Case) -> tuple[Iterable[Signed], str]:
    return case.entries(DEBT, case.firm), case.firm


@opens("me.revenue_usd", "record.revenue_usd", monthly=True)
def _revenue(case: Case) -> tuple[Iterable[Signed], str]:
    return case.flow("revenue"), case.firm


@opens("record.operating_cost_usd", monthly=True)
def _operating(case: Case) -> tuple[Iterable[Signed], str]:
    return case.flow("operating"), case.firm


@opens("record.capex_usd", monthly=True)
def _capex(case: Case) -> tuple[Iterable[Signed], str]:
    return case.flow("capex"), case.firm


@opens("record.equity_raised_usd", monthly=True)
def _equity(case: Case) -> tuple[Iterable[Signed], str]:
    return case.flow("equity"), case.firm


@explains("me.credit_usd")
def _credit(case: Case) -> Made:
    made = _limit(case)
    drawn = debt.revolver_usd(case.race, case.me)
    return _floor([*made.parts, Part(label("debt"), -drawn, drawn, "USD", "me.debt_usd")])


@explains("offers.credit_usd.*")
def _limit(case: Case, firm: str = "") -> Made:
    """What each bank would lend on receivables and unpledged cards, under its cap."""
    if not case.world.offers.credit_usd.get(case.firm):
        return total([])
    source = case.source("rules.debt.receivable_share")
    return total(
        Part(named(case.level.banks[bank].name), usd, "", "USD", "me.fleet_value_usd", source)
        for bank, usd in debt.limits(case.race, case.me).items()
    )


@explains("me.loan_room_usd", "offers.loan_usd.*")
def _loan_room(case: Case, firm: str = "") -> Made:
    """A part of what all own cards would fetch, less what is owed and committed; whole millions."""
    room = case.world.offers.loan_usd.get(case.firm, 0)
    if not room:
        return given(label("no-loan"), 0)
    rules = case.rules.debt
    value = fsum(
        cards * debt.card_value_usd(case.race, chip)
        for site in case.race.sites_of[case.firm]
        for chip, cards in case.race.cards_of.get(site.key, {}).items()
    )
    owed, undrawn = case.world.books.held(DEBT, case.firm), debt.undrawn_usd(case.race, case.firm)
    source = case.source("rules.debt.loan_to_cost")
    parts = [
        Part(label("cards-fetch"), rules.loan_to_cost * value, value, "USD", "", source),
        Part(label("debt"), -owed, owed, "USD", "me.debt_usd"),
        Part(label("undrawn"), -undrawn, undrawn, "USD"),
    ]
    cut = room - fsum(part.amount for part in parts)
    if -1_000_001 < cut < 0:
        parts.append(Part(label("whole-millions"), cut))
    return total(parts)


@explains("me.fleet_value_usd")
def _fleet_value(case: Case) -> Made:
    """What a lender could sell the running cards for, by site and chip."""
    parts = []
    for site in case.race.sites_of[case.firm]:
        if site.owned_h100e <= 0.0 or not site.online_h100e:
            continue
        lit = min(1.0, site.online_h100e / site.owned_h100e)
        for chip, cards in case.race.cards_of.get(site.key, {}).items():
            text = label("chip-at", chip=case.level.chips[chip].name, site=site.name)
            usd = lit * cards * debt.card_value_usd(case.race, chip)
            parts.append(Part(text, usd, lit * cards, "cards", f"sites.{site.key}.cards.{chip}"))
    return total(parts, case.view.me.fleet_value_usd)


@explains("me.tender_months")
def _tender(case: Case) -> Made:
    last = case.me.tendered
    return total([Part(label("now"), case.world.month, case.month(case.world.month)), Part(label("then"), -last, last)])


@explains("me.strain")
def _strain(case: Case) -> Made:
    return case.history(f"firms/{case.firm}/opposition") if case.view.me.is_division else given(label("none"), 0.0)


@explains("me.grant_usd")
def _grant(case: Case) -> Made:
    """A quarter of the level's budget, grown, as guided and earned; cut to what the parent can spare."""
    terms = case.level.firms[case.firm].grant
    if terms is None:
        return given(label("no-parent"), 0)
    whole = case.view.me.grant_usd
    source = case.source(f"firms.{case.firm}.grant.capex_usd_per_year")
    base = parents.base_usd(case.race, case.firm)
    factors = parents.budget_factors(case.race, case.me)
    names = ("growth", "guidance", "outgrow", "belief")
    paths = ("", "me.guidance", "me.growth", "me.belief")
    keys = ("capital.grant_growth", "capital.guidance_step", "capital.grant_outgrow", "parents.on_belief")
    made = product(
        Part(label("budget"), base, base, "USD", "", source),
        [
            (label("budget-" + name), factor, path, case.source("rules." + key))
            for name, factor, path, key in zip(names, factors, paths, keys, strict=True)
        ],
    )
    beyond = whole - fsum(part.amount for part in made.parts)
    if beyond < -1.0:
        made.parts.append(Part(label("budget-limit"), beyond, whole, "USD"))
    return total(made.parts, whole)


@explains("me.request_most_usd")
def _request_most(case: Case) -> Made:
    """So many quarters' grants; of who has no parent none."""
    times = case.level.rules.parents.request_most
    grant = Part(label("budget"), case.view.me.grant_usd, case.view.me.grant_usd, "USD", "me.grant_usd")
    most = (label("request-most"), times, "", case.source("rules.parents.request_most"))
    return total(product(grant, [most]).parts, case.view.me.request_most_usd)


@explains("me.review_months")
def _review_months(case: Case) -> Made:
    return case.at_level("rules.parents.review_months", case.view.me.review_months, "months")


def _floor(parts: list[Part], low: int | float = 0) -> Made:
    """A sum that never falls below a bound."""
    amounts = [part.amount for part in parts]
    below = low - (sum(amounts) if all(isinstance(a, int) for a in amounts) else fsum(amounts))
    if below > 0:
        parts = [*parts, Part(label("floor"), below, low)]
    return total(parts)


@explains("me.committed_usd")
def _committed(case: Case) -> Made:
    if not case.view.me.is_lab:
        return given(label("no-lab"), case.view.me.committed_usd)
    return total(
        Part(label("committed-" + what, site=case.who(site)), usd, "", "USD")
        for what, site, usd in trade.commitments(case.race, case.firm)
    )


@explains("me.runway_months")
def _runway(case: Case) -> Made:
    me = case.view.me
    if me.burn_usd <= 1.0:
        return given(label("no-burn"), me.runway_months)
    parts = [
        Part(label("cash"), me.cash_usd / me.burn_usd, me.cash_usd, "USD", "me.cash_usd"),
        Part(label("committed"), -me.committed_usd / me.burn_usd, me.committed_usd, "USD", "me.committed_usd"),
    ]
    return _floor(parts, 0.0)


@explains("me.burn_usd")
def _burn(case: Case) -> Made:
    """The weighted needs of the months: the older, the less it counts."""
    if case.firm not in {f.key for f in case.race.labs}:
        return given(label("stands"), case.me.burn_usd)
    n = case.rules.capital.burn_months
    keep = 1.0 - 1.0 / n
    months: dict[int, list[Entry]] = {}
    for entry in case.race.entries_of(USD, case.firm):
        months.setdefault(entry[0], []).append(entry)
    opening = _opening_burn(case)
    now = case.world.month
    parts = [Part(label("opening-burn"), opening * keep**now, keep**now, "weight")]
    for month in range(1, now + 1):
        flow = flows_of(months.get(month, []), [case.firm])[case.firm]
        need, weight = flow.operating - flow.revenue, keep ** (now - month) / n
        parts.append(Part(named(case.month(month)), weight * need, need, "USD"))
    return _fold(parts, 13)


def _opening_burn(case: Case) -> float:
    """The burn that a firm opened with."""
    path = f"firms/{case.firm}/burn_usd"
    return float(case.race.start.get(path, 0.0)) + fsum(
        change.delta for change in case.race.changes.get(path, []) if change.month == 0
    )


def _fold(parts: list[Part], most: int) -> Made:
    """Older parts together, so that a table stays short."""
    if len(parts) <= most + 1:
        return total(parts)
    old, late = parts[:-most], parts[-most:]
    return total([Part(label("older"), fsum(part.amount for part in old), len(old), "parts"), *late])


@explains("me.run_rate_usd")
def _run_rate(case: Case) -> Made:
    rates = case.me.run_rates
    if not rates:
        return given(label("none"), 0.0)
    if case.world.month == 0:
        return case.at_level(f"firms.{case.firm}.lab.run_rate_usd", rates[-1], "USD")
    earned: dict[tuple[str, str], int] = {}
    for entry in case.world.books.this_month():
        if entry[1] == USD and entry[3] == case.firm and entry[5] in ("consumers", "enterprises", "revenue_share"):
            key = (entry[5], entry[2])
            earned[key] = earned.get(key, 0) + entry[4]
    return total(
        Part(case.cause(cause, party), 12.0 * usd, usd, "USD a month", f"me.revenue_usd/{cause}/{party}")
        for (cause, party), usd in earned.items()
    )


@explains("year.revenue_usd")
def _year_of_month(case: Case) -> Made:
    """The month's revenue of every kind, times twelve."""
    earned: dict[tuple[str, str], int] = {}
    for entry, usd in case.flow("revenue"):
        key = (entry[5], entry[3] if entry[2] == case.firm else entry[2])
        earned[key] = earned.get(key, 0) + usd
    return total(
        Part(case.cause(cause, party), 12.0 * usd, usd, "USD a month", f"me.revenue_usd/{cause}/{party}")
        for (cause, party), usd in earned.items()
    )


@explains("me.growth")
def _growth(case: Case) -> Made:
    """Run-rate over that of a year ago, month by month."""
    rates = case.me.run_rates
    if not rates or rates[0] <= 0:
        return given(label("no-growth"), 1.0)
    parts = [Part(label("year-ago"), 1.0, rates[0], "USD")]
    first = case.world.month - len(rates) + 1
    for i in range(1, len(rates)):
        name = named(case.month(first + i)) if first + i > 0 else label("before-start", month=first + i)
        parts.append(Part(name, (rates[i] - rates[i - 1]) / rates[0], rates[i], "USD"))
    return total(parts)


# Capital


@explains("me.valuation_usd", "record.valuation_usd")
def _valuation(case: Case) -> Made:
    """Mood x claims x exposure x (revenue part + future part), by the terms of the last appraisal."""
    terms = case.race.worth.get((case.world.month, case.firm))
    if terms is None:
        return given(label("stands"), case.me.valuation_usd)
    base = Part(label("fair"), terms.revenue_usd + terms.future_usd, "", "USD", "worth.fair_usd")
    factors = [
        (label("sentiment"), terms.sentiment, "sentiment", ""),
        (label("claims"), terms.claims, "", ""),
        (label("exposure"), terms.exposure, "", case.source("rules.public.exposure")),
    ]
    parts, books = product(base, factors).parts, case.world.books
    net_debt = max(0, books.held(DEBT, case.firm) - books.held(USD, case.firm))
    parts.append(Part(label("net-debt"), -net_debt, "", "USD", "me.debt_usd"))
    least = int(terms.usd * case.rules.capital.value_floor)
    if case.me.valuation_usd == least and int(terms.usd) - net_debt < least:
        parts.append(Part(label("floor"), least - (int(terms.usd) - net_debt), least, "USD"))
    made = total(parts, int(case.me.valuation_usd))
    return Made("product", made.parts)


@explains("worth.fair_usd")
def _fair(case: Case) -> Made:
    terms = case.race.worth[case.world.month, case.firm]
    return total(
        [
            Part(label("revenue-part"), terms.revenue_usd, "", "USD", "worth.revenue_usd"),
            Part(label("future-part"), terms.future_usd, "", "USD", "worth.future_usd"),
        ]
    )


@explains("worth.revenue_usd")
def _revenue_part(case: Case) -> Made:
    terms, at = case.race.worth[case.world.month, case.firm], "rules.capital."
    return product(
        Part(label("run-rate"), terms.run_rate_usd, "", "USD", "me.run_rate_usd"),
        [
            (label("multiple"), terms.multiple, f"level.{at}revenue_multiple", case.source(at + "revenue_multiple")),
            (label("growth"), terms.growth, "me.growth", case.source(at + "growth_exponent")),
        ],
    )


@explains("worth.future_usd")
def _future_part(case: Case) -> Made:
    terms = case.race.worth[case.world.month, case.firm]
    return product(
        Part(label("promise"), terms.promise_usd, "", "USD", "pool_usd", case.source("rules.capital.promise_usd")),
        [
            (label("standing"), terms.standing, "", case.source("rules.capital.rank_months")),
            (label("fleet"), terms.fleet, "me.usable_h100e", case.source("rules.capital.fleet_reference")),
        ],
    )


@explains("me.founders_share")
def _founders(case: Case) -> Made:
    return case.history(f"firms/{case.firm}/founders_share", f"firms.{case.firm}.founders_share")


@explains("me.months_since_round", "me.months_since_release")
def _since(case: Case, *, field: str = "") -> Made:
    last = case.me.last_round if field == "months_since_round" else case.me.last_release
    return total([Part(label("now"), case.world.month, case.month(case.world.month)), Part(label("then"), -last, last)])


# People, trust, standing orders: histories


_HISTORY = {
    "staff": ("staff", "staff"), "trust": ("trust", "trust"), "free_tier": ("policies.free_tier", "lab.free_tier"),
    "price_level": ("policies.price_level", "lab.price_level"), "hiring": ("policies.hiring", ""),
    "guidance": ("policies.guidance", ""), "request_usd": ("request.usd", ""),
    "request_goal_usd": ("request.goal_usd", ""), "kept_back_usd": ("request.kept_back_usd", ""),
    "belief": ("request.belief", ""), "pay": ("policies.pay", ""),
    "campaign": ("policies.campaign", ""), "founders": ("founders", ""),
    "mood": ("mood", ""), "sublease": ("policies.sublease", ""),
    "colocate": ("policies.colocate", ""),
    "largest_flop": ("largest_flop", "lab.largest_training_flop"),
    "capex_usd_per_year": ("capex_usd_per_year", "cloud.capex_usd_per_year"),
}  # fmt: skip


@explains(*[f"me.{name}" for name in _HISTORY])
def _remembered(case: Case, *, field: str = "") -> Made:
    state, level = _HISTORY[field]
    return case.history(f"firms/{case.firm}/{state}", f"firms.{case.firm}.{level}" if level else "")


@explains("record.staff", "record.trust")
def _recorded(case: Case, *, field: str = "") -> Made:
    return case.history(f"firms/{case.firm}/{field}", f"firms.{case.firm}.{field}", recorded=True)


@explains("record.largest_training_flop")
def _recorded_flop(case: Case) -> Made:
    return _remembered(case, field="largest_flop")


@explains("me.left", "me.joined")
def _moved(case: Case, *, field: str = "") -> Made:
    return given(label("last-month"), getattr(case.view.me, field))


@explains("me.appeal")
def _appeal(case: Case) -> Made:
    start = Part(label("appeal-start"), -case.me.appeal_start)
    return total([Part(label("appeal-now"), case.me.appeal), start])


# Models


def _rating_parts(case: Case, name: str) -> list[Part]:
    """The terms of a model's rating before post-training."""
    birth = case.race.births.get((case.firm, name))
    at = f"firms.{case.firm}.lab.true_elo"
    if birth is None or birth.terms is None:
        model = case.me.model if case.me.model is not None and case.me.model.name == name else case.me.held
        assert model is not None
        return [Part(label("opening-model"), model.base_elo, name, "", "", case.source(at))]
    terms = birth.terms
    return [
        Part(label("reference"), terms.reference, "", "Elo", "level.rules.research.base_elo",
             case.source("rules.research.base_elo")),
        Part(label("run-compute"), terms.compute, "", "Elo", "", case.source("rules.research.per_tenfold")),
        Part(label("pre-training"), terms.pre_training, "", "Elo"),
        Part(label("skill"), terms.skill, "", "Elo"),
        Part(label("luck"), terms.luck, "", "Elo", "", case.source("rules.research.luck")),
    ]  # fmt: skip


@explains("me.true_elo", "record.true_elo")
def _true_elo(case: Case) -> Made:
    model, out = case.me.model, case.race.outs.get(case.firm)
    if model is None:
        return given(label("no-model"), 0.0)
    parts = _rating_parts(case, model.name)
    if out is not None:
        parts.append(Part(label("post-training"), out.post_elo, case.month(out.month)))
        kept = model.true_elo - fsum(part.amount for part in parts)
        if kept > 1e-9 * abs(model.true_elo) and model.base_elo + out.post_elo < model.true_elo:
            parts.append(Part(label("kept-rating"), kept, "", "Elo"))
    return total(parts)


@explains("me.arena_elo", "record.arena_elo")
def _arena_elo(case: Case) -> Made:
    """What it can do, and what the public list adds to it for a while."""
    model = case.me.model
    if model is None:
        return given(label("no-model"), 0.0)
    noise = case.source("rules.research.arena_noise")
    return total(
        [
            Part(label("true-rating"), model.true_elo, "", "Elo", "me.true_elo"),
            Part(label("arena-noise"), model.flattery, model.variants, "variants", "", noise),
        ]
    )


@explains("me.held_elo")
def _held_elo(case: Case) -> Made:
    if case.me.held is None:
        return given(label("no-held"), 0.0)
    return total([*_rating_parts(case, case.me.held.name), Part(label("post-training"), case.me.post_elo, "", "Elo")])


@explains("me.post_gain")
def _post_gain(case: Case) -> Made:
    model = case.me.model
    if model is None:
        return given(label("no-model"), 0.0)
    return _floor(
        [
            Part(label("before-post"), model.base_elo, "", "Elo"),
            Part(label("post-training"), case.me.post_elo, "", "Elo"),
            Part(label("true-rating"), -model.true_elo, "", "Elo", "me.true_elo"),
        ],
        0.0,
    )


@explains("me.held_wait")
def _held_wait(case: Case) -> Made:
    if case.me.held is None:
        return given(label("no-held"), 0)
    now = Part(label("now"), -case.world.month, case.month(case.world.month))
    return _floor([Part(label("ready"), case.me.ready_from, case.month(case.me.ready_from)), now])


@explains("me.run_ends")
def _run_ends(case: Case) -> Made:
    return given(label("ordered"), case.view.me.run_ends)


@explains("me.run_flop")
def _run_flop(case: Case) -> Made:
    run = case.me.run
    if run is None:
        return given(label("no-run"), 0.0)
    log = case.race.flop.get(f"{case.firm} {run.name}", [])
    if not log:
        return case.at_level(f"firms.{case.firm}.lab.run.flop", run.flop, "FLOP")
    return total(Part(named(case.month(month)) if month else label("start"), flop, "", "FLOP") for month, flop in log)


@explains("me.data_flop")
def _data_flop(case: Case) -> Made:
    """From the stock at the opening and its growth, squared: factor x (tokens x epochs)^2."""
    path = f"firms/{case.firm}/tokens"
    first, now = float(case.race.start.get(path, 0.0)), case.me.tokens
    if not first or not now:
        return given(label("stands"), case.view.me.data_flop)
    epochs = data.short_epochs(case.rules.data.repeats, case.rules.data.short)
    base = Part(
        label("data-start"), case.rules.research.data_factor * (first * epochs) ** 2, first, "tokens", "me.tokens",
        case.source(f"firms.{case.firm}.lab.data_tokens"),
    )  # fmt: skip
    growth = (label("data-growth"), now / first, "me.tokens", case.source("rules.research.data_growth"))
    return product(base, [growth, growth])


# Compute


@explains("me.owned_h100e", "record.h100e_owned")
def _owned(case: Case) -> Made:
    return _by_site(case, "owned_h100e", "online_h100e", case.me.compute.owned)


@explains("me.online_h100e")
def _online(case: Case) -> Made:
    return _by_site(case, "online_h100e", "online_h100e", case.me.compute.online)


def _by_site(case: Case, field: str, opens_at: str, whole: int) -> Made:
    return total(
        [
            Part(named(site.name), getattr(site, field), "", "H100e", f"sites.{site.key}.{opens_at}")
            for site in case.race.sites_of[case.firm]
        ],
        whole,
    )


@explains("me.idle_h100e", "record.h100e_idle")
def _idle(case: Case) -> Made:
    use = case.me.compute
    return _floor(
        [
            Part(label("owned"), use.owned, "", "H100e", "me.owned_h100e"),
            Part(label("online"), -use.online, "", "H100e", "me.online_h100e"),
        ]
    )


@explains("me.leased_h100e", "record.h100e_leased")
def _leased(case: Case) -> Made:
    """What lessors delivered, less what the work of porting to their chips takes."""
    parts = [
        Part(named(case.who(operator)), h100e, "", "H100e")
        for operator, user, h100e, _ in case.race.delivered
        if user == case.firm
    ]
    lost = case.race.lost_to_porting.get(case.firm, 0)
    if lost:
        parts.append(Part(label("porting"), -lost, "", "H100e", "", case.source("rules.leases.port_loss")))
    return total(parts)


@explains("me.leased_out_h100e", "record.h100e_leased_out")
def _leased_out(case: Case) -> Made:
    return total(
        Part(named(case.who(user)), h100e, "", "H100e")
        for operator, user, h100e, _ in case.race.delivered
        if operator == case.firm
    )


@explains("me.usable_h100e", "record.h100e_online")
def _usable(case: Case, *, field: str = "") -> Made:
    use = case.me.compute
    if field == "usable_h100e" and not case.view.me.is_lab:
        return given(label("no-lab"), use.usable)
    net = _floor(
        [
            Part(label("online"), use.online, "", "H100e", "me.online_h100e"),
            Part(label("leased-out"), -use.leased_out, "", "H100e", "me.leased_out_h100e"),
        ]
    )
    return total([*net.parts, Part(label("leased"), use.leased, "", "H100e", "me.leased_h100e")])


@explains("me.paid_h100e")
def _paid(case: Case) -> Made:
    need = case.race.needs.get(case.firm)
    if need is None or not case.me.alive:
        return given(label("stands"), case.me.compute.paid)
    return least(
        [
            Part(label("usable"), case.me.compute.usable, "", "H100e", "me.usable_h100e"),
            Part(label("paying-need"), int(need.paid), "", "H100e"),
        ]
    )


@explains("me.run_h100e")
def _run(case: Case) -> Made:
    use, log = case.me.compute, case.race.splits.get(case.firm)
    if log is None or log.share is None:
        return given(label("no-run") if log is None or not use.run else label("stands"), use.run)
    return least(
        [
            Part(label("left"), use.usable - use.paid - use.products, "", "H100e"),
            Part(label("run-share"), int(use.usable * log.share), log.share, "share"),
        ]
    )


@explains("me.free_h100e")
def _free(case: Case) -> Made:
    use, need, log = case.me.compute, case.race.needs.get(case.firm), case.race.splits.get(case.firm)
    if need is None or log is None or not case.me.alive:
        return given(label("stands"), use.free)
    return least(
        [
            Part(label("left"), use.usable - use.paid - use.products - use.run - use.tests, "", "H100e"),
            Part(label("free-need"), int(need.free * log.free_tier), need.free, "H100e", "me.free_tier"),
        ]
    )


@explains("me.subleased_h100e")
def _subleased(case: Case) -> Made:
    use, share = case.me.compute, case.me.policies.sublease
    spare = use.subleased + use.safety + use.synthetic + use.research
    if not use.subleased:
        return given(label("none-let"), 0)
    return product(
        Part(label("left"), spare, "", "H100e"), [(label("let-share"), share, "me.sublease", "")], use.subleased
    )


@explains("use.customers")
def _use_customers(case: Case) -> Made:
    """Compute that earns from customers: paid use and products of their own fleet."""
    use = case.me.compute
    return total(
        [
            Part(label("paid-use"), use.paid, "", "H100e", "me.paid_h100e"),
            Part(label("product-fleets"), use.products, "", "H100e", "me.products_h100e"),
        ]
    )


@explains("use.let")
def _use_let(case: Case) -> Made:
    """Compute of its own that others use."""
    use = case.me.compute
    return total(
        [
            Part(label("leased-out-for-months"), use.leased_out, "", "H100e", "me.leased_out_h100e"),
            Part(label("let-by-the-month"), use.subleased, "", "H100e", "me.subleased_h100e"),
        ]
    )


@explains("use.research")
def _use_research(case: Case) -> Made:
    """Spare compute: research, and what safety work, synthetic data and tests take of it."""
    use = case.me.compute
    return total(
        [
            Part(label("methods"), use.research, "", "H100e", "me.research_h100e"),
            Part(label("safety-work"), use.safety, "", "H100e", "me.safety"),
            Part(label("synthetic-data"), use.synthetic, "", "H100e", "me.synthetic"),
            Part(label("tests-use"), use.tests, "", "H100e"),
        ]
    )


@explains("me.research_h100e")
def _research(case: Case) -> Made:
    use = case.me.compute
    parts = [Part(label("usable"), use.usable, "", "H100e", "me.usable_h100e")]
    for name in ("paid", "products", "run", "tests", "free", "safety", "synthetic"):
        amount = getattr(use, name)
        path = f"me.{name}_h100e" if hasattr(case.view.me, f"{name}_h100e") else ""
        parts.append(Part(label(f"{name}-use"), -amount, "", "H100e", path))
    return total([*parts, Part(label("sold-surplus"), -use.subleased, "", "H100e")])


@explains("me.largest_cluster_h100e", "record.largest_cluster_h100e")
def _cluster(case: Case) -> Made:
    found = [
        Part(named(site.name), site.cluster_h100e, "", "H100e", f"sites.{site.key}.online_h100e")
        for site in case.race.sites_of[case.firm]
    ]
    found += [
        Part(named(case.who(operator)), cluster, "", "H100e")
        for operator, user, _, cluster in case.race.delivered
        if user == case.firm
    ]
    return least([*found, Part(label("none"), 0)], most=True)


@explains("record.mw_online")
def _mw_online(case: Case) -> Made:
    return total(
        Part(named(site.name), site.used_kw / 1000.0, site.used_kw, "kW", f"sites.{site.key}.need_kw")
        for site in case.race.sites_of[case.firm]
    )


@explains("record.mw_contracted")
def _mw_contracted(case: Case) -> Made:
    """What is connected, stands, is requested or is on order; each site's own."""
    parts = []
    for key, site in case.view.sites.items():
        for what in ("grid_kw", "turbine_kw"):
            kw = getattr(site, what)
            if kw:
                text = label(what.replace("_", "-"), site=site.name)
                parts.append(Part(text, kw / 1000.0, kw, "kW", f"sites.{key}.{what}"))
        coming = sum(r.kw for r in case.world.requests if r.site == key)
        coming += sum(t.kw for t in case.world.turbines if t.site == key)
        if coming:
            text = label("coming-kw", site=site.name)
            parts.append(Part(text, coming / 1000.0, coming, "kW", f"sites.{key}.coming_kw"))
    return total(parts)


# Customers


@explains("me.consumers", "record.consumers")
def _consumers(case: Case) -> Made:
    if not case.world.month:
        return case.at_level(f"firms.{case.firm}.lab.consumers", case.me.consumers, "users")
    return _share_of(case, "users", "user_share", case.me.consumers)


@explains("me.seats", "record.enterprise_seats")
def _seats(case: Case) -> Made:
    if not case.world.month:
        return case.at_level(f"firms.{case.firm}.lab.enterprise_seats", case.me.seats, "seats")
    return _share_of(case, "seats", "seat_share", case.me.seats)


def _share_of(case: Case, what: str, field: str, whole: int) -> Made:
    """Of all, its share; what an incident has moved since they were counted is left out."""
    everybody = getattr(case.world.public, what) - _since_counted(case, f"public/{what}")
    share = getattr(case.me, field) - _since_counted(case, f"firms/{case.firm}/{field}")
    base = Part(label("all-" + what), everybody, "", what, "all." + what)
    return product(base, [(label("share"), share, "shares." + what, "")], whole)


def _since_counted(case: Case, path: str) -> float:
    """What has changed after the month was recorded."""
    month = case.world.month
    return fsum(change.delta for change in case.race.changes.get(path, []) if change.late and change.month == month)


@explains("all.*")
def _all_customers(case: Case, what: str) -> Made:
    return case.history(f"public/{what}")


@explains("shares.*")
def _share(case: Case, what: str) -> Made:
    field = "user_share" if what == "users" else "seat_share"
    return case.history(f"firms/{case.firm}/{field}")


@explains("me.served", "me.free_served")
def _served(case: Case, *, field: str = "") -> Made:
    need, use = case.race.needs.get(case.firm), case.me.compute
    if need is None or not case.me.alive:
        return given(label("stands"), getattr(case.me, field))
    asked, got = (need.paid, use.paid) if field == "served" else (need.free, use.free)
    if asked <= 1.0:
        return given(label("no-demand"), 1.0)
    return total(
        [
            Part(label("all-asked"), 1.0, asked, "H100e"),
            Part(label("unserved"), -(asked - got) / asked, asked - got, "H100e"),
        ]
    )


LEG_UNITS = {
    "idle": "H100e", "purse": "USD", "data": "FLOP", "run": "H100e", "power": "kW", "hall": "kW",
    "book": "kW", "lessors": "H100e", "nothing": "",
}  # fmt: skip


@explains("me.binding", "record.binding")
def _binding(case: Case) -> Made:
    """The legs in the order in which they are looked at; the first that holds is what limits the firm."""
    parts, is_found = [], False
    for leg in case.race.legs.get(case.firm, []):
        binds = leg.holds and not is_found
        is_found = is_found or leg.holds
        text = label("leg-" + leg.what, limit=leg.limit)
        parts.append(Part(text, int(binds), leg.value, LEG_UNITS[leg.what], "", "", binds))
    if not parts:
        return given(label("stands"), case.me.binding)
    return Made("least", parts)


@explains("me.affiliate_h100e")
def _lendable(case: Case) -> Made:
    affiliate = case.view.me.affiliate
    if not affiliate:
        return total([])
    facts, state = case.level.firms[affiliate].affiliate, case.world.firms[affiliate]
    if facts is None:
        return total([])
    lent = deals.committed_h100e(case.race, affiliate, case.world.month)
    willing = facts.lendable * max(0.0, 1.0 - state.opposition)
    most = int(state.compute.online * willing)
    return _floor(
        [
            Part(label("willing"), most, willing, "share", "", case.source(f"firms.{affiliate}.affiliate.lendable")),
            Part(label("lent"), -lent, "", "H100e"),
        ]
    )
