"""Puts the report together: the first screen, the sections that the data allows, and what each of them means."""

from pathlib import Path
from typing import Any

from game.lab.report import courses, factors, habits, outcomes, pairs, reading
from game.lab.report.markup import Child, node
from game.lab.report.page import Section, Table, bullets, data, page, paragraph
from game.lab.report.reading import Arm, Batch
from game.lab.trouble import LabError

FILE = "report.html"
FEW = 30
"""Games below which the report says that they are few."""
CAUTION = (
    "This is a simplified model, made for play, teaching and research: not a forecast to trade on. Shares and bands "
    "tell what the model does under its assumptions, with these minds in the seats; intervals tell chance alone, not "
    "what the model leaves out."
)


def make(folder: Path) -> Path:
    """Write DIR/report.html; the file. Raises LabError for a folder that holds no batch or cannot be written."""
    text = render(reading.read(folder))
    file = folder / FILE
    part = folder / (FILE + ".part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise LabError(f"{file}: cannot be written ({error.strerror}); copy the folder to where it can") from None
    return file


def render(batch: Batch) -> str:
    """The report as text: the same for the same tables."""
    made = _sections(batch)
    findings = [sentence for section in made for sentence in section.findings]
    first = Section("findings", "Findings", [*_findings(batch, findings), paragraph(CAUTION, class_="caution")])
    return page(f"Batch report: {batch.title}", _head(batch), [first, *made])


def _sections(batch: Batch) -> list[Section]:
    found: list[Section | None] = []
    if len(batch.games):
        found += [outcomes.wins(batch), pairs.pairs(batch), outcomes.scores(batch)]
        found += [outcomes.components(batch), outcomes.ranks(batch)]
        if batch.records is not None:
            found += [courses.leads(batch, batch.records), courses.bands(batch, batch.records)]
            found.append(courses.limits(batch, batch.records))
        if batch.orders is not None:
            found.append(habits.orders(batch, batch.orders))
        found.append(factors.factors(batch))
    found += [_failed(batch), _arms(batch), _made(batch)]
    return [each for each in found if each is not None]


def _head(batch: Batch) -> list[Child]:
    played, whole = len(batch.games), len(batch.games) + len(batch.failed)
    seeds = sorted({*batch.games.seed.tolist(), *[each.seed for each in batch.failed]})
    code, _, commit = str(batch.manifest.get("code", "not noted")).partition(" (")
    notes = [f"commit {commit.rstrip(')')}"] if commit else []
    notes += ["with changes"] if batch.manifest.get("changed") else []
    facts: list[tuple[str, str, str]] = [
        ("Games", f"{played:,}", f"{len(batch.failed):,} of {whole:,} failed" if batch.failed else "none failed"),
        ("Arms", str(len(batch.arms)), "each on the same seeds" if len(batch.arms) > 1 else "one variant of the level"),
        ("Seeds", f"{len(seeds):,}", f"{seeds[0]} to {seeds[-1]}" if len(seeds) > 1 else str(seeds[0])),
        ("Length", _length(batch), ""),
        ("Rules", str(batch.manifest.get("rules_hash", "not noted"))[:10], "hash of the game’s rules"),
        ("Code", code, ", ".join(notes)),
    ]
    boxes = [
        node("div", node("dt", name), node("dd", value, node("small", note) if note else None))
        for name, value, note in facts
    ]
    number = f"{played:,} {'game' if played == 1 else 'games'}" if played else "no finished game"
    lead = f"{number} of {batch.level}" + (f", {len(batch.firms)} seats" if played else "")
    return [
        node("h1", batch.title),
        paragraph(f"Report of a batch: {lead}.", class_="lead"),
        node("dl", *boxes, class_="facts"),
    ]


def _length(batch: Batch) -> str:
    if not len(batch.games):
        return "–"
    low, high = int(batch.games.months.min()), int(batch.games.months.max())
    return f"{low} months" if low == high else f"{low} to {high} months"


def _findings(batch: Batch, sentences: list[str]) -> list[Child]:
    said: list[Child] = []
    games = len(batch.games)
    if not games:
        said.append("No game was played to its end, so there is nothing to compare; the failed games are listed below.")
    elif games < FEW:
        said.append(f"{games} {'game is' if games == 1 else 'games are'} few: intervals are wide, and bands are rough.")
    said += sentences
    if games and batch.records is None:
        said.append("Months were not recorded (--records), so courses, limits and lead changes are not told.")
    if games and batch.orders is None:
        said.append("The tables have no counts of orders, so the use of orders is not told.")
    if batch.manifest.get("stop"):
        said.append(
            "A stop rule decided how many games were played: after an early stop, intervals are a little narrow."
        )
    if batch.failed:
        whole = games + len(batch.failed)
        said.append(f"{len(batch.failed)} of {whole} games failed; all figures are of the others.")
    ended = outcomes.endings(batch)
    return [bullets(said, class_="findings"), ended]


def _failed(batch: Batch) -> Section | None:
    if not batch.failed:
        return None
    kinds: dict[str, list[reading.Failed]] = {}
    for each in batch.failed:
        kinds.setdefault(each.error, []).append(each)
    lines = []
    for error, games in sorted(kinds.items(), key=lambda item: -len(item[1])):
        first = games[0]
        command = f"python main.py run {batch.level} --seed {first.seed}" + _flags(batch.arms[first.arm])
        again = node("span", " To see the first again: ", node("code", command))
        lines.append(node("li", node("strong", f"{len(games)} ×"), f" {error}", again))
    table = Table(
        ("game", "seed", "arm", "error"),
        [[each.game, each.seed, batch.arms[each.arm].label, each.error] for each in batch.failed],
    )
    body: list[Child] = [node("ul", *lines), data(table, "failed games")]
    return Section("failed", "Failed games", body)


def _flags(arm: Arm) -> str:
    return "".join(f" --set {path}={value}" for path, value in arm.settings.items())


def _arms(batch: Batch) -> Section | None:
    """What was set in each arm."""
    if len(batch.arms) < 2 and not batch.arms[0].settings and not batch.arms[0].minds:
        return None
    paths = list(dict.fromkeys(path for arm in batch.arms for path in arm.settings))
    firms = list(dict.fromkeys(firm for arm in batch.arms for firm in arm.minds))
    played = batch.games.arm.tolist()
    table = Table(
        ("arm", *paths, *[f"mind of {firm}" for firm in firms], "games"),
        [
            [
                place + 1,
                *[arm.settings.get(p, "") for p in paths],
                *[arm.minds.get(f, "") for f in firms],
                played.count(place),
            ]
            for place, arm in enumerate(batch.arms)
        ],
    )
    text = "Values put in place of the level’s, and minds in the seats; empty means as the level has it."
    return Section("arms", "What was varied", [paragraph(text), data(table, "arms")])


def _made(batch: Batch) -> Section:
    """Where the figures come from, and how to read them."""
    notes = [
        "Shares: 95 % intervals after Wilson (1927). A win within the shared margin counts in parts.",
        "Means and paired differences: 95 % bootstrap intervals by game (2,000 samples, fixed seed), widened for few "
        "games as Student’s t is (Hesterberg 2015). Games of one seed are never counted as independent.",
        "Stars on differences: p below 5 % of a sign-flip test (Fisher 1935) after Holm’s correction (1979) for all "
        "that is compared.",
        "Bands are quantiles over games at each month: no single game follows a band’s edge.",
        "The same tables give the same report, byte for byte.",
    ]
    body: list[Child] = [bullets(notes)]
    rows = _flat(batch.manifest)
    if rows:
        body.append(data(Table(("what", "value"), rows), "manifest of the batch"))
    return Section("made", "How to read this", body)


def _flat(manifest: dict[str, Any], before: str = "") -> list[list[str]]:
    rows: list[list[str]] = []
    for key, value in manifest.items():
        if isinstance(value, dict):
            rows += _flat(value, f"{before}{key}.")
        elif not isinstance(value, list):
            rows.append([f"{before}{key}", str(value)])
    return rows
