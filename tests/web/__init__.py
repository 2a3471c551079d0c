"""Tests of the explorer: a real server answers, as a browser or a program asks it."""
