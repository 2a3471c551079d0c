"""graphmap maps who a country's provinces deal with abroad."""

__version__ = "0.1.0"
