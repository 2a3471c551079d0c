"""Tests of the reports: cases in TOML, one file a report, run on every engine."""
