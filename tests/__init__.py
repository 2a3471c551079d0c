"""The tests of graphmap, in folders named as the package's own."""
