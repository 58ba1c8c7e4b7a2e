"""`--write [NAME ...]` writes goldens anew (all, or some scenes); `--pictures FOLDER [NAME ...]` saves pictures."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import pygame

from tests.desktop.shots import prints
from tests.desktop.shots.scenes import SCENES
from tests.desktop.shots.studio import open_studio


def main(*arguments: str) -> int:
    match arguments:
        case ["--write", *names]:
            folder = None
        case ["--pictures", where, *names]:
            folder = Path(where).resolve()
            folder.mkdir(parents=True, exist_ok=True)
        case _:
            print(__doc__)
            return 2
    unknown = [name for name in names if name not in SCENES]
    if unknown:
        print(f"no scene {', '.join(unknown)}; there are {', '.join(SCENES)}")
        return 2
    if folder is None and not names:
        for path in prints.FOLDER.glob("*.png"):
            path.unlink()
    with tempfile.TemporaryDirectory() as home, open_studio(Path(home)) as studio:
        for scale in prints.SCALES:
            for language in prints.LANGUAGES:
                for name in names or SCENES:
                    begun = time.monotonic()
                    found = studio.take(SCENES[name], language, scale)
                    print(f"{name} {language} {scale:.0%} {time.monotonic() - begun:.2f} s")
                    if folder is None:
                        prints.write(name, language, scale, found)
                    else:
                        pygame.image.save(studio.app.canvas.surface, folder / f"{name}_{language}_{scale:g}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
