"""The classroom: lessons on paper, and the room in which a class plays."""
