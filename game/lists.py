"""What concerns one firm or one site, out of the world's lists: looked up, not searched for.

The lists of the world are changed in three ways only: entries are appended or removed, or the list is replaced by
another. So an index is current while it is about the same list, of the same length, with the same last entry; and if
only entries were appended since, they alone are added.
"""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from agents.public import Claim
    from agents.view import LeaseOffer, TermSheet
    from game.world import (
        Anchor,
        CardOrder,
        Contract,
        GridRequest,
        HallProject,
        Licence,
        Loan,
        PlantOrder,
        PowerContract,
        Reservation,
        Shipment,
        Tie,
        TurbineOrder,
        World,
    )

T = TypeVar("T")


class Groups(Generic[T]):
    """The entries of a list by a name that each keeps, in the order of the list."""

    def __init__(self, name_of: Callable[[T], str]) -> None:
        self._name_of = name_of
        self._entries: list[T] = []
        self._known = 0
        self._last: T | None = None
        self._groups: dict[str, list[T]] = {}

    def of(self, entries: list[T], name: str) -> Sequence[T]:
        """The entries with this name."""
        known = self._known
        if entries is not self._entries or len(entries) != known or (known and entries[-1] is not self._last):
            self._catch_up(entries)
        return self._groups.get(name, ())

    def forget(self) -> None:
        """An entry has another name now: all are grouped anew."""
        self._entries = []

    def _catch_up(self, entries: list[T]) -> None:
        known = self._known
        is_longer = entries is self._entries and len(entries) >= known
        if not is_longer or (known and entries[known - 1] is not self._last):
            self._entries, self._groups, known = entries, {}, 0
        for entry in entries[known:] if known else entries:
            self._groups.setdefault(self._name_of(entry), []).append(entry)
        self._known = len(entries)
        self._last = entries[-1] if entries else None


class Lists:
    """The lists of a world by firm and by site."""

    def __init__(self, world: "World") -> None:
        self._world = world
        firm, site = attrgetter("firm"), attrgetter("site")
        self._orders_of: Groups[CardOrder] = Groups(firm)
        self._orders_at: Groups[CardOrder] = Groups(site)
        self._shipments_to: Groups[Shipment] = Groups(site)
        self._requests_at: Groups[GridRequest] = Groups(site)
        self._turbines_to: Groups[TurbineOrder] = Groups(site)
        self._plants_to: Groups[PlantOrder] = Groups(site)
        self._hedges_at: Groups[PowerContract] = Groups(site)
        self._leases_of: Groups[Contract] = Groups(attrgetter("user"))
        self._leases_from: Groups[Contract] = Groups(attrgetter("operator"))
        self._ties_of: Groups[Tie] = Groups(attrgetter("lab"))
        self._projects: Groups[HallProject] = Groups(attrgetter("key"))
        self._reservations_of: Groups[Reservation] = Groups(attrgetter("input"))
        self._licences_of: Groups[Licence] = Groups(firm)
        self._licences_from: Groups[Licence] = Groups(attrgetter("publisher"))
        self._anchors_of: Groups[Anchor] = Groups(attrgetter("user"))
        self._claims_of: Groups[Claim] = Groups(firm)
        self._loans_of: Groups[Loan] = Groups(firm)
        self._sheets_for: Groups[TermSheet] = Groups(firm)
        self._works: tuple[list[HallProject], int, int] = ([], 0, 0)
        self._offered: tuple[dict[str, LeaseOffer], int] = ({}, 0)
        self._asked_of: tuple[list[TermSheet], int, dict[str, int]] = ([], 0, {})

    def orders_of(self, firm: str) -> "Sequence[CardOrder]":
        """Cards that a firm has on order."""
        return self._orders_of.of(self._world.orders, firm)

    def orders_at(self, site: str) -> "Sequence[CardOrder]":
        """Cards on order for a site."""
        return self._orders_at.of(self._world.orders, site)

    def orders_changed_hands(self) -> None:
        """Orders are somebody else's now."""
        self._orders_of.forget()

    def shipments_to(self, site: str) -> "Sequence[Shipment]":
        """Cards on their way to a site."""
        return self._shipments_to.of(self._world.shipments, site)

    def requests_at(self, site: str) -> "Sequence[GridRequest]":
        """Requests of a site in its utility's queue."""
        return self._requests_at.of(self._world.requests, site)

    def turbines_to(self, site: str) -> "Sequence[TurbineOrder]":
        """Turbines on their way to a site."""
        return self._turbines_to.of(self._world.turbines, site)

    def plants_to(self, site: str) -> "Sequence[PlantOrder]":
        """Plants on order for a site."""
        return self._plants_to.of(self._world.plants, site)

    def hedges_at(self, site: str) -> "Sequence[PowerContract]":
        """A site's power at a fixed price, what has yet to start included."""
        return self._hedges_at.of(self._world.power_contracts, site)

    def leases_of(self, firm: str) -> "Sequence[Contract]":
        """Leases of a tenant."""
        return self._leases_of.of(self._world.contracts, firm)

    def leases_from(self, firm: str) -> "Sequence[Contract]":
        """Leases of a lessor."""
        return self._leases_from.of(self._world.contracts, firm)

    def project(self, key: str) -> "HallProject | None":
        """A project by its name."""
        return next(iter(self._projects.of(self._world.projects, key)), None)

    def reservations_of(self, supplier: str) -> "Sequence[Reservation]":
        """Capacity of an input that is reserved."""
        return self._reservations_of.of(self._world.reservations, supplier)

    def licences_of(self, firm: str) -> "Sequence[Licence]":
        """Text that a firm may train on."""
        return self._licences_of.of(self._world.licences, firm)

    def licences_from(self, publisher: str) -> "Sequence[Licence]":
        """Licences that a publisher has sold."""
        return self._licences_from.of(self._world.licences, publisher)

    def ties_of(self, lab: str) -> "Sequence[Tie]":
        """A lab's ties, those that are over included."""
        return self._ties_of.of(self._world.ties, lab)

    def anchors_of(self, user: str) -> "Sequence[Anchor]":
        """Sites that lessors build for a tenant, or have built."""
        return self._anchors_of.of(self._world.anchors, user)

    def claims_of(self, firm: str) -> "Sequence[Claim]":
        """What a firm has claimed and nobody has settled."""
        return self._claims_of.of(self._world.public.claims, firm)

    def loans_of(self, firm: str) -> "Sequence[Loan]":
        """A firm's loans on cards."""
        return self._loans_of.of(self._world.loans, firm)

    def sheets_for(self, firm: str) -> "Sequence[TermSheet]":
        """The term sheets on the table for a firm."""
        return self._sheets_for.of(self._world.offers.sheets, firm)

    def offered_h100e(self) -> int:
        """What all lessors together offer of cards that run free."""
        offers = self._world.offers.leases
        if offers is not self._offered[0]:
            self._offered = (offers, sum([offer.now_h100e for offer in offers.values()]))
        return self._offered[1]

    def slots_under_way(self) -> int:
        """Places that crews work on, of all firms together."""
        projects = self._world.projects
        known, count, slots = self._works
        if projects is not known or len(projects) < count:
            count = slots = 0
        if len(projects) > count:
            slots += sum([each.slots for each in projects[count:] if not each.paused])
        self._works = (projects, len(projects), slots)
        return slots

    def works_changed(self) -> None:
        """Work on a project rests or goes on."""
        self._works = ([], 0, 0)

    def asked_usd(self, investor: str) -> int:
        """What an investor would need if every firm to which it has offered a sheet took its largest."""
        sheets = self._world.offers.sheets
        if sheets is not self._asked_of[0] or len(sheets) != self._asked_of[1]:
            largest: dict[tuple[str, str], int] = {}
            for sheet in sheets:
                pair = (sheet.investor, sheet.firm)
                largest[pair] = max(largest.get(pair, 0), sheet.amount_usd)
            asked: dict[str, int] = {}
            for (name, _), usd in largest.items():
                asked[name] = asked.get(name, 0) + usd
            self._asked_of = (sheets, len(sheets), asked)
        return self._asked_of[2].get(investor, 0)
