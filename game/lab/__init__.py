"""The lab: games without a window, one or thousands, and the tables that they leave behind."""
