"""The debrief: its pages by keyboard and mouse, what if, judgement of decisions, records, export, and the ways on."""

from __future__ import annotations

import csv

import pygame

from game.desktop import export, storage
from game.desktop.screens.debrief import Debrief
from game.desktop.screens.new_game import NewGameScreen
from game.desktop.screens.race import RaceScreen
from game.desktop.screens.replay import ReplayScreen
from game.desktop.setup import Setup
from game.telling.hindsight import candidates, foreseen, without, worth
from game.telling.moments import leads, moment_words, moments
from game.telling.ribbons import RIBBONS, won
from tests.desktop.player import Player


def finish(player: Player, level: str = "l6_the_race", firm: str = "xai", seed: int = 3) -> Debrief:
    player.director.start(Setup(level, (firm,), None, seed))
    player.settle()
    if player.has("briefing.go"):
        player.key(pygame.K_RETURN)
    while not isinstance(player.screen, Debrief):
        player.key(pygame.K_a)
        player.end_turn()
    return player.screen


def test_every_page_opens_by_its_number_and_nothing_is_cut(player: Player) -> None:
    debrief = finish(player)
    for number, key in enumerate(("result", "insight", "whatif", "records")):
        player.key(pygame.K_1 + number)
        player.settle()
        assert debrief.tabs.value == key
        assert [name for name, page in debrief.pages.items() if page.visible] == [key]
        assert player.faults() == [], key
    player.app.resize((1920, 1080))
    player.key(pygame.K_2)
    assert player.faults() == []


def test_turning_points_are_the_largest_gains_and_losses_of_the_lead(player: Player) -> None:
    debrief = finish(player)
    session = debrief.match.session
    ahead = leads(session, "xai")
    assert len(ahead) == len(session.turns)
    moves = {turn: ahead[turn - 1].by - ahead[turn - 2].by for turn in range(2, len(ahead) + 1)}
    found = moments(session, "xai", 4)
    assert all(moment.by == moves[moment.turn] for moment in found)
    gains, losses = ({m.turn: m.by for m in found if m.by * way > 0} for way in (1, -1))
    assert gains
    assert losses
    for way, kept in ((1, gains), (-1, losses)):
        left = [abs(by) for turn, by in moves.items() if by * way > 0 and turn not in kept]
        assert all(by <= min(map(abs, kept.values())) for by in left)


def test_a_turning_point_says_whose_score_moved_and_its_cause_fits(player: Player) -> None:
    debrief = finish(player)
    match = debrief.match
    found = moments(match.session, "xai")
    for moment in found:
        who = match.words.firm("xai" if moment.is_own else moment.rival)
        part = moment.own if moment.is_own else moment.own - moment.by
        words = moment_words(match, moment)
        assert f"{who} {part:+.1f}" in words
        assert abs(part) >= abs(moment.by) / 2 - 1e-9
        if moment.cause is not None and moment.cause.tone and moment.cause.firm:
            assert (moment.cause.firm == "xai") == (moment.cause.tone * moment.by > 0), words


def test_alone_a_result_has_its_unit_and_no_place(player: Player) -> None:
    player.director.start(Setup("l0_first_cluster", ("xai",), None, 1))
    player.settle()
    player.key(pygame.K_RETURN)
    while not isinstance(player.screen, Debrief):
        player.end_turn()
    total = player.screen.result.scores["xai"].total
    assert f"xAI: {total:.1f} thousand H100e" in [mark.text for mark in player.drawn()]


def test_decisions_are_judged_by_playing_without_them(player: Player) -> None:
    debrief = finish(player)
    session = debrief.match.session
    player.click("debrief.tabs", 0.22)
    player.settle()
    best = debrief.insight.best.verdict
    worst = debrief.insight.worst.verdict
    assert best is not None or worst is not None
    verdict = best or worst
    assert verdict is not None
    (number,) = (n for turn, n, order in candidates(session, "xai") if (turn, order) == (verdict.turn, verdict.order))
    again = worth(session, "xai", without(session, "xai", verdict.turn, verdict.order, number))
    assert again == verdict.worth


def test_the_outlook_is_compared_with_what_bound(player: Player) -> None:
    debrief = finish(player)
    from game.record import COLUMNS

    at = {column.name: place for place, column in enumerate(COLUMNS)}
    rows = [row for row in debrief.match.session.race.recorder.rows if row[at["firm"]] == "xai"]
    found = foreseen(debrief.match.session, "xai", lambda: False, debrief.match.at_rest)
    assert found
    assert all(happened == rows[month][at["binding"]] for month, _, happened in found)


def test_what_if_is_played_by_keyboard_and_tells_both_sides(player: Player) -> None:
    debrief = finish(player)
    player.key(pygame.K_3)
    player.tab_to("whatif.orders")
    player.key(pygame.K_END)
    player.tab_to("whatif.go")
    player.key(pygame.K_RETURN)
    player.settle()
    page = debrief.whatif
    own = debrief.match.session.result().scores["xai"].total
    row = next(row for row in page.scores.rows if row.key == "xai")
    assert row.cells[1] == f"{own:.1f}"
    assert player.faults() == []


def test_a_turn_without_orders_says_so(player: Player) -> None:
    player.director.start(Setup("l0_first_cluster", ("xai",), None, 1))
    player.settle()
    player.key(pygame.K_RETURN)
    while not isinstance(player.screen, Debrief):
        player.end_turn()
    player.key(pygame.K_3)
    assert player.screen.whatif.go.reason
    assert player.faults() == []


def test_ribbons_go_to_whoever_holds_the_record(player: Player) -> None:
    debrief = finish(player)
    from game.record import COLUMNS

    at = {column.name: place for place, column in enumerate(COLUMNS)}
    rows = debrief.match.session.race.recorder.rows
    seats = debrief.match.level.seats
    found = {each.ribbon.key: each for each in won(debrief.match.session)}
    assert found
    assert {ribbon.column for ribbon in RIBBONS} <= set(at)
    for key, column in (("worth", "valuation_usd"), ("fleet", "h100e_online")):
        if key in found:
            best = max((row for row in rows if row[at["firm"]] in seats), key=lambda row: row[at[column]])
            assert (found[key].firm, found[key].value) == (best[at["firm"]], best[at[column]])


def test_everything_is_exported_and_says_where(player: Player) -> None:
    debrief = finish(player)
    folder = export.folder(debrief.match)
    for key in ("chart", "record", "debrief"):
        player.key(pygame.K_e, mods=pygame.KMOD_CTRL)
        assert player.faults() == []
        player.click(f"export.{key}")
        assert str(folder) in debrief.notices.shown[-1].text
    assert pygame.image.load(folder / "valuation.png").get_size() == (2560, 1440)
    with (folder / "record.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(debrief.match.session.race.recorder.rows)
    with (folder / "columns.csv").open(encoding="utf-8") as file:
        about = {row["column"]: row["meaning"] for row in csv.DictReader(file)}
    assert set(about) == set(rows[0])
    assert all(about.values())
    page = (folder / "debrief.html").read_text(encoding="utf-8")
    assert page.count("data:image/png;base64,") == 5
    assert 'src="http' not in page


def test_a_folder_that_cannot_be_written_is_told_in_one_line(player: Player) -> None:
    debrief = finish(player)
    (storage.folder() / "exports").write_text("a file in the way")
    player.click("debrief.export")
    player.click("export.record")
    told = debrief.notices.shown[-1]
    assert told.text.startswith("Not written: ")
    assert "\n" not in told.text


def test_the_ways_on_from_the_debrief(player: Player) -> None:
    debrief = finish(player)
    seed = debrief.match.session.race.world.seed
    before = {save.path for save in storage.saves()}
    player.key(pygame.K_s, mods=pygame.KMOD_CTRL)
    player.settle()
    copy = next(save for save in storage.saves() if save.path not in before)
    assert copy.picture.exists()
    assert copy.note is not None
    assert copy.note.firm == "xai"
    player.click("debrief.replay")
    player.settle()
    assert isinstance(player.screen, ReplayScreen)
    player.key(pygame.K_ESCAPE)
    player.settle()
    assert isinstance(player.screen, Debrief)
    player.click("debrief.other")
    player.settle()
    assert isinstance(player.screen, NewGameScreen)
    assert (player.screen.wanted, player.screen.seed.text) == ("l6_the_race", str(seed))
    debrief = finish(player)
    player.click("debrief.again")
    player.settle()
    assert isinstance(player.screen, RaceScreen)
    session = player.match.session
    assert (session.turn, session.race.world.seed, session.people) == (1, 3, ["xai"])


def test_a_turning_point_leads_to_its_turn(player: Player) -> None:
    debrief = finish(player)
    turn = moments(debrief.match.session, "xai", 6)[0].turn
    player.tab_to("turns.short")
    player.key(pygame.K_HOME, pygame.K_RETURN)
    player.settle()
    assert isinstance(player.screen, ReplayScreen)
    assert player.screen.match.turn == turn - 1
