"""Frames on a stream of bytes: four bytes of length, most significant first, then the Frame.

Source: protocol/messages/session.proto, docs/protocol.md.
"""

from __future__ import annotations

import struct

from google.protobuf.message import DecodeError

from monazite.errors import ProtocolError
from monazite.messages import Frame

PREFIX_BYTES = 4
"""Length of the length."""
LARGEST_SENT = 64 * 1024
"""What a client may send in one frame, unless the host's Hello says otherwise. Unit: bytes."""
LARGEST_RECEIVED = 4 * 1024 * 1024
"""What this client takes in one frame, as its Hello says. Unit: bytes."""


def encode(frame: Frame, largest: int = LARGEST_SENT) -> bytes:
    """The frame as it goes over the wire.

    Raises ValueError if it is longer than `largest` bytes, the length not counted.
    """
    body: bytes = frame.SerializeToString()
    if len(body) > largest:
        raise ValueError(
            f"a frame of {len(body)} bytes is more than the {largest} that the host takes;"
            " say less at once, or ask for fewer appraisals"
        )
    return struct.pack(">I", len(body)) + body


class FrameReader:
    """Takes a stream apart into frames. Holds what was fed and not yet taken, nothing more."""

    def __init__(self, largest: int = LARGEST_RECEIVED) -> None:
        self._buffer = bytearray()
        self._largest = largest

    def feed(self, data: bytes) -> None:
        """The next bytes of the stream, any number of them."""
        self._buffer += data

    def next(self) -> tuple[Frame, int] | None:
        """The next frame and its size in bytes; None while some of it has yet to come.

        Raises ProtocolError if the length is above the limit or the bytes are no frame; nothing
        more can be read from the stream then.
        """
        if len(self._buffer) < PREFIX_BYTES:
            return None
        (size,) = struct.unpack_from(">I", self._buffer)
        if size > self._largest:
            raise ProtocolError(
                f"the other side sends a frame of {size} bytes, more than {self._largest}:"
                " it is no monazite host, or a newer one"
            )
        if len(self._buffer) < PREFIX_BYTES + size:
            return None
        frame = Frame()
        try:
            frame.ParseFromString(bytes(self._buffer[PREFIX_BYTES : PREFIX_BYTES + size]))
        except DecodeError as error:
            raise ProtocolError("the other side sends bytes that are no frame") from error
        del self._buffer[: PREFIX_BYTES + size]
        return frame, size
