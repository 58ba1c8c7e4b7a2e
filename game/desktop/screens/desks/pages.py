"""Which pages each desk has; what none of them shows stands on a last one."""

from __future__ import annotations

from game.desktop.screens.desks import capital, chips, compute, deals, power
from game.desktop.screens.desks.offers import Group
from game.desktop.screens.desks.standing import standing
from game.desktop.screens.desks.work import Page, PageSpec, Work
from game.door.options import Option

DESK_PAGES: dict[str, tuple[PageSpec, ...]] = {
    "capital": capital.PAGES,
    "chips": chips.PAGES,
    "power": power.PAGES,
    "compute": compute.PAGES,
    "deals": deals.PAGES,
}


def pages_of(work: Work) -> list[PageSpec]:
    """The pages that have something to show now, with one for all options that no other page has."""
    found, options = [], work.options()
    specs = DESK_PAGES.get(work.desk, ())
    for spec in specs:
        if spec.when(work) if spec.when is not None else any(shows(spec, option) for option in options):
            found.append(spec)
    left = [option for option in options if not any(shows(spec, option) for spec in specs)]
    policies = [option.group for option in left if option.kind == "set_policy"]
    if policies:
        kinds = tuple(f"set_policy.{policy}" for policy in policies)
        found.append(PageSpec("standing", kinds, lambda work: standing(work, policies, "wide-standing")))
    others = [option for option in left if option.kind != "set_policy"]
    if others:
        kinds = tuple(f"{option.kind}.{option.group}" for option in others)
        found.append(PageSpec("more", kinds, lambda work: _more(work, others)))
    return found


def shows(spec: PageSpec, option: Option) -> bool:
    return option.kind in spec.kinds or f"{option.kind}.{option.group}" in spec.kinds


def _more(work: Work, options: list[Option]) -> Page:
    return Page(blocks=[Group("more", "", [work.card(option) for option in options])])
