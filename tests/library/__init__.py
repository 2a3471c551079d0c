"""Tests of graphmap as a library: its functions, notebooks and pages of Python."""
