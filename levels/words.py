"""The words that a level may use for what floors above it do: kinds of orders, minds, goals and measures.

The floors above hold the things themselves; `tests/levels/test_words.py` compares. Keep each list in order.
"""

from typing import Final

ORDERS: Final = (
    "anchor_site",
    "acquihire",
    "announce",
    "announce_product",
    "ask_affiliate",
    "ask_waiver",
    "bid_site",
    "borrow",
    "borrow_cards",
    "bring_turbines",
    "build_giant",
    "build_hall",
    "cancel_cards",
    "declare_agi",
    "join_pact",
    "launch_product",
    "fund_chip",
    "lease_compute",
    "leave_pact",
    "license_data",
    "lobby",
    "order_cards",
    "pause_hall",
    "pledge_giant",
    "poach",
    "promise_model",
    "raise_equity",
    "tender_offer",
    "pitch_sovereigns",
    "open_to_strategics",
    "ask_affiliate_money",
    "gpu_loan",
    "ask_lenders",
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
    "start_run",
    "step_in",
    "stop_run",
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
    "brings_power",
    "builds_halls",
    "buys_cards",
    "cloud",
    "counts_pipeline",
    "ignores_pipeline",
    "passive",
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
    "rent_peak",
    "rent_trough",
    "revenue",
    "ribbons",
    "score",
    "spent",
    "trust",
    "valuation",
    "won",
)
"""What a claim may measure (`game.lab.measures`)."""
