"""How a lab deals in text, products, promises, safety and politics: rules of thumb coloured by its style."""

from math import log10
from typing import TYPE_CHECKING

from agents.desk import Quote
from agents.minds.draft import Draft, why
from agents.orders import (
    AnnounceProduct,
    JoinPact,
    LaunchProduct,
    LicenseData,
    Lobby,
    PromiseModel,
    ReleaseModel,
    SetPolicy,
    StartRun,
)

if TYPE_CHECKING:
    from agents.view import View
    from levels.schema import Style

WORTH_TESTING_ELO = 15.0
"""Gain from which private tests of variants are worth their cost."""
ELO_PER_TENFOLD = 64.0
ELO_PER_MONTH = 6.0
"""What a lab believes a month of the race to be worth."""
SHORT_AHEAD = 0.5
"""Part of the compute that its text bears, from which on it looks for more."""
SLACK = 0.8
"""Part of the free compute that a product may take."""
EAGER = 0.5
SERVED = 0.98
"""Part of its customers that a lab serves before it thinks of products."""
PRODUCT_MARGIN = 1.2
"""Revenue over the rent of its compute from which a product is launched."""
GAP_ELO = 60.0
"""Model beyond safety work that frightens a board."""
STRICT = 1.3
SHARE_STEP = 0.05


def release(draft: Draft, style: "Style", *, gain: float) -> ReleaseModel:
    """The release, with private tests where the next place on the list is near."""
    me, view = draft.view.me, draft.view
    best = best_rival_elo(view)
    near = abs(me.true_elo + gain - best) < 2.0 * WORTH_TESTING_ELO
    variants = style.variants if gain >= WORTH_TESTING_ELO and near else 1
    return ReleaseModel(variants, me.opens)


def run(draft: Draft, months: int, share: float) -> tuple[StartRun, str]:
    """The run, just below a law's line where the review would cost more than the compute beyond it."""
    plain = StartRun(months, share)
    answer = draft.desk.quote(draft.orders, plain)
    if not isinstance(answer, Quote):
        return plain, ""
    flop = next((float(line.text.args["flop"]) for line in answer.lines if line.text.key == "quote-run-flop"), 0.0)
    end = draft.view.month + months
    for key, law in draft.view.duties.items():
        if law.since <= end and flop >= law.flop:
            lost = ELO_PER_TENFOLD * log10(flop / law.flop)
            if lost < ELO_PER_MONTH * law.review_months:
                return StartRun(months, share, key), law.name
    return plain, ""


def deal(draft: Draft, style: "Style") -> None:
    """Everything else about models, most urgent first: one thing a turn, as initiative is scarce."""
    planned = len(draft.orders)
    for look in (_safety, _products, _text, _promise, _lobby):
        look(draft, style)
        if len(draft.orders) > planned:
            return


def _products(draft: Draft, style: "Style") -> None:
    """Launch what earns more than its compute would rent for, as far as compute is free; show what is near."""
    view, me = draft.view, draft.view.me
    if not view.products or me.served < SERVED:
        return
    free = SLACK * (me.usable_h100e - me.paid_h100e - me.products_h100e - me.run_h100e)
    for key, product in view.products.items():
        if me.true_elo < product.least_elo:
            continue
        offering = me.offerings.get(key)
        share = offering.share if offering else 0.0
        fleet = max(1, product.fleet_h100e)
        rent = fleet * view.rent_usd * view.hours_per_month * 12.0
        if share and offering is not None and offering.served < EAGER:
            smaller = max(SHARE_STEP, round(0.5 * share, 2))
            if smaller < share and draft.add(LaunchProduct(key, smaller), why("product-back", product=product.name)):
                return
        pays = product.usd_per_year > PRODUCT_MARGIN * rent
        owed = offering is not None and not share
        wanted = min(1.0, share + free / fleet)
        wanted = int(wanted / SHARE_STEP) * SHARE_STEP
        most = 1.0 if pays else (2.0 * SHARE_STEP if owed else 0.0)
        target = round(min(wanted, most), 2)
        grown = target >= share + (SHARE_STEP if not share else 4.0 * SHARE_STEP) - 1e-9
        if grown and target > share:
            key_why = "product-more" if share else "product"
            if draft.add(LaunchProduct(key, target), why(key_why, product=product.name)):
                return
        elif offering is None and pays and wanted < SHARE_STEP and me.months_since_round > 3 and not me.is_division:
            draft.add(AnnounceProduct(key), why("product-show", product=product.name))


def _text(draft: Draft, style: "Style") -> None:
    """Text before a run is short of it: licences at a fair price first, then text that models write."""
    view, me = draft.view, draft.view.me
    coming = max(me.run_flop, me.largest_flop)
    if coming < SHORT_AHEAD * me.data_flop:
        return
    purse = style.data_appetite * (max(0.0, me.run_rate_usd) + 0.5 * max(0, draft.cash_usd - me.committed_usd))
    best = None
    for key, text in view.publishers.items():
        if text.free and text.usd_per_year <= purse:
            worth = text.tokens / text.usd_per_year
            if best is None or worth > best[0]:
                best = (worth, key, text)
    if best is not None and me.runway_months > 6.0:
        _, key, text = best
        bid = int(min(purse, 2.0 * text.usd_per_year)) if text.exclusive else text.usd_per_year
        draft.add(LicenseData(key, bid), why("data"))
    if abs(me.synthetic - style.synthetic) > 0.01:
        draft.add(SetPolicy("synthetic", style.synthetic), why("synthetic"))


def _safety(draft: Draft, style: "Style") -> None:
    """The style's share of safety work, more where a law asks for it or the gap frightens; a pact for the careful."""
    view, me = draft.view, draft.view.me
    wanted, reason = style.safety, why("safety")
    if me.true_elo - me.safety_elo > GAP_ELO:
        wanted *= 1.5
    for law in view.duties.values():
        if law.since <= view.month + view.months_per_turn and me.largest_flop >= law.flop and wanted < law.safety_share:
            wanted, reason = law.safety_share, why("safety-law", law=law.name)
    if view.pact is not None and me.in_pact:
        wanted = max(wanted, view.pact.share)
    wanted = round(wanted, 3)
    if me.safety < wanted - 0.004 or me.safety > wanted + 0.02:
        draft.add(SetPolicy("safety", wanted), reason)
    careful = view.pact is not None and not me.in_pact and style.safety >= view.pact.share
    if careful and view.pact is not None:
        draft.add(JoinPact(view.pact.share, view.pact.verified), why("pact"))


def _promise(draft: Draft, style: "Style") -> None:
    """A dated promise while a run is under way that should win, by those who like to promise."""
    view, me = draft.view, draft.view.me
    if style.promises <= EAGER or me.promised_due >= 0 or not me.run_name or me.is_division or me.credibility < 0.8:
        return
    best = best_rival_elo(view)
    months = me.run_ends - view.month + 3
    if best - me.arena_elo < 10.0 and 3 <= me.months_since_round < 6 and 3 <= months <= 12:
        draft.add(PromiseModel(months), why("promise"))


def _lobby(draft: Draft, style: "Style") -> None:
    """Spend against rules that hold back one's releases, where they have become strict."""
    view, me = draft.view, draft.view.me
    bound = any(law.since <= view.month and me.largest_flop >= law.flop for law in view.duties.values())
    usd = int(style.lobby * max(0, draft.cash_usd - me.committed_usd)) // 10_000_000 * 10_000_000
    if bound and view.stringency > STRICT and usd >= 10_000_000:
        draft.add(Lobby(min(usd, 100_000_000)), why("lobby"))


def best_rival_elo(view: "View") -> float:
    """Best public rating of a rival; 0 without one."""
    return next((rival.arena_elo for rival in view.rivals.best_first()), 0.0)


def rivals_hold(view: "View") -> float:
    """Best rating of a rival's finished model of which the press has told."""
    return max((rival.coming_elo for rival in view.rivals.coming()), default=0.0)
