"""What must be equal before results are laid together: plan, rules of the game, version of the program, Python."""

import subprocess
import sys
from functools import lru_cache
from importlib import metadata
from pathlib import Path

import msgspec

from game.lab.plan import Plan
from game.saves import rules_hash


class Identity(msgspec.Struct, frozen=True):
    """Who made a set of games. Rows of unlike makers are never mixed."""

    plan: str
    rules: str
    code: str
    python: str


WORDS = {
    "plan": "another plan (level, seed, values, minds, rotation or stop rule)",
    "rules": "other rules of the game",
    "code": "another version of the program",
    "python": "another Python",
}


def of(plan: Plan) -> Identity:
    """The identity of games that this process would play."""
    return Identity(plan.fingerprint(), rules(), code(), python())


def unlike(there: Identity, here: Identity) -> str:
    """In words what differs, with both values; "" if nothing does."""
    fields = [name for name in Identity.__struct_fields__ if getattr(there, name) != getattr(here, name)]
    return " and ".join(f"{WORDS[name]}: {getattr(there, name)}, here {getattr(here, name)}" for name in fields)


@lru_cache(maxsize=1)
def rules() -> str:
    return rules_hash()


def python() -> str:
    """The minor version, such as 3.11: patches change no results."""
    return ".".join(map(str, sys.version_info[:2]))


@lru_cache(maxsize=1)
def code() -> str:
    """The version of the program, with its commit when it runs from a clone."""
    found = _git("rev-parse", "--short=12", "HEAD")
    return f"{_version()} ({found})" if found else _version()


def changed() -> bool:
    """Whether a clone has changes that are not committed."""
    return bool(_git("status", "--porcelain"))


def _git(*arguments: str) -> str:
    root = Path(__file__).parents[2]
    if not (root / ".git").exists():
        return ""
    try:
        told = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, timeout=10, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout.strip()


def _version() -> str:
    try:
        return metadata.version("compute-race")
    except metadata.PackageNotFoundError:
        return "source"
