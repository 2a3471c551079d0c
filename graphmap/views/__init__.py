"""Rows and findings become pages: sentence, matrix, map, network, evidence; each a pure function."""

from graphmap.views.make import make_map
from graphmap.views.page import render_map, write_map
from graphmap.views.page_data import Choice, PageData, gather_page_data

__all__ = ["Choice", "PageData", "gather_page_data", "make_map", "render_map", "write_map"]
