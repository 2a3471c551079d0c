"""Starts, stops, kills and restarts a real Neo4j Community server on loopback, one folder a server."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, LiteralString
from urllib.parse import quote

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from tests.servers import prepare

USER = "neo4j"
FIRST_PASSWORD = "neo4j"
"""With which a new server lets its user in, to choose another and do nothing else."""

SECONDS_TO_START = 400  # on a machine with too much to do
SETTINGS = {
    "server.http.enabled": "false",
    "dbms.security.auth_enabled": "true",
    # Trying a wrong password must not lock the tests out for seconds.
    "dbms.security.auth_max_failed_attempts": "0",
    "dbms.usage_report.enabled": "false",
    "db.tx_log.preallocate": "false",
    # Stores of tests are emptied and filled again: counts change all the time, the best plans do not.
    "dbms.cypher.min_replan_interval": "1h",
    # A long query is thought out for seconds: once for texts of any length, not for each length anew.
    "internal.cypher.use_parameter_size": "false",
    "server.memory.pagecache.size": "64m",
}


def find_free_port() -> int:
    """Return a port of 127.0.0.1 that nothing listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Neo4jServer:
    """One server with its own folder, port and password; authentication is on.

    `folder` holds data, configuration and logs. It survives `kill` and `stop`: `start` opens the same graph.
    """

    folder: Path
    password: str = field(default_factory=lambda: secrets.token_hex(12), repr=False)
    port: int = field(default_factory=find_free_port)
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)
    # Java and Maven first: they start in 7 s and need no image.
    _in_docker: bool = field(default_factory=lambda: not prepare.has_java_and_maven(), repr=False)

    @property
    def user(self) -> str:
        """The name to sign in with."""
        return USER

    @property
    def address(self) -> str:
        """The Bolt address without credentials."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """The Bolt address with user and password in it."""
        return f"bolt://{USER}:{quote(self.password, safe='')}@127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start the server and return when it answers a query; else raise RuntimeError with its log."""
        # An image is told its password where it starts.
        new = not self._in_docker and not (self.folder / "data" / "databases" / "system").exists()
        self.folder.mkdir(parents=True, exist_ok=True)
        log = self.folder / "server.log"
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                self._find_command(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env=self._environment(),
            )
        limit = time.monotonic() + SECONDS_TO_START
        while not self._answers(new):
            if self._process.poll() is not None or time.monotonic() > limit:
                self.kill()
                raise RuntimeError(f"Neo4j did not start:\n{log.read_text(errors='replace')[-4000:]}")
            time.sleep(0.1)

    def import_files(self, files: Path) -> str:
        """Fill a server that has not started yet with neo4j-admin, from files; return its report."""
        words = ["database", "import", "full", "neo4j", "@import.args"]
        if self._in_docker:
            (self.folder / "data").mkdir(parents=True)
            folders = ["-v", f"{self.folder / 'data'}:/data", "-v", f"{files}:/files", "-w", "/files"]
            user = ["--user", f"{os.getuid()}:{os.getgid()}"]
            command = ["docker", "run", "--rm", *user, *folders, prepare.NEO4J_IMAGE, "neo4j-admin", *words]
        else:
            java = self._find_java_command()
            command = [*java[: java.index("-cp") + 2], "org.neo4j.server.startup.Neo4jAdminCommand", *words]
        done = subprocess.run(
            command, cwd=files, env=self._environment(), capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(f"neo4j-admin did not import:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout

    def stop(self) -> None:
        """Ask the server to end, and wait until it has (some 10 s)."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End the server at once, as a power cut would; what it had not written is lost."""
        self._end(signal.SIGKILL)

    def pause(self) -> None:
        """Stop the server where it is: it takes connections and says nothing, until `resume`."""
        self._signal(signal.SIGSTOP)

    def resume(self) -> None:
        """Let a server that was paused go on."""
        self._signal(signal.SIGCONT)

    def is_running(self) -> bool:
        """Tell whether the server's process is alive."""
        return self._process is not None and self._process.poll() is None

    def empty(self) -> None:
        """Delete every node and relationship; constraints and indexes stay."""
        self.call("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 20000 ROWS")

    def call(self, statement: LiteralString, **parameters: object) -> None:
        """Run a statement as it is, in a transaction of its own."""
        with (
            GraphDatabase.driver(self.address, auth=(self.user, self.password)) as driver,
            driver.session() as session,
        ):
            session.run(statement, parameters).consume()

    def ask(self, query: str, **parameters: object) -> list[dict[str, Any]]:
        """Return the answer of a query as another program gets it."""
        with GraphDatabase.driver(self.address, auth=(self.user, self.password)) as driver:
            return [record.data() for record in driver.execute_query(query, parameters).records]

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._signal(how)
        self._process.wait(timeout=60)
        self._process = None

    def _signal(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        if self._in_docker:
            subprocess.run(
                ["docker", "kill", "--signal", how.name, self._name], capture_output=True, check=False
            )
        else:
            self._process.send_signal(how)

    def _answers(self, new: bool) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                pass
            if new:
                self._choose_password()
            with GraphDatabase.driver(self.address, auth=(self.user, self.password)) as driver:
                driver.execute_query("RETURN 1")
        except (OSError, DriverError, Neo4jError):
            return False
        return True

    def _choose_password(self) -> None:
        """Choose the password over Bolt: Neo4j's own command for it starts a second Java."""
        with (
            suppress(AuthError),  # it was chosen, though the answer was lost
            GraphDatabase.driver(self.address, auth=(self.user, FIRST_PASSWORD)) as driver,
        ):
            driver.execute_query(
                "ALTER CURRENT USER SET PASSWORD FROM $first TO $chosen",
                {"first": FIRST_PASSWORD, "chosen": self.password},
                database_="system",
            )

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "NEO4J_HOME": str(self.folder), "NEO4J_CONF": str(self.folder / "conf")}

    @property
    def _name(self) -> str:
        return f"graphmap-neo4j-{self.port}"

    def _find_command(self) -> list[str]:
        return self._find_docker_command() if self._in_docker else self._find_java_command()

    def _find_docker_command(self) -> list[str]:
        data = self.folder / "data"
        data.mkdir(exist_ok=True)
        run = ["docker", "run", "--rm", "--name", self._name, "--user", f"{os.getuid()}:{os.getgid()}"]
        run += [
            "-p",
            f"127.0.0.1:{self.port}:7687",
            "-v",
            f"{data}:/data",
            "-e",
            f"NEO4J_AUTH={USER}/{self.password}",
        ]
        for name, value in SETTINGS.items():
            # The image's own spelling: a dot is _, an underscore __.
            run += ["-e", f"NEO4J_{name.replace('_', '__').replace('.', '_')}={value}"]
        return [*run, prepare.NEO4J_IMAGE]

    def _find_java_command(self) -> list[str]:
        jars = str(prepare.install_jars() / "*")
        configuration = self.folder / "conf"
        configuration.mkdir(parents=True, exist_ok=True)
        settings = {**SETTINGS, "server.bolt.listen_address": f"127.0.0.1:{self.port}"}
        lines = [f"{name}={value}\n" for name, value in settings.items()]
        (configuration / "neo4j.conf").write_text("".join(lines))
        java = ["java", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", jars]
        home = [f"--home-dir={self.folder}", f"--config-dir={configuration}"]
        return [*java, "org.neo4j.server.CommunityEntryPoint", *home]
