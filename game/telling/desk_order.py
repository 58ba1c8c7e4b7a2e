"""In which groups and order the options of a desk stand: what is used most comes first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.door.options import Option

GROUPS: dict[str, tuple[str, ...]] = {
    "equity": ("raise_equity", "tender_offer", "pitch_sovereigns", "ask_affiliate_money", "open_to_strategics"),
    "parent": ("ask_parent", "hand_back"),
    "debt": ("ask_lenders", "borrow", "gpu_loan", "repay"),
    "buy": ("order_cards", "lease_compute", "take_cards", "reserve_capacity", "fund_chip"),
    "held": ("offer_cards", "cancel_cards", "divert_cards", "port_lease"),
    "power": (
        "request_grid",
        "bring_turbines",
        "build_plant",
        "sign_power",
        "leave_queue",
        "remove_turbines",
        "set_tariff",
    ),
    "halls": (
        "build_hall",
        "retrofit_hall",
        "bid_site",
        "build_giant",
        "pause_hall",
        "resume_hall",
        "sell_site",
    ),
    "near": ("fund_community", "settle_suit", "petition", "accept_fund", "set_permit", "set_wires"),
    "models": ("start_run", "stop_run", "release_model", "launch_product", "announce_product"),
    "partners": (
        "renegotiate",
        "ask_waiver",
        "pledge_giant",
        "anchor_site",
        "step_in",
        "borrow_cards",
        "ask_affiliate",
    ),
    "people": ("poach", "acquihire"),
    "public": ("announce", "promise_model", "lobby", "join_pact", "leave_pact", "declare_agi"),
    "standing": ("set_policy",),
    "text": ("license_data",),
}
"""Kinds of order by group, in the order in which a desk shows them."""
MANY = 6
"""So many options need no headings."""
_PLACES = {kind: (group, place) for group, kinds in GROUPS.items() for place, kind in enumerate(kinds)}


def in_groups(options: Sequence[Option]) -> list[tuple[str, list[Option]]]:
    """The options of a desk by group, in order. A short list is one group without a name."""
    groups: dict[str, list[Option]] = {group: [] for group in GROUPS}
    for option in options:
        groups[_PLACES[option.kind][0]].append(option)
    found = [(group, _sorted(mine)) for group, mine in groups.items() if mine]
    if len(options) <= MANY or len(found) == 1:
        return [("", [option for _, mine in found for option in mine])] if found else []
    return found


def _sorted(options: list[Option]) -> list[Option]:
    """In the order of the group; those of one kind as they came."""
    return sorted(options, key=lambda option: _PLACES[option.kind][1])
