"""Orders of those who are no firm: a utility sets its tariff, residents object or accept, a regulator sets rules."""

from typing import TYPE_CHECKING

from agents.desk import Refusal
from agents.firm import Site
from agents.orders import AcceptFund, Order, Petition, SetPermit, SetTariff, SetWires
from agents.utility import Terms, Utility
from game import community
from game.door.planned import Granted, Planned, grant, line, refuse

if TYPE_CHECKING:
    from game.race import Race

ROLE_OF: dict[type[Order], str] = {
    SetTariff: "utility",
    Petition: "residents",
    AcceptFund: "residents",
    SetPermit: "regulator",
    SetWires: "regulator",
}
"""Whose an order is; all others are firms'."""


def role_of(race: "Race", seat: str) -> str:
    """The role of a seat: "utility", "residents" or "regulator"; empty for a firm."""
    role = race.level.firms[seat].role
    return role.kind if role is not None else ""


def _utility(race: "Race", seat: str) -> Utility:
    role = race.level.firms[seat].role
    assert role is not None
    return race.utility_by_key[role.utility]


def _site(race: "Race", seat: str, key: str) -> Site | None:
    """A site in the role's region."""
    site = race.world.sites.get(key)
    return site if site is not None and race.utility_at(key) == _utility(race, seat).key else None


def check_tariff(race: "Race", firm: str, planned: Planned, order: SetTariff) -> Granted | Refusal:
    rules, state = race.level.rules.tariffs, _utility(race, firm).state
    if state.filed is not None or planned.of("tariff"):
        return refuse("refuse-filed", month=max(0, state.in_force - race.world.month))
    fits = 0 <= order.deposit_usd_per_kw <= rules.deposit_most and 0.0 <= order.minimum_take <= rules.take_most
    if not fits or not 0.0 <= order.collateral_months <= rules.collateral_most:
        return refuse(
            "refuse-terms",
            usd=rules.deposit_most,
            take=rules.take_most,
            months=round(rules.collateral_most),
        )
    lines = [line("quote-take", before=state.terms.minimum_take, after=order.minimum_take)]
    return grant(0, lines, race.world.month + 1 + rules.file_months, tariff=1)


def do_tariff(race: "Race", firm: str, order: SetTariff) -> None:
    utility = _utility(race, firm)
    utility.state.filed = Terms(order.deposit_usd_per_kw, order.minimum_take, order.collateral_months)
    utility.state.in_force = race.world.month + race.level.rules.tariffs.file_months
    race.world.tell("file-text", "news-filing", "", 0, utility=utility.facts.name, share=utility.speculative_share)


def check_petition(race: "Race", firm: str, planned: Planned, order: Petition) -> Granted | Refusal:
    site = _site(race, firm, order.site)
    if site is None:
        return refuse("refuse-not-your-region")
    if site.fund_usd > 0.0 or planned.of("petition " + order.site):
        return refuse("refuse-funded")
    rules = race.level.rules.community
    lines = [line("quote-policy", before=round(site.opposition, 2), after=round(site.opposition + rules.petition, 2))]
    return grant(0, lines, race.world.month + 1, **{"petition " + order.site: 1})


def do_petition(race: "Race", firm: str, order: Petition) -> None:
    site = race.world.sites[order.site]
    site.opposition += race.level.rules.community.petition
    race.world.tell("megaphone", "news-petition", site.firm, -1, site=site.name)


def check_accept(race: "Race", firm: str, planned: Planned, order: AcceptFund) -> Granted | Refusal:
    site = _site(race, firm, order.site)
    if site is None:
        return refuse("refuse-not-your-region")
    if not site.offered_usd or planned.of("accept " + order.site):
        return refuse("refuse-no-offer")
    return grant(
        0, [line("quote-offered", money=site.offered_usd)], race.world.month + 1, **{"accept " + order.site: 1}
    )


def do_accept(race: "Race", firm: str, order: AcceptFund) -> None:
    community.accept(race, race.world.sites[order.site])


def check_permit(race: "Race", firm: str, planned: Planned, order: SetPermit) -> Granted | Refusal:
    rules, state = race.level.rules.community, _utility(race, firm).state
    most = rules.rule_most
    if not 1.0 / most <= order.strictness <= most or not 1.0 / most <= order.speed <= most:
        return refuse("refuse-permit-range", low=round(1.0 / most, 2), high=most)
    return grant(0, [line("quote-policy", before=state.strictness, after=order.strictness)], race.world.month + 1)


def do_permit(race: "Race", firm: str, order: SetPermit) -> None:
    utility = _utility(race, firm)
    utility.state.strictness, utility.state.permit_speed = order.strictness, order.speed
    race.world.tell("gavel", "news-permit-rules", "", 0, utility=utility.facts.name)


def check_wires(race: "Race", firm: str, planned: Planned, order: SetWires) -> Granted | Refusal:
    state = _utility(race, firm).state
    if not 0.0 <= order.households <= 1.0:
        return refuse("refuse-wires")
    lines = [line("quote-policy", before=state.households_pay, after=order.households)]
    lines.append(line("quote-stranded", money=state.stranded_usd))
    return grant(0, lines, race.world.month + 1)


def do_wires(race: "Race", firm: str, order: SetWires) -> None:
    utility = _utility(race, firm)
    utility.state.households_pay = order.households
    race.world.tell("scale", "news-wires", "", 0, utility=utility.facts.name, share=order.households)
