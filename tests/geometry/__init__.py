"""Tests of the shapes that maps draw."""
