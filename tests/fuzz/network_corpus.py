"""Writes a corpus for the network's fuzzers out of a real game: python3 network_corpus.py PROGRAM FOLDER.

A host plays a short crisis; one that joins it sits behind a relay that keeps what the client sends. The frames go
into FOLDER/frame (streams, cut in pieces) and FOLDER/session (one client's frames, as session_fuzz.cpp reads them).
"""

import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading

TOKEN = "token"  # that of session_fuzz.cpp


class Relay:
    """Passes a connection on to a port of this machine, and keeps what its client sends."""

    def __init__(self, port: int) -> None:
        self.heard = b""
        self._to = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def _work(self) -> None:
        client, _ = self._listener.accept()
        host = socket.create_connection(("127.0.0.1", self._to))
        back = threading.Thread(target=self._copy, args=(host, client, False), daemon=True)
        back.start()
        self._copy(client, host, True)
        back.join()

    def _copy(self, source: socket.socket, sink: socket.socket, keep: bool) -> None:
        try:
            while data := source.recv(65536):
                if keep:
                    self.heard += data
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # one of them has gone

    def frames(self) -> list[bytes]:
        self._thread.join(30)
        frames, at = [], 0
        while at + 4 <= len(self.heard):
            size = int.from_bytes(self.heard[at : at + 4], "big")
            frames.append(self.heard[at + 4 : at + 4 + size])
            at += 4 + size
        return frames


def join(program: str, port: int, *more: str) -> list[bytes]:
    """What a client says that is run with these options."""
    relay = Relay(port)
    command = [program, "join", f"127.0.0.1:{relay.port}", "--token", TOKEN, *more]
    subprocess.run(command, check=True, timeout=60, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return relay.frames()


def play(program: str, folder: str) -> dict[str, list[bytes]]:
    """The frames of one that looks at the list of tables, and of two that play Japan's seat and India's."""
    command = [program, "host", "june-2025", "--seed", "4", "--set", "calendar.last_day=2025-12-31", "--out", folder]
    command += ["--seat", "japan=remote", "--seat", "india=remote", "--token", TOKEN, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as host:
        try:
            port = int(re.search(r":(\d+)$", host.stdout.readline().strip())[1])
            said = {"list": join(program, port, "--list")}
            japan = threading.Thread(
                target=lambda: said.update(japan=join(program, port, "--seat", "japan", "--strategy", "random"))
            )
            japan.start()
            said["india"] = join(program, port, "--seat", "india")
            japan.join()
            host.stdout.read()
            host.wait(30)
        finally:
            host.terminate()
    return said


def write(folder: pathlib.Path, name: str, data: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def main() -> None:
    program, out = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        said = play(program, folder)
    for who, frames in said.items():
        for first in range(0, min(len(frames), 60), 6):
            some = frames[first : first + 6]
            stream = b"".join(len(frame).to_bytes(4, "big") + frame for frame in some)
            write(out / "frame", f"{who}-{first}", b"\x03\x05\x00\x11" + stream[:4000])
            # Both clients have said nothing yet; the frames are the first one's, each answered at once.
            pieces = b"".join(b"\x04\x00" + bytes([len(frame)]) + frame for frame in frames[: first + 6] if len(frame) < 256)
            write(out / "session", f"{who}-{first}", b"\x00\x00" + pieces)


if __name__ == "__main__":
    main()
