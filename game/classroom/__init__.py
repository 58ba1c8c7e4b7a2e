"""The classroom: one room, one race, a page for every phone, for the teacher and for the projector."""
