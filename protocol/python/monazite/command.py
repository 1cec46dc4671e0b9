"""The usual command line of a party's program."""

from __future__ import annotations

import argparse
import os
import pathlib
import ssl
import sys
from typing import Sequence

from monazite.connection import tls_context
from monazite.errors import MonaziteError
from monazite.party import Party
from monazite.player import Result, play


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the options that say where a party sits: --host, --port, --seat, --token, ..."""
    group = parser.add_argument_group("where it sits")
    group.add_argument("--seat", required=True, help="name of the seat, such as japan")
    group.add_argument("--host", default="127.0.0.1", help="default: this computer")
    group.add_argument("--port", type=int, default=7410, help="default: 7410")
    group.add_argument(
        "--token", default=os.environ.get("MONAZITE_TOKEN", ""),
        help="of the host or the seat; default: the environment's MONAZITE_TOKEN",
    )
    group.add_argument("--table", type=int, default=0, help="default: the first with the seat free")
    group.add_argument("--player", default="", help="how the party is called in the lobby")
    group.add_argument("--tls", action="store_true", help="encrypt the connection, and trust what the system trusts")
    group.add_argument("--tls-ca", metavar="PEM", help="encrypt it, and trust the certificates in this file")
    group.add_argument("--out", metavar="MCAP", help="keep the recording here, if the host reveals it")


def play_with(party: Party, arguments: argparse.Namespace) -> Result:
    """play() with what add_arguments() read. Writes the recording if one was asked for."""
    tls: ssl.SSLContext | None = None
    if arguments.tls or arguments.tls_ca:
        tls = tls_context(arguments.tls_ca)
    result = play(
        party, arguments.host, arguments.port, seat=arguments.seat, token=arguments.token,
        table=arguments.table, player=arguments.player or type(party).__name__, tls=tls,
    )
    if arguments.out and result.recording is not None:
        pathlib.Path(arguments.out).write_bytes(result.recording)
    return result


def main(party: Party, argv: Sequence[str] | None = None) -> int:
    """A whole program: reads the options, plays, and prints how it ended. Returns the exit code: 0
    when the history ended, 1 with one sentence on standard error when the host was lost or refused."""
    parser = argparse.ArgumentParser(description=type(party).__doc__)
    add_arguments(parser)
    return run(party, parser.parse_args(argv))


def run(party: Party, arguments: argparse.Namespace) -> int:
    """main() for programs with options of their own."""
    try:
        result = play_with(party, arguments)
    except MonaziteError as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    print(f"{result.seat} at table {result.table}: {result.how} on {result.day}, digest {result.digest:016x}")
    return 0
