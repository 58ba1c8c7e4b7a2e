"""The audits measure what they say: a planted difference is found, and none where there is none."""

import pytest

from agents import chance
from game.lab import seats
from game.lab.audit import believable, decisions, skill
from game.lab.trouble import LabError
from levels import loader
from levels.loader import Resolved


@pytest.fixture(scope="module")
def short() -> Resolved:
    return loader.load("september_2024", ["months=6"])


def test_what_a_desk_does_and_what_a_quiet_one_could_do_change_the_score(short: Resolved) -> None:
    idle = decisions.take_apart(decisions.Piece(short, 1, "passive"))
    assert not idle.taken
    assert any(change != 0.0 for turns in idle.live.values() for changes in turns for change in changes.values())
    busy = decisions.take_apart(decisions.Piece(short, 1, "bold"))
    assert any(change != 0.0 for turns in busy.live.values() for changes in turns for change in changes.values())
    verdict = decisions.judge([busy])
    assert set(verdict.live_share) == set(short.level.seats)
    assert all(0.0 < verdict.taken_share[kind] <= 1.0 for kind in busy.taken)
    by_chip = sum(number for option, number in busy.taken.items() if option.startswith("order_cards "))
    assert by_chip >= busy.taken_kinds["order_cards"] > 0
    assert {f"start_run {length}" for length in decisions.LENGTHS} <= set(busy.offered)


def test_live_desks_are_told_apart_by_how_far_the_game_has_come() -> None:
    early, late = {"capital": 1.0, "chips": -2.0, "deals": 0.1}, {"capital": 0.2, "chips": 0.0, "deals": 0.6}
    found = decisions.Found(live={"a": [early, late, late]}, when={"a": [0.0, 0.8, 0.99]})
    assert decisions.judge([found]).live_by_part == (2.0, None, None, 1.0)


def test_turns_are_sampled_evenly() -> None:
    stops: list[decisions.Stop] = [(bytes([number]), {}) for number in range(10)]
    assert [stop[0][0] for stop in decisions.sampled(stops, 5)] == [1, 3, 5, 7, 9]
    assert decisions.sampled(stops, 0) == decisions.sampled(stops, 20) == stops


def test_every_seat_gets_every_policy_equally_often(short: Resolved) -> None:
    policies = ["steady", "bold", "passive"]
    pieces = skill.deal(short, policies, 12, 1)
    for seat in short.level.seats:
        given = [piece.policies[seat] for piece in pieces]
        assert {policy: given.count(policy) for policy in policies} == dict.fromkeys(policies, 4)


def test_the_share_that_policy_explains_is_what_was_planted() -> None:
    def game(good: bool, luck: float) -> skill.Played:
        return skill.Played({"a": "good" if good else "bad"}, {"a": (10.0 if good else 0.0) + luck}, ("a",), "a", 0)

    sure = skill.judge([game(index % 2 == 0, 0.0) for index in range(20)])
    assert sure.explained["a"] == pytest.approx(1.0)
    luck = skill.judge([game(index % 2 == 0, 100.0 * (index % 4 < 2)) for index in range(20)])
    assert luck.explained["a"] < 0.05
    assert "good wins 100% of its games" in sure.faults


def test_policy_and_luck_are_told_apart_as_they_were_planted(short: Resolved) -> None:
    policies = ["steady", "bold", "passive"]
    pieces = skill.alone(short, policies, 30, 1)
    assert len(pieces) == 6 * 3 * 30

    def game(piece: skill.Piece) -> skill.Played:
        ((seat, policy),) = piece.policies.items()
        luck = 10.0 * chance.draw(piece.seed, "world", "planted", 0)
        own = chance.draw(piece.seed, seat, policy, 0)
        return skill.Played(piece.policies, {seat: 5.0 * policies.index(policy) + luck + own}, (seat,), seat, 0)

    parts = skill.part(pieces, [game(piece) for piece in pieces])
    assert set(parts) == set(short.level.seats)
    for each in parts.values():
        assert each.policy == pytest.approx(16.7 / (16.7 + 8.3 + 0.08), abs=0.08)
        assert each.luck == pytest.approx(1.0 - each.policy, abs=0.02)
        assert each.at_equal_luck > 0.98
    nothing = skill.part(pieces, [skill.Played(p.policies, {next(iter(p.policies)): 1.0}, (), "", 0) for p in pieces])
    assert all(each.policy == 0.0 for each in nothing.values())


def test_the_known_past_is_read_and_compared() -> None:
    past = loader.load("january_2023", ["months=6"])
    believable.check_history(past)
    games = [believable.hindcast(believable.Piece(past, seed, True)) for seed in (1, 2, 3)]
    lines = believable.compare(past, games)
    assert set(lines) == set(past.level.history)
    early = lines["best_rating"].points[0]
    assert early.month == "2023-06"
    assert early.low <= early.middle <= early.high
    assert not any(point.month > "2023-06" for line in lines.values() for point in line.points)


def test_a_level_without_history_is_told(short: Resolved) -> None:
    with pytest.raises(LabError, match="no history"):
        believable.check_history(short)


def test_what_binds_is_counted_for_every_lab_and_month(short: Resolved) -> None:
    seen = believable.ahead(believable.Piece(short, 1, False))
    assert sum(seen.binding.values()) == 6 * 6
    assert len(seen.lit) == 6
    verdict = believable.judge({}, [seen])
    assert sum(verdict.binding.values()) == pytest.approx(1.0)
    idle = believable.ahead(believable.Piece(short, 1, False, dict.fromkeys(seats.labs_of(short.level), "passive")))
    assert idle.binding != seen.binding
