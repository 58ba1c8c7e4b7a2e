"""The words that a level may use for what floors above it do: kinds of orders, minds, goals and measures.

The floors above hold the things themselves; `tests/levels/test_words.py` compares. Keep each list in order.
"""

from typing import Final

ORDERS: Final = (
    "accept_fund",
    "acquihire",
    "anchor_site",
    "announce",
    "announce_product",
    "ask_affiliate",
    "ask_affiliate_money",
    "ask_lenders",
    "ask_parent",
    "ask_waiver",
    "bid_site",
    "borrow",
    "borrow_cards",
    "bring_turbines",
    "build_giant",
    "build_hall",
    "build_plant",
    "cancel_cards",
    "declare_agi",
    "divert_cards",
    "fund_chip",
    "fund_community",
    "gpu_loan",
    "hand_back",
    "join_pact",
    "launch_product",
    "lease_compute",
    "leave_pact",
    "leave_queue",
    "license_data",
    "lobby",
    "offer_cards",
    "open_to_strategics",
    "order_cards",
    "pause_hall",
    "petition",
    "pitch_sovereigns",
    "pledge_giant",
    "poach",
    "port_lease",
    "promise_model",
    "raise_equity",
    "release_model",
    "remove_turbines",
    "renegotiate",
    "repay",
    "request_grid",
    "reserve_capacity",
    "resume_hall",
    "retrofit_hall",
    "sell_site",
    "set_permit",
    "set_policy",
    "set_tariff",
    "set_wires",
    "settle_suit",
    "sign_power",
    "start_run",
    "step_in",
    "stop_run",
    "take_cards",
    "tender_offer",
)
"""Kinds of orders (`agents.orders`). `set_policy.price_level` and the like are one policy alone."""
DESKS: Final = frozenset({"capital", "chips", "power", "compute", "deals"})
"""Desks of orders (`agents.orders`)."""

POLICIES: Final = (
    "campaign",
    "colocate",
    "free_tier",
    "guidance",
    "hiring",
    "pay",
    "price_level",
    "safety",
    "sublease",
    "synthetic",
)

BINDINGS: Final = ("cash", "chips", "hall", "power", "data", "talent", "demand", "none")
"""What can limit a firm in a month (`game.compute.binding`)."""

MINDS: Final = (
    "asks_first",
    "asks_lenders",
    "bargains",
    "bids_naively",
    "brings_power",
    "builds_halls",
    "buys_cards",
    "cloud",
    "council",
    "counts_pipeline",
    "declares_agi",
    "games_the_book",
    "ignores_pipeline",
    "mixes_routes",
    "neighbours",
    "orders_need",
    "passive",
    "pays_first",
    "pays_with_both",
    "pays_with_loans",
    "pays_with_shares",
    "races_safe",
    "races_unsafe",
    "reads_bottleneck",
    "runs_first",
    "signs_unverified",
    "signs_verified",
    "tariff_setter",
    "tests_one",
    "tests_ten",
    "turbines_only",
    "waits_for_grid",
    "weighs_blind",
    "weighs_odds",
)
"""Minds that need no style of the level (`agents.minds`)."""

STRENGTHS: Final = ("intern", "analyst", "operator")
"""How well a lab's mind thinks, weakest first: how much it considers, how far ahead, how truly (`agents.minds`)."""


def strength_of(mind: str) -> str:
    """The strength in a mind's name: `analyst` of `analyst/merchant` and of `analyst`, none (empty) of `merchant`."""
    first, slash, _ = mind.partition("/")
    return first if slash or first in STRENGTHS else ""


def personality_of(mind: str) -> str:
    """The personality in a mind's name: `merchant` of `analyst/merchant` and of `merchant`, none of `analyst`."""
    first, slash, second = mind.partition("/")
    return second if slash else "" if first in STRENGTHS else first


def mind_of(strength: str, personality: str) -> str:
    """A mind's name: `analyst/merchant`, or the checklist's, `merchant`, if there is no strength."""
    return f"{strength}/{personality}" if strength else personality


GOALS: Final = (
    "card_trade",
    "cash",
    "compute_online",
    "compute_served",
    "founder_value",
    "kept_revenue",
    "own_aim",
    "race_prize",
    "revenue",
    "score",
    "value",
)
"""What seats may be judged by (`game.goals`)."""

MEASURES: Final = (
    "block_hazard",
    "book_over_need",
    "broken_ties",
    "capability",
    "cash",
    "compute_idle",
    "compute_online",
    "compute_served",
    "compute_served_last",
    "dark_share",
    "debt",
    "defaulted",
    "failures",
    "field_best",
    "field_idle_share",
    "field_online",
    "flattery",
    "founders_share",
    "goal",
    "goal_of_all",
    "household_bill",
    "kept_share",
    "largest_cluster",
    "months_bound_by_cash",
    "months_bound_by_chips",
    "months_bound_by_hall",
    "months_bound_by_power",
    "opposition",
    "rent_peak",
    "rent_trough",
    "revenue",
    "ribbons",
    "score",
    "seats_after_two_quarters",
    "seats_after_two_years",
    "speculative_share",
    "spent",
    "staff_end",
    "struck_labs",
    "times_stopped",
    "true_elo_mean",
    "trust",
    "unsafe_months",
    "valuation",
    "win",
    "winners_curse",
    "won",
    "world_online",
)
"""What a claim may measure (`game.lab.measures`)."""

TRACES: Final = (
    "arena_elo",
    "best_elo",
    "best_lab",
    "bills",
    "binding",
    "block_hazard",
    "book_over_need",
    "capacity",
    "card_worth",
    "cash",
    "cover",
    "debt",
    "demand",
    "flattery",
    "founders_share",
    "founders_value",
    "goal",
    "goal_all",
    "idle",
    "kept_share",
    "labs_alive",
    "leader",
    "made",
    "mw_running",
    "online",
    "opposition",
    "owned",
    "pipeline",
    "rating_lead",
    "rent",
    "rent_relative",
    "revenue",
    "safety",
    "seat_share",
    "served",
    "speculative_share",
    "spent",
    "true_elo",
    "valuation",
    "winning_bid",
    "world_online",
)
"""What a lesson may draw of its reference games (`game.classroom.lessons.traces`)."""
