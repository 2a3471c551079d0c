"""Walks over the graph: what a node is connected by, what several share, how two are connected."""
