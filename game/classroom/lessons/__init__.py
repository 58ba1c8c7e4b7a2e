"""Lessons on paper: a level's plan, assessment sheet, answers and honesty card as one page for browser and printer."""
