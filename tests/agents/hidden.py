"""What rivals hide from a firm, and a world in which all of it is another."""

from typing import Any

from msgspec import structs

from agents.books import DEBT, USD
from game.world import Reservation, World

PUBLIC = {
    "key", "alive", "defaulted", "absorbed_by", "valuation_usd", "post_money_usd", "founders", "staff", "consumers",
    "name", "arena_elo", "released", "leaked", "open_weights",
}  # fmt: skip
"""What the public knows of a firm, its model and its sites: ratings, users, prices of rounds, who works there."""

OF_A_FIRM = {
    "orders": "firm", "programmes": "firm", "loans": "firm", "bonds": "firm",
    "contracts": "user", "ties": "lab", "licences": "firm", "anchors": "user", "resales": "seller",
}  # fmt: skip
"""What a firm has begun or signed, by the field that names it."""

AT_A_SITE = ("shipments", "requests", "turbines", "projects", "plants", "power_contracts", "handovers")
"""What is under way at a site."""

KEPT = {"firm", "user", "operator", "lab", "partner", "seller", "site", "region", "key", "number", "placed", "stage"}
"""Who and where, and the order of a queue that everybody can count."""


def disturb(world: World, firm: str, affiliate: str = "") -> None:
    """Change everything that others than `firm` hide: books, plans, works, contracts, true ratings, next draws.

    Who leases to the firm, and its affiliate, post to it live what they have for it: they are left as they are.
    """
    books = world.books.balances
    near = {firm, affiliate, *(each.operator for each in world.contracts if each.user == firm)}
    own = near | {key for key, site in world.sites.items() if site.firm in near}
    others = {key for key in (*world.firms, *world.sites) if key not in own}
    for unit, accounts in books.items():
        for account in sorted(others & set(accounts)):
            accounts[account] = accounts[account] // 3 + (7_000_000_000 if unit in (USD, DEBT) else 7_000)
    for key, state in world.firms.items():
        if key in others:
            _shake(state)
    for key, site in world.sites.items():
        if key in others:
            _shake(site)
    for name, owner in OF_A_FIRM.items():
        held = getattr(world, name)
        for each in held.values() if isinstance(held, dict) else held:
            if not near & {getattr(each, owner), getattr(each, "operator", ""), getattr(each, "partner", "")}:
                _shake(each)
    _deal_anew(world.reservations, [key for key in world.firms if key in others])
    for name in AT_A_SITE:
        for each in getattr(world, name):
            if each.site in others:
                _shake(each)
    _shake(world.drawn)
    world.lease_asks = {key: 3 * asked + 11 for key, asked in world.lease_asks.items() if key != firm}
    world.seed += 99_991


def _deal_anew(reservations: list[Reservation], others: list[str]) -> None:
    """Who has reserved a supplier's capacity is hidden; how much of it is left, the supplier tells everybody."""
    for each in reservations:
        if each.firm in others:
            each.firm = others[(others.index(each.firm) + 1) % len(others)]


def _shake(state: Any) -> None:
    """Other numbers in all that is not public, in whatever it holds too."""
    for field in structs.fields(state):
        name, value = field.name, getattr(state, field.name)
        if name not in PUBLIC | KEPT:
            setattr(state, name, _other(value))


def _other(value: Any) -> Any:
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, int):
        return 3 * value + 11 if value >= 0 else value
    if isinstance(value, float):
        return 0.37 * value + 0.11
    if hasattr(value, "__struct_fields__"):
        if not value.__struct_config__.frozen:
            _shake(value)
        return value
    if isinstance(value, list):
        return [_other(each) for each in value]
    if isinstance(value, dict):
        return {key: _other(each) for key, each in value.items()}
    return value
