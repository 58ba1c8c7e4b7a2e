"""How the game is told, in common for all faces: words, series, turning points, reports. Knows no face."""
