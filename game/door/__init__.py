"""The one door: every order of a person, a mind or a script is quoted, refused and carried out here."""
