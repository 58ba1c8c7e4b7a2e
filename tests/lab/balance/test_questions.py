"""Matrix, comparison and levers on short games: what was planted is found, and a game is played once."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

import main
from game.lab import statistics
from game.lab.balance import asking, compare, games, levers, matrix, show, sides, sprt
from game.lab.balance.games import Outcome, Piece, World
from game.lab.balance.results import leave
from game.lab.balance.store import FILE, Store
from game.lab.trouble import LabError
from levels import loader
from levels.loader import Resolved

SHORT = World("september_2024", ("months=6",))
SEATS = ("openai", "xai", "microsoft", "google", "meta", "anthropic")


@pytest.fixture(scope="module")
def store() -> Store:
    return Store()


@pytest.fixture(scope="module")
def resolved() -> Resolved:
    return loader.load("september_2024")


def _outcome(scores: dict[str, float]) -> Outcome:
    best = max(scores.values())
    winners = tuple(seat for seat, each in scores.items() if each == best)
    return Outcome(scores, winners, {}, {}, 1, 0, {}, 0.1)


def test_a_mind_and_a_start_that_win_too_often_are_told() -> None:
    seats, minds = ["a", "b", "c"], ["good", "bad"]
    pieces = matrix.pieces("alone", World("none"), seats, minds, range(1, 41))
    assert len(pieces) == 240
    found = matrix.judge(
        "alone",
        pieces,
        [
            _outcome({seat: 50.0 + (seat == "a") + 10.0 * (dict(piece.minds).get(seat) == "good") for seat in seats})
            for piece in pieces
        ],
        seats,
    )
    assert found.best == dict.fromkeys(seats, "good")
    cell = next(each for each in found.cells if (each.seat, each.mind) == ("b", "bad"))
    assert cell.beside_best is not None
    assert (cell.wins.value, cell.score.value, cell.beside_best.value) == (0.0, 50.0, pytest.approx(-10.0))
    told = " ".join(found.faults)
    assert "good wins 100%" in told
    assert "good is the best answer in every seat" in told
    assert found.starts[0].wins.value == pytest.approx(4 / 6)
    even = matrix.judge(
        "alone", pieces, [_outcome({seats[number % 3]: 2.0, "x": 1.0} | dict.fromkeys(seats, 1.0)
                                   | {seats[number % 3]: 2.0}) for number in range(240)], seats
    )  # fmt: skip
    assert not [fault for fault in even.faults if "best answer" not in fault]


def test_a_mind_that_is_best_by_a_tie_is_no_fault() -> None:
    seats, minds = ["a", "b", "c"], ["first", "second"]
    pieces = matrix.pieces("alone", World("none"), seats, minds, range(1, 40))

    def judged(ahead: dict[str, float]) -> matrix.Matrix:
        outcomes = []
        for piece in pieces:
            ((seat, mind),) = piece.minds
            own = 50.0 + ahead[seat] * (mind == "first") + (piece.seed * len(mind)) % 13
            outcomes.append(_outcome(dict.fromkeys(seats, 50.0) | {seat: own}))
        return matrix.judge("alone", pieces, outcomes, seats)

    for told in (judged(dict.fromkeys(seats, 0.0)), judged({"a": 9.0, "b": 9.0, "c": 0.05})):
        assert told.best == dict.fromkeys(seats, "first")
        assert not [each for each in told.faults if "best answer" in each]
        assert "first is the best answer in every seat" in told.doubts
    assert "first is the best answer in every seat" in judged(dict.fromkeys(seats, 9.0)).faults


def test_many_games_on_few_seeds_are_no_proof_of_dominance() -> None:
    """Two seeds with all seats and minds are twelve games, but they are two draws of luck."""
    seats, minds = ["a", "b"], ["good", "bad", "worse"]
    pieces = matrix.pieces("alone", World("none"), seats, minds, range(1, 3))
    outcomes = [
        _outcome({seat: 50.0 + (seat == "a") + 10.0 * (dict(piece.minds).get(seat) == "good") for seat in seats})
        for piece in pieces
    ]
    found = matrix.judge("alone", pieces, outcomes, seats)
    good = next(line for line in found.minds if line.name == "good")
    assert (good.wins.value, good.wins.of) == (1.0, 2)
    assert {line.wins.of for line in found.starts} == {2}
    assert {cell.wins.of for cell in found.cells} == {2}
    assert not [each for each in found.faults if "good wins" in each]
    assert [each for each in found.doubts if "good wins" in each]


def test_only_labs_are_asked_about_where_others_have_seats() -> None:
    world = World("l5_neighbours")
    level = games.resolve(world).level
    assert sides.labs(world) == ["xai"]
    assert {"memphis_utility", "memphis_council"} < set(level.seats)
    bold = sides.read("l5_neighbours", (), "bold")
    question = compare.Question(sides.read("l5_neighbours", (), "as_is"), bold)
    assert {question.seat(pair) for pair in range(4)} == {"xai"}


def test_every_seat_is_dealt_every_mind() -> None:
    pieces = matrix.pieces("dealt", SHORT, SEATS, ["steady", "bold", "timid"], range(1, 13))
    for seat in SEATS:
        given = [dict(piece.minds)[seat] for piece in pieces]
        assert {mind: given.count(mind) for mind in given} == {"steady": 4, "bold": 4, "timid": 4}
    assert len(matrix.pieces("all", SHORT, SEATS, ["steady", "bold"], range(1, 3))) == 128
    with pytest.raises(LabError, match="combinations"):
        matrix.pieces("all", SHORT, SEATS, ["steady", "bold", "timid", "greedy", "frugal"], range(1, 2))


def test_two_percent_more_money_is_seen_and_an_equal_level_is_not(store: Store) -> None:
    as_is = sides.read("september_2024", SHORT.settings, "as_is")
    richer = sides.read("september_2024", SHORT.settings, "firms.xai.cash_usd=3_060_000_000")
    same = sides.read("september_2024", SHORT.settings, "firms.xai.cash_usd=3e9")
    test = sprt.Test(effect=0.1, first=12, most=40)
    found = compare.run(compare.Question(as_is, richer, firm="xai"), test, store.play)
    assert found.decision == "better"
    found = compare.run(compare.Question(richer, as_is, firm="xai"), test, store.play)
    assert found.decision == "worse"
    found = compare.run(compare.Question(as_is, same, firm="xai"), test, store.play)
    assert (found.decision, len(found.differences)) == ("nothing", 12)
    assert not any(found.differences)


def test_a_duel_of_equal_minds_is_even_to_the_last_bit_and_turns_about(store: Store) -> None:
    steady = sides.read("september_2024", SHORT.settings, "steady")
    bold = sides.read("september_2024", SHORT.settings, "bold")
    one, other = compare.Question(steady, bold, "elo", duel=True).pieces(1)
    assert all(dict(one.minds)[seat] != dict(other.minds)[seat] for seat in SEATS)
    for measure in ("elo", "score", "win", "share"):
        question = compare.Question(steady, steady, measure, duel=True)
        assert compare.run(question, sprt.Test(0.1, first=2, most=2), store.play).differences == [0.0, 0.0]
    forth = compare.Question(steady, bold, duel=True)
    back = compare.Question(bold, steady, duel=True)
    test = sprt.Test(1.0, first=2, most=2)
    first, second = (compare.run(each, test, store.play, sequential=False).differences for each in (forth, back))
    assert first == pytest.approx([-each for each in second])
    assert any(first)
    assert forth.told(0.02) == 0.02
    elo = compare.Question(steady, bold, "elo", duel=True)
    assert elo.told(elo.effect(50.0)) == pytest.approx(50.0)


def test_a_ban_is_felt_by_its_seat_alone_and_nobody_gives_what_is_barred(store: Store) -> None:
    free = store.play([Piece(SHORT, seed) for seed in (1, 2)])
    order = "bring_turbines"
    assert any(order in each.orders["xai"] for each in free)
    barred = store.play([Piece(SHORT, seed, (), (("xai", (order,)),)) for seed in (1, 2)])
    assert all(order not in each.orders["xai"] for each in barred)
    assert [each.scores["xai"] for each in barred] != [each.scores["xai"] for each in free]


def test_where_nobody_asks_a_ban_changes_nothing(store: Store) -> None:
    free, barred = levers.pieces(SHORT, SEATS, list(levers.GROUPS), range(1, 2), ())
    played = store.play(free)
    quiet = [key for key in barred if not levers.feels(played[0], key[1], key[0])]
    felt = [key for key in barred if levers.feels(played[0], key[1], key[0])]
    assert len(levers.needed(played, barred)) == len(felt) > 10
    assert len(quiet) > 10
    for key in quiet[::12]:
        assert store.play(barred[key])[0].scores == played[0].scores


def test_the_worth_of_a_lever_is_what_was_planted() -> None:
    free = [_outcome({"a": 50.0 + seed, "b": 40.0}) for seed in range(20)]
    barred = {
        ("debt", "a"): [_outcome({"a": 45.0 + seed, "b": 40.0}) for seed in range(20)],
        ("leases", "a"): free,
    }
    first, second = levers.worth(free, barred)
    assert (first.lever, first.loss.value, first.unlike, first.p_all < 0.01) == ("debt", pytest.approx(5.0), 1.0, True)
    assert (second.lever, second.loss.value, second.unlike, second.p_all) == ("leases", 0.0, 0.0, 1.0)


def test_a_whole_table_can_prove_a_lever_and_says_when_it_cannot(
    resolved: Resolved, capsys: pytest.CaptureFixture[str]
) -> None:
    """One lever of a hundred and fifty that is worth a lot is seen, though all of them are asked about."""

    def table(seeds: int) -> list[levers.Worth]:
        free = [_outcome({"xai": 50.0, "b": 40.0}) for seed in range(seeds)]
        noise = {
            (f"lever {number}", "xai"): [
                _outcome({"xai": 50.0 + 0.1 * (-1.0) ** (seed // (number % 5 + 1)), "b": 40.0}) for seed in range(seeds)
            ]
            for number in range(149)
        }
        idle = {(f"idle {number}", "xai"): free for number in range(20)}
        planted = [_outcome({"xai": 45.0 + 0.1 * seed, "b": 40.0}) for seed in range(seeds)]
        return levers.worth(free, {("planted", "xai"): planted} | noise | idle)

    found = table(30)
    assert (found[0].lever, found[0].p_all < statistics.CERTAIN) == ("planted", True)
    assert not [each for each in found[1:] if each.p_all < statistics.CERTAIN]
    assert {each.p_all for each in found if not each.unlike} == {1.0}
    assert levers.least_p_all(found, 30) < 0.01
    show.levers(resolved, found, [], 30, every=False)
    assert "cannot put any row beyond doubt" not in capsys.readouterr().out
    few = table(4)
    assert levers.least_p_all(few, 4) == 1.0
    show.levers(resolved, few, [], 4, every=False)
    assert "4 seeds cannot put any row beyond doubt" in capsys.readouterr().out


def test_levers_that_nobody_feels_are_worth_nothing() -> None:
    free = [_outcome({"xai": 50.0, "b": 40.0}) for _ in range(2)]
    (only,) = levers.worth(free, {("debt", "xai"): free})
    assert (only.loss.value, only.p, only.p_all, only.unlike) == (0.0, 1.0, 1.0, 0.0)


def test_every_lever_names_orders_that_there_are() -> None:
    known = levers.all_orders()
    for name, orders in levers.GROUPS.items():
        assert set(orders) <= set(known), name
    with pytest.raises(LabError, match="did you mean 'turbines'"):
        levers.orders_of("turbine")


def test_a_game_is_played_once_and_a_torn_line_is_forgotten(tmp_path: Path) -> None:
    pieces = [Piece(SHORT, seed) for seed in (1, 2, 1)]
    first = Store(tmp_path)
    outcomes = first.play(pieces)
    assert first.played == 2
    assert outcomes[0] == outcomes[2]
    with (tmp_path / FILE).open("ab") as file:
        file.write(b'{"key": "half a li')
    again = Store(tmp_path)
    assert again.play([*pieces, Piece(SHORT, 3)])[:3] == outcomes
    assert again.played == 1
    assert len(Store(tmp_path)) == 3
    (tmp_path / FILE).write_bytes(b"nonsense\n" + (tmp_path / FILE).read_bytes())
    with pytest.raises(LabError, match="line 1 is damaged"):
        Store(tmp_path)


def test_commands_leave_tables_and_resume(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ask = ["balance", "matrix", "september_2024", "--set", "months=6", "--seeds", "2", "--minds", "steady,bold"]
    ask += ["--firm", "xai", "--workers", "1", "--out", str(tmp_path), "--json"]
    first = main._guarded(ask, debug=True), capsys.readouterr()
    assert {"matrix.json", "matrix.csv", "matrix.parquet", "matrix_minds.csv", FILE} <= {
        each.name for each in tmp_path.iterdir()
    }
    size = (tmp_path / FILE).stat().st_size
    assert "4 games" in first[1].err
    second = main._guarded(ask, debug=True), capsys.readouterr()
    assert second[1].out == first[1].out
    assert second[0] == first[0]
    assert (tmp_path / FILE).stat().st_size == size


def test_an_interrupt_keeps_what_was_played(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    played = games.play
    done: list[Piece] = []

    def stopped(piece: Piece) -> Outcome:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(piece)
        return played(piece)

    monkeypatch.setattr(games, "play", stopped)
    ask = ["balance", "compare", "september_2024", "as_is", "steady", "--set", "months=3", "--max-pairs", "3"]
    ask += ["--workers", "1", "--out", str(tmp_path)]
    assert main._guarded(ask, debug=False) == main.INTERRUPTED
    assert "keeps the finished games" in capsys.readouterr().err
    assert len(Store(tmp_path)) == 2
    monkeypatch.undo()
    assert main._guarded(ask, debug=False) == 0
    assert len(Store(tmp_path)) == 6


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["matrix", "september_2024", "--minds", "nobody"], "no such mind"),
        (["matrix", "september_2024", "--minds", "bold,bold"], "stands twice"),
        (["matrix", "september_2024", "--seeds", "0"], "at least 1"),
        (["matrix", "l9"], "no such level"),
        (["matrix", "september_2024", "--minds", "nothing.toml"], "nothing.toml: cannot be read"),
        (["compare", "september_2024", "as_is", "a.b=3"], "no such value"),
        (["compare", "september_2024", "as_is", "as_is", "--effect", "much"], "--effect much"),
        (["compare", "september_2024", "as_is", "as_is", "--measure", "elo"], "add --duel"),
        (["compare", "september_2024", "as_is", "as_is", "--measure", "scor"], "did you mean 'score'"),
        (["compare", "september_2024", "as_is", "bold", "--duel"], "name two"),
        (["restrict", "september_2024"], "--without"),
        (["restrict", "september_2024", "--without", "magic"], "no such lever"),
        (["restrict", "september_2024", "--all", "--firm", "xia"], "did you mean 'xai'"),
    ],
)
def test_bad_input_is_one_line(asked: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main._guarded(["balance", *asked], debug=False) == 2
    err = capsys.readouterr().err.strip()
    assert told in err
    assert "\n" not in err


def test_a_lever_and_all_of_them_are_not_asked_for_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main._guarded(["balance", "restrict", "september_2024", "--without", "debt", "--all"], debug=False) == 2
    assert capsys.readouterr().err == "--all: asks for every lever; leave --without out, or --all\n"


def test_what_there_is_no_difference_for_is_empty_in_the_tables(tmp_path: Path) -> None:
    sure = statistics.Estimate(1.0, 0.5, 1.5, 4)
    cells = [matrix.Cell("a", "best", sure, sure, None), matrix.Cell("a", "other", sure, sure, sure)]
    leave(tmp_path, "matrix", {}, {"matrix": [asking._flat(each) for each in cells], "alone": [asking._flat(cells[0])]})
    rows = pq.read_table(tmp_path / "matrix.parquet").to_pylist()
    columns = ("beside_best", "beside_best_low", "beside_best_high", "beside_best_of")
    assert [[row[each] for each in columns] for row in rows] == [[None] * 4, [1.0, 0.5, 1.5, 4]]
    assert (tmp_path / "matrix.csv").read_text().splitlines()[1].endswith(",,,,")
    assert pq.read_table(tmp_path / "alone.parquet").num_rows == 1


def test_a_figure_of_one_seed_has_no_interval() -> None:
    assert show.points(statistics.mean([50.0])) == "50.0 (one seed)"
    assert show.points(statistics.mean([-0.01, -0.01])) == "0.0 (0.0 to 0.0)"
    assert show.points(statistics.mean([50.0, 52.0, 51.0])) == "51.0 (50.0 to 52.0)"
