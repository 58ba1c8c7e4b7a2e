"""An optional compiled build: a copy of the project whose engine is compiled, for long batches (docs/speed.md)."""
