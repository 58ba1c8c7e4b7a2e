"""A small valid level for tests: one lab, one lessor, one site, and rules of which every figure is 1.

It loads; it is no world to play in.
"""

import json
from typing import Any

import msgspec.inspect as mi

from levels.leaves import Record, bare, has_unit, level_type
from levels.rules import Rules

Tree = dict[str, Any]


def figure(value: float, low: float | None = None, high: float | None = None) -> Tree:
    """An assumed figure with its range."""
    return {"value": value, "low": value if low is None else low, "high": value if high is None else high}


def toy() -> Tree:
    """A fresh, valid tree. Figures that it does not name are 1."""
    tree = _named()
    _complete(tree, level_type())
    return tree


def _complete(value: Any, kind: mi.Type) -> None:
    """Puts a figure of 1 where a record lacks one that it must have."""
    inner = bare(kind)
    if isinstance(inner, Record):
        for each in inner.fields:
            if each.name in value:
                _complete(value[each.name], each.type)
            elif each.required and has_unit(each.type):
                value[each.name] = figure(1)
    elif isinstance(inner, mi.DictType):
        for each in value.values():
            _complete(each, inner.value_type)
    elif isinstance(inner, mi.ListType):
        for each in value:
            _complete(each, inner.item_type)


def _named() -> Tree:
    lab = {
        "true_elo": figure(1300.0),
        "arena_elo": {"value": 1316, "fact": "K52"},
        "largest_training_flop": figure(2e25),
        "skill_elo": figure(0),
        "run_rate_usd": {"value": 3_800_000_000, "fact": "S019, K60"},
        "growth_12_months": figure(2.5, 2, 3),
        "consumers": figure(300_000_000),
        "enterprise_seats": {"value": 1_000_000, "fact": "S019"},
        "data_tokens": figure(4e13),
        "price_level": figure(1),
        "free_tier": figure(0.9),
        "launched": "2024-05",
    }
    firm = {
        "colour": "sky",
        "chips_from": ["nvidia"],
        "build_months": figure(9),
        "cash_usd": figure(3_000_000_000, 1_500_000_000, 4_500_000_000),
        "debt_usd": figure(0),
        "post_money_usd": {"value": 24_000_000_000, "fact": "S030"},
        "founders_share": figure(0.5),
        "staff": figure(100),
        "attrition": figure(0.01),
        "trust": figure(0.6),
    }
    landlord = {
        **firm,
        "name": "Oracle",
        "short": "ORCL",
        "mind": "cloud",
        "cloud": {
            "core_share": figure(0.2),
            "capex_usd_per_year": figure(9_000_000_000),
            "core_cash_flow_usd": figure(20_000_000_000),
            "rents_out": True,
        },
    }
    return {
        "format": 1,
        "title": "Toy",
        "text": "level-toy",
        "start": "2024-09",
        "months": 12,
        "months_per_turn": 3,
        "seats": ["xai"],
        "rules": rules(),
        "chips": {
            "h100": {
                "name": "H100",
                "maker": "nvidia",
                "h100e": figure(1),
                "facility_kw": figure(1.4, 1.2, 1.5),
                "cards_per_wafer": figure(29),
                "hbm_stacks": figure(5),
                "price_usd": figure(25_000),
                "available": "2022-10",
                "ramp_months": figure(6),
                "cooling": "air",
            }
        },
        "makers": {
            "nvidia": {
                "name": "Nvidia",
                "foundry": "tsmc",
                "wafer_share": figure(0.6),
                "rule": "proportional",
                "outside_orders": figure(100_000),
                "loyalty": {"xai": figure(0.1)},
            }
        },
        "foundries": {"tsmc": {"name": "TSMC", "committed": [{"month": "2024-06", "wafers": figure(22_000)}]}},
        "memory": {"hynix": {"name": "SK Hynix", "stacks_per_month": figure(4_000_000)}},
        "regions": {
            "memphis": {
                "name": "Memphis",
                "state": "TN",
                "longitude": figure(-90.05),
                "latitude": figure(35.15),
                "utility": "mlgw",
                "tariff_usd_per_kwh": figure(0.06),
            }
        },
        "utilities": {
            "mlgw": {
                "name": "MLGW",
                "available_kw": figure(8_000),
                "connect_kw_per_year": figure(150_000),
                "queue_kw": figure(0),
                "permit_hazard": figure(1),
            }
        },
        "firms": {"xai": {**firm, "name": "xAI", "short": "xAI", "steerable": True, "lab": lab}} | {"oracle": landlord},
        "sites": {
            "colossus": {
                "name": "Colossus",
                "firm": "xai",
                "region": "memphis",
                "cooling": "liquid",
                "slots": figure(100_000),
                "grid_kw": figure(50_000),
                "turbine_kw": figure(35_000),
                "cards": {"h100": figure(100_000)},
            }
        },
        "investors": {
            "venture": {
                "name": "Venture",
                "kind": "venture",
                "usd_per_quarter": figure(5_000_000_000),
                "valuation_factor": figure(1),
                "largest_share": figure(0.2),
            }
        },
        "banks": {"bank": {"name": "Bank", "revolver_cap_usd": figure(5_000_000_000)}},
        "styles": {"steady": _filled(_field("styles"))},
        "leases": [
            {
                "operator": "oracle",
                "user": "xai",
                "h100e": figure(16_000),
                "cluster_h100e": figure(16_000),
                "rent_usd": figure(2),
                "start": "2024-01",
                "months": figure(24),
            }
        ],
        "promises": [
            {"site": "colossus", "kw": figure(150_000), "earliest": "2025-02", "latest": "2025-08"},
        ],
        "events": {
            "departure": {
                "text": "news-departure",
                "hazard": figure(0.05),
                "firm": "any",
                "effect": "staff_loss",
            }
        },
    }


def rules() -> Tree:
    """Rules whose figures are all 1, but for those that may not be."""
    made: Tree = _filled(mi.type_info(Rules))
    made["compute"]["failure"] = figure(0.002)
    made["chips"]["price_cut_per_year"] = figure(0.2)
    made["customers"]["users_most"] = figure(5_000_000_000)
    return made


def _filled(kind: mi.Type) -> Any:
    inner = bare(kind)
    if isinstance(inner, mi.DictType):
        return _filled(inner.value_type)
    if isinstance(inner, Record):
        return {each.name: _filled(each.type) for each in inner.fields if each.required}
    assert has_unit(kind), kind
    return figure(1)


def _field(name: str) -> mi.Type:
    top = level_type()
    assert isinstance(top, Record)
    return next(each.type for each in top.fields if each.name == name)


def toml(tree: Tree) -> str:
    """The tree as TOML text, one line a top-level key."""
    return "".join(f"{_key(name)} = {_inline(value)}\n" for name, value in tree.items())


def _key(name: str) -> str:
    return json.dumps(name)


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_key(name)} = {_inline(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(each) for each in value) + "]"
    return json.dumps(value) if isinstance(value, str | bool) else repr(value)
