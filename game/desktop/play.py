"""Opens the window on the menu, on a game, or on a race to watch; goes from one screen to the next.

The engine is imported in the background, so that the first frame does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from game.desktop import keepsake, storage
from game.desktop.app import App
from game.desktop.screens.loading import LoadingScreen
from game.desktop.screens.menu import MenuScreen
from game.desktop.setup import FULL_RACE, LEVELS_OWN, Setup

if TYPE_CHECKING:
    from game.desktop.match import Match
    from game.desktop.tape import Tape
    from game.session import Session


def open_menu(rivals: str | None = None, seed: int | None = None) -> None:
    """The menu, until the window is closed. Without a screen: one line and exit code 2."""
    app = App()
    Director(app).menu(rivals, seed)
    app.run()


def open_game(
    level: str = FULL_RACE,
    firms: Sequence[str] = (),
    rivals: str | None = None,
    seed: int = 1,
    load: Path | None = None,
) -> None:
    """A new game with these firms steered by persons, or a saved one. What goes wrong is told in the window."""
    app = App()
    director = Director(app)
    if load is not None:
        director.load(load)
    else:
        director.start(Setup(level, tuple(firms), rivals, seed))
    app.run()


def watch(
    level: str = FULL_RACE, seed: int = 1, rivals: str | None = None, minds: tuple[tuple[str, str], ...] = ()
) -> None:
    """A race between minds, with pace control."""
    app = App()
    Director(app).start(Setup(level, (), rivals, seed, minds=minds))
    app.run()


class Director:
    """Knows which screen follows which."""

    def __init__(self, app: App, *, keep_journal: bool = True) -> None:
        self.app, self.keep_journal = app, keep_journal
        self.match: Match | None = None
        self.level = FULL_RACE
        self.wanted_rivals: str | None = None
        self.wanted_seed: int | None = None

    def menu(self, rivals: str | None = None, seed: int | None = None) -> None:
        self.wanted_rivals, self.wanted_seed = rivals or self.wanted_rivals, seed or self.wanted_seed
        self._close()
        self.app.reset(MenuScreen(self, self.wanted_rivals, self.wanted_seed))

    def _close(self) -> None:
        if self.match is not None:
            self.match.session.dispose()
            self.match = None

    def levels(self, chosen: str = "") -> None:
        from game.desktop.screens.levels import LevelsScreen

        self._close()
        self.app.reset(LevelsScreen(self, chosen))

    def new_game(self, level: str = "", people: int = 1) -> None:
        from game.desktop.screens.new_game import NewGameScreen

        self._close()
        self.level = level or self.level
        rivals = self.wanted_rivals or LEVELS_OWN
        self.app.reset(NewGameScreen(self, self.level, people, rivals, self.wanted_seed))

    def saves(self, *, replays: bool = False) -> None:
        from game.desktop.screens.saves import SavesScreen

        left = self.match.journal if self.match is not None and not self.match.session.over else None
        self._close()
        self.app.reset(SavesScreen(self, replays=replays, left=left))

    def quick_save(self) -> None:
        """Write the game as the quick save, in place of the one before."""
        say = self.app.texts.say
        self._save(storage.quick_path(), say("quick-saved"), name=say("quick-name"))

    def save_copy(self) -> None:
        """Write the game to a new save beside its journal, which goes on by itself."""
        if self.match is not None:
            path = storage.new_path(self.match.level_name, self.match.people)
            self._save(path, self.app.texts.say("saved", path=storage.told(path)), lasts_ms=6000)

    def _save(self, path: Path, done: str, *, name: str = "", lasts_ms: int = 4000) -> None:
        """With its note, under a name or the journal's, and its picture."""
        from game.saves import SaveError

        match, top = self.match, self.app.top
        if match is None or top is None:
            return
        try:
            match.session.save(path)
        except SaveError as error:
            top.toast(str(error), "bad", "triangle-alert", 8000)
            return
        known = (storage.note_of(match.journal) if match.journal is not None else None) or storage.Note()
        storage.write_note(path, msgspec.structs.replace(known, name=name or known.name, players=match.players))
        keepsake.keep(self.app, match, keepsake.take(self.app, hide_plan=len(match.people) > 1), path)
        top.toast(done, "good", "save", lasts_ms)

    def quick_load(self) -> None:
        """Go on from the quick save, as a game of its own; the save stays as it is."""
        path = storage.quick_path()
        if storage.read(path) is None:
            if self.app.top is not None:
                self.app.top.toast(self.app.texts.say("quick-none"), "warn", "info")
            return
        self.load_copy(path)

    def load_copy(self, path: Path) -> None:
        """Open a save and go on in a new file, so that it can be gone back to again."""
        target = storage.new_path(path.stem, [])

        def make() -> Session:
            from game.session import Session

            session = Session.load(path)
            session.go_on(target)
            note = storage.note_of(path)
            if note is not None:
                storage.write_note(target, msgspec.structs.replace(note, name=""))
            return session

        self._wait_for(make, target, running=False)

    def start(self, setup: Setup) -> None:
        """Set a race up in the background and show it."""
        path = (
            storage.new_path(Path(setup.level).stem, list(setup.firms)) if self.keep_journal and setup.firms else None
        )

        def make() -> Session:
            from game.session import PERSON, Session
            from levels import loader

            resolved = loader.load(setup.level, setup.sets)
            seats = dict(setup.minds) | dict.fromkeys(setup.firms, PERSON)
            session = Session.new(resolved, setup.seed, seats, setup.rivals, journal=path)
            if path is not None and setup.named():
                storage.write_note(path, storage.Note(players=setup.named()))
            return session

        self._wait_for(make, path, running=not setup.firms)

    def load(self, path: Path) -> None:
        """Open a save where it stopped; it goes on as the game's journal."""

        def make() -> Session:
            from game.session import Session

            return Session.load(path, keep_writing=True)

        self._wait_for(make, path, running=False)

    # --- what has been played --------------------------------------------------------------------------

    def replay(self, path: Path, turn: int | None = None, firm: str = "") -> None:
        """A saved game as a replay; it is left to the replays."""

        def make() -> Tape:
            from game.desktop.tape import Tape
            from game.session import Session

            return Tape(Session.load(path), path)

        self._close()
        self._show_replay(make, lambda: self.saves(replays=True), 0 if turn is None else turn, firm)

    def replay_so_far(self, turn: int | None = None, firm: str = "") -> None:
        """The game at hand as a replay; from there back to where it was left."""
        match = self.match
        if match is None:
            return
        path = match.journal

        def make() -> Tape:
            from game.desktop.tape import Tape

            session = match.session
            return match.at_rest(lambda: Tape(session.as_of(len(session.turns), session.snapshots()[0][-1]), path))

        def back() -> None:
            self.app.pop()

        self._show_replay(make, back, turn, firm, over=True)

    def _show_replay(
        self, make: Callable[[], Tape], leave: Callable[[], None], turn: int | None, firm: str, *, over: bool = False
    ) -> None:
        from game.desktop.screens.replay import ReplayScreen

        def show(tape: Tape) -> None:
            def left() -> None:
                leave()
                screen.close()

            screen = ReplayScreen(self, tape, left, turn, firm)
            if over:
                self.app.replace(screen)
            else:
                self.app.reset(screen)

        loading = LoadingScreen(self.app.texts.say("loading"))
        if over:

            def failed(error: Exception) -> None:
                self.app.pop()
                self._tell(error)

            self.app.push(loading)
            self.app.work(make, show, failed)
        else:
            self.app.reset(loading)
            self.app.work(make, show, self._failed)

    def _tell(self, error: Exception) -> None:
        if self.app.top is not None:
            self.app.top.toast(str(error).strip("'\""), "bad", "triangle-alert", 12_000)

    def fork(self, tape: Tape, turn: int, firm: str) -> None:
        """Play on from a turn of a tape, in a new save; the plan of that turn is laid out as it was."""
        from game.desktop.screens.race import RaceScreen

        match = self.match
        path = storage.new_path(f"{Path(tape.whole.resolved.name).stem} fork", tape.whole.people or [firm])
        before = storage.note_of(tape.path) if tape.path is not None else None
        players = dict(match.players) if match is not None else dict(before.players) if before is not None else {}
        note = storage.Note(players=players, origin=str(tape.path or ""), origin_turn=turn + 1)

        def make() -> Session:
            session = tape.fork(turn, firm)
            if self.keep_journal:
                session.go_on(path)
                storage.write_note(path, note)
            return session

        def begin(session: Session) -> None:
            self._begin(session, path if self.keep_journal else None, False)
            forked = self.match
            if forked is not None and forked.steering and len(forked.people) == 1:
                forked.lay_out(tape.orders(turn + 1, forked.firm))
                if isinstance(self.app.top, RaceScreen):
                    self.app.top.plan_changed()
            tape.close()

        self._close()
        self.app.reset(LoadingScreen(self.app.texts.say("loading")))
        self.app.work(make, begin, self._failed)

    def settings(self) -> None:
        """Settings over whatever is shown."""
        from game.desktop.screens.settings import SettingsScreen

        self.app.push(SettingsScreen())

    def almanac(self) -> None:
        """The almanac over whatever is shown."""
        from game.desktop.screens.almanac import open_almanac

        if self.app.top is not None:
            open_almanac(self.app.top)

    def _wait_for(self, make: Callable[[], Session], path: Path | None, *, running: bool) -> None:
        self._close()
        self.app.reset(LoadingScreen(self.app.texts.say("loading")))
        self.app.work(make, lambda session: self._begin(session, path, running), self._failed)

    def _begin(self, session: Session, path: Path | None, running: bool) -> None:
        from game.desktop.match import Match

        self.match = Match(session, self.app.texts, path)
        note = storage.note_of(path) if path is not None else None
        self.match.players = dict(note.players) if note is not None else {}
        self.match.guide_step = note.guide_step if note is not None else 0
        self.match.kept = keepsake.plans_of(path) if path is not None else {}
        if self.match.kept:
            self.match.see(self.match.firm)
        if note is not None and note.origin:
            self._remember_origin(self.match, Path(note.origin))
        if session.over:
            self.debrief(self.match)
        elif self.match.people and not self.match.living_people:
            self.match.watching = True
            self.debrief(self.match)
        elif len(self.match.people) > 1 and self.match.next_seat():
            self._race(self.match, running=False, hand_over=True)
        else:
            self._race(self.match, running=running)

    def _remember_origin(self, match: Match, path: Path) -> None:
        """Read the game that a fork has left, for its chart; one that is gone costs only the line."""
        from game.desktop.screens.debrief import Debrief
        from game.desktop.screens.race import RaceScreen

        def read() -> dict[str, dict[str, tuple[float | None, ...]]]:
            from game.session import Session
            from game.telling.history import History

            was = Session.load(path)
            history = History(was, "", bare=True)
            was.dispose()
            return {name: {key: tuple(line) for key, line in lines.items()} for name, lines in history.series.items()}

        def done(series: dict[str, dict[str, tuple[float | None, ...]]]) -> None:
            match.origin = series
            for screen in self.app.screens:
                if self.match is match and isinstance(screen, RaceScreen | Debrief):
                    screen.chart.refresh()

        self.app.work(read, done, lambda _: None)

    def _failed(self, error: Exception) -> None:
        """Back to the menu with the reason."""
        self.menu()
        self._tell(error)

    def _race(self, match: Match, *, running: bool, hand_over: bool = False) -> None:
        from game.desktop.screens.race import RaceScreen

        screen = RaceScreen(match, lambda: self.menu(), self.debrief, running=running)
        screen.director = self
        self.app.reset(screen)
        if hand_over:
            screen.hand_over(match.firm)
        elif match.steering and match.session.turn == 1:
            screen.tell_turn()

    def debrief(self, match: Match) -> None:
        """The result, over nothing; from there to the menu or back to the race."""
        from game.desktop.screens.debrief import Debrief

        screen = Debrief(match, lambda: self.menu(), lambda: self._watch_on(match))
        screen.director = self
        self.app.reset(screen)

    def again(self, match: Match) -> None:
        """The same game from the start: level, seed, firms and rivals."""
        setup = self._setup(match)
        self.start(setup)

    def other_firm(self, match: Match) -> None:
        """A new game of the same level and seed, with the firm to be chosen."""
        self.wanted_seed = match.session.race.world.seed
        self.new_game(match.level_name, max(1, len(match.people)))

    def _setup(self, match: Match) -> Setup:
        from levels.summaries import available

        session, firms = match.session, tuple(match.people)
        span = match.level.months_per_turn
        own = next((level.months_per_turn for level in available() if level.name == match.level_name), span)
        names = tuple(match.players.get(firm, "") for firm in firms)
        return Setup(
            match.level_name,
            firms,
            session.rivals or None,
            session.race.world.seed,
            names if any(names) else (),
            None if span == own else span,
            tuple((firm, mind) for firm, mind in session.seats.items() if firm not in firms),
        )

    def _watch_on(self, match: Match) -> None:
        match.watching = True
        if not match.alive:
            match.see(match.leader())
        self._race(match, running=True)
