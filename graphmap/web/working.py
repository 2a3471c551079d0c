"""Works out answers in threads of their own: who asks waits a little, and finds them when they are done."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future

from graphmap.errors import StoreError
from graphmap.web.keeping import Kept, Key

MOST_KEPT = 64 * 2**20
"""Bytes of the answers that are kept."""
AT_ONCE = 2
"""How many answers are worked out at once by those that are waited for: more would only share a processor."""
OF_A_SORT = 1
"""How many are worked out at once of a sort that took longer than anybody waits: others of it come after."""
MOST_UNDER_WAY = 40
"""How many are begun or stand in a row at most; who comes beyond is told to come again."""
MOST_FAILED = 16
"""Of how many that failed while nobody waited the reason is kept, for who asks next."""


class StillWorking(StoreError):
    """An answer that is being worked out: whoever asks again finds it; `seconds` since it was begun."""

    def __init__(self, seconds: float) -> None:
        """Say so."""
        super().__init__(
            f"this is still being worked out, for {round(seconds)} seconds now; ask again in some seconds"
        )
        self.seconds = seconds


class TooMuchAtOnce(StoreError):
    """An answer that is not begun, because so many others are under way."""


class _Lanes:
    """Who may work: a few of those that are waited for, and of each sort that takes long one beside."""

    def __init__(self) -> None:
        self._quick = threading.BoundedSemaphore(AT_ONCE)
        self._slow: dict[str, threading.BoundedSemaphore] = {}
        self._alone = threading.Lock()

    def enter(self, sort: str) -> threading.BoundedSemaphore:
        """Wait for a place and return what it is a place of."""
        with self._alone:
            lane = self._slow.get(sort, self._quick)
        lane.acquire()
        return lane

    def mark_slow(self, sort: str) -> None:
        """Remember of a sort that it takes long."""
        with self._alone:
            self._slow.setdefault(sort, threading.BoundedSemaphore(OF_A_SORT))

    def is_quick(self, lane: threading.BoundedSemaphore) -> bool:
        """Say whether a place is one of those that others wait for."""
        return lane is self._quick


class _Work:
    """One answer under way. Its place is given back once: when it is done, or when it took too long."""

    def __init__(self, sort: str, lanes: _Lanes) -> None:
        self.sort, self.begun, self._lanes = sort, time.monotonic(), lanes
        self.future: Future[bytes] = Future()
        self._lane: threading.BoundedSemaphore | None = None
        self._alone = threading.Lock()

    def enter(self) -> None:
        lane = self._lanes.enter(self.sort)
        with self._alone:
            self._lane = lane

    def step_aside(self) -> None:
        """Give up a place that others wait for; one among those of its own sort is kept to the end."""
        self._lanes.mark_slow(self.sort)
        with self._alone:
            if self._lane is None or not self._lanes.is_quick(self._lane):
                return
            self._lane.release()
            self._lane = None

    def leave(self) -> None:
        with self._alone:
            if self._lane is not None:
                self._lane.release()
            self._lane = None


class Answers(Kept[bytes]):
    """Answers that were given, of so many bytes at most."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        """Keep answers of so many bytes."""
        super().__init__(most, len, AT_ONCE)
        self._lanes, self._working = _Lanes(), dict[Key, _Work]()
        self._failed: OrderedDict[Key, BaseException] = OrderedDict()

    @property
    def under_way(self) -> int:
        """Return how many are being worked out, or stand in a row."""
        return len(self._working)

    def find_within(
        self,
        key: Key,
        make: Callable[[], bytes],
        seconds: float,
        sort: str = "",
        lend: Callable[[], Callable[[], None]] = lambda: lambda: None,
    ) -> bytes:
        """Return an answer if it is there within so many seconds; it is worked out on, whoever waits.

        `sort` are answers that take about as long. What `make` reads is lent by `lend`, until it is done and
        what that returned is called. Raises StillWorking, TooMuchAtOnce, or what `make` raised: once.
        """
        with self._alone:
            kept, work = self._kept.get(key), self._working.get(key)
            failed = self._failed.pop(key, None)
        if failed is not None:
            raise failed
        if kept is not None and kept.done():
            return self.find(key, make)
        work = work or self._begin(key, make, sort, lend)
        try:
            return work.future.result(seconds)
        except TimeoutError:
            if work.future.done():
                return work.future.result()
            work.step_aside()
            raise StillWorking(time.monotonic() - work.begun) from None
        finally:
            if work.future.done():
                with self._alone:
                    self._failed.pop(key, None)  # it is told

    def _begin(
        self, key: Key, make: Callable[[], bytes], sort: str, lend: Callable[[], Callable[[], None]]
    ) -> _Work:
        with self._alone:
            known = self._working.get(key)
            if known is not None:
                return known
            if len(self._working) >= MOST_UNDER_WAY:
                raise TooMuchAtOnce("many long questions are being worked out; ask again in some seconds")
            work = self._working[key] = _Work(sort, self._lanes)
            give_back = lend()
        threading.Thread(target=self._work, args=(key, make, work, give_back), daemon=True).start()
        return work

    def _work(self, key: Key, make: Callable[[], bytes], work: _Work, give_back: Callable[[], None]) -> None:
        try:
            work.enter()
            made = make()
        except BaseException as error:  # noqa: BLE001 - whoever waits for it, or asks next, is told
            self._end(key, error)
            work.future.set_exception(error)
        else:
            self.find(key, lambda: made)
            self._end(key, None)
            work.future.set_result(made)
        finally:
            work.leave()
            give_back()

    def _end(self, key: Key, error: BaseException | None) -> None:
        with self._alone:
            del self._working[key]
            if error is not None:
                self._failed[key] = error
                while len(self._failed) > MOST_FAILED:
                    self._failed.popitem(last=False)
