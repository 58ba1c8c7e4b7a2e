"""Copy the icons that the game uses out of the npm package lucide-static (1.62.0).

Usage: python -m assets.make.icons FOLDER   where FOLDER is the unpacked package
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

NAMES = """
cpu zap banknote dollar-sign brain brain-circuit users user building-2 factory landmark truck trophy newspaper
map-pin chart-line chart-column triangle-alert handshake scale megaphone flame hourglass clock check x
chevron-down chevron-up chevron-left chevron-right play pause fast-forward skip-forward undo-2 redo-2 save
folder-open settings circle-help log-out crown target shield star server plug unplug hard-hat gavel
graduation-cap eye lock plus minus trash-2 rotate-ccw list-checks lightbulb skull flag medal circle-check
circle-x info arrow-right calendar dices coins wallet timer search layers gauge rocket globe package ban
sparkles book-open file-text monitor bot trending-up trending-down percent wrench thumbs-up swords receipt
pencil ellipsis menu award crosshair leaf fuel atom sun school key-round volume-2 volume-x refresh-cw
"""


def main(source: Path) -> None:
    target = Path(__file__).parent.parent / "icons"
    for name in NAMES.split():
        drawing = (source / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        drawing = re.sub(r"<!--.*?-->\s*", "", drawing)
        (target / f"{name}.svg").write_text(re.sub(r"\s+", " ", drawing).strip() + "\n", encoding="utf-8")
    shutil.copy(source / "LICENSE", target / "LICENSE")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
