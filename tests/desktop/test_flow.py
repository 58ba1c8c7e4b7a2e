"""The turn as it flows: the plan and its ghosts, by posted events only."""

from __future__ import annotations

import pygame
import pytest

from agents.orders import BringTurbines, OrderCards, SetPolicy
from game.desktop.usmap import UsMap
from tests.desktop.player import Player


def kinds(player: Player) -> list[str]:
    return [order.kind for order in player.match.orders]


# --- the plan ------------------------------------------------------------------------------------------


def test_undo_and_redo_bring_orders_back_with_their_reasons(player: Player) -> None:
    race = player.open_race("xai")
    match = player.match
    before, whys = list(match.orders), [match.why(order) for order in match.orders]
    assert any(whys)
    player.click("plan.0.drop")
    player.key(pygame.K_r)
    assert match.orders == []
    player.key(pygame.K_z, mods=pygame.KMOD_CTRL)
    assert match.orders == before[1:]
    player.key(pygame.K_z, mods=pygame.KMOD_CTRL)
    assert match.orders == before
    assert [match.why(order) for order in match.orders] == whys
    player.key(pygame.K_z, mods=pygame.KMOD_CTRL | pygame.KMOD_SHIFT)
    assert match.orders == before[1:]
    player.key(pygame.K_y, mods=pygame.KMOD_CTRL)
    assert match.orders == []
    assert not match.can_redo
    player.click("plan.undo")
    player.click("plan.redo")
    assert match.orders == []
    player.key(pygame.K_a)
    assert [match.why(order) for order in match.orders] == whys
    player.key(pygame.K_u, pygame.K_u, pygame.K_u)
    assert match.orders == before
    assert [match.why(order) for order in match.orders] == whys
    assert race.find("plan.0").is_live()


def test_the_order_of_the_plan_is_the_players(player: Player) -> None:
    player.open_race("xai")
    before = list(player.match.orders)
    player.tab_to("plan.0")
    player.key(pygame.K_DOWN, mods=pygame.KMOD_CTRL)
    assert player.match.orders == [before[1], before[0], *before[2:]]
    assert player.focus == "plan.1"
    player.key(pygame.K_UP, mods=pygame.KMOD_CTRL)
    assert player.match.orders == before
    player.drag(player.at("plan.0", 0.3), player.at("plan.2", 0.3))
    assert player.match.orders == [before[1], before[2], before[0], *before[3:]]
    player.key(pygame.K_u)
    assert player.match.orders == player.match.orders
    player.key(pygame.K_u)
    assert not player.has("form.add")


def test_planned_orders_are_ghosts_that_a_click_takes_out(player: Player) -> None:
    player.open_race("xai")
    chart = player.screen.find("map", UsMap)
    player.app.draw()
    assert {"bring_turbines", "bid_site"} <= {player.match.orders[ghost.number].kind for ghost in chart.ghosts}
    number = next(g.number for g in chart.ghosts if player.match.orders[g.number].kind == "bring_turbines")
    plate = chart._plates[number]
    assert chart.rect.contains(plate)
    words = [mark.text for mark in player.drawn()]
    turbines = player.match.orders[number]
    assert isinstance(turbines, BringTurbines)
    assert f"+{turbines.kw / 1000:.0f} MW" in words
    player.move(plate.center)
    player.wait(2000)
    assert "Counts from" in player.screen.tip_text
    player.click_at(plate.center)
    assert "bring_turbines" not in kinds(player)
    assert all(player.match.orders[ghost.number].kind != "bring_turbines" for ghost in chart.ghosts)
    player.key(pygame.K_u)
    assert "bring_turbines" in kinds(player)


# --- the map -------------------------------------------------------------------------------------------


def test_the_map_zooms_filters_and_tints(player: Player) -> None:
    player.open_race("xai")
    chart = player.screen.find("map", UsMap)
    whole = dict(chart.places())
    everybody = len(chart.sites)
    site = next(iter(player.match.view.sites))
    player.move(whole[site])
    player.wheel(1)
    player.wheel(1)
    assert chart.zoom > 2
    away = [abs(a - b) for a, b in zip(chart.places()[site], whole[site], strict=True)]
    assert max(away) < 12, "the point under the mouse stays"
    at = chart.land().center
    before = chart.places()[site]
    player.drag(at, (at[0] - 60, at[1]))
    assert chart.places()[site][0] == pytest.approx(before[0] - 60, abs=3)
    player.click_at(chart.land().topleft)
    player.key(pygame.K_0)
    assert chart.places() == whole
    player.key(pygame.K_o)
    assert {one.key for one in chart.sites} == set(player.match.view.sites)
    player.key(pygame.K_o)
    assert len(chart.sites) == everybody
    player.key(pygame.K_t)
    words = [mark.text for mark in player.drawn()]
    assert "Queue for the grid, months" in words
    assert "21 mo" in words
    assert player.faults() == []
    player.click("map.tint")
    assert any(mark.text.startswith("$0.0") for mark in player.drawn())
    player.key(pygame.K_t)
    assert chart.words == []


# --- news that wants an answer -------------------------------------------------------------------------


def test_offers_are_answered_from_their_cards(player: Player) -> None:
    race = player.open_race("xai")
    player.key(pygame.K_r)
    matters = player.match.matters
    lot = next(matter for matter in matters if matter.key.startswith("lot."))
    assert {"offer"} <= {matter.kind for matter in matters}
    player.tab_to(f"matter.{lot.key}.accept")
    player.key(pygame.K_RETURN)
    assert player.match.orders == [lot.order]
    assert any(mark.text == "In the plan" for mark in player.drawn())
    player.tab_to(f"matter.{lot.key}.drop")
    player.key(pygame.K_RETURN)
    assert player.match.orders == []
    player.tab_to(f"matter.{lot.key}.look")
    player.key(pygame.K_RETURN)
    assert race.desk.form is not None
    assert race.desk.form.option.kind == "bid_site"
    player.key(pygame.K_ESCAPE)
    first = matters[0].key
    player.tab_to(f"matter.{first}.leave")
    player.key(pygame.K_RETURN)
    assert not player.has(f"matter.{first}.leave")
    assert player.match.orders == []
    assert player.faults() == []


def test_a_line_of_news_leads_to_what_it_is_about(player: Player) -> None:
    race = player.open_race("xai")
    player.end_turn()
    player.click("news.tabs", 0.85)
    assert {item.firm for item in race.news.items} <= set(player.match.level.firms) - {"xai"}
    player.tab_to("news.log")
    for _ in range(40):
        if race.news.items[max(0, race.news.log.at)].firm in player.match.view.rivals:
            break
        player.key(pygame.K_DOWN)
    player.key(pygame.K_RETURN)
    assert player.has("rival.go") or race.map.map.selected
    player.key(pygame.K_ESCAPE)


# --- the end of the turn -------------------------------------------------------------------------------


def test_the_end_button_names_what_is_open_and_the_second_press_ends(player: Player) -> None:
    race = player.open_race("xai")
    assert "offers end" in race.plan.go.note, "from the first frame on"
    player.key(pygame.K_r)
    drawn = [mark.text for mark in player.drawn()]
    assert any("offers end" in text or "dark" in text for text in drawn), drawn
    player.key(pygame.K_e)
    assert player.has("look.end")
    assert player.match.session.turn == 1
    lines = [widget.label for widget in race.find("look").children if widget.id.startswith("look.")]
    assert any("5 orders left" in line for line in lines)
    assert any("stay dark" in line for line in lines)
    assert player.faults() == []
    player.key(pygame.K_ESCAPE)
    assert not player.has("look.end")
    player.click("plan.end")
    player.settle()
    assert player.match.session.turn == 2


def test_a_line_of_the_list_leads_there(player: Player) -> None:
    race = player.open_race("xai")
    player.key(pygame.K_r, pygame.K_e)
    dark = next(w for w in race.find("look").children if "stay dark" in getattr(w, "label", ""))
    player.click(dark.id)
    assert race.desk.tabs.value == "power"
    assert race.map.map.selected == next(iter(player.match.view.sites))
    player.key(pygame.K_e)
    player.settle()
    assert player.match.session.turn == 2


def test_a_flaw_of_the_plan_is_told_before_the_turn_ends_and_leads_to_its_order(player: Player) -> None:
    race = player.open_race("xai")
    player.key(pygame.K_r)
    site = next(iter(player.match.view.sites))
    player.match.orders = [SetPolicy("hiring", 0.01), OrderCards("h100", 2_000, site)]
    race.plan_changed()
    player.settle()
    assert "too little power" in race.plan.go.note
    player.key(pygame.K_e)
    flaw = next(
        w for w in race.find("look").children if "power for 0 of 2k GPUs in Jan 2025" in getattr(w, "label", "")
    )
    assert player.faults() == []
    player.click(flaw.id)
    assert race.desk.form is not None
    assert race.desk.form.option.kind == "order_cards"
    assert player.match.session.turn == 1


# --- the report ----------------------------------------------------------------------------------------


def test_one_report_whose_lines_lead_to_their_causes(player: Player) -> None:
    race = player.open_race("xai")
    player.key(pygame.K_e)
    if player.has("look.end"):
        player.key(pygame.K_e)
    player.settle()
    assert player.has("report.go")
    assert player.faults() == []
    log = race.find("report.log")
    lines = race.find("report").lines
    assert sum(entry.key.startswith("order.") for entry, _ in lines) == 5
    assert {link[0] for _, link in lines} >= {"site"}
    number = next(n for n, (_, link) in enumerate(lines) if link[0] == "site")
    player.tab_to("report.log")
    log.at = number
    player.key(pygame.K_RETURN)
    assert race.map.map.selected == lines[number][1][1]
    player.key(pygame.K_ESCAPE)
    assert not player.has("report.go")
    player.key(pygame.K_l)
    assert player.has("report.go")
    player.key(pygame.K_RETURN)
    assert not race.covered


def test_arrivals_and_ranks_are_told(player: Player) -> None:
    race = player.open_race("xai")
    told = set[str]()
    for _ in range(6):
        race.end_turn()
        player.settle()
        told |= {entry.key.split(".")[0] for entry, _ in race.find("report").lines}
        for entry, link in race.find("report").lines:
            if entry.key.startswith("site."):
                assert link[1] in player.match.view.sites
        player.key(pygame.K_RETURN)
    assert {"order", "site"} <= told


# --- the leaderboard -----------------------------------------------------------------------------------


def test_the_leaderboard_shows_moves_and_opens_rivals(player: Player) -> None:
    from game.telling.standing import last_move, ranks_now, ranks_then

    race = player.open_race("xai")
    for _ in range(3):
        player.end_turn()
    match = player.match
    now, then = ranks_now(match, "valuation"), ranks_then(match, "valuation")
    for row in race.board.table.rows:
        moved = then[row.key] - now[row.key]
        assert row.cells[1].text == ("" if not moved else f"▲{moved}" if moved > 0 else f"▼{-moved}")
    at = next(n for n, row in enumerate(race.board.table.rows) if row.key == "google")
    area = race.board.table.row_rect(at)
    player.move((area.x + 60, area.centery))
    player.wait(1500)
    assert last_move(match, "google") is not None
    player.click_at((area.x + 60, area.centery))
    assert player.has("rival.go")
    assert any(
        mark.text == f"~{match.words.figures.cards(match.view.rivals['google'].h100e)}" for mark in player.drawn()
    )
    assert player.faults() == []
    player.key(pygame.K_ESCAPE)
    assert not player.has("rival.go")
    player.app.resize((2560, 1080))
    player.app.pump()
    assert race.board.shows_moves
    assert player.faults() == []


# --- the months pass -----------------------------------------------------------------------------------


def _let_months_pass(player: Player) -> None:
    player.app.settings.reduced_motion = False
    player.race.end_turn()
    assert player.app.run_until(lambda: not player.app.background.busy, 20_000)


def test_the_months_pass_before_ones_eyes(player: Player) -> None:
    race = player.open_race("xai")
    player.end_turn()
    _let_months_pass(player)
    assert race.motion.running
    assert race.covered
    assert not player.has("report.go")
    dates, grown, frames = [race.bar.date.text], [race.chart.chart.grown], 0
    while race.motion.running:
        player.app.pump()
        frames += 1
        dates.append(race.bar.date.text)
        if race.chart.chart.grown is not None:
            grown.append(race.chart.chart.grown)
    assert frames * 1000 / 60 <= 1250
    assert len(dict.fromkeys(dates)) == 4, "the date counts month by month"
    assert grown == sorted(grown)
    assert 3 <= grown[0] < 3.2
    assert 5.5 < grown[-1] <= 6
    assert player.has("report.go")
    assert race.chart.chart.grown is None
    assert race.map.map.moved is None
    assert race.board.table.shifts == {}
    assert {site.key for site in race.map.map.sites} == {place.key for place in player.match.session.places()}


@pytest.mark.parametrize("how", ["key", "click"])
def test_motion_is_skipped_by_anything(player: Player, how: str) -> None:
    race = player.open_race("xai")
    _let_months_pass(player)
    player.app.pump(3)
    assert race.motion.running
    if how == "key":
        player.key(pygame.K_x)
    else:
        player.click_at((400, 300))
    assert not race.motion.running
    assert player.has("report.go")


def test_without_motion_the_report_is_there_at_once(player: Player) -> None:
    race = player.open_race("xai")
    race.end_turn()
    player.settle()
    assert player.has("report.go")
    assert not race.motion.running


def test_the_click_is_answered_at_once(player: Player) -> None:
    """The first frame after the end of the turn shows that the rivals are thinking."""
    import time

    race = player.open_race("xai")
    player.app.draw()
    started = time.process_time()
    race.end_turn()
    player.app.pump()
    taken = time.process_time() - started
    assert race.bar.end.label == player.match.words.say("thinking") or player.match.session.turn == 2
    assert taken < 0.6, "processor time of a slow, shared machine, the engine's own work included"
    player.settle()


# --- autoplay ------------------------------------------------------------------------------------------


def test_autoplay_goes_on_until_something_happens_and_says_what(player: Player) -> None:
    from game.desktop.screens.autoplay import seen, why_stop

    race = player.open_race("google", seed=3)
    reasons = set[str]()
    for _ in range(12):
        if player.screen is not race:
            break
        before = player.match.session.turn
        player.key(pygame.K_p)
        assert race.autoplay.running
        player.settle()
        if player.screen is not race:
            break
        assert not race.autoplay.running
        assert player.match.session.turn > before
        assert race.autoplay.stopped is not None
        entry, link = race.find("report").lines[0]
        assert entry.text == f"Stopped: {race.autoplay.stopped[0]}"
        assert link == race.autoplay.stopped[1]
        reasons.add(race.autoplay.stopped[0])
        assert why_stop(player.match, seen(player.match)) is None or player.match.session.refused("google")
        player.key(pygame.K_RETURN)
    assert len(reasons) >= 3


def test_autoplay_is_stopped_by_hand(player: Player) -> None:
    race = player.open_race("google", seed=3)
    player.app.settings.reduced_motion = False
    player.click("plan.auto")
    assert player.app.run_until(lambda: race.motion.running, 20_000)
    player.key(pygame.K_x)
    player.settle()
    assert not race.autoplay.running
    assert race.autoplay.stopped is not None
    assert player.match.session.turn == 2
    assert player.has("report.go")


# --- the chart ahead -----------------------------------------------------------------------------------


def test_the_chart_shows_where_the_plan_leads(player: Player) -> None:
    race = player.open_race("xai")
    player.click("chart.tabs", 0.3)
    assert race.chart.measure == "h100e"
    lines = {line.key: line for line in race.chart.chart.series}
    assert lines["ahead.plan"].style == "dashed"
    begun, planned = lines["ahead.begun"].values[-1], lines["ahead.plan"].values[-1]
    assert planned > begun, "turbines at Memphis light dark cards"
    told = player.match.session.prospect("xai", player.match.orders, 9)[-1]
    assert told.h100e == planned
    words = player.match.words.figures
    assert any(words.cards(told.h100e) in m.text and words.money(told.free_usd) in m.text for m in player.drawn())
    assert player.faults() == []
    player.key(pygame.K_r)
    assert "ahead.plan" not in {line.key for line in race.chart.chart.series}
    player.key(pygame.K_u)
    assert "ahead.plan" in {line.key for line in race.chart.chart.series}
    player.click("chart.tabs", 0.1)
    assert not any(line.key.startswith("ahead") for line in race.chart.chart.series)


def test_a_frame_of_the_passing_months_is_quick_at_full_size(player: Player) -> None:
    """Processor time a frame at 1920 x 1080; 60 a second leave 16.7 ms, tried with room for slow machines."""
    import time

    player.app.resize((1920, 1080))
    race = player.open_race("xai")
    for _ in range(4):
        player.end_turn()
    _let_months_pass(player)
    frames = []
    while race.motion.running:
        started = time.process_time()
        player.app.pump()
        frames.append(time.process_time() - started)
    assert len(frames) > 50
    assert sorted(frames)[len(frames) // 2] < 0.033
