"""The words that a level may use for what floors above it do: kinds of orders, minds, goals and measures.

The floors above hold the things themselves; `tests/levels/test_words.py` compares. Keep each list in order.
"""

from typing import Final

ORDERS: Final = (
    "acquihire",
    "announce",
    "announce_product",
    "ask_affiliate",
    "ask_affiliate_money",
    "ask_lenders",
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
    "fund_chip",
    "fund_community",
    "gpu_loan",
    "join_pact",
    "launch_product",
    "lease_compute",
    "leave_pact",
    "leave_queue",
    "license_data",
    "lobby",
    "open_to_strategics",
    "order_cards",
    "pause_hall",
    "pitch_sovereigns",
    "pledge_giant",
    "poach",
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
    "set_policy",
    "settle_suit",
    "sign_power",
    "start_run",
    "stop_run",
    "tender_offer",
)
"""Kinds of orders (`agents.orders`). `set_policy.price_level` and the like are one policy alone."""

POLICIES: Final = (
    "campaign",
    "free_tier",
    "guidance",
    "hiring",
    "pay",
    "price_level",
    "safety",
    "sublease",
    "synthetic",
)

MINDS: Final = (
    "asks_lenders",
    "brings_power",
    "builds_halls",
    "buys_cards",
    "cloud",
    "passive",
    "pays_with_both",
    "pays_with_loans",
    "pays_with_shares",
    "reads_bottleneck",
)
"""Minds that need no style of the level (`agents.minds`)."""

GOALS: Final = (
    "cash",
    "compute_online",
    "compute_served",
    "founder_value",
    "revenue",
    "score",
    "value",
)
"""What seats may be judged by (`game.goals`)."""

MEASURES: Final = (
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
    "founders_share",
    "goal",
    "largest_cluster",
    "months_bound_by_cash",
    "months_bound_by_chips",
    "months_bound_by_hall",
    "months_bound_by_power",
    "revenue",
    "ribbons",
    "score",
    "spent",
    "trust",
    "valuation",
    "won",
)
"""What a claim may measure (`game.lab.measures`)."""
