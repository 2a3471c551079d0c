"""Tests of the descriptions of the model."""
