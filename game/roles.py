"""Parts that are no firm's: what a utility, residents and a regulator see, and what each is judged by."""

from math import fsum
from typing import TYPE_CHECKING

from agents.view import NeighbourView, RoleView

if TYPE_CHECKING:
    from agents.firm import Site
    from agents.utility import Utility
    from game.race import Race

FULL = 100.0


def view_of(race: "Race", seat: str) -> RoleView | None:
    """What a seat with a role sees of its region; None for a firm."""
    role = race.level.firms[seat].role
    if role is None:
        return None
    utility, rules = race.utility_by_key[role.utility], race.level.rules.tariffs
    state, terms = utility.state, utility.state.terms
    return RoleView(
        role.kind,
        utility.facts.name,
        tuple(
            NeighbourView(
                site.key,
                site.name,
                site.firm,
                site.used_kw,
                site.unpermitted_kw,
                site.opposition,
                int(site.fund_usd),
                site.offered_usd,
            )
            for site in sites_of(race, utility)
        ),
        int(utility.queue_kw),
        utility.speculative_share,
        state.shortage,
        state.bills,
        state.tariff,
        state.stranded_usd,
        state.households_pay,
        terms.deposit_usd_per_kw,
        terms.minimum_take,
        terms.collateral_months,
        state.filed is not None,
        state.strictness,
        state.permit_speed,
        rules.deposit_step,
        rules.take_step,
        rules.take_most,
        rules.collateral_step,
        aim(race, seat),
    )


def sites_of(race: "Race", utility: "Utility") -> list["Site"]:
    """The sites that a utility serves."""
    return [site for site in race.sites if race.utility_at(site.key) == utility.key]


def aim(race: "Race", seat: str) -> float:
    """What a seat's role has reached this month, 0 to 100.

    A firm: the share of its cards that run. A utility: reliability, and the part of its queue that somebody stands
    behind. Residents: bills near those of the start, and peace. A regulator: the mean of the others in its region.
    """
    role = race.level.firms[seat].role
    if role is None:
        use = race.world.firms[seat].compute
        return FULL * use.online / max(1, use.owned)
    utility = race.utility_by_key[role.utility]
    if role.kind == "utility":
        return 0.5 * FULL * (1.0 - utility.state.shortage) + 0.5 * FULL * (1.0 - utility.speculative_share)
    if role.kind == "residents":
        return _peace(race, utility)
    others = others_in(race, seat, utility)
    return fsum(aim(race, key) for key in others) / max(1, len(others))


def others_in(race: "Race", seat: str, utility: "Utility") -> list[str]:
    """The other seats of a utility's region."""
    return [key for key in race.level.firms if key != seat and _lives_there(race, key, utility)]


def _peace(race: "Race", utility: "Utility") -> float:
    """Residents: dearer bills and opposition both take off."""
    loudest = max((site.opposition for site in sites_of(race, utility)), default=0.0)
    dearer = max(0.0, utility.state.bills - 1.0)
    return FULL / (1.0 + loudest + race.level.rules.community.bill_weight * dearer)


def _lives_there(race: "Race", seat: str, utility: "Utility") -> bool:
    role = race.level.firms[seat].role
    if role is not None:
        return role.utility == utility.key and role.kind != "regulator"
    return any(race.utility_at(site.key) == utility.key for site in race.sites_of[seat])
