"""Neo4j and its Graph Data Science library as peers: a server of their own, its plugin made of Maven's jars.

The jars of the library that Neo4j does not bring are merged into one plugin, their META-INF/services with
them: the server finds procedures in plugins alone, and services by the class path.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from tests.servers.neo4j_server import find_free_port
from tests.servers.prepare import find_cache, install_jars

VERSION = "2.13.9"
POM = f"""<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>graphmap</groupId><artifactId>gds</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j.gds</groupId><artifactId>proc</artifactId><version>{VERSION}</version></dependency>
    <dependency><groupId>org.neo4j.gds</groupId><artifactId>opengds-extension</artifactId><version>{VERSION}</version></dependency>
  </dependencies>
</project>
"""
HEAP = "3g"
MOST_WAITED = 60
"""After how many seconds the server ends a question."""
SERVICES = "META-INF/services/"
LEFT_OUT = re.compile(
    r"META-INF/([^/]*\.(SF|RSA|DSA)|MANIFEST\.MF|versions/.*module-info.class)|module-info\.class"
)

PAIRS = """
MATCH (a:P)-[:T]->(c:C)<-[:T]-(b:P) WHERE a.id < b.id
WITH a.id AS one, b.id AS other, count(*) AS shared WHERE shared >= $least
RETURN one, other, shared
"""
"""The pairs that share so many, in plain Cypher."""

SIMILAR = """
CALL gds.nodeSimilarity.stream('g', {similarityMetric: 'OVERLAP', topK: $top, concurrency: 1})
YIELD node1, node2, similarity
WITH gds.util.asNode(node1).id AS one, gds.util.asNode(node2).id AS other, similarity WHERE one < other
RETURN one, other, similarity
"""


def install_plugin() -> Path:
    """Return the plugin, made of Maven's jars at the first call."""
    lib, plugin = install_jars(), find_cache().with_name(f"gds-{VERSION}") / f"gds-{VERSION}.jar"
    if plugin.exists():
        return plugin
    plugin.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "pom.xml").write_text(POM)
        words = ["mvn", "-B", "-q", "-f", f"{folder}/pom.xml", "dependency:copy-dependencies"]
        subprocess.run([*words, f"-DoutputDirectory={folder}/jars", "-DincludeScope=runtime"], check=True)
        brought = {_name(jar) for jar in lib.glob("*.jar")}
        jars = [
            jar
            for jar in sorted(Path(folder, "jars").glob("*.jar"))
            if VERSION in jar.name or _name(jar) not in brought
        ]
        whole = plugin.with_suffix(".part")
        _merge(jars, whole)
        whole.rename(plugin)
    return plugin


def _name(jar: Path) -> str:
    return re.sub(r"-\d[\w.-]*\.jar$", "", jar.name)


def _merge(jars: list[Path], into: Path) -> None:
    services: defaultdict[str, list[str]] = defaultdict(list)
    known: set[str] = set()
    with ZipFile(into, "w", ZIP_DEFLATED, compresslevel=1) as whole:
        for jar in jars:
            with ZipFile(jar) as one:
                for name in one.namelist():
                    if name.startswith(SERVICES) and not name.endswith("/"):
                        services[name] += one.read(name).decode().splitlines()
                    elif name not in known and not name.endswith("/") and not LEFT_OUT.fullmatch(name):
                        known.add(name)
                        whole.writestr(name, one.read(name))
        for name, lines in services.items():
            whole.writestr(name, "\n".join(dict.fromkeys(lines)) + "\n")


@contextmanager
def run_server(folder: Path) -> Iterator[tuple[Any, int]]:
    """Yield a driver of a server with the library, and its process, which ends with it."""
    from neo4j import GraphDatabase
    from neo4j.exceptions import DriverError, Neo4jError

    home, port = folder / "neo4j", find_free_port()
    for name in ("conf", "plugins", "import"):
        (home / name).mkdir(parents=True, exist_ok=True)
    shutil.copy(install_plugin(), home / "plugins")
    (home / "conf" / "neo4j.conf").write_text(
        f"server.bolt.listen_address=127.0.0.1:{port}\n"
        "server.http.enabled=false\ndbms.security.auth_enabled=false\ndbms.usage_report.enabled=false\n"
        "dbms.security.procedures.unrestricted=gds.*\nserver.memory.pagecache.size=128m\n"
        f"db.tx_log.preallocate=false\ndbms.memory.transaction.total.max=0\ndb.transaction.timeout={MOST_WAITED}s\n"
    )
    path = f"{home}/plugins/*:{install_jars()}/*"
    words = ["java", f"-Xmx{HEAP}", "-XX:+UseSerialGC", "-cp", path, "org.neo4j.server.CommunityEntryPoint"]
    with (home / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [*words, f"--home-dir={home}", f"--config-dir={home / 'conf'}"], stdout=log, stderr=log
        )
    try:
        limit = time.monotonic() + 300
        while True:
            with suppress(OSError, DriverError, Neo4jError):
                driver = GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=None)
                driver.verify_connectivity()
                break
            if process.poll() is not None or time.monotonic() > limit:
                raise RuntimeError((home / "server.log").read_text(errors="replace")[-3000:])
            time.sleep(0.3)
        with driver:
            yield driver, process.pid
    finally:
        process.terminate()
        process.wait(60)


def spend_of(process: int) -> float:
    """Return the processor seconds that another process has spent."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
