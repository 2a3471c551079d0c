"""The same answer by others: pairs of provinces by the foreign cities they share, each with how many.

Every peer takes the same two columns of whole numbers, a province and a city for each tie, and gives three:
the one province of each pair, the other, and how many they share, in any order, which `settle` puts in one.
What is not installed is no peer: `list_peers` names those that are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[np.int64]
Pairs = Sequence[npt.NDArray[Any]]
Peer = Callable[[Column, Column, int], Pairs]

SQL = """
SELECT a.province AS one, b.province AS other, count(*) AS shared
FROM (SELECT DISTINCT province, city FROM ties) AS a
JOIN (SELECT DISTINCT province, city FROM ties) AS b ON a.city = b.city AND a.province < b.province
GROUP BY one, other HAVING count(*) >= {least}
"""


def settle(one: Any, other: Any, shared: Any) -> Column:
    """Return pairs in one order, whatever order and type they came in."""
    columns = [np.asarray(column, np.int64) for column in (one, other, shared)]
    lower, higher = np.minimum(*columns[:2]), np.maximum(*columns[:2])
    return np.stack([lower, higher, columns[2]], axis=1)[np.lexsort((higher, lower))]


def share_by_scipy(province: Column, city: Column, least: int) -> Pairs:
    """Multiply the sparse matrix of provinces and cities by itself."""
    sparse = import_module("scipy.sparse")
    matrix = sparse.csr_array((np.ones(len(city), np.int32), (province, city)))
    matrix.data[:] = 1
    product = sparse.triu(matrix @ matrix.T, 1).tocoo()
    kept = product.data >= least
    return product.row[kept], product.col[kept], product.data[kept]


def share_by_sparse_dot_topn(province: Column, city: Column, least: int) -> Pairs:
    """Multiply it by itself and keep of each row all that share so many."""
    sparse, topn = import_module("scipy.sparse"), import_module("sparse_dot_topn")
    matrix = sparse.csr_matrix((np.ones(len(city), np.float32), (province, city)))
    matrix.data[:] = 1
    turned = matrix.T.tocsr()
    product = topn.sp_matmul_topn(matrix, turned, top_n=matrix.shape[0], threshold=least - 0.5, n_threads=1)
    found = sparse.triu(product, 1).tocoo()
    return found.row, found.col, np.rint(found.data)


def share_by_networkx(province: Column, city: Column, least: int) -> Pairs:
    """Walk the neighbours of each city in a graph of two modes."""
    networkx = import_module("networkx")
    graph = networkx.Graph()
    graph.add_edges_from(
        (("p", one), ("c", other)) for one, other in zip(province.tolist(), city.tolist(), strict=True)
    )
    found: Counter[tuple[int, int]] = Counter()
    for node in graph:
        if node[0] == "c":
            found.update(combinations(sorted(one for _, one in graph[node]), 2))
    kept = [(one, other, shared) for (one, other), shared in found.items() if shared >= least]
    return tuple(np.array(kept, np.int64).reshape(-1, 3).T)


def share_by_igraph(province: Column, city: Column, least: int) -> Pairs:
    """Project the graph of two modes, which counts the paths of two steps."""
    igraph = import_module("igraph")
    first, most = int(province.max()) + 1, int(city.max()) + 1
    edges = np.unique(np.column_stack((province, city + first)), axis=0)
    graph = igraph.Graph.Bipartite([0] * first + [1] * most, edges.tolist())
    projected = graph.bipartite_projection(which=0, multiplicity=True)
    shared = np.array(projected.es["weight"], np.int64)
    pairs = np.array(projected.get_edgelist(), np.int64).reshape(-1, 2)[shared >= least]
    return pairs[:, 0], pairs[:, 1], shared[shared >= least]


def share_by_duckdb(province: Column, city: Column, least: int) -> Pairs:
    """Join the table with itself."""
    with import_module("duckdb").connect() as base:
        base.execute("SET threads = 1")
        base.register("held", {"province": province, "city": city})
        base.execute("CREATE TABLE ties AS SELECT * FROM held")
        found = base.execute(SQL.format(least=least)).fetchnumpy()
        return found["one"], found["other"], found["shared"]


def share_by_polars(province: Column, city: Column, least: int) -> Pairs:
    """Join the frame with itself."""
    polars = import_module("polars")
    frame = polars.DataFrame({"province": province, "city": city}).unique()
    joined = frame.join(frame, on="city").filter(polars.col("province") < polars.col("province_right"))
    told = joined.group_by("province", "province_right").len().filter(polars.col("len") >= least)
    return [told[name].to_numpy() for name in ("province", "province_right", "len")]


PEERS: Mapping[str, tuple[str, Peer]] = {
    "scipy": ("scipy", share_by_scipy),
    "sparse_dot_topn": ("sparse_dot_topn", share_by_sparse_dot_topn),
    "NetworkX": ("networkx", share_by_networkx),
    "igraph": ("igraph", share_by_igraph),
    "DuckDB": ("duckdb", share_by_duckdb),
    "polars": ("polars", share_by_polars),
}
"""Each peer, the library it needs, and what asks it."""


def list_peers() -> dict[str, Peer]:
    """Return the peers whose library is installed."""
    found: dict[str, Peer] = {}
    for name, (library, peer) in PEERS.items():
        try:
            import_module(library)
        except ImportError:
            continue
        found[name] = peer
    return found
