"""Levels: the worlds as data, their types, and the loader. Facts only, no behaviour; the lowest floor."""
