"""A game being played: orders in, journal, save, load, replay, fork. Faces submit to it and draw its views."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Lock

from msgspec import Struct, structs

from agents.desk import Advice, Considered, Quote, Refusal
from agents.orders import AnyOrder, Plan
from agents.view import News, View
from agents.weighing import Weighing
from game import counsel, forks, goals, outlook, saves
from game import explain as causes
from game.door import desk, options
from game.prospect import Ahead, prospect
from game.race import Cast, Race
from game.saves import SaveError
from game.score import Result
from game.world import World
from levels import loader
from levels.loader import Resolved

PERSON = "person"


class Place(Struct, frozen=True):
    """A campus as everybody can see it on the map. Degrees."""

    key: str
    name: str
    firm: str
    region: str
    longitude: float
    latitude: float


class Session:
    """One game. Seats that a person holds must submit a plan each turn; minds decide for all others."""

    def __init__(
        self,
        resolved: Resolved,
        race: Race,
        header: saves.Header,
        journal: saves.Journal | None,
    ) -> None:
        self.resolved = resolved
        self.race = race
        self.begun = header
        self.rivals = header.rivals
        self.plans: list[Plan] = []
        self.turns: list[saves.TurnDone] = []
        self._journal = journal
        self._submitted: dict[str, Plan] = {}
        self._past: causes.Witness | None = None
        self._earlier: causes.Witness | None = None
        self._cases: dict[tuple[str, causes.Span], causes.Case] = {}
        self._recalling = Lock()
        self._is_gone = False

    @classmethod
    def new(
        cls,
        resolved: Resolved,
        seed: int,
        seats: Mapping[str, str],
        rivals: str | None = None,
        journal: Path | None = None,
    ) -> "Session":
        """Start a game. `seats` maps firms to "person" or the name of a mind; `rivals` is the mind of all other labs.

        Raises KeyError for an unknown mind, SaveError if the journal cannot be written.
        """
        header = saves.Header(1, resolved.name, resolved.tree, seed, dict(seats), rivals or "", saves.rules_hash())
        session = cls(resolved, _race(resolved, header), header, saves.Journal(journal) if journal else None)
        if session._journal is not None:
            session._journal.create(header)
        return session

    @property
    def seats(self) -> dict[str, str]:
        """Who holds the seats in the turn that is to be played: firms to "person" or the name of a mind."""
        return self.begun.seats_in(self.turn)

    @property
    def turn(self) -> int:
        """The turn that is to be played, from 1."""
        return self.race.month // self.resolved.level.months_per_turn + 1

    @property
    def turns_in_all(self) -> int:
        return -(-self.resolved.level.months // self.resolved.level.months_per_turn)

    @property
    def over(self) -> bool:
        return self.race.over

    @property
    def digests(self) -> list[str]:
        return [turn.digest for turn in self.turns]

    @property
    def people(self) -> list[str]:
        """Seats held by persons, in the level's order."""
        return [seat for seat, who in self.seats.items() if who == PERSON]

    def view(self, firm: str) -> View:
        """What a firm can see now."""
        return self.race.view(firm)

    def intent(self, firm: str) -> list[Advice]:
        """What the firm's own mind would do, with reasons."""
        return self.race.mind_of(firm).advise(self.race.desk(firm))

    def advice(self, firm: str) -> list[Advice]:
        """The advisor's plan: what the firm's own mind would do, without what a look at it finds fault with."""
        anywhere = goals.cards_anywhere(self.race)
        return counsel.checked(self.race.desk(firm), self.intent(firm), cards_anywhere=anywhere)

    def flaws(self, firm: str, planned: Sequence[AnyOrder]) -> list[counsel.Flaw]:
        """What a look at a plan finds fault with. Changes nothing."""
        return counsel.flaws(self.race.desk(firm), planned, cards_anywhere=goals.cards_anywhere(self.race))

    def weighing(self, firm: str) -> list[Considered]:
        """What a firm's mind weighs for the turn that is to be played: what it will take, then what it will leave.

        Empty for a mind that does not weigh, and for one from outside. Changes nothing. It tells what a firm hides: for
        who watches, for replays and for the debrief, and not for who plays against it.
        """
        mind = self.race.mind_of(firm)
        return mind.weigh_up(self.race.desk(firm)) if isinstance(mind, Weighing) else []

    def quote(self, firm: str, planned: Sequence[AnyOrder], order: AnyOrder) -> Quote | Refusal:
        """Dry run of an order after those planned. Changes nothing."""
        return desk.RaceDesk(self.race, firm, self.race.view(firm)).quote(planned, order)

    def ready_cash(self, firm: str, planned: Sequence[AnyOrder]) -> int:
        return self.race.desk(firm).ready_cash(planned)

    def options(self, firm: str, planned: Sequence[AnyOrder] = ()) -> list[options.Option]:
        """Every kind of order that the firm could give now, with the bounds of its values."""
        return options.options(self.race, firm, self.race.view(firm), planned)

    def explain(self, firm: str, path: str, over: causes.Span = "opening") -> causes.Explanation:
        """What makes a figure that the firm can see; ledgers and histories cover the last month, turn or all.

        Changes nothing: the game is played again beside this one, once a turn. Raises UnknownFigureError.
        """
        return causes.explain(self._case(firm, over), path)

    def change(self, firm: str, path: str) -> causes.Difference:
        """What has made a figure change over the last turn, part by part. Raises UnknownFigureError."""
        now = self.explain(firm, path)
        try:
            before = causes.explain(causes.Case(self._turn_ago(), firm, "opening"), path)
        except causes.UnknownFigureError:
            before = None
        return causes.difference(before, now)

    def recall(self) -> None:
        """Play this game again beside itself up to now, so that explanations come at once.

        May run in a thread, as long as this game itself rests.
        """
        with self._recalling:
            self._witness()
            self._turn_ago()
        if self._is_gone:
            self._forget()

    @property
    def months_to_recall(self) -> int:
        """How many months `recall` would have to play."""
        if self._past is None or self._past.month > self.race.month:
            return self.race.month + 1
        return self.race.month - self._past.month

    def _turn_ago(self) -> causes.Witness:
        month = max(0, self.race.month - self.resolved.level.months_per_turn)
        if self._earlier is None or self._earlier.month > month:
            if self._earlier is not None:
                self._earlier.dispose()
            self._earlier = self._open_again()
        causes.play_on(self._earlier, self.plans, month)
        return self._earlier

    def figures(self, firm: str) -> list[str]:
        """The paths of all figures that the firm can see."""
        return causes.paths(self._case(firm, "opening"))

    def _case(self, firm: str, over: causes.Span) -> causes.Case:
        if firm not in self.race.firm_agents or self.race.firm_agents[firm] not in self.race.deciding():
            names = ", ".join(agent.key for agent in self.race.deciding())
            who = f"{firm}: no firm that decides here" if firm else "whose figure? name a firm"
            raise causes.UnknownFigureError(f"{who}; there is {names}")
        witness = self._witness()
        known = self._cases.get((firm, over))
        if known is None or known.race is not witness or known.view.month != witness.month + 1:
            known = self._cases[firm, over] = causes.Case(witness, firm, over)
        return known

    def _witness(self) -> causes.Witness:
        """This game played again under observation, up to now."""
        if self._past is None or self._past.month > self.race.month:
            if self._past is not None:
                self._past.dispose()
            self._past = self._open_again()
        causes.play_on(self._past, self.plans, self.race.month)
        if self._past.digest() != self.race.digest():
            raise causes.UnknownFigureError(
                "this game was played under other rules, so that its past cannot be told; start a new one"
            )
        return self._past

    def _open_again(self) -> causes.Witness:
        cast, later = _casts(self.resolved, self.begun)
        return causes.Witness(self.resolved, self.begun.seed, cast.minds, people=cast.people, later=later)

    def outlook(self, firm: str, quarters: Sequence[int] = outlook.AHEAD) -> list[outlook.Outlook]:
        """What binds a lab now and what will, so many quarters on, when what it has begun arrives. Changes nothing.

        Raises UnknownFigureError for a firm that is no lab.
        """
        state = self.race.world.firms.get(firm)
        if state is None or self.resolved.level.firms[firm].lab is None:
            names = ", ".join(lab.key for lab in self.race.labs)
            raise causes.UnknownFigureError(f"{firm}: no lab here; there is {names}")
        return outlook.outlook(self.race, state, quarters)

    def prospect(self, firm: str, planned: Sequence[AnyOrder], months: int) -> list[Ahead]:
        """What a lab will have in each of the coming months, with these orders. Changes nothing; empty for no lab."""
        state = self.race.world.firms.get(firm)
        if state is None or self.resolved.level.firms[firm].lab is None or not state.alive:
            return []
        quoted: list[tuple[AnyOrder, Quote]] = []
        for order in planned:
            answer = self.quote(firm, [known for known, _ in quoted], order)
            if isinstance(answer, Quote):
                quoted.append((order, answer))
        return prospect(self.race, state, quoted, months)

    def news(self) -> Sequence[News]:
        """All news since the opening, oldest first. News is public."""
        return self.race.world.news

    def places(self) -> list[Place]:
        """Every campus of every firm: where it is and whose."""
        regions = self.resolved.level.regions
        return [
            Place(
                site.key,
                site.name,
                site.firm,
                site.region,
                site.longitude or regions[site.region].longitude,
                site.latitude or regions[site.region].latitude,
            )
            for site in self.race.sites
        ]

    def refused(self, firm: str) -> list[tuple[AnyOrder, Refusal]]:
        """Orders of the last turn that the world could no longer carry out."""
        return list(self.race.refused.get(firm, []))

    def reasons(self, firm: str, turn: int | None = None) -> list[Advice]:
        """What a firm's mind ordered in a finished turn (the last one), each order with its reasons; none of a person.

        For the debrief, for who watches and for who teaches. While it plays, a firm tells what it does in public, and
        why in general words (`telling.motives`).
        """
        return list(self.decided(firm, len(self.turns) if turn is None else turn) or ())

    def decided(self, firm: str, turn: int) -> tuple[Advice, ...] | None:
        """What a firm's mind ordered in a finished turn; None where no mind did, or where an old save does not say."""
        return self.turns[turn - 1].why.get(firm) if 0 < turn <= len(self.turns) else None

    def missing(self) -> list[str]:
        """Seats of persons that have yet to submit this turn."""
        return [seat for seat in self.people if self.race.world.firms[seat].alive and seat not in self._submitted]

    def submit(self, firm: str, orders: Sequence[AnyOrder]) -> list[tuple[AnyOrder, Refusal]]:
        """Submit a seat's plan for this turn, in place of an earlier one. It is in the journal when this returns.

        If any order would be refused, nothing is submitted and the refusals are returned.
        Raises ValueError if no person holds the seat.
        """
        if self.seats.get(firm) != PERSON:
            raise ValueError(f"no person steers {firm}")
        refused: list[tuple[AnyOrder, Refusal]] = []
        given: list[AnyOrder] = []
        for order in orders:
            answer = self.quote(firm, given, order)
            if isinstance(answer, Refusal):
                refused.append((order, answer))
            else:
                given.append(order)
        if refused:
            return refused
        plan = Plan(firm, self.turn, tuple(orders))
        if self._journal is not None:
            self._journal.append(saves.Submitted(plan))
        self._accept(plan)
        return []

    def advance(self, interlude: Callable[[], None] | None = None) -> None:
        """Play one turn; `interlude` is called after each decision and month of it.

        Raises ValueError while a seat's plan is missing or when the race is over.
        """
        if self.over:
            raise ValueError("the race is over")
        if missing := self.missing():
            raise ValueError("no plan yet from " + ", ".join(missing))
        number = self.turn
        self._ask_outside()
        minds = [firm for firm in self.race.deciding() if firm.state.alive and firm.key not in self.people]
        self.race.interlude = interlude
        try:
            self.race.play_turn(self._submitted)
        finally:
            self.race.interlude = None
        self._submitted = {}
        why = {firm.key: firm.advised for firm in minds if firm.key in self.resolved.level.seats}
        done = saves.TurnDone(number, self.race.month, self.race.digest(), why=why)
        if self._journal is not None:
            done = structs.replace(done, snapshot=self._snapshot())
            self._journal.append(done)
        self.turns.append(done)

    def _ask_outside(self) -> None:
        """Ask the minds from outside, and keep what they order as a person's plan is kept: they need not decide alike
        when they are asked again."""
        for firm in self.race.outside:
            decides = self.race.firm_agents[firm] in self.race.deciding() and self.race.world.firms[firm].alive
            if decides and firm not in self._submitted and firm not in self.people:
                plan = self.race.decide(firm)
                if self._journal is not None:
                    self._journal.append(saves.Submitted(plan))
                self._accept(plan)

    def play_out(self) -> Result:
        """Play to the end; only for games that no person plays."""
        while not self.over:
            self.advance()
        return self.result()

    def fork(self, turn: int, changes: Sequence[forks.Change] = ()) -> forks.Fork:
        """What if, before a finished turn, a firm had ordered otherwise: this game again up to now, and its fork.

        Changes nothing: both are played beside this game, with equal luck. Raises ForkError.
        """
        return forks.fork(self._race_again, self.plans, self.turns, turn, changes)

    def _race_again(self, state: World | None = None) -> Race:
        return _race(self.resolved, self.begun, state)

    def result(self) -> Result:
        return self.race.result()

    def reached(self, seat: str) -> float | None:
        """What a seat has reached of the level's own goal, in the goal's unit.

        None where the score decides, where nothing is played yet, and where the figure would tell what rivals hide.
        """
        name = goals.name_of(self.race)
        if name not in goals.GOALS or goals.GOALS[name].hidden or not self.race.world.scores[seat].goal:
            return None
        return goals.reached(self.race, seat)

    def save(self, path: Path) -> None:
        """Write the whole game to a file. Raises SaveError."""
        turns = list(self.turns)
        if turns:
            last = turns[-1]
            turns[-1] = structs.replace(last, snapshot=self._snapshot())
        saves.write(path, saves.SaveFile(path, self._header(), self.plans, turns))

    def go_on(self, path: Path) -> None:
        """Write the whole game to another file and keep its journal there from now on. Raises SaveError."""
        self.save(path)
        self._journal = saves.Journal(path)

    def snapshots(self) -> tuple[list[str], int]:
        """The world after every finished turn, as `as_of` takes it, and the first turn that came out otherwise, or 0.

        What the journal has not kept is played again, which under other rules may come out otherwise.
        """
        kept = [turn.snapshot for turn in self.turns]
        if self.turns and not kept[-1]:
            kept[-1] = self._snapshot()
        if all(kept):
            return kept, 0
        race, differs_at = self._race_again(), 0
        try:
            for place, done in enumerate(self.turns):
                given = {plan.firm: plan for plan in self.plans if plan.turn == done.turn}
                race.play_turn({**{key: Plan(key, done.turn) for key in race.people}, **given})
                if race.digest() != done.digest and not differs_at:
                    differs_at = done.turn
                kept[place] = kept[place] or saves.encode_snapshot(race.world, race.recorder.rows)
        finally:
            race.dispose()
        return kept, differs_at

    def as_of(self, turn: int, snapshot: str, seats: Mapping[str, str] | None = None) -> "Session":
        """This game as it stood after a finished turn (0, with no snapshot: the opening), to look at or to go on from.

        With `seats` others hold them from then on. It keeps no journal until `go_on`. Raises SaveError for a snapshot
        that cannot be read.
        """
        stood = saves.decode_snapshot(snapshot) if snapshot else None
        header = _taken_over(self.begun, turn + 1, seats)
        past = Session(self.resolved, _race_at(self.resolved, header, stood), header, None)
        past.turns = self.turns[:turn]
        past.plans = [plan for plan in self.plans if plan.turn <= turn]
        return past

    @classmethod
    def load(cls, path: Path, *, keep_writing: bool = False) -> "Session":
        """Open a saved game where it stopped, plans of the unfinished turn included. Raises SaveError."""
        save = saves.read(path)
        if keep_writing:
            saves.mend(path)
        resolved = _resolved_of(save)
        header = save.header
        race = _race_at(resolved, header, save.snapshot())
        session = cls(resolved, race, header, saves.Journal(path) if keep_writing else None)
        session.turns = save.turns
        for plan in save.plans:
            if plan.turn == session.turn:
                session._accept(plan)
            else:
                session.plans.append(plan)
        return session

    def dispose(self) -> None:
        """Give the memory back. A thread that recalls the past meanwhile gives its own back when it is done."""
        self.race.dispose()
        self._is_gone = True
        if self._recalling.acquire(blocking=False):
            try:
                self._forget()
            finally:
                self._recalling.release()

    def _forget(self) -> None:
        for witness in (self._past, self._earlier):
            if witness is not None:
                witness.dispose()
        self._past = self._earlier = None
        self._cases.clear()

    def _accept(self, plan: Plan) -> None:
        self.plans = [old for old in self.plans if (old.firm, old.turn) != (plan.firm, plan.turn)] + [plan]
        self._submitted[plan.firm] = plan

    def _snapshot(self) -> str:
        return saves.encode_snapshot(self.race.world, self.race.recorder.rows)

    def _header(self) -> saves.Header:
        return structs.replace(self.begun, format=1, rules=saves.rules_hash())


class ReplayReport(Struct, frozen=True):
    """What a replay found. `differs_at` is the first turn whose digest is another, 0 if none is."""

    turns: int
    same_rules: bool
    differs_at: int
    digest: str
    cut: bool = False
    """Whether the save ends in the middle of a line."""


def replay(path: Path, until: int | None = None) -> tuple[Session, ReplayReport]:
    """Play a save's journal again from the opening, up to a turn, and compare the digests. Raises SaveError."""
    save = saves.read(path)
    resolved, header = _resolved_of(save), save.header
    session = Session(resolved, _race(resolved, header), header, None)
    differs_at = 0
    last = len(save.turns) if until is None else min(until, len(save.turns))
    for turn in save.turns[:last]:
        for plan in save.plans:
            if plan.turn == turn.turn:
                session._accept(plan)
        for firm in session.missing():
            session._accept(Plan(firm, turn.turn))
        session.advance()
        if session.turns[-1].digest != turn.digest and not differs_at:
            differs_at = turn.turn
    same_rules = header.rules == saves.rules_hash()
    return session, ReplayReport(last, same_rules, differs_at, session.race.digest(), save.cut)


def _resolved_of(save: saves.SaveFile) -> Resolved:
    try:
        return loader.from_tree(save.header.tree, save.header.level, str(save.path))
    except loader.LevelError as error:
        raise SaveError(f"{save.path}: its level no longer fits this version ({error})") from error


def _taken_over(header: saves.Header, turn: int, seats: Mapping[str, str] | None) -> saves.Header:
    """The beginning of a game that goes on from a turn; with `seats` others hold them from then on."""
    taken = tuple(each for each in header.taken if each.turn <= turn)
    if seats is None or dict(seats) == header.seats_in(turn):
        return structs.replace(header, taken=taken)
    if turn == 1:
        return structs.replace(header, seats=dict(seats), taken=())
    before = tuple(each for each in taken if each.turn < turn)
    return structs.replace(header, taken=(*before, saves.Taken(turn, dict(seats))))


def _casts(resolved: Resolved, header: saves.Header) -> tuple[Cast, dict[int, Cast]]:
    """Who steers at the opening, and who took over after how many months."""

    def cast(seats: Mapping[str, str]) -> Cast:
        people = tuple(seat for seat, who in seats.items() if who == PERSON)
        return Cast(_minds(resolved, seats, header.rivals or None), people)

    span = resolved.level.months_per_turn
    return cast(header.seats), {(each.turn - 1) * span: cast(each.seats) for each in header.taken}


def _race(resolved: Resolved, header: saves.Header, state: World | None = None) -> Race:
    cast, later = _casts(resolved, header)
    return Race(resolved, header.seed, cast.minds, people=cast.people, state=state, later=later)


def _race_at(resolved: Resolved, header: saves.Header, stood: saves.Snapshot | None) -> Race:
    """The race as it stood in a snapshot, its record included; without one at the opening."""
    race = _race(resolved, header, stood.world if stood is not None else None)
    if stood is not None:
        race.recorder.rows = [tuple(row) for row in stood.rows]
    return race


def _minds(resolved: Resolved, seats: Mapping[str, str], rivals: str | None) -> dict[str, str]:
    """The mind of every lab: its seat's, else the rivals', else its own of the level."""
    minds = {}
    for key, firm in resolved.level.firms.items():
        who = seats.get(key)
        if who is not None and who != PERSON:
            minds[key] = who
        elif rivals is not None and firm.lab is not None and who is None:
            minds[key] = rivals
    return minds
