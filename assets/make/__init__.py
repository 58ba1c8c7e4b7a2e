"""Scripts that made the data in this package from public packages; never imported by the game."""
