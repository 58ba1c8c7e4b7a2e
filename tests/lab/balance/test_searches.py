"""Sensitivity, tuning and hunting find what was planted, turn no fact, and go on where they stopped."""

import tomllib
from collections.abc import Callable, Sequence
from math import fsum
from pathlib import Path

import msgspec
import pytest

import main
from agents import chance
from agents.minds import weights
from game.lab import seats, stylefile
from game.lab.balance import assumptions, games, hunting, screening, searching, sides, target, tuning
from game.lab.balance.assumptions import Range
from game.lab.balance.games import Outcome, Piece, World
from game.lab.balance.store import FILE
from game.lab.trouble import LabError
from levels import loader
from levels.loader import Resolved
from levels.words import mind_of

SEATS = ("openai", "xai", "microsoft", "google", "meta", "anthropic")
LEVEL = "september_2024"


@pytest.fixture(scope="module")
def resolved() -> Resolved:
    return loader.load(LEVEL)


def _plain(score: float) -> Outcome:
    scores = dict.fromkeys(SEATS, 50.0) | {"xai": score}
    best = max(scores.values())
    return Outcome(scores, tuple(key for key, value in scores.items() if value == best), {}, {}, 1, 1, {}, 0.1)


def _figures(piece: Piece) -> dict[str, float]:
    return {path: float(text) for path, _, text in (each.partition("=") for each in piece.world.settings)}


def _made_up(figure: Callable[[dict[str, float], int], float]) -> Callable[[Sequence[Piece]], list[Outcome]]:
    """Games whose score of one seat is a function of the settings and the seed."""
    return lambda pieces: [_plain(figure(_figures(piece), piece.seed)) for piece in pieces]


def test_assumptions_are_turned_and_facts_are_not(resolved: Resolved) -> None:
    found = assumptions.ranges(resolved)
    assert len(found) > 500
    assert all(resolved.sources[each.path].fact is None for each in found)
    assert all(each.low <= each.at(part) <= each.high for each in found for part in (0.0, 0.37, 1.0))
    facts = [path for path, source in resolved.sources.items() if source.fact and source.low is not None]
    assert facts
    with pytest.raises(LabError, match="stands for fact"):
        assumptions.ranges(resolved, [facts[0]])
    with pytest.raises(LabError, match="no assumption"):
        assumptions.ranges(resolved, ["rules.nothing"])
    only = assumptions.ranges(resolved, ["rules.debt", r"firms\.\w+\.cash_usd"])
    assert {each.group.split(".")[0] for each in only} == {"rules", "firms"}
    with pytest.raises(LabError, match="no assumption with a range"):
        tuning.patch(resolved, {facts[0]: 1.0}, "")


def test_a_value_that_contradicts_another_is_left_as_it_was(resolved: Resolved) -> None:
    world = World(LEVEL, ("rules.capital.growth_min=1e9", "months=6"), lenient=True)
    assert games.resolve(world).level.months == 6
    with pytest.raises(loader.LevelError):
        games.resolve(World(LEVEL, ("months=-5",)))
    assert games.resolve(World(LEVEL, ("months=-5",), lenient=True)).level.months == resolved.level.months


RANGES = [Range(f"rules.{group}.{name}", 0.0, 1.0, 0.5, False) for group in "ab" for name in "xyz"]


def test_morris_and_sobol_find_what_matters() -> None:
    pytest.importorskip("SALib")

    def score(figures: dict[str, float], seed: int) -> float:
        return 40.0 + 8.0 * figures.get("rules.a.x", 0.5) + 4.0 * figures.get("rules.b.y", 0.5) + 3.0 * (seed % 3)

    design = screening.Design(trajectories=6, points=128, seeds=2, sets=2, keep=2)
    outputs = [screening.Output("score", "xai"), screening.Output("lead_changes")]
    world, play = World("made up"), _made_up(score)
    groups = screening.morris("groups", world, RANGES, outputs, design, play)
    assert screening.matter(groups, 5) == ["rules.a", "rules.b"]
    single = screening.morris("morris", world, RANGES, outputs, design, play)
    assert screening.matter(single, 5) == ["rules.a.x", "rules.b.y"]
    by_name = {(each.output, each.name): each for each in single}
    assert by_name["score:xai", "rules.a.x"].value == pytest.approx(8.0, rel=1e-3)
    assert by_name["score:xai", "rules.a.x"].low == pytest.approx(
        8.0, rel=1e-3
    )  # luck is common to all points, so no noise
    assert by_name["score:xai", "rules.a.z"].value == pytest.approx(0.0, abs=1e-9)
    chosen = [each for each in RANGES if each.path in ("rules.a.x", "rules.b.y")]
    total = {each.name: each for each in screening.sobol(world, chosen, outputs, design, play)}
    assert total["rules.a.x"].value == pytest.approx(0.8, abs=0.05)
    assert total["rules.b.y"].value == pytest.approx(0.2, abs=0.05)
    assert {each.output for each in total.values()} == {"score:xai"}  # the other never changes


def test_outputs_are_read_and_measured() -> None:
    won = [_plain(60.0), _plain(40.0)]
    assert screening.read_output("score:xai", SEATS).of(won) == 50.0
    assert screening.read_output("win:xai", SEATS).of(won) == 0.5
    assert screening.read_output("lead_changes", SEATS).of(won) == 1.0
    assert screening.read_output("win_spread", SEATS).of(won) == pytest.approx(0.4)
    for text, told in (("scor:xai", "did you mean 'score'"), ("score", "whose"), ("lead_changes:xai", "whole level")):
        with pytest.raises(LabError, match=told):
            screening.read_output(text, SEATS)


def _search(trials: int) -> tuning.Search:
    wanted = target.Target((target.Band("score_spread", 0.0, 1.0),))
    return tuning.Search(World("made up"), SEATS, tuple(RANGES), wanted, range(1, 5), trials)


def _tilted(figures: dict[str, float], seed: int) -> float:
    return 50.0 + 40.0 * abs(figures.get("rules.a.x", 0.5) - 0.2)


def test_tuning_finds_the_figure_that_must_move_and_puts_the_others_back(tmp_path: Path) -> None:
    pytest.importorskip("optuna")
    played: list[int] = []

    def play(pieces: Sequence[Piece]) -> list[Outcome]:
        played.append(len(pieces))
        return _made_up(_tilted)(pieces)

    found = tuning.run(_search(30), play, lambda world, seeds: 0.0, tmp_path, seed=1, tell=lambda done, best: None)
    assert list(found.figures) == ["rules.a.x"]
    assert found.figures["rules.a.x"] == pytest.approx(0.2, abs=0.1)
    assert (found.is_better, found.before["score_spread"].value) == (True, pytest.approx(12.0))
    assert found.loss_after < 0.2 * found.loss_before
    before = len(played)
    again = tuning.run(_search(30), play, lambda world, seeds: 0.0, tmp_path, seed=1, tell=lambda done, best: None)
    assert again.figures == found.figures
    assert len(played) - before < 12  # the trials are in the journal
    other = tuning.Search(World("other"), SEATS, tuple(RANGES), _search(1).target, range(1, 5), 30)
    edited = msgspec.structs.replace(_search(30), meant="the level as it is now")
    for search in (other, edited):
        with pytest.raises(LabError, match="another folder"):
            tuning.run(search, play, lambda world, seeds: 0.0, tmp_path, seed=1, tell=lambda done, best: None)


def test_a_damaged_journal_of_a_search_is_one_line(tmp_path: Path) -> None:
    pytest.importorskip("optuna")
    (tmp_path / tuning.JOURNAL).write_text("garbage\n")
    with pytest.raises(LabError, match=r"optuna\.journal cannot be read .*; choose another folder"):
        tuning.run(
            _search(2), _made_up(_tilted), lambda world, seeds: 0.0, tmp_path, seed=1, tell=lambda done, best: None
        )


def test_a_patch_is_proposed_only_if_fresh_seeds_bear_it_out_beyond_chance() -> None:
    """A figure that does nothing looks better on some seeds, and one that helps looks better on nearly all."""
    wanted = target.Target((target.Band("wins.xai", 0.9, 1.0), target.Band("lead_changes", 1.0, 1.0)))
    search = msgspec.structs.replace(_search(1), target=wanted)

    def found(share: float) -> tuning.Found:
        """With the figure moved, the firm wins this part of fresh seeds (by lots); without, half of them."""

        def score(figures: dict[str, float], seed: int) -> float:
            lot = chance.draw(seed, "xai", "moved" if figures else "as it was", 0)
            return 60.0 if lot < (share if figures else 0.5) else 40.0

        return tuning._evidence(search, {"rules.a.x": 0.3}, 0.0, _made_up(score), lambda world, seeds: 0.0)

    by_luck, by_merit = found(0.62), found(0.97)
    assert by_luck.loss_after < by_luck.loss_before  # the bare figure would have proposed it
    assert (by_luck.is_better, by_luck.gain.of) == (False, 16)
    assert by_luck.gain.low < 0.0 < by_luck.gain.high
    assert by_merit.is_better
    for each in (by_luck, by_merit):
        assert each.gain.value == pytest.approx(each.loss_before - each.loss_after)


def test_losses_of_means_are_those_of_the_figures(resolved: Resolved) -> None:
    bands = (
        ("score_spread", 0.0, 1.0),
        ("wins.xai", 0.0, 0.2),
        ("lead_changes", 3.0, 4.0),
        ("minds.bold.any", 0.9, 1.0),
    )
    wanted = target.Target(tuple(target.Band(*each) for each in bands))
    pieces = [
        Piece(World(LEVEL), seed, (("xai", "bold"), ("meta", "bold" if seed % 2 else "steady"))) for seed in range(6)
    ]
    outcomes = [_plain(40.0 + 5.0 * seed) for seed in range(6)]
    means = target.columns(wanted, pieces, outcomes).mean(axis=0)[None, :]
    whole = target.loss(wanted, target.figures(wanted, pieces, outcomes, soft=False))
    assert target.losses(wanted, means) == pytest.approx([whole])
    assert whole > 0.0


def test_claims_are_checked_on_the_seeds_of_the_search_and_then_on_fresh_ones() -> None:
    seen: list[range] = []

    def claims(world: World, seeds: range) -> float:
        seen.append(seeds)
        return 0.0

    search = msgspec.structs.replace(_search(1), seeds=range(40, 44))
    tuning.loss_of(search, {}, _made_up(_tilted), claims)
    tuning._evidence(search, {"rules.a.x": 0.2}, 0.0, _made_up(_tilted), claims)
    fresh = range(40 + tuning.FRESH, 40 + tuning.FRESH + 16)
    assert seen == [range(40, 44), fresh, fresh]


def test_the_claims_of_a_level_are_asked_of_those_seeds(monkeypatch: pytest.MonkeyPatch) -> None:
    from game.lab import claims

    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(
        claims, "check_resolved", lambda levels, seeds, *, seed, workers: asked.append((seed, seeds)) or []
    )
    searching._claims_short(target.Target((), ("temptation",)), World(LEVEL), range(700, 712), 1)
    assert asked == [(700, 12)]


def test_a_claim_that_fails_keeps_a_patch_away() -> None:
    pytest.importorskip("optuna")

    def claims(world: World, seeds: range) -> float:
        return 100.0 * any(each.startswith("rules.a.x=") for each in world.settings)

    play = _made_up(_tilted)
    found = tuning.run(_search(12), play, claims, None, seed=1, tell=lambda done, best: None)
    assert not found.figures
    assert not found.is_better


def test_a_patch_is_a_level_that_loads(resolved: Resolved, tmp_path: Path) -> None:
    ranges = tuning.turnable(resolved, ["rules.debt", "firms.xai.cash_usd"])
    figures = {each.path: each.at(0.25) for each in ranges if each.at(0.25) != each.value}
    file = tmp_path / "tuned.toml"
    heading = f'format = 1\nbase = "{LEVEL}"\ntitle = "Tuned"\ntext = "level-september_2024"\n'
    file.write_text(heading + tuning.patch(resolved, figures, "Why."), encoding="utf-8")
    tuned = loader.load(str(file))
    for path, value in figures.items():
        holder = tuned.level
        for part in path.split("."):
            holder = holder[part] if isinstance(holder, dict) else getattr(holder, part)  # type: ignore[assignment]
        assert holder == value, path
        old, new = resolved.sources[path], tuned.sources[path]
        assert (new.low, new.high, new.fact, new.note) == (old.low, old.high, None, old.note)
    untouched = [path for path in resolved.sources if path not in figures]
    assert all(tuned.sources[path] == resolved.sources[path] for path in untouched)
    with pytest.raises(LabError, match="too many"):
        tuning.turnable(resolved, [])


def test_a_target_is_read_and_its_misses_are_counted(resolved: Resolved, tmp_path: Path) -> None:
    file = tmp_path / "target.toml"
    file.write_text("lead_changes = [2, 3]\n[wins]\nxai = [0.0, 0.5]\n[minds.bold]\nany = 0.25\n", encoding="utf-8")
    wanted = target.read(file, resolved)
    assert wanted.minds == ["bold"]
    pieces = [Piece(World(LEVEL), seed, (("xai", "bold"), ("meta", "steady"))) for seed in range(4)]
    found = target.figures(wanted, pieces, [_plain(60.0)] * 4, soft=False)
    assert {name: each.value for name, each in found.items()} == {
        "lead_changes": 1.0, "wins.xai": 1.0, "minds.bold.any": 1.0,
    }  # fmt: skip
    assert target.loss(wanted, found) == pytest.approx((1 / 0.5) ** 2 + 10.0**2 + 15.0**2)
    twice = target.figures(wanted, pieces * 3, [_plain(60.0)] * 12, soft=False)
    assert twice["wins.xai"] == found["wins.xai"]  # four seeds are four observations, however often they are played
    assert twice["minds.bold.any"].of == 4
    soft = target.figures(wanted, pieces, [_plain(51.0)] * 4, soft=True)["wins.xai"].value
    assert 1 / 6 < soft < 0.5
    for text, told in (
        ("[wins]\nxia = 0.5", "did you mean 'xai'"),
        ("[wins]\nxai = [0.5, 0.2]", r"\[low, high\]"),
        ("[minds.bolt]\nany = 0.2", "did you mean 'bold'"),
        ('claims = ["none"]', "no such name"),
        ("win = 3", "did you mean 'wins'"),
        ("", "asks for nothing"),
        ("= 3", "not TOML"),
    ):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(LabError, match=told):
            target.read(file, resolved)


def _hunt(resolved: Resolved) -> hunting.Hunt:
    return hunting.Hunt(World(LEVEL), "xai", hunting.genes(resolved, "steady"), "", 12, 12, 2, 20)


def test_a_hunt_starts_from_what_the_seat_plays(resolved: Resolved) -> None:
    """An operator's figures are those that games have found, where a checklist's are the level's."""
    begun = {strength: hunting.genes(resolved, mind_of(strength, "steady")) for strength in ("", "operator")}
    found = weights.of_personality("steady").style
    assert found
    for gene, other in zip(begun["operator"], begun[""], strict=True):
        assert (gene.low, gene.high) == (other.low, other.high)
        assert gene.value == pytest.approx(found.get(gene.path, other.value))
    own = {mind_of("operator", style) for style in resolved.level.styles}
    assert set(seats.personalities(resolved.level)) == own
    for seat in SEATS:
        firm = resolved.level.firms[seat]
        assert searching._begin(resolved, seat, firm.mind, is_asked=False) == f"operator/{firm.personality}"
    assert searching._begin(resolved, "xai", "analyst", is_asked=True).startswith("analyst/")
    assert searching._begin(resolved, "xai", "passive", is_asked=False) == next(iter(resolved.level.styles))


def test_a_hunt_finds_the_policy_that_was_made_to_win(resolved: Resolved) -> None:
    pytest.importorskip("cmaes")

    def play(pieces: Sequence[Piece]) -> list[Outcome]:
        outcomes = []
        for piece in pieces:
            styles = dict(piece.world.styles)
            style = dict(styles[dict(piece.minds)["xai"]]) if dict(piece.minds)["xai"] in styles else {}
            far = abs(style.get("safety", 0.0) - 0.08) + abs(style.get("hiring", 0.0) - 0.06) if style else 0.2
            outcomes.append(_plain(55.0 - 100.0 * far + (piece.seed % 2)))
        return outcomes

    caught = hunting.run(_hunt(resolved), ["steady", "bold"], "found", play, lambda done, best: None)
    assert caught.is_too_good
    assert caught.ahead.low > 0.0
    assert caught.by_generation[-1] > caught.by_generation[0]
    values = dict(caught.values)
    assert set(values) == set(resolved.tree["styles"]["steady"])
    assert values["safety"] == pytest.approx(0.08, abs=0.05)
    assert fsum(caught.by_generation) / 12 > 45.0


def test_a_style_in_a_file_plays_as_the_same_style_of_the_level(resolved: Resolved, tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    figures = tuple((key, stylefile.plain(each)) for key, each in resolved.tree["styles"]["bold"].items())
    for strength in ("", "analyst"):
        written = stylefile.Found("mine", figures, strength)
        file.write_text(stylefile.text(written, "As bold."), encoding="utf-8")
        assert stylefile.read(file, resolved) == written
        file.write_text(f'strength = "{strength}"\n[styles.mine]\nlike = "bold"\n', encoding="utf-8")
        world, mind = sides.seated(World(LEVEL, ("months=3",)), str(file), "--mind")
        assert mind == mind_of(strength, "mine")
        ours = games.play(Piece(world, 1, (("meta", mind),)))
        theirs = games.play(Piece(World(LEVEL, ("months=3",)), 1, (("meta", mind_of(strength, "bold")),)))
        assert ours.scores == theirs.scores
    for text, told in (
        ('[styles.mine]\nlike = "nobody"\n', "no style 'nobody'"),
        ('[styles.mine]\nlike = "bold"\nsafety = "much"\n', "expected a number"),
        ('[styles.mine]\nlike = "bold"\nsafety = 7.0\n', "at most 1"),
        ("[styles.mine]\nsafety = 0.1\n", "is missing"),
        ("[firms.xai]\n", "expected one style"),
        ('strength = "analist"\n[styles.mine]\nlike = "bold"\n', "did you mean 'analyst'"),
        ('strength = 3\n[styles.mine]\nlike = "bold"\n', "no such strength"),
        ('strength = "operator"\n[styles.bold]\nlike = "bold"\n', "choose another"),
    ):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(LabError, match=told):
            stylefile.read(file, resolved)


def test_the_commands_run_resume_and_leave_their_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    short = ["--set", "months=3", "--workers", "1", "--out"]
    ask = [
        "balance",
        "sensitivity",
        LEVEL,
        "--only",
        "rules.cycle",
        "--keep",
        "2",
        "--measure",
        "score:xai",
        "--trajectories",
        "2",
    ]
    ask += ["--points", "4", "--seeds", "1", "--seed-sets", "1", *short, str(tmp_path / "s")]
    assert main._guarded(ask, debug=True) == 0
    assert (tmp_path / "s" / "sensitivity.json").exists()
    file = tmp_path / "target.toml"
    file.write_text("score_spread = [0, 1]\n", encoding="utf-8")
    ask = ["balance", "tune", LEVEL, "--target", str(file), "--only", "rules.capital.promise_usd", "--trials", "3"]
    ask += ["--seeds", "2", *short, str(tmp_path / "t")]
    code = main._guarded(ask, debug=True)
    assert (tmp_path / "t" / tuning.JOURNAL).exists()
    assert (tmp_path / "t" / "proposal.toml").exists() is (code == 0)
    played = (tmp_path / "t" / FILE).stat().st_size
    assert main._guarded(ask, debug=True) == code
    assert (tmp_path / "t" / FILE).stat().st_size == played
    ask = ["balance", "hunt", LEVEL, "--firm", "xai", "--generations", "1", "--population", "4", "--seeds", "1"]
    assert main._guarded([*ask, "--last", "2", *short, str(tmp_path / "h")], debug=True) in (0, 1)
    style = tmp_path / "h" / "hunted_xai.toml"
    written = tomllib.loads(style.read_text(encoding="utf-8"))
    assert (set(written["styles"]), written["strength"]) == ({"hunted_xai"}, "operator")
    capsys.readouterr()
    ask = ["run", LEVEL, "--set", "months=3", "--firm", "xai", "--mind", str(style)]
    assert main._guarded(ask, debug=True) == 0
    assert "operator/hunted_xai" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["sensitivity", LEVEL, "--points", "12"], "power of two"),
        (["sensitivity", LEVEL, "--only", "rules.nothing"], "no assumption"),
        (["sensitivity", LEVEL, "--measure", "scor"], "did you mean 'score'"),
        (["tune", LEVEL, "--target", "nowhere.toml"], "nowhere.toml: cannot be read"),
        (["tune", LEVEL, "--target", "pyproject.toml"], "unknown"),
        (["hunt", LEVEL, "--population", "2"], "at least 4"),
        (["hunt", LEVEL, "--start", "passive"], "no style to start from"),
        (["hunt", LEVEL, "--firm", "xia"], "did you mean 'xai'"),
    ],
)
def test_bad_input_is_one_line(asked: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main._guarded(["balance", *asked], debug=False) == 2
    err = capsys.readouterr().err.strip()
    assert told in err
    assert "\n" not in err
