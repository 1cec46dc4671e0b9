"""One connection to a host: a socket, and a thread that reads from it.

The thread answers pings by itself, so that a party may think as long as its turn lasts. It hands
on everything else in order. Plain TCP or TLS.
"""

from __future__ import annotations

import collections
import select
import socket
import ssl
import threading
import time
from typing import Deque

from monazite import frames
from monazite.errors import ConnectionLost, MonaziteError, ProtocolError
from monazite.messages import Frame, session

WAITING_BYTES = 64 * 1024 * 1024
"""Bytes received and not yet taken, above which the thread stops reading."""
SEND_SECONDS = 30.0
"""How long the host may take to read what is sent to it."""


def tls_context(ca_file: str | None = None) -> ssl.SSLContext:
    """TLS that trusts the certificates in `ca_file` (PEM), or those of the system if it is None.
    The certificate must be for the name under which the host is reached."""
    return ssl.create_default_context(cafile=ca_file)


class Connection:
    """A connection to a host. Its functions may be called from any thread.

    Raises ConnectionLost if there is no way to the host or TLS fails.
    """

    def __init__(
        self, host: str, port: int, *, tls: ssl.SSLContext | None = None, connect_seconds: float = 10.0
    ) -> None:
        where = f"{host}:{port}"
        try:
            plain = socket.create_connection((host, port), timeout=connect_seconds)
        except OSError as error:
            raise ConnectionLost(
                f"nobody answers at {where} ({error}); is ./monazite host running there?"
            ) from error
        self._socket: socket.socket = plain
        try:
            plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if tls is not None:
                self._socket = tls.wrap_socket(plain, server_hostname=host)
        except (OSError, ssl.SSLError) as error:
            plain.close()
            raise ConnectionLost(f"no TLS with {where}: {error}") from error
        # Two threads use the socket and OpenSSL allows one at a time: nobody ever waits inside it.
        self._socket.setblocking(False)
        self._where = where
        self._socket_lock = threading.Lock()
        self._send_lock = threading.Lock()
        self._changed = threading.Condition()
        self._inbox: Deque[tuple[Frame, int]] = collections.deque()
        self._waiting_bytes = 0
        self._draws: Deque[Frame] = collections.deque()
        self._draws_asked = 0
        self._end: MonaziteError | None = None
        self._closed = False
        self.largest_sent = frames.LARGEST_SENT
        self._thread = threading.Thread(target=self._read, name="monazite reader", daemon=True)
        self._thread.start()

    def send(self, frame: Frame) -> None:
        """Sends a frame. Raises ConnectionLost, and ValueError if it is longer than `largest_sent`."""
        self._send_bytes(frames.encode(frame, self.largest_sent))

    def receive(self, seconds: float | None = None) -> Frame:
        """The next frame other than pings and draws.

        Waits without end if `seconds` is None. Raises ConnectionLost when the connection is over
        (after all frames that came before), ProtocolError if the host sent something else than
        frames, TimeoutError when the time is over.
        """
        until = None if seconds is None else time.monotonic() + seconds
        with self._changed:
            while not self._inbox:
                if self._end is not None:
                    raise self._end
                left = None if until is None else until - time.monotonic()
                if left is not None and left <= 0:
                    raise TimeoutError(f"nothing came from {self._where} in {seconds} s")
                self._changed.wait(left)
            frame, size = self._inbox.popleft()
            self._waiting_bytes -= size
            self._changed.notify_all()
            return frame

    def draw(self, request: Frame) -> Frame:
        """Sends a DrawRequest and waits for the Draw, or the Sorry that refuses it; what else comes
        meanwhile stays for receive(). One at a time."""
        with self._changed:
            self._draws_asked += 1
        self.send(request)
        with self._changed:
            while not self._draws:
                if self._end is not None:
                    raise self._end
                self._changed.wait()
            return self._draws.popleft()

    def close(self) -> None:
        """Ends the connection. What has come can still be received."""
        self._closed = True
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        if threading.current_thread() is not self._thread:
            self._thread.join(5)
        self._socket.close()

    def _send_bytes(self, data: bytes) -> None:
        view = memoryview(data)
        until = time.monotonic() + SEND_SECONDS
        with self._send_lock:
            while view:
                try:
                    with self._socket_lock:
                        sent = self._socket.send(view)
                    view = view[sent:]
                    continue
                except (BlockingIOError, ssl.SSLWantWriteError):
                    self._wait_for(writing=True)
                except ssl.SSLWantReadError:
                    self._wait_for(writing=False)
                except (OSError, ValueError) as error:
                    raise ConnectionLost(f"the connection to {self._where} is over") from error
                if time.monotonic() > until:
                    raise ConnectionLost(f"{self._where} does not read what is sent to it")

    def _wait_for(self, *, writing: bool) -> None:
        try:
            if writing:
                select.select([], [self._socket], [], 0.2)
            else:
                select.select([self._socket], [], [], 0.2)
        except (OSError, ValueError) as error:
            raise ConnectionLost(f"the connection to {self._where} is over") from error

    def _read(self) -> None:
        reader = frames.FrameReader()
        try:
            while True:
                data = self._receive_bytes()
                if not data:
                    raise ConnectionLost(f"{self._where} ended the connection")
                reader.feed(data)
                while True:
                    found = reader.next()
                    if found is None:
                        break
                    self._take(*found)
        except MonaziteError as error:
            self._finish(error)
        except (OSError, ValueError):
            self._finish(ConnectionLost(f"the connection to {self._where} is over"))

    def _receive_bytes(self) -> bytes:
        while True:
            try:
                with self._socket_lock:
                    return self._socket.recv(256 * 1024)
            except (BlockingIOError, ssl.SSLWantReadError):
                # With TLS the socket may be emptied by whoever sends: look again now and then.
                self._wait_for(writing=False)
            except ssl.SSLWantWriteError:
                self._wait_for(writing=True)
            if self._closed:
                raise ConnectionLost("this side ended the connection")

    def _take(self, frame: Frame, size: int) -> None:
        body = frame.WhichOneof("body")
        if body == "ping":
            self.send(Frame(pong=session.Pong(nonce=frame.ping.nonce)))
            return
        with self._changed:
            refuses_draw = (
                body == "sorry"
                and frame.sorry.turn == 0
                and frame.sorry.code in (session.Sorry.CODE_NOT_YOURS, session.Sorry.CODE_OUT_OF_ORDER)
            )
            if self._draws_asked > 0 and (body == "draw" or refuses_draw):
                self._draws_asked -= 1
                self._draws.append(frame)
            else:
                while self._waiting_bytes > WAITING_BYTES and not self._closed:
                    self._changed.wait(0.2)
                self._inbox.append((frame, size))
                self._waiting_bytes += size
            self._changed.notify_all()

    def _finish(self, error: MonaziteError) -> None:
        with self._changed:
            self._end = error
            self._changed.notify_all()
        if isinstance(error, ProtocolError):
            # Nothing that comes after can be understood; the host should see that nobody reads.
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
