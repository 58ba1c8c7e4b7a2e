"""Orders about models beside training them: licences of text, products, promises, lobbying and the pact on safety."""

from typing import TYPE_CHECKING

from agents.desk import Refusal
from agents.orders import AnnounceProduct, JoinPact, LaunchProduct, LeavePact, LicenseData, Lobby, PromiseModel
from game import press, products, regulation, safety
from game.door.planned import Granted, Planned, grant, line, refuse
from game.markets import data

if TYPE_CHECKING:
    from agents.firm import FirmState
    from game.race import Race


def _is_lab(race: "Race", firm: str) -> bool:
    return race.world.firms[firm].model is not None


def check_licence(race: "Race", firm: str, planned: Planned, order: LicenseData) -> Granted | Refusal:
    if not _is_lab(race, firm):
        return refuse("refuse-no-lab")
    facts = race.level.publishers.get(order.publisher)
    taken = planned.of("licence " + order.publisher)
    if facts is None or taken or not data.is_free(race, order.publisher, firm):
        return refuse("refuse-no-licence")
    asked = data.price_usd(race, order.publisher)
    if order.usd_per_year < asked:
        return refuse("refuse-bid-low", usd=asked)
    state = race.world.firms[firm]
    yearly = order.usd_per_year if facts.exclusive else asked
    lines = [
        line("quote-licence", money=yearly),
        line("quote-tokens", share=facts.tokens / max(1.0, state.tokens)),
        line("quote-term", months=race.level.rules.data.licence_months),
    ]
    if facts.exclusive:
        lines.append(line("quote-auction"))
    return grant(0, lines, race.world.month + 1, **{"licence " + order.publisher: 1})


def do_licence(race: "Race", firm: str, order: LicenseData) -> None:
    race.world.bids.licences.append((order.publisher, firm, order.usd_per_year))


def _cannot_ship(race: "Race", firm: str, product: str) -> Refusal | None:
    """Why a firm cannot offer a product at all."""
    facts, model = race.level.products.get(product), race.world.firms[firm].model
    if facts is None:
        return refuse("refuse-no-product")
    if model is None:
        return refuse("refuse-no-lab")
    if model.true_elo < facts.least_elo:
        return refuse("refuse-product-elo", elo=round(facts.least_elo))
    return None


def check_announce(race: "Race", firm: str, planned: Planned, order: AnnounceProduct) -> Granted | Refusal:
    barred = _cannot_ship(race, firm, order.product)
    if barred is not None:
        return barred
    state, rules = race.world.firms[firm], race.level.rules.products
    offering = state.offerings.get(order.product)
    if offering is not None or planned.of("product " + order.product):
        return refuse("refuse-product-known")
    usd = press.fair_after(state.valuation_usd, rules.announce_bump * state.credibility)
    lines = [
        line("quote-claim", money=usd),
        line("quote-product-fleet", h100e=products.fleet_h100e(race, order.product)),
        line("quote-product-patience", months=rules.patience_months),
    ]
    return grant(0, lines, race.world.month + 1, **{"product " + order.product: 1})


def do_announce(race: "Race", firm: str, order: AnnounceProduct) -> None:
    products.announce(race, race.world.firms[firm], order.product)


def check_launch(race: "Race", firm: str, planned: Planned, order: LaunchProduct) -> Granted | Refusal:
    state, rules = race.world.firms[firm], race.level.rules.products
    offering = state.offerings.get(order.product)
    shipped = offering.share if offering is not None else 0.0
    if order.share <= 0.0:
        if not shipped:
            return refuse("refuse-product-not-out")
    else:
        barred = _cannot_ship(race, firm, order.product)
        if barred is not None:
            return barred
    if order.share and not rules.share_least <= order.share <= 1.0:
        return refuse("refuse-product-share", share=rules.share_least)
    if planned.of("launch " + order.product) or abs(order.share - shipped) < 0.005:
        return refuse("refuse-no-change")
    facts, fleet = race.level.products[order.product], products.fleet_h100e(race, order.product)
    free = max(0, state.compute.usable - state.compute.paid - state.compute.products + _fleet_of(state, order.product))
    need = int(order.share * fleet)
    served = min(1.0, free / need) if need else 1.0
    worth = order.share**rules.limited * served
    growth = race.world.public.pool_usd / max(1, race.level.rules.customers.pool_usd)
    lines = [
        line("quote-product-need", h100e=need),
        line("quote-product-fleet", h100e=fleet),
        line("quote-product-served", share=served),
        line("quote-product-revenue", money=int(facts.usd_per_year * growth * worth)),
        line("quote-product-rent", money=int(need * race.world.offers.rent_usd * _hours_a_year(race))),
    ]
    return grant(0, lines, race.world.month + 1, **{"launch " + order.product: 1})


def _hours_a_year(race: "Race") -> float:
    return 12.0 * race.level.rules.power.hours_per_month


def _fleet_of(state: "FirmState", product: str) -> int:
    offering = state.offerings.get(product)
    return offering.h100e if offering is not None else 0


def do_launch(race: "Race", firm: str, order: LaunchProduct) -> None:
    products.launch(race, race.world.firms[firm], order.product, order.share)


def check_promise(race: "Race", firm: str, planned: Planned, order: PromiseModel) -> Granted | Refusal:
    if not _is_lab(race, firm):
        return refuse("refuse-no-lab")
    state, rules = race.world.firms[firm], race.level.rules
    if state.promised_due >= 0 or planned.of("promise"):
        return refuse("refuse-promise-stands")
    least, most = rules.press.promise_least_months, rules.press.promise_most_months
    if not least <= order.months <= most:
        return refuse("refuse-promise-months", least=least, months=most)
    usd = press.fair_after(state.valuation_usd, press.bump_of_promise(race, state))
    lines = [
        line("quote-promise", money=usd),
        line("quote-promise-risk", trust=rules.public.missed_trust, share=rules.press.missed),
    ]
    return grant(0, lines, race.world.month + 1, promise=1)


def do_promise(race: "Race", firm: str, order: PromiseModel) -> None:
    press.promise(race, race.world.firms[firm], order.months)


def check_lobby(race: "Race", firm: str, planned: Planned, order: Lobby) -> Granted | Refusal:
    rules = race.level.rules.regulation
    if not race.world.drawn.duties:
        return refuse("refuse-no-law")
    if planned.of("lobby"):
        return refuse("refuse-twice")
    if not 0 < order.amount_usd <= rules.lobby_most_usd:
        return refuse("refuse-lobby-size", most=rules.lobby_most_usd, usd=rules.lobby_most_usd)
    before = race.world.public.stringency
    after = max(rules.least, before - regulation.lobby_gain(race, order.amount_usd))
    lines = [
        line("quote-lobby", order.amount_usd),
        line("quote-stringency", before=round(before, 2), after=round(after, 2)),
        line("quote-lobby-found", chance=rules.lobby_found),
    ]
    return grant(order.amount_usd, lines, race.world.month + 1, lobby=1)


def do_lobby(race: "Race", firm: str, order: Lobby) -> None:
    regulation.lobby(race, race.world.firms[firm], order.amount_usd)


def check_join(race: "Race", firm: str, planned: Planned, order: JoinPact) -> Granted | Refusal:
    if not _is_lab(race, firm):
        return refuse("refuse-no-lab")
    rules, pact = race.level.rules.safety, race.world.pact
    if planned.of("pact") or (pact is not None and firm in pact.members):
        return refuse("refuse-pact-member")
    if not 0.0 < order.share <= rules.share_most:
        return refuse("refuse-pact-share", share=rules.share_most)
    if pact is not None and (abs(order.share - pact.share) > 0.005 or order.verified is not pact.verified):
        return refuse("refuse-pact-terms", share=pact.share)
    lines = [
        line("quote-pact", share=order.share, members=len(pact.members) if pact else 0),
        line("quote-pact-check", chance=rules.pact_checks if order.verified else rules.pact_rumours),
    ]
    if order.verified:
        lines.append(line("quote-pact-cost", money=rules.pact_usd))
    return grant(0, lines, race.world.month + 1, pact=1)


def do_join(race: "Race", firm: str, order: JoinPact) -> None:
    safety.join(race, race.world.firms[firm], order.share, order.verified)


def check_leave(race: "Race", firm: str, planned: Planned, order: LeavePact) -> Granted | Refusal:
    pact = race.world.pact
    if pact is None or firm not in pact.members or planned.of("pact"):
        return refuse("refuse-no-pact")
    return grant(
        0, [line("quote-pact-left", trust=race.level.rules.safety.pact_goodwill)], race.world.month + 1, pact=1
    )


def do_leave(race: "Race", firm: str, order: LeavePact) -> None:
    safety.leave(race, race.world.firms[firm])
