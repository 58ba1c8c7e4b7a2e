"""The room without any web: joining, teams, turns, questions, and that events make it again."""

from __future__ import annotations

from typing import Any

import pytest

from agents.orders import Announce, AnyOrder, SetPolicy
from game.classroom import events as e
from game.classroom.names import check_name, is_rude
from game.classroom.room import PATIENCE, Room
from game.classroom.secrets import hashed
from game.classroom.tally import tally
from game.classroom.trouble import Denied

SEATS = ("openai", "xai", "anthropic")
NOW = 1_000.0


class Class:
    """A room with its journal."""

    def __init__(self) -> None:
        self.events: list[e.AnyEvent] = [e.Opened(1, "l6_the_race", 1, SEATS, "ACDEF3", "teacher", "screen")]
        self.room = Room(self.events[0])  # type: ignore[arg-type]

    def do(self, found: list[e.AnyEvent]) -> None:
        for event in found:
            self.events.append(e.decoder.decode(e.encode(event)))
            self.room.apply(event)

    def join(self, name: str, seat: str = "") -> int:
        self.do(self.room.join("acd ef3", name, seat, f"token of {name}"))
        return self.room.last_number

    def hand(self, number: int, *orders: AnyOrder) -> None:
        self.do(self.room.hand(self.room.players[number], orders))

    def close(self, **answers: Any) -> e.Closed:
        """Close the turn as the host does, with the moods of the teams only."""
        room = self.room
        chosen = {seat: room.chosen(seat) for seat in SEATS}
        minds = tuple(seat for seat in SEATS if not chosen[seat].answered and room.is_silent(seat))
        missed = tuple(seat for seat in SEATS if not chosen[seat].answered and seat not in minds)
        closed = e.Closed(room.turn, {seat: each.orders for seat, each in chosen.items()}, missed, minds)
        self.do([closed, e.Played(closed.turn, "digest", False)])
        return closed

    def open(self) -> None:
        self.do(self.room.open_turn(NOW))


def safety(value: float) -> AnyOrder:
    return SetPolicy("safety", value)


@pytest.fixture
def lesson() -> Class:
    return Class()


def test_who_comes_without_a_wish_joins_the_smallest_team(lesson: Class) -> None:
    for name in ("Ada", "Bob", "Cy", "Dee"):
        lesson.join(name)
    assert [len(lesson.room.members(seat)) for seat in SEATS] == [2, 1, 1]
    lesson.join("Eve", "anthropic")
    assert [player.name for player in lesson.room.members("anthropic")] == ["Cy", "Eve"]


@pytest.mark.parametrize(
    ("code", "name", "seat", "key"),
    [
        ("WRONG3", "Ada", "", "room-code-wrong"),
        ("ACDEF3", "", "", "room-name-empty"),
        ("ACDEF3", "a" * 17, "", "room-name-long"),
        ("ACDEF3", "<b>", "", "room-name-signs"),
        ("ACDEF3", "A\u202eda", "", "room-name-signs"),
        ("ACDEF3", "e\u0323\u0301\u0302\u0303", "", "room-name-signs"),
        ("ACDEF3", "Bob", "", "room-name-taken"),
        ("ACDEF3", "Ada", "nobody", "room-seat-none"),
    ],
)
def test_who_may_not_join_hears_why(lesson: Class, code: str, name: str, seat: str, key: str) -> None:
    lesson.join("BOB")
    with pytest.raises(Denied) as denied:
        lesson.room.join(code, name, seat, "t")
    assert denied.value.key == key


def test_students_choose_their_seat_until_the_first_turn_opens(lesson: Class) -> None:
    """A rival's books are not there to be looked at in passing."""
    room = lesson.room
    ada, bob = lesson.join("Ada", "xai"), lesson.join("Bob", "xai")
    lesson.do(room.sit(room.players[ada], "openai"))
    assert room.players[ada].seat == "openai"
    lesson.do(room.rule(choosing=False))
    with pytest.raises(Denied, match="room-seats-fixed"):
        room.sit(room.players[ada], "xai")
    lesson.join("Cy", "xai")
    assert room.players[room.last_number].seat == "anthropic"
    lesson.do(room.rule(choosing=True))
    assert room.may_choose()
    lesson.open()
    for _ in ("open", "closed", "undone"):
        assert not room.may_choose()
        with pytest.raises(Denied, match="room-seats-fixed"):
            room.sit(room.players[ada], "xai")
        assert room.join("ACDEF3", "Dee", "xai", "t")[0].seat != "xai"  # type: ignore[union-attr]
        if room.phase == "open":
            lesson.close()
        elif room.turn == 2:
            lesson.do(room.undo(1))
            room.waits_for = None
    lesson.do(room.move(bob, "anthropic"))
    assert room.players[bob].seat == "anthropic"


def test_names_of_many_languages_are_good_and_rude_ones_are_not() -> None:
    for name in ("Zoë", "李雷", "さくら", "O'Neill", "Anne-Marie 2", "Łukasz", "Cassandra", "Dickens", "Essex"):
        assert check_name(name) == name
    for name in ("sh1t", "F U C K", "s h i t t", "@ss", "しね"):
        assert is_rude(name), name


def test_a_captain_decides_and_the_next_one_follows(lesson: Class) -> None:
    ada, bob = lesson.join("Ada", "xai"), lesson.join("Bob", "xai")
    lesson.open()
    lesson.hand(bob, safety(0.5))
    assert lesson.room.waiting() == ["xai"]
    assert lesson.room.chosen("xai").orders == (safety(0.5),)
    lesson.hand(ada, safety(0.1))
    assert lesson.room.chosen("xai").orders == (safety(0.1),)
    assert lesson.room.waiting() == []
    lesson.do(lesson.room.kick(ada))
    assert lesson.room.teams["xai"].captain == bob
    assert lesson.room.chosen("xai").orders == (safety(0.5),)


def test_a_team_that_votes_gets_what_most_want_and_the_median(lesson: Class) -> None:
    lesson.do(lesson.room.rule(mode="vote"))
    players = [lesson.join(name, "xai") for name in ("Ada", "Bob", "Cy", "Dee", "Eve")]
    lesson.open()
    for player, value in zip(players, (0.1, 0.2, 0.3, 0.4, 0.9), strict=True):
        lesson.hand(player, safety(value), *([Announce(5000)] if value > 0.35 else []))
    chosen = lesson.room.chosen("xai")
    assert chosen.orders == (safety(0.3), Announce(5000))
    assert chosen.votes == (5, 2)


def test_one_voice_of_many_is_no_vote() -> None:
    ballots = [[safety(0.1)]] * 7 + [[Announce(10)]]
    assert [order for order, _ in tally(ballots)] == [safety(0.1)]
    assert tally([[safety(0.1), safety(0.9)]]) == [(safety(0.1), 1)]


def test_a_mind_takes_over_after_two_missed_turns_until_the_team_answers(lesson: Class) -> None:
    ada = lesson.join("Ada", "openai")
    for _ in range(PATIENCE):
        lesson.open()
        closed = lesson.close()
        assert closed.missed == ("openai",)
        assert closed.minds == ("xai", "anthropic")
    lesson.open()
    assert lesson.close().minds == SEATS
    lesson.open()
    lesson.hand(ada, safety(0.2))
    closed = lesson.close()
    assert "openai" not in closed.minds + closed.missed
    assert lesson.room.teams["openai"].missed == 0


def test_a_mind_that_the_teacher_seats_stays(lesson: Class) -> None:
    ada = lesson.join("Ada", "openai")
    lesson.do(lesson.room.man("openai", "steady"))
    lesson.open()
    with pytest.raises(Denied, match="room-seat-minded"):
        lesson.hand(ada, safety(0.2))
    assert lesson.room.waiting() == []
    lesson.do(lesson.room.man("openai", ""))
    lesson.hand(ada, safety(0.2))


def test_phases_and_the_clock(lesson: Class) -> None:
    room = lesson.room
    lesson.join("Ada", "xai")
    lesson.do(room.rule(seconds=60))
    lesson.open()
    assert room.seconds_left(NOW + 10) == 50
    lesson.do(room.extend(30, NOW + 10))
    assert room.seconds_left(NOW + 10) == 80
    lesson.do(room.pause(NOW + 20))
    assert (room.phase, room.seconds_left(NOW + 500)) == ("paused", 70)
    assert not room.is_out_of_time(NOW + 500)
    lesson.do(room.resume(NOW + 500))
    assert not room.is_out_of_time(NOW + 569)
    assert room.is_out_of_time(NOW + 571)
    with pytest.raises(Denied, match="room-still-waiting"):
        room.may_close(force=False)
    room.may_close(force=True)
    lesson.close()
    for verb in (room.pause, room.resume, room.start_clock):
        with pytest.raises(Denied):
            verb(NOW)


def test_answers_are_checked_and_may_be_changed_until_the_question_closes(lesson: Class) -> None:
    ada, room = lesson.join("Ada"), lesson.room
    lesson.do(room.ask(e.Question(0, "number", "goal", 0)))
    lesson.do(room.answer(room.players[ada], 1, "1,200.50"))
    assert room.players[ada].answers == {1: "1200.5"}
    for bad in ("nan", "inf", "1e99", "much", ""):
        with pytest.raises(Denied):
            room.answer(room.players[ada], 1, bad)
    lesson.do(room.ask(e.Question(0, "choice", "winner", 0, "", SEATS)))
    with pytest.raises(Denied, match="room-question-over"):
        room.answer(room.players[ada], 1, "5")
    with pytest.raises(Denied, match="room-answer-none"):
        room.answer(room.players[ada], 2, "google")
    lesson.do(room.hush())
    with pytest.raises(Denied, match="room-question-over"):
        room.answer(room.players[ada], 2, "xai")


def test_undo_stands_before_the_turn_and_forgets_what_was_handed_in(lesson: Class) -> None:
    ada = lesson.join("Ada", "xai")
    for value in (0.1, 0.2, 0.3):
        lesson.open()
        lesson.hand(ada, safety(value))
        lesson.close()
    assert lesson.room.turn == 4
    lesson.do(lesson.room.undo(2))
    assert lesson.room.waits_for == e.Undone(2)
    lesson.room.waits_for = None
    assert (lesson.room.turn, lesson.room.phase) == (2, "closed")
    assert [closed.turn for closed in lesson.room.closed] == [1]
    for turn in (2, 0, 9):
        with pytest.raises(Denied):
            lesson.room.undo(turn)


def test_the_events_make_the_same_room_again(lesson: Class) -> None:
    ada, bob = lesson.join("Ada", "xai"), lesson.join("Bob")
    lesson.do(lesson.room.rule(mode="vote", rivals="hidden", seconds=90))
    lesson.do(lesson.room.man("anthropic", "bold"))
    lesson.do(lesson.room.ask(e.Question(0, "choice", "own", 0, "Why?", ("a", "b"))))
    lesson.do(lesson.room.answer(lesson.room.players[bob], 1, "b"))
    lesson.do(lesson.room.show(1, yes=True))
    lesson.open()
    lesson.hand(ada, safety(0.4))
    lesson.close()
    lesson.open()
    lesson.hand(ada, safety(0.5))
    again = Room(lesson.events[0])  # type: ignore[arg-type]
    for event in lesson.events[1:]:
        again.apply(event)
    for name in ("phase", "turn", "rules", "until", "questions", "asking", "shown", "closed", "players", "teams"):
        assert getattr(again, name) == getattr(lesson.room, name), name
    assert again.player_of("token of Ada") == again.players[ada]
    assert again.player_of("another token") is None
    assert again.players[ada].token == hashed("token of Ada")
