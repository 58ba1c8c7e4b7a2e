"""What minds do about large works: lead or join a giant, pause a hall that the purse cannot bear, resume it."""

from agents.minds.draft import Draft, why
from agents.orders import BuildGiant, PauseHall, PledgeGiant, ResumeHall, SetPolicy
from agents.view import GiantView

READY = 0.6
"""Part of the cost of a phase that must be free when ground is broken: the rest is earned while it is built."""
PART_OF_YEAR = 0.035
"""What a lessor pledges to a lab's giant, as a share of its year's budget. Rival labs build no power for the lead."""
LEAD_PART = 0.4
"""What a lead means to carry of a giant that needs partners."""
WORTH_LETTING_KW = 30_000.0
WORTH_PLEDGING_USD = 250_000_000
PAUSE_MONTHS = 3.0
"""Months that cash must cover of need and works before a hall is paused."""
RESUME_PART = 0.5
"""Part of what is left that must be free beyond half a year of need when a hall is resumed."""


def manage_works(draft: Draft, free_usd: float) -> None:
    """Pause or resume, then giants; at most one of each a turn."""
    _pause_or_resume(draft)
    _let_places(draft)
    for giant in draft.view.giants.values():
        if not giant.under_way and _consider(draft, giant, free_usd):
            return


def _consider(draft: Draft, giant: GiantView, free_usd: float) -> bool:
    me = draft.view.me
    all_usd = giant.cost_usd + giant.fit_out_usd
    leads = giant.lead == me.key or (not giant.lead and giant.may_lead)
    if leads and not giant.missing_usd:
        own_usd = giant.cost_usd * (1.0 - min(1.0, giant.pledged_usd / max(1, all_usd)))
        if free_usd < READY * own_usd:
            return False
        return draft.add(BuildGiant(giant.key, whole=False), why("giant", mw=giant.kw // 1000)) is not None
    if leads and not giant.mine_usd:
        if free_usd < READY * LEAD_PART * all_usd:
            return False
        amount = int(LEAD_PART * all_usd) // 1_000_000 * 1_000_000
        return draft.add(PledgeGiant(giant.key, amount), why("giant-join", mw=giant.kw // 1000)) is not None
    if me.is_cloud and giant.lead and giant.missing_usd:
        wanted = PART_OF_YEAR * me.capex_usd_per_year - giant.mine_usd
        amount = int(min(float(giant.missing_usd), wanted, free_usd)) // 1_000_000 * 1_000_000
        if amount >= WORTH_PLEDGING_USD:
            mw = round(giant.kw * amount / max(1, all_usd) / 1000.0)
            return draft.add(PledgeGiant(giant.key, amount), why("giant-join", mw=mw)) is not None
    return False


def _let_places(draft: Draft) -> None:
    """Places that stand empty with power are let by the month: they can be taken back at once."""
    view = draft.view
    if not view.me.is_lab or view.me.colocate:
        return
    per_slot = view.hall_kw_per_slot
    rooms = [
        min(site.grid_kw + site.turbine_kw, (site.air_slots + site.liquid_slots) * per_slot) - site.need_kw
        for site in view.sites.values()
    ]
    empty = sum(max(0.0, kw) for kw in rooms)
    if empty >= WORTH_LETTING_KW:
        draft.add(SetPolicy("colocate", 1.0), why("colocate", mw=round(empty / 1000.0)))


def _pause_or_resume(draft: Draft) -> None:
    view, me = draft.view, draft.view.me
    going = [project for project in view.projects if not project.paused]
    need = max(0.0, me.burn_usd)
    works = sum(project.cost_left_usd / max(1.0, project.months_left) for project in going)
    if going and not view.offers.sheets and draft.cash_usd < PAUSE_MONTHS * (need + works) and works > need:
        worst = max(going, key=lambda project: (project.cost_left_usd, project.key))
        draft.add(PauseHall(worst.key), why("pause", months=round(worst.months_left)))
        return
    for project in view.projects:
        if project.paused and draft.cash_usd - 6.0 * need > RESUME_PART * project.cost_left_usd:
            draft.add(ResumeHall(project.key), why("resume", slots=project.slots))
            return
