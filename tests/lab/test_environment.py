"""The environments keep the contracts of PettingZoo and Gymnasium, and play the same game as everybody else."""

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from gymnasium import spaces
from gymnasium.utils.env_checker import check_env
from pettingzoo.test import api_test, parallel_api_test, parallel_seed_test, seed_test

from agents.desk import Quote
from agents.orders import Plan
from game import score
from game.lab.environment import FirmEnv, RaceEnv, aec_env, parallel_env
from game.lab.environment.levers import LEVERS
from game.lab.environment.observation import BOUND, Observer
from game.lab.trouble import LabError
from game.race import Race
from levels import loader
from tests.agents.hidden import disturb

SHORT = loader.load("september_2024", ["months=9"])
LESSON = loader.load("l4_boom_and_bust", ["months=15"])
SEED = 4


def sampled(env: RaceEnv, seen: dict[str, Any], *, masked: bool) -> dict[str, Any]:
    return {
        firm: env.action_space(firm).sample(mask=seen[firm]["action_mask"] if masked else None) for firm in env.agents
    }


def seeded(env: RaceEnv, seed: int) -> None:
    """Have the actions that are sampled from now on be the same in every run."""
    for place, firm in enumerate(env.possible_agents):
        env.action_space(firm).seed(1000 * seed + place)


def played(env: RaceEnv, seed: int, *, masked: bool = True) -> tuple[list[str], dict[str, list[float]]]:
    """A whole game of random actions: the digest after every turn, and every reward."""
    seeded(env, seed)
    _, seen = env.reset(seed=seed)
    digests, rewards = [env.digest()], {firm: [] for firm in env.possible_agents}
    while env.agents:
        observations, worth, ended, cut, seen = env.step(sampled(env, seen, masked=masked))
        assert worth.keys() == observations.keys() == ended.keys() == cut.keys() == seen.keys()
        for firm, row in observations.items():
            assert env.observation_space(firm).contains(row)
            rewards[firm].append(worth[firm])
        digests.append(env.digest())
    return digests, rewards


@pytest.fixture
def quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", ".*pkg_resources.*")
        yield


CHOICES = [{}, {"observe": "dict"}, {"actions": "plans"}, {"masks": False}]


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_pettingzoo_finds_nothing(choice: dict[str, Any], quiet: None) -> None:
    parallel_api_test(parallel_env(LESSON, **choice), num_cycles=20)


@pytest.mark.parametrize("choice", CHOICES[:2], ids=str)
def test_pettingzoo_finds_every_reset_the_same(choice: dict[str, Any]) -> None:
    parallel_seed_test(lambda: parallel_env(LESSON, **choice))
    seed_test(lambda: aec_env(LESSON, **choice), num_cycles=10)


def test_pettingzoo_finds_nothing_firm_after_firm() -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        api_test(aec_env(LESSON), num_cycles=20)
    # It would rather have agents called player_0, actions that are Discrete or a Box, and images to see.
    known = ("We recommend agents to be named", "Action space", "Observation space")
    assert [line for each in told if not (line := str(each.message)).startswith(known)] == []


@pytest.mark.parametrize("choice", CHOICES, ids=str)
def test_gymnasium_finds_nothing(choice: dict[str, Any]) -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        check_env(FirmEnv(LESSON, "xai", **choice), skip_render_check=False)
    assert [line for each in told if "render" not in (line := str(each.message)) and "spec" not in line] == []


def test_the_same_seed_and_actions_are_the_same_game_to_its_end() -> None:
    one, two = played(parallel_env(SHORT), SEED), played(parallel_env(SHORT), SEED)
    assert one == two
    assert len(one[0]) == 4
    assert played(parallel_env(SHORT), SEED + 1)[0] != one[0]
    without_masks = played(parallel_env(SHORT, masks=False), SEED, masked=False)
    assert without_masks == played(parallel_env(SHORT), SEED, masked=False)
    assert without_masks[0] != one[0]


def test_an_environment_plays_on_after_an_end_as_a_fresh_one_does() -> None:
    used = parallel_env(LESSON)
    played(used, 1)
    assert played(used, 2) == played(parallel_env(LESSON), 2)


@pytest.mark.parametrize("masked", [True, False])
def test_random_games_come_to_their_end(masked: bool) -> None:
    for level in (LESSON, SHORT, loader.load("l7_frenemies"), loader.load("l0_first_cluster")):
        env = parallel_env(level)
        _, rewards = played(env, SEED, masked=masked)
        assert all(np.isfinite(each).all() for each in rewards.values())
        env.close()


def test_doing_nothing_is_the_passive_mind() -> None:
    env = parallel_env(SHORT, masks=False)
    env.reset(seed=SEED)
    while env.agents:
        env.step({firm: np.zeros(len(env.table.sizes), dtype=np.int64) for firm in env.agents})
    race = Race(SHORT, SEED, dict.fromkeys(env.possible_agents, "passive"), every_month=False)
    race.play_out()
    assert env.digest() == race.digest()
    race.dispose()


def test_a_plan_is_what_the_mind_of_that_style_orders() -> None:
    env = FirmEnv(SHORT, "openai", actions="plans", masks=False)
    env.reset(seed=SEED)
    (names,) = env.action_names
    ended = False
    while not ended:
        *_, ended, _, _ = env.step(names.index("bold"))
    race = Race(SHORT, SEED, {"openai": "bold"}, every_month=False)
    race.play_out()
    assert env.digest() == race.digest()
    assert 32 <= len(names) <= 64
    race.dispose()


def test_masks_are_the_refusals_of_the_door() -> None:
    env = parallel_env(SHORT)
    env.reset(seed=SEED)
    seen = 0
    for firm in env.possible_agents:
        desk = env.table.game.desk(firm)
        mask, at = env.action_masks(firm), 0
        assert mask.dtype == np.bool_
        assert mask.size == sum(env.table.sizes)
        for place, lever in enumerate(env.table.levers):
            assert mask[at]
            for setting in range(1, len(lever.settings)):
                action = [0] * len(env.table.sizes)
                action[place] = setting
                orders = env.table.orders(firm, np.array(action))
                assert bool(orders) >= bool(mask[at + setting])
                if mask[at + setting]:
                    assert isinstance(desk.quote([], orders[0]), Quote), (lever.name, lever.settings[setting])
                    seen += 1
            at += len(lever.settings)
    assert 100 < seen < 0.9 * len(env.possible_agents) * sum(env.table.sizes)


def test_every_setting_is_open_to_somebody_at_some_time() -> None:
    """Else a lever would be a stub. Few levers are moved a turn, so that the last of them get their orders too."""
    env = parallel_env("september_2024", sets=["months=30"])
    open_ = np.zeros(sum(env.table.sizes), dtype=np.int64)
    dice = np.random.default_rng(6)
    seeded(env, 6)
    for seed in range(2):
        _, seen = env.reset(seed=seed)
        while env.agents:
            open_ += np.sum([seen[firm]["action_mask"] for firm in env.agents], axis=0)
            moved = {firm: dice.random(len(env.table.sizes)) < 0.3 for firm in env.agents}
            actions = sampled(env, seen, masked=True)
            *_, seen = env.step({firm: np.where(moved[firm], action, 0) for firm, action in actions.items()})
    names = [f"{lever.name}: {setting}" for lever in env.table.levers for setting in lever.settings]
    assert [name for name, times in zip(names, open_, strict=True) if not times] == []


def test_refused_settings_do_nothing() -> None:
    env = FirmEnv(SHORT, "xai")
    _, info = env.reset(seed=SEED)
    parts = np.split(info["action_mask"], np.cumsum(env.table.sizes)[:-1])
    action = [int(np.flatnonzero(part == 0)[-1]) if (part == 0).any() else 0 for part in parts]
    assert sum(map(bool, action)) >= 3
    assert env.table.orders("xai", np.array(action)) == []
    env.step(np.array(action))
    still = FirmEnv(SHORT, "xai", masks=False)
    still.reset(seed=SEED)
    still.step(np.zeros(len(action), dtype=np.int64))
    assert env.digest() == still.digest()


def test_a_firm_that_fails_leaves_in_that_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    env = parallel_env(SHORT)
    env.reset(seed=SEED)
    nothing = np.zeros(len(env.table.sizes), dtype=np.int64)
    env.step(dict.fromkeys(env.agents, nothing))
    played_turn = env.table.game.play_turn

    def and_fail(plans: dict[str, Plan]) -> None:
        played_turn(plans)
        env.table.game.world.firms["meta"].alive = False

    monkeypatch.setattr(env.table.game, "play_turn", and_fail)
    observations, rewards, ended, cut, _ = env.step(dict.fromkeys(env.agents, nothing))
    assert (ended["meta"], cut["meta"]) == (True, False)
    assert not observations["meta"].any()
    assert rewards["meta"] <= env.table.reward.score * 100 - env.table.reward.rank
    assert "meta" not in env.agents
    assert len(env.agents) == 5
    monkeypatch.undo()
    with pytest.raises(LabError, match="meta: no firm of this turn"):
        env.step({"meta": nothing})
    while env.agents:
        observations, *_ = env.step(dict.fromkeys(env.agents, nothing))
    assert "meta" not in observations


def test_a_game_that_is_cut_short_is_truncated_and_not_ended() -> None:
    env = parallel_env(SHORT, max_turns=2)
    env.reset(seed=SEED)
    for turn in (1, 2):
        _, _, ended, cut, _ = env.step({})
        assert not any(ended.values())
        assert all(cut.values()) is (turn == 2)
    assert env.agents == []
    with pytest.raises(LabError, match="call reset"):
        env.step({})


def test_rewards_are_the_levels_and_sum_to_the_score_and_the_rank() -> None:
    def earned(*sets: str) -> tuple[RaceEnv, dict[str, float], dict[str, float]]:
        env = parallel_env("september_2024", sets=["months=6", *sets], masks=False)
        env.reset(seed=SEED)
        before = {firm: score.score(env.table.game, firm).total for firm in env.possible_agents}
        _, rewards = played(env, SEED, masked=False)
        return env, before, {firm: sum(each) for firm, each in rewards.items()}

    _, _, rank = earned("rules.reward.score=0.0")
    assert sorted(rank.values()) == pytest.approx([-1.0, -0.6, -0.2, 0.2, 0.6, 1.0])
    env, before, both = earned("rules.reward.score=0.3", "rules.reward.rank=2.0")
    for firm, worth in both.items():
        gained = score.score(env.table.game, firm).total - before[firm]
        assert worth == pytest.approx(2.0 * rank[firm] + 0.3 * gained)
    assert env.table.game.result().winner == max(rank, key=lambda firm: rank[firm])


def test_what_is_seen_is_named_and_comes_from_the_view_alone() -> None:
    env = FirmEnv(SHORT, "xai")
    row, _ = env.reset(seed=SEED)
    names = list(env.observation_names)
    assert len(set(names)) == len(names) == row.size
    assert isinstance(env.observation_space, spaces.Box)
    assert np.abs(row).max() < BOUND
    view = env.table.view("xai")
    told = dict(zip(names, np.sinh(row.astype(np.float64)), strict=True))
    assert told["me.cash_usd"] == pytest.approx(view.me.cash_usd, rel=1e-4)
    assert told["sites.grid_kw"] == pytest.approx(sum(site.grid_kw for site in view.sites.values()), rel=1e-4)
    assert told["rivals.1.arena_elo"] == pytest.approx(view.rivals["openai"].arena_elo, rel=1e-4)
    assert told[f"me.binding.{view.me.binding}"] == pytest.approx(1.0)
    other = env.table.game.world
    disturb(other, "xai", "tesla")
    observer = Observer(SHORT.level)
    assert np.array_equal(observer.row(view), row)
    race = Race(SHORT, SEED, state=other)
    seen = observer.row(race.view("xai"))
    race.dispose()
    moved = {name for name, was, now in zip(names, row, seen, strict=True) if was != now}
    fog = ("cash_usd", "run_rate_usd", "h100e", "coming_elo")
    crowded = {"block_chance", "sites.soon_slots", "sites.soon_liquid", "sites.soon_kw"}
    assert {name for name in moved if not (name.startswith("rivals.") and name.endswith(fog))} <= crowded
    assert len(moved) > 10


def test_a_level_with_one_order_has_one_lever() -> None:
    assert [lever.name for lever in parallel_env("l2_allocation").table.levers] == ["cards"]
    assert [lever.name for lever in FirmEnv("l6_the_race").table.levers] == ["release", "spare", "deals"]
    assert parallel_env("l5_neighbours").possible_agents == ["xai"]


def test_a_game_is_rendered_as_text_and_as_a_picture() -> None:
    env = parallel_env(SHORT, render_mode="ansi")
    env.reset(seed=SEED)
    assert "xAI" in env.render()
    assert len(env.render().splitlines()) == 7
    one = FirmEnv(SHORT, "xai", render_mode="rgb_array")
    one.reset(seed=SEED)
    one.action_space.seed(SEED)
    before = one.render()
    assert (before.dtype, before.ndim, before.shape[2]) == (np.uint8, 3, 3)
    one.step(one.action_space.sample())
    assert (one.render() != before).any()
    assert FirmEnv(SHORT, "xai").render() is None


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"firm": "tesla"}, "firm tesla: no such firm"),
    ({"rivals": "stedy"}, "did you mean 'steady'"),
    ({"actions": "buttons"}, "actions=buttons: no such choice; there is levers, plans"),
    ({"observe": "all"}, "observe=all: no such choice"),
    ({"render_mode": "human"}, "render_mode=human: no such choice; there is None, ansi, rgb_array"),
]


@pytest.mark.parametrize(("asked", "told"), WRONG, ids=lambda each: str(each))
def test_what_cannot_be_is_told(asked: dict[str, Any], told: str) -> None:
    with pytest.raises(LabError, match=told):
        FirmEnv(SHORT, **asked)


def test_an_action_outside_of_its_space_is_told() -> None:
    env = FirmEnv(SHORT, "xai")
    with pytest.raises(LabError, match="call reset"):
        env.step(env.action_space.sample())
    env.reset(seed=1)
    for action in ([0], [99] * 12, [0.5] * 12, "all"):
        with pytest.raises(LabError, match=r"whole numbers|lie from 0"):
            env.step(action)


def test_the_page_names_every_lever_and_its_code_runs() -> None:
    page = (Path(__file__).parents[2] / "docs" / "environment.md").read_text(encoding="utf-8")
    for lever in LEVERS:
        assert f"| {lever.name} | {', '.join(lever.settings)} |" in page
    found = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert found is not None
    code = (
        found[1].replace('("september_2024"', "(SHORT").replace("while env.agents:", "while env.agents and not cut():")
    )
    turns = iter(range(9))
    exec(code, {"SHORT": SHORT, "cut": lambda: next(turns) >= 1})
