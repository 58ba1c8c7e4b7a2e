"""The screens of the game: menu, race, hand-over, debrief, and the panels they are made of."""
