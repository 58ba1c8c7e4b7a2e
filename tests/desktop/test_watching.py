"""Who watches sees what minds weigh; frames are not kept waiting by minds that think."""

from __future__ import annotations

import threading
import time

from game.desktop.background import Background
from game.desktop.screens.menu import Setup
from game.telling.weighing import weighed
from tests.desktop.player import Player


def test_what_a_mind_weighs_is_shown_and_follows_the_race(player: Player) -> None:
    player.director.start(Setup("september_2024_halves", (), "operator", 3))
    player.settle()
    watch = player.race.watch
    watch.pause()
    watch.eyes.choose("xai")
    watch.pages.choose("mind")
    player.app.pump()
    match = player.match
    assert [entry.text for entry in watch.mind.entries] == [
        entry.text for entry in weighed(match.session, match.words, "xai")
    ]
    drawn = [mark.text for mark in player.drawn()]
    assert watch.mind.entries[0].text in drawn
    assert watch.mind.entries[0].tag in drawn
    assert not any(fact.is_visible() for fact in watch.facts.values())
    planned = [entry.text for entry in watch.mind.entries if entry.strong]
    player.click("watch.step")
    player.settle()
    assert planned == [match.words.order(each.order) for each in match.session.reasons("xai")]
    assert [entry.text for entry in watch.mind.entries] == [
        entry.text for entry in weighed(match.session, match.words, "xai")
    ]
    watch.pages.choose("all")
    shown = [entry.text for entry in watch.mind.entries]
    for firm in match.minds:
        first = next(entry for entry in weighed(match.session, match.words, firm) if entry.strong)
        assert f"{match.words.firm(firm)}: {first.text}" in shown
    watch.pages.choose("figures")
    assert all(fact.is_visible() for fact in watch.facts.values())


def test_who_plays_sees_nothing_of_what_rivals_weigh(player: Player) -> None:
    player.open_race("xai")
    assert not player.race.watch.is_visible()
    assert not player.race.watch.mind.is_visible()
    assert player.race.watch.mind.entries == []
    player.end_turn()
    assert player.race.watch.mind.entries == []


def test_a_replay_shows_what_a_rival_weighed_at_a_past_turn(player: Player) -> None:
    player.director.start(Setup("september_2024_halves", (), "operator", 3))
    player.settle()
    player.race.watch.pause()
    first = [entry.text for entry in weighed(player.match.session, player.match.words, "meta")]
    player.click("watch.step")
    player.settle()
    player.director.replay_so_far(0, "meta")
    player.settle()
    shown = [entry.text for entry in player.screen.find("replay.orders").entries]  # type: ignore[attr-defined]
    assert shown == first


def test_work_gives_way_to_a_frame_that_is_drawn() -> None:
    background, worked = Background(), threading.Event()

    def work() -> None:
        background.give_way()
        worked.set()

    thread = threading.Thread(target=work, daemon=True)
    with background.drawing():
        thread.start()
        assert not worked.wait(0.02), "a frame is drawn first"
    assert worked.wait(2.0)
    began = time.monotonic()
    background.give_way()
    assert time.monotonic() - began < 1.0, "without a frame there is nothing to wait for"
