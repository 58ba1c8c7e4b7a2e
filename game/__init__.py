"""The race and the games that are played of it. The faces stand in `desktop` and `lab`."""
