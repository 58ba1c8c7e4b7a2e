"""How the score of a seat comes about: components, points against par, and the total."""

from math import exp, fsum, log, log2

from game import goals, roles, score
from game.explain.case import Case, Made, Part, explains, total
from game.explain.figure import given, label, least, named
from levels.calendar import month_of

RECORD_WORDS = ("game", "seed", "level", "month", "firm", "steered_by", "defaulted")


@explains(*[f"record.{name}" for name in RECORD_WORDS])
def _record_words(case: Case, *, field: str = "") -> Made:
    from game.explain import shown

    return given(label("stands"), shown(case, f"record.{field}"))


@explains("record.score")
def _recorded_score(case: Case) -> Made:
    if case.firm not in case.world.scores:
        return given(label("no-seat"), 0.0)
    if not case.world.month:
        return given(label("not-judged"), 0.0)
    return _total(case)


@explains("record.rank")
def _rank(case: Case) -> Made:
    """One, and one for each seat that stands before."""
    from game.explain import shown

    rank = shown(case, "record.rank")
    if not rank:
        return given(label("no-seat"), 0)
    assert isinstance(rank, int)
    return total([Part(label("first"), 1), Part(label("seats-before"), rank - 1, rank - 1, "seats")])


@explains("score.total")
def _total(case: Case) -> Made:
    """The best two components weigh most; where the level has a goal of its own, that counts instead."""
    kind = goals.GOALS.get(goals.name_of(case.race))
    if kind is not None:
        return _goal(case, kind)
    rules, told = case.rules.score, score.score(case.race, case.firm)
    ordered = sorted(score.COMPONENTS, key=lambda name: -told.points[name])
    parts = []
    for place, name in enumerate(ordered):
        weight = rules.best if place == 0 else rules.second if place == 1 else rules.others
        which = ("best", "second")[place] if place < 2 else "others"
        parts.append(Part(label("component-" + name), weight * told.points[name], weight, "weight",
                          f"score.points.{name}", case.source(f"rules.score.{which}")))  # fmt: skip
    if case.world.reason == "collapse":
        before = fsum(part.amount for part in parts)
        parts.append(Part(label("collapse"), before * (rules.collapse_factor - 1.0), rules.collapse_factor, "factor"))
    return total(parts)


def _goal(case: Case, kind: goals.GoalKind) -> Made:
    """The last month of a level's own goal, or its months by year."""
    months = case.world.scores[case.firm].goal
    if not months:
        return given(label("not-judged"), 0.0)
    if kind.counts == "last":
        return given(label("goal-now"), months[-1], unit=kind.unit)
    weight = 1.0 / len(months) if kind.counts == "mean" else 1.0
    first, years = case.world.month - len(months) + 1, dict[str, list[float]]()
    for i, value in enumerate(months):
        years.setdefault(case.month(first + i)[:4], []).append(value)
    return total(Part(named(year), weight * fsum(found), len(found), "months") for year, found in years.items())


@explains("role.loudest")
def _loudest(case: Case) -> Made:
    role = case.view.role
    sites = [Part(named(site.name), site.opposition) for site in role.sites] if role is not None else []
    return least(sites, most=True) if sites else given(label("no-site"), 0.0)


@explains("role.aim")
def _aim(case: Case) -> Made:
    """What a seat that is no firm has reached (see `roles.aim`)."""
    seat = case.level.firms[case.firm].role
    role = case.view.role
    if seat is None or role is None:
        return given(label("stands"), 0.0)
    if seat.kind == "utility":
        half, queue = 0.5 * roles.FULL, 1.0 - role.speculative_share
        return total(
            [
                Part(label("no-shortage"), half * (1.0 - role.shortage), 1.0 - role.shortage, "", "role.shortage"),
                Part(label("real-queue"), half * queue, queue, "", "role.speculative_share"),
            ]
        )
    utility = case.race.utility_by_key[seat.utility]
    if seat.kind == "residents":
        loudest = max((site.opposition for site in roles.sites_of(case.race, utility)), default=0.0)
        dearer = case.rules.community.bill_weight * max(0.0, utility.state.bills - 1.0)
        whole = roles.FULL / (1.0 + loudest + dearer)
        lost, sum_of_both = roles.FULL - whole, loudest + dearer
        shares = (loudest / sum_of_both, dearer / sum_of_both) if sum_of_both else (0.0, 0.0)
        return total(
            [
                Part(label("full-peace"), roles.FULL),
                Part(label("opposition"), -lost * shares[0], loudest, "", "role.loudest"),
                Part(label("dearer-bills"), -lost * shares[1], utility.state.bills, "", "role.bills"),
            ]
        )
    others = roles.others_in(case.race, case.firm, utility)
    return total(
        Part(named(case.level.firms[key].name), roles.aim(case.race, key) / len(others), roles.aim(case.race, key))
        for key in others
    )


@explains("score.points.*")
def _points(case: Case, name: str) -> Made:
    """Fifty at par, and what lies beyond it."""
    raw, par = score.components(case.race, case.firm)[name], score.par(case.race, case.firm)[name]
    if name in ("frontier", "reach"):
        beyond = 25.0 * log2(max(raw, 1e-6) / max(par, 1e-6))
    elif name == "value":
        beyond = 25.0 * (raw - par) / log(2.0)
    else:
        beyond = 100.0 * (raw - par)
    parts = [
        Part(label("par"), 50.0, par, "", "", f"firms.{case.firm}.par.{name}"),
        Part(label("beyond-par"), beyond, raw, "", f"score.raw.{name}"),
    ]
    _bound(parts, 50.0 + beyond)
    bonus = case.world.scores[case.firm].bonus
    if name == "frontier" and bonus:
        parts.append(Part(label("agi-bonus"), bonus))
        _bound(parts, fsum(part.amount for part in parts))
    return total(parts)


def _bound(parts: list[Part], value: float) -> None:
    """Points end at 0 and at 100."""
    if value > 100.0:
        parts.append(Part(label("ceiling"), 100.0 - value))
    elif value < 0.0:
        parts.append(Part(label("floor"), -value))


@explains("score.raw.*")
def _raw(case: Case, name: str) -> Made:
    tally, firm = case.world.scores[case.firm], case.me
    if not tally.months:
        return total([])
    if name == "value":
        final = fsum(tally.valuations) / len(tally.valuations) if firm.alive else 1.0
        return total(
            [
                Part(label("value-now"), log(max(1.0, final)), final, "USD"),
                Part(label("value-start"), -log(max(1.0, tally.valuation_start)), tally.valuation_start, "USD"),
                Part(label("diluted"), tally.log_dilution, exp(tally.log_dilution), "factor", "score.dilution"),
            ]
        )
    if name == "frontier":
        return _by_year(case, "frontier_sum", 1.0 / tally.months)
    if name == "reach":
        first = case.world.month - len(tally.reach) + 1
        return total(
            Part(named(case.month(first + i)), share / len(tally.reach), share, "share")
            for i, share in enumerate(tally.reach)
        )
    if name == "stewardship":
        made = _by_year(case, "trust_sum", 0.5 / tally.months)
        least = Part(label("least-trust"), 0.5 * tally.trust_least, tally.trust_least, "trust", "me.trust")
        return total([*made.parts, least])
    if firm.defaulted:
        return given(label("failed"), 0.0)
    made = _by_year(case, "resilience_sum", 0.5 / tally.months)
    worst = Part(label("worst-year"), 0.5 * tally.resilience_least, tally.resilience_least, "of one")
    return total([*made.parts, worst])


@explains("score.dilution")
def _dilution(case: Case) -> Made:
    return case.history(f"scores/{case.firm}/log_dilution")


def _by_year(case: Case, field: str, weight: float) -> Made:
    """A running sum of the score by calendar year, weighted."""
    years: dict[str, list[float]] = {}
    for change in case.race.changes.get(f"scores/{case.firm}/{field}", []):
        years.setdefault(month_of(change.month, case.level.start)[:4], []).append(float(change.delta))
    start = case.race.start.get(f"scores/{case.firm}/{field}", 0)
    parts = [Part(named(year), weight * fsum(found), fsum(found) / len(found), "mean") for year, found in years.items()]
    return total([*parts, Part(label("start"), weight * start)] if start else parts)
