"""Tests of walks over the graph, held against Cypher on both engines and against NetworkX."""
