import unittest

from fake_host import length
from monazite import ProtocolError, frames
from monazite.messages import Frame, session


class Frames(unittest.TestCase):
    def test_a_frame_comes_out_as_it_went_in_byte_by_byte(self) -> None:
        sent = [Frame(ping=session.Ping(nonce=n)) for n in (1, 2**60)]
        reader = frames.FrameReader()
        got = []
        for byte in b"".join(frames.encode(frame) for frame in sent):
            reader.feed(bytes([byte]))
            found = reader.next()
            if found is not None:
                got.append(found[0])
        self.assertEqual(got, sent)
        self.assertIsNone(reader.next())

    def test_the_length_comes_first_with_the_most_significant_byte_first(self) -> None:
        data = frames.encode(Frame(list_tables=session.ListTables(token="x" * 300)))
        self.assertEqual(data[:4], length(len(data) - 4))
        self.assertEqual(data[:2], b"\0\0")
        self.assertGreater(data[2], 0)

    def test_an_empty_frame_is_a_frame(self) -> None:
        reader = frames.FrameReader()
        reader.feed(length(0))
        found = reader.next()
        self.assertIsNotNone(found)
        self.assertIsNone(found[0].WhichOneof("body"))

    def test_a_length_above_the_limit_is_refused_before_anything_is_kept_for_it(self) -> None:
        reader = frames.FrameReader(1000)
        reader.feed(length(2**31))
        with self.assertRaisesRegex(ProtocolError, "2147483648 bytes, more than 1000"):
            reader.next()

    def test_bytes_that_are_no_frame_are_refused(self) -> None:
        reader = frames.FrameReader()
        reader.feed(length(4) + b"\xff\xff\xff\xff")
        with self.assertRaisesRegex(ProtocolError, "no frame"):
            reader.next()

    def test_a_frame_longer_than_the_host_takes_is_not_sent(self) -> None:
        frame = Frame(list_tables=session.ListTables(token="x" * 70_000))
        with self.assertRaisesRegex(ValueError, "more than the 65536"):
            frames.encode(frame)
