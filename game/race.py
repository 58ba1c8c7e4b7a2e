"""The Mesa model of the race: one month in named phases. It knows nothing of the faces that show it."""

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

import mesa
from msgspec import Struct

from agents.books import Flows, card_unit, flows_of
from agents.chipmaker import Chipmaker
from agents.desk import Mind, Refusal
from agents.firm import Firm, FirmState, Site
from agents.foundry import Foundry, MemoryMaker, at
from agents.investor import Bank, Investor
from agents.minds import make_mind, own_style
from agents.minds.own import OwnMind
from agents.orders import AnyOrder, Plan
from agents.public import Public
from agents.utility import Utility
from agents.view import ChipOffer, ChipView, LeaseOffer, PlantView, SourceView, View
from game import (
    community,
    compute,
    giants,
    leaderboard,
    lists,
    memory,
    news,
    opening,
    record,
    research,
    safety,
    score,
    trade,
    views,
    works,
    world,
)
from game.door import desk
from game.exact import ExactSum
from game.markets import (
    affiliates,
    anchors,
    capital,
    chips,
    control,
    customers,
    cycle,
    data,
    deals,
    debt,
    parents,
    power,
    queue,
    resale,
    silicon,
    sites,
    supply,
    takeovers,
    talent,
    ties,
)
from game.world import Reservation
from levels.calendar import QUARTER
from levels.loader import Resolved


class Cast(Struct, frozen=True):
    """Who steers: the minds of firms that have not the level's own, and the firms of persons."""

    minds: Mapping[str, str]
    people: tuple[str, ...] = ()


class Race(mesa.Model):
    """A race from a level and a seed. `step` plays a month; the state between months stands in `world`."""

    def __init__(
        self,
        resolved: Resolved,
        seed: int,
        minds: Mapping[str, str] | None = None,
        *,
        people: Sequence[str] = (),
        every_month: bool = True,
        state: world.World | None = None,
        later: Mapping[int, Cast] | None = None,
    ) -> None:
        """`later` is who takes the seats over after so many months, each for all that follows."""
        super().__init__(rng=0)
        self.resolved = resolved
        self.level = resolved.level
        self.recorder = record.Recorder(resolved.name, every_month=every_month)
        self._later = dict(later or {})
        self.watcher: Callable[[Race], None] | None = None
        """Called at the end of each month by who looks at figures that no record keeps."""
        self.interlude: Callable[[], None] | None = None
        """Called after each decision and month of a turn, for a face that wants a moment of the processor."""
        self.flows: dict[str, Flows] = {}
        self.refused: dict[str, list[tuple[AnyOrder, Refusal]]] = {}
        self.paying_share: dict[str, float] = {}
        self.cards_of: dict[str, dict[str, int]] = {}
        self.recount: list[str] = []
        self._chips_at: dict[str, list[tuple[str, str, float, float, bool]]] = {}
        self.card_values: tuple[int, float, dict[str, float]] = (-1, 0.0, {})
        """What cards fetch by chip, and the month and rent for which that was worked out."""
        self.on_offer: tuple[dict[str, LeaseOffer], ExactSum] = ({}, ExactSum())
        """The lessors' offers, and what they could supply in all."""
        self.reserved: dict[tuple[str, str], tuple[Sequence[Reservation], int, int, ExactSum]] = {}
        """By chip and input what is counted of it: the reservations, for which month, how many, the cards they take."""
        self._handed_in: tuple[Plan, ...] = ()
        self._pending: tuple[int, views.Desks | None] = (-1, None)
        self._index_level()
        is_new = state is None
        self.world = opening.open_world(self.level, seed) if state is None else state
        self.lists = lists.Lists(self.world)
        self.chip_lines: dict[str, list[tuple[str, int, int, int]]] = {}
        self.chip_mixes: dict[tuple[str, int], dict[str, float]] = {}
        self.first_months: dict[str, int] = {}
        supply.index_lines(self)
        opening_cast = Cast(minds or {}, tuple(people))
        last = max((month for month in self._later if month <= self.world.month), default=-1)
        self._seat_agents(self._later.get(last, opening_cast))
        self._open() if is_new else self._resume()

    @property
    def month(self) -> int:
        """Months played; 0 is the opening."""
        return self.world.month

    @property
    def over(self) -> bool:
        return self.world.month >= self.level.months

    def hand_in(self, plans: Sequence[Plan]) -> None:
        """Leave the orders of the seats for the coming month. Mesa 3.5 calls `step` without arguments."""
        self._handed_in = tuple(plans)

    def step(self) -> None:
        """Play one month, with the orders that were handed in for it."""
        self._begin_month()
        self._take_orders()
        self._clear_markets()
        self._build()
        self._compute()
        self._apply(trade.settle)
        self._record()
        self._bring_news()
        self._post_offers()
        if self.world.month in self._later:
            self._hand_over(self._later[self.world.month])
        if self.watcher is not None:
            self.watcher(self)

    def starts_turn(self) -> bool:
        """Whether the coming month is the first of a turn, so that orders are taken."""
        return self.world.month % self.level.months_per_turn == 0

    def play_turn(self, plans: Mapping[str, Plan] | None = None) -> None:
        """Play the months of one turn; firms without a plan are decided by their minds."""
        given, ready = plans or {}, []
        rest = self.interlude or _go_on
        for firm in self.deciding():
            if firm.state.alive:
                ready.append(given[firm.key] if firm.key in given else self.decide(firm.key))
                rest()
        self.hand_in(ready)
        self.step()
        rest()
        while not self.starts_turn() and not self.over:
            self.step()
            rest()

    def play_month(self) -> None:
        """Play one month with minds in all seats, for whoever looks at every month."""
        if self.starts_turn():
            self.hand_in([self.decide(firm.key) for firm in self.deciding() if firm.state.alive])
        self.step()

    def play_out(self) -> "score.Result":
        """Play to the end with minds in all seats."""
        with _collector_at_rest():
            while not self.over:
                self.play_turn()
        return self.result()

    def deciding(self) -> list[Firm]:
        """The firms that give orders, in the level's order."""
        return self._deciders

    def view(self, firm: str) -> View:
        """What a firm can see now."""
        if self._pending[0] != self.world.month or self._pending[1] is None:
            self._pending = (self.world.month, views.Desks(self))
        return views.view_for(self, firm, self._pending[1])

    def desk(self, firm: str) -> desk.RaceDesk:
        """A firm's desk for the coming turn."""
        return desk.RaceDesk(self, firm, self.view(firm))

    def decide(self, firm: str) -> Plan:
        """What the firm's mind orders for the coming turn."""
        return self.firm_agents[firm].decide(self.desk(firm))

    def mind_of(self, firm: str) -> Mind:
        return self.firm_agents[firm].mind

    def troubles(self) -> dict[str, str]:
        """By firm the first thing that went wrong with a mind from outside, in one line."""
        minds = {key: self.firm_agents[key].mind for key in self.outside}
        return {key: mind.trouble for key, mind in minds.items() if isinstance(mind, OwnMind) and mind.trouble}

    def result(self) -> "score.Result":
        """Scores and winner as they stand now."""
        return score.judge(self)

    def digest(self) -> str:
        """A hash of the state: the same level, seed and orders give the same digest."""
        return world.digest(self.world)

    def dispose(self) -> None:
        """Give the memory back."""
        memory.give_back(self)

    def _apply(self, *rules: Callable[["Race"], None]) -> None:
        """Apply rules of the world one after another. Who explains a game looks between them (`game.explain`)."""
        for rule in rules:
            rule(self)

    # The phases of a month, each a line of `step`.

    def _begin_month(self) -> None:
        self.world.month += 1
        self.world.books.open_month(self.world.month)

    def _take_orders(self) -> None:
        plans, self._handed_in = self._handed_in, ()
        is_quarter = (self.world.month - 1) % QUARTER == 0
        for investor in self.investors if is_quarter else ():
            investor.state.placed_usd = 0
        if plans:
            self._apply(partial(self._carry_out, plans=plans))
        if is_quarter:
            self._apply(parents.grant)

    def _carry_out(self, _: "Race", plans: Sequence[Plan]) -> None:
        self.refused = desk.execute(self, plans)
        self.recorder.count_orders(plans, self.refused)

    def _clear_markets(self) -> None:
        self._apply(
            resale.clear, chips.clear, power.clear, sites.clear, deals.clear, data.clear, talent.clear, takeovers.clear
        )

    def _build(self) -> None:
        self._apply(chips.arrive, silicon.advance, works.advance)
        self._apply(queue.advance, power.start_own, sites.hand_over, anchors.advance, community.live_beside)

    def _compute(self) -> None:
        self._apply(compute.run, research.progress, research.learn, data.gather, safety.work, leaderboard.age)
        self._apply(affiliates.object_to_lending, ties.live)

    def _record(self) -> None:
        self._apply(Race._sum_flows, capital.appraise, control.judge_goals, parents.review, record.mark_binding)
        self._apply(partial(score.count_month, flows=self.flows), score.end_early)
        self.recorder.take(self, self.flows)

    def _bring_news(self) -> None:
        self._apply(capital.feel, control.enjoy_independence, news.arrive)

    def _post_offers(self) -> None:
        self._apply(supply.post)
        if self.starts_turn():
            self._open_desks()

    def _open_desks(self) -> None:
        """The offers of a turn, posted for everybody to see before anybody decides."""
        offers = self.world.offers
        offers.chips = self._chip_offers()
        offers.sites = sites.post(self)
        giants.gather(self)
        offers.resale = resale.post(self)
        offers.leases = deals.post(self)
        cycle.expect(self)
        offers.sheets = capital.offer(self)
        power.post(self)
        offers.credit_usd = debt.post_credit(self)
        offers.loan_usd = debt.post_loans(self)
        control.count_votes(self)
        committed = trade.committed_usd(self)
        for firm in self.labs:
            firm.committed_usd = committed[firm.key]

    # What the phases stand on.

    def _open(self) -> None:
        """The opening month: stocks are counted, firms appraised and recorded, and offers posted."""
        self._apply(customers.count_paying)
        self.world.books.touched = list(self.world.sites)
        self._apply(compute.run, customers.open_rates, talent.open_labs, capital.appraise, Race._sum_flows)
        for firm in self.labs:
            firm.burn_usd = trade.expected_burn_usd(self, firm)
        self._apply(record.mark_binding)
        opening.open_scores(self.world, [seat for seat in self.level.seats if seat in self.world.firms])
        self.recorder.take(self, self.flows)
        news.arrive(self)
        self._post_offers()
        chips.count_orders(self)
        self.world.offers.chips = self._chip_offers()
        on_table = [
            self.investor_of[s.investor].table(s, capital.prospect_of(self, self.world.firms[s.firm]), self.level.rules)
            for s in self.level.term_sheets
        ]
        named = {sheet.firm for sheet in on_table}
        others = [s for s in self.world.offers.sheets if s.firm not in named]
        self.world.offers.sheets = on_table + others

    def _resume(self) -> None:
        """After loading: recompute what is derived from the state."""
        customers.count_paying(self)
        for site in self.sites:
            compute.light(self, site)
        self._sum_flows(smooth=False)
        if self.world.month:
            self.recorder.judge(self)

    def _sum_flows(self, *, smooth: bool = True) -> None:
        state = self.world
        self.flows = flows_of(state.books.this_month(), list(state.firms))
        for firm in self.labs if smooth else ():
            flow = self.flows[firm.key]
            need = float(flow.operating - flow.revenue)
            firm.burn_usd += (need - firm.burn_usd) / self.level.rules.capital.burn_months

    def _chip_offers(self) -> dict[str, ChipOffer]:
        offers = {}
        for maker in self.makers:
            state = maker.state
            for key in maker.chips:
                cards = state.supply.get(key, 0)
                soon = int(sum(self.half_year_cards(maker, key)))
                if cards or soon:
                    ordered = state.ordered.get(key, 0)
                    offers[key] = ChipOffer(
                        key, maker.key, state.price_usd[key], cards, ordered, soon, state.bottleneck, state.rule
                    )
        return offers

    def half_year_cards(self, maker: Chipmaker, chip: str) -> list[float]:
        """Cards of a chip that its maker expects in each half of the coming year, if packaging is all that binds."""
        now = self.world.month
        wafers = self.world.foundries[maker.facts.foundry].wafers
        spec, halves = maker.chips[chip], []
        for month in (now + 3, now + 9):
            part = supply.chip_mix(self, maker, month).get(chip, 0.0)
            made = at(wafers, month) * maker.facts.wafer_share * part
            halves.append(6.0 * made * spec.cards_per_wafer * self.world.drawn.chip_yield)
        return halves

    def _index_level(self) -> None:
        level = self.level
        self.successors = supply.successors_of(level)
        self.own_chips = {firm.silicon.chip: key for key, firm in level.firms.items() if firm.silicon}
        self.chips_best_first = [
            (key, card_unit(key), chip.h100e, chip.facility_kw, chip.cooling == "liquid")
            for key, chip in sorted(level.chips.items(), key=lambda c: (-c[1].h100e / c[1].facility_kw, c[0]))
        ]
        self.chips_for: dict[str, list[tuple[str, float]]] = {}
        """By firm the chips that are made for it among few: unit in the books, and H100e a card."""
        for key, chip in level.chips.items():
            for buyer in chip.buyers:
                self.chips_for.setdefault(buyer, []).append((card_unit(key), chip.h100e))
        self.chip_views = {
            key: ChipView(c.name, c.maker, c.h100e, c.facility_kw, c.cooling == "liquid", tuple(c.buyers))
            for key, c in level.chips.items()
        }
        self.plant_views = {
            key: PlantView(p.name, p.least_kw, p.largest_kw, p.usd_per_kw, p.energy)
            for key, p in level.generators.items()
        }
        self.source_views = {key: SourceView(s.name, s.price, s.shape) for key, s in level.sources.items()}
        self.tariff_of = {key: region.tariff_usd_per_kwh for key, region in level.regions.items()}
        self.region_of = {region.utility: key for key, region in reversed(level.regions.items())}
        self.regions = list(level.regions.items())
        self.first_month = int(level.start.split("-")[1]) - 1
        roles = [(key, firm.role) for key, firm in level.firms.items() if firm.role is not None]
        self.role_of = {role.utility: key for key, role in roles if role.kind == "utility"}
        self.residents_of = {role.utility: key for key, role in roles if role.kind == "residents"}
        self.utility_account = {key: "~" + region.utility for key, region in level.regions.items()}
        self.grants = [(key, firm.grant) for key, firm in level.firms.items() if firm.grant]
        self.affiliates = [(key, firm.affiliate) for key, firm in level.firms.items() if firm.affiliate]
        self.affiliate_of = {terms.of: key for key, terms in self.affiliates}
        self.shells = [(key, firm.shell) for key, firm in level.firms.items() if firm.shell]
        self.taken_by_buyers: dict[str, float] = {}
        for firm in level.firms.values():
            if firm.buyer is not None:
                taken = self.taken_by_buyers.get(firm.buyer.foundry, 0.0)
                self.taken_by_buyers[firm.buyer.foundry] = taken + firm.buyer.wafer_share
        self.operators = [key for key, firm in level.firms.items() if firm.cloud]
        self.lessors = [key for key, firm in level.firms.items() if firm.cloud and firm.cloud.rents_out]
        self.bystanders = [key for key, firm in level.firms.items() if not firm.lab]
        self.recorded = [key for key, firm in level.firms.items() if firm.lab or firm.cloud or firm.affiliate]
        self.events = news.schedule(self)
        waited = {event.after for event in level.events.values() if event.after}
        self.chained = waited | {key for key, event in level.events.items() if event.once}

    def _hand_over(self, cast: Cast) -> None:
        """Others steer from the coming month on."""
        self.people = cast.people
        for key, agent in self.firm_agents.items():
            name = cast.minds.get(key, agent.facts.mind)
            agent.mind = make_mind(name, self.level.styles, own_style(agent.facts, self.level.styles))
        self.steered_by = {
            key: "person" if key in self.people else agent.mind.name for key, agent in self.firm_agents.items()
        }
        self.outside = [key for key, agent in self.firm_agents.items() if isinstance(agent.mind, OwnMind)]
        """Firms whose minds are classes from outside the project."""

    def _seat_agents(self, cast: Cast) -> None:
        level, state = self.level, self.world
        self.firm_agents = {
            key: Firm(
                self, key, facts, state.firms[key], make_mind(facts.mind, level.styles, own_style(facts, level.styles))
            )
            for key, facts in level.firms.items()
        }
        self._hand_over(cast)
        self.labs: list[FirmState] = [state.firms[key] for key, facts in level.firms.items() if facts.lab]
        self._deciders = [self.firm_agents[key] for key, f in level.firms.items() if f.lab or f.cloud or f.role]
        self.investors = [Investor(self, k, facts, state.investors[k]) for k, facts in level.investors.items()]
        self.investor_of = {investor.key: investor for investor in self.investors}
        self.banks = [Bank(self, key, facts) for key, facts in level.banks.items()]
        self.utilities = [Utility(self, k, facts, state.utilities[k]) for k, facts in level.utilities.items()]
        self.utility_by_key = {utility.key: utility for utility in self.utilities}
        self.utility_in = {key: self.utility_by_key[region.utility] for key, region in level.regions.items()}
        self.makers = [
            Chipmaker(self, k, f, state.makers[k], {c: chip for c, chip in level.chips.items() if chip.maker == k})
            for k, f in level.makers.items()
        ]
        self.maker_of = {chip: maker for maker in self.makers for chip in maker.chips}
        self.foundries = [Foundry(self, key, state.foundries[key]) for key in level.foundries]
        self.memory = [MemoryMaker(self, key, state.memory[key]) for key in level.memory]
        self.public = Public(self, "public", state.public)
        self.rescuer = next((i.key for i in self.investors if i.facts.kind == "venture"), "investors")
        self.sovereign = next((i.key for i in self.investors if i.facts.kind == "sovereign"), self.rescuer)
        self.index_sites()

    def index_sites(self) -> None:
        """Sites by firm, made again when one changes hands."""
        self.sites: list[Site] = list(self.world.sites.values())
        self.recount = list(self.world.firms)
        self.sites_of: dict[str, list[Site]] = {key: [] for key in self.world.firms}
        for site in self.sites:
            self.sites_of[site.firm].append(site)

    def add_site(self, site: Site) -> None:
        """One more site among those of its firm."""
        self.sites.append(site)
        self.sites_of[site.firm].append(site)
        self.recount.append(site.firm)

    def chips_at(self, site: str) -> list[tuple[str, str, float, float, bool]]:
        """The chips of which a site holds or held cards, the most compute per kilowatt first."""
        known = self._chips_at.get(site)
        if known is None:
            balances = self.world.books.balances
            known = self._chips_at[site] = [chip for chip in self.chips_best_first if site in balances[chip[1]]]
        return known

    def forget_chips_at(self, site: str) -> None:
        """A chip may be new at a site."""
        self._chips_at.pop(site, None)

    def utility_at(self, site: str) -> str:
        """The utility that serves a site."""
        return self.level.regions[self.world.sites[site].region].utility


def _go_on() -> None:
    """No interlude."""


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No search for garbage meanwhile: what a game makes lives until its end or is let go by its count of uses."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
