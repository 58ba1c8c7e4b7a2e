"""A chunk player that dies with its whole process at one game, for tests of the runner."""

import os

from game.lab.runner import Chunk, Done, play_chunk

DEADLY = 4


def play_or_die(chunk: Chunk) -> Done:
    """Plays like the real one, but game 4 takes its worker with it, as a lack of memory would."""
    if DEADLY in chunk.games:
        os._exit(1)
    return play_chunk(chunk)
