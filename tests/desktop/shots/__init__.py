"""What every screen looks like, by language and scale, kept as small pictures; a change is told with its place."""
