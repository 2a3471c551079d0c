"""Everything that can be asked, analyses and reports alike, and the one way to ask it."""
