"""Rows and findings become pages: sentence, matrix, map, network, evidence; each a pure function."""

from graphmap.views.answer_page import render_answer_page, write_answer_page
from graphmap.views.gather import gather_page_data
from graphmap.views.make import make_map
from graphmap.views.page import render_map, write_map
from graphmap.views.page_data import Choice, PageData
from graphmap.views.quick_network import write_quick_network

__all__ = [
    "Choice",
    "PageData",
    "gather_page_data",
    "make_map",
    "render_answer_page",
    "render_map",
    "write_answer_page",
    "write_map",
    "write_quick_network",
]
