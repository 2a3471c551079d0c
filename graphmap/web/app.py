"""The application: its routes, what guards them, and the description of its interface."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from starlette.types import ASGIApp

from graphmap import __version__
from graphmap.web import (
    api,
    canvas,
    editing,
    evidence,
    linking,
    listing_ties,
    meeting,
    pages,
    planning,
    querying,
    searching,
    start,
    things,
    trying,
    walking,
)
from graphmap.web.faults import tell_faults
from graphmap.web.safety import Guard
from graphmap.web.schema import describe_interface
from graphmap.web.settings import Settings
from graphmap.web.sharing import Shared
from graphmap.web.warming import Warmer

ROUTERS = (
    start.router,
    things.router,
    searching.router,
    walking.router,
    canvas.router,
    trying.router,
    editing.router,
    planning.router,
    meeting.router,
    evidence.router,
    api.router,
    querying.router,
    listing_ties.router,
    pages.router,
    linking.router,
)


def make_app(shared: Shared, settings: Settings) -> ASGIApp:
    """Return the application that answers from a store; the store stays its caller's to close.

    Its endpoints are plain functions: each runs in a thread, so that one that takes long holds up no other.
    """
    app = FastAPI(
        title="graphmap", version=__version__, docs_url=None, redoc_url=None, redirect_slashes=False
    )
    app.state.shared, app.state.settings = shared, settings
    if settings.warm:
        shared.on_renewed = Warmer(app).begin
    tell_faults(app, start.render_fault)
    for router in ROUTERS:
        app.include_router(router)

    def describe() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = describe_interface(settings)
        return app.openapi_schema

    app.openapi = describe  # type: ignore[method-assign]
    return Guard(app, settings)
