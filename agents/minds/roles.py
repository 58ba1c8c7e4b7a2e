"""Minds of those who are no firm: a utility, the neighbours, a regulator; and three labs of the lesson about them."""

from agents.desk import Advice, Desk
from agents.minds.draft import Draft, why
from agents.orders import (
    AcceptFund,
    BringTurbines,
    FundCommunity,
    Petition,
    RequestGrid,
    SetPermit,
    SetTariff,
    SetWires,
)

WIND = 0.5
"""Speculative share of a queue at which a utility asks for more."""
FULL_FUND_USD = 10_000_000
"""Fund that neighbours think fair."""
LOUD = 0.3
"""Opposition at which a regulator hears the neighbours."""
STEP_KW = 1_000


class TariffSetter:
    """One-line rule of a utility: a stricter tariff while half of the queue is wind."""

    name = "tariff_setter"

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        role = draft.view.role
        if role is not None and role.speculative_share > WIND and not role.filed:
            order = SetTariff(
                role.deposit_usd_per_kw + role.deposit_step,
                min(role.take_most, role.minimum_take + role.take_step),
                role.collateral_months + role.collateral_step,
            )
            draft.add(order, why("tariff"))
        return draft.advice


class Neighbours:
    """One-line rule of residents: take a fair fund, and go to the council against turbines without a permit."""

    name = "neighbours"

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        for site in draft.view.role.sites if draft.view.role is not None else ():
            if site.offered_usd >= FULL_FUND_USD:
                draft.add(AcceptFund(site.key), why("accept"))
            elif site.unpermitted_kw and not site.fund_usd:
                draft.add(Petition(site.key), why("petition"))
        return draft.advice


class Council:
    """One-line rule of a regulator: be strict while neighbours are loud, be quick with who asks first, and have the
    large loads pay for stranded wires once households feel them."""

    name = "council"

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        role = draft.view.role
        if role is None:
            return []
        loudest = max((site.opposition for site in role.sites), default=0.0)
        strictness = 2.0 if loudest > LOUD else 1.0
        if strictness != role.strictness:
            draft.add(SetPermit(strictness, 2.0), why("strict" if strictness > 1.0 else "lenient"))
        if role.bills > 1.02 and role.households_pay > 0.0:
            draft.add(SetWires(0.0), why("wires"))
        return draft.advice


class _BringsGas:
    """Base of the lesson's labs: turbines for what stands dark, in one way or another, and the grid for later."""

    name = ""
    permitted = False
    fund_usd = 0

    def advise(self, desk: Desk) -> list[Advice]:
        draft = Draft(desk)
        site = next(iter(draft.view.sites.values()), None)
        if site is None:
            return []
        short = site.need_kw - site.grid_kw - site.turbine_kw - site.coming_kw
        kw = short // STEP_KW * STEP_KW
        if self.fund_usd and not site.fund_usd:
            draft.add(FundCommunity(site.key, self.fund_usd), why("fund"))
        if kw > 0:
            reason = why("turbines", mw=kw // 1_000, site=site.name)
            draft.add(BringTurbines(site.key, kw, permitted=self.permitted), reason)
            wait = draft.view.offers.power[site.region].wait_months
            if not site.queue_kw:
                reason = why("grid", mw=kw // 1_000, site=site.name, months=round(wait))
                draft.add(RequestGrid(site.key, max(5_000, kw)), reason)
        return draft.advice


class RunsFirst(_BringsGas):
    """One-line rule: turbines at once, the permit later."""

    name = "runs_first"


class AsksFirst(_BringsGas):
    """One-line rule: turbines once they are permitted."""

    name = "asks_first"
    permitted = True


class PaysFirst(_BringsGas):
    """One-line rule: turbines at once, and a fund for the neighbours."""

    name = "pays_first"
    fund_usd = 30_000_000
