"""What must be equal before results are laid together: plan, rules, program, Python, and the code of outside minds."""

import inspect
import subprocess
import sys
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import Any

import msgspec

from agents.minds.own import MindError, is_own, load
from game.lab.plan import Plan
from game.lab.trouble import LabError
from game.origin import origin
from game.saves import rules_hash


class Identity(msgspec.Struct, frozen=True):
    """Who made a set of games. Rows of unlike makers are never mixed."""

    plan: str
    rules: str
    code: str
    python: str
    minds: str = ""
    """Hash of the code of minds from outside; "" without any."""


WORDS = {
    "plan": "another plan (level, seed, values, minds, rotation or stop rule)",
    "rules": "other rules of the game",
    "code": "another version of the program",
    "python": "another Python",
    "minds": "another version of a mind from outside",
}


def of(plan: Plan) -> Identity:
    """The identity of games that this process would play."""
    given = (mind for arm in plan.arms for mind in arm.minds.values())
    return Identity(plan.fingerprint(), rules(), code(), python(), minds(given))


def unlike(there: Identity, here: Identity) -> str:
    """In words what differs, with both values; "" if nothing does."""
    fields = [name for name in Identity.__struct_fields__ if getattr(there, name) != getattr(here, name)]
    return " and ".join(
        f"{WORDS[name]}: {getattr(there, name) or 'none'}, here {getattr(here, name) or 'none'}" for name in fields
    )


@lru_cache(maxsize=1)
def rules() -> str:
    return rules_hash()


def level(tree: Mapping[str, Any]) -> str:
    """A hash of a level as it is merged, and of the rules that it is played by."""
    return _hash(msgspec.json.encode([tree, rules()], order="sorted"))


def minds(names: Iterable[str]) -> str:
    """A hash of the code of those minds that are from outside; "" if none is. Raises LabError."""
    found = [[name, mind(name)] for name in sorted(dict.fromkeys(names)) if is_own(name)]
    return _hash(msgspec.json.encode(found)) if found else ""


@lru_cache(maxsize=32)
def mind(name: str) -> str:
    """A hash of the module of a mind from outside as it is written now: a game with another version is another game.

    Raises LabError for one that cannot be loaded.
    """
    try:
        module = inspect.getmodule(load(name))
    except MindError as error:
        raise LabError(str(error)) from None
    try:
        source = inspect.getsource(module) if module is not None else ""
    except (OSError, TypeError):  # it is not written in a file
        source = ""
    return _hash(source.encode())


def _hash(text: bytes) -> str:
    return blake2b(text, digest_size=16).hexdigest()


def python() -> str:
    """The minor version, such as 3.11: patches change no results."""
    return ".".join(map(str, sys.version_info[:2]))


@lru_cache(maxsize=1)
def code() -> str:
    """The version of the program, with its commit when it runs from a clone."""
    copied = origin()
    if copied is not None:
        return copied.code
    found = _git("rev-parse", "--short=12", "HEAD")
    return f"{_version()} ({found})" if found else _version()


def changed() -> bool:
    """Whether a clone has changes that are not committed."""
    copied = origin()
    return copied.changed if copied is not None else bool(_git("status", "--porcelain"))


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
