"""graphmap maps who a country's provinces deal with abroad.

```python
import graphmap

with graphmap.open_store("graph.kgl", read_only=True) as store:
    answer = graphmap.rivals(store, country="Turkey")
answer.to_pandas()
```

Every question is a function here, made from its declaration (`graphmap/notebook.py`). Nothing is loaded
before it is asked for.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

OFFERED = {
    "open_store": "store",
    "create_store": "store",
    "open_session": "store.session",
    "Session": "store.session",
    "Store": "store.contract",
    "Snapshot": "store.snapshot",
    "Answer": "questions.answer",
    "Batch": "schema",
    "GraphmapError": "errors",
    "read_sample": "exchange.samples",
    "read_files": "notebook",
    "load_language": "language",
    "build_two_mode": "analysis.networks",
    "project_network": "analysis.networks",
}
"""What is offered beside the questions, and in which module it stands."""


def __getattr__(name: str) -> "Any":
    """Return what is offered by a name, or the function of the question of that name."""
    import os
    from importlib import import_module

    if name in OFFERED:
        return getattr(import_module(f"{__name__}.{OFFERED[name]}"), name)
    # `from graphmap import store` asks here first, and would load every question for it.
    own = os.path.join(os.path.dirname(__file__), name)
    if not name.startswith("_") and not os.path.isdir(own) and not os.path.exists(f"{own}.py"):
        return getattr(import_module(f"{__name__}.notebook"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> "list[str]":
    """Name what is offered and every question."""
    from importlib import import_module

    return sorted({*OFFERED, *dir(import_module(f"{__name__}.notebook")), "__version__"})
