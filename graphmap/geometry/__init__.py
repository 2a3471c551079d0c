"""The shapes that maps draw: packs of outlines, read and projected without any other library."""

from graphmap.geometry.pack import Outline, Pack, read_home_pack, read_world_pack
from graphmap.geometry.projection import Projection, draw_path

__all__ = ["Outline", "Pack", "Projection", "draw_path", "read_home_pack", "read_world_pack"]
