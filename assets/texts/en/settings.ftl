# The settings: what goes wrong with their file.

settings-broken = The settings could not be read. The usual ones are used; the old file is kept as { $path }
settings-broken-stuck = The settings in { $path } could not be read. The usual ones are used.
settings-unwritable = Settings cannot be saved ({ $why }). They hold until the game is closed.
