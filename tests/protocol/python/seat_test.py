import pathlib
import shutil
import ssl
import subprocess
import tempfile
import threading
import time
import unittest

from fake_host import JAPAN, FakeHost, Peer, length, offer, opening
from monazite import (
    ConnectionLost, HostRefused, ProtocolError, SeatRefused, TokenRefused, VersionRefused, lobby,
)
from monazite.connection import Connection, tls_context
from monazite.messages import session
from monazite.seat import Seat


def refuse_claim(code: int, sentence: str):
    def script(peer: Peer) -> None:
        peer.greet()
        peer.expect("claim")
        sorry = session.Sorry(sentence=sentence)
        sorry.code = code
        peer.send(sorry=sorry)

    return script


class Claiming(unittest.TestCase):
    def test_a_seat_is_claimed_by_name_with_a_token(self) -> None:
        claims = []

        def script(peer: Peer) -> None:
            claims.append((peer.greet(), peer.expect("claim")))
            peer.send(seated=session.Seated(table=3, seat=JAPAN))

        with FakeHost(script) as host:
            wants = session.Wants(acts=True)
            seat = Seat("127.0.0.1", host.port, seat="japan", token="t", player="é" * 40, wants=wants)
            seat.close()
        hello, claim = claims[0]
        self.assertEqual((hello.protocol, hello.largest_frame_bytes), (1, 4 * 1024 * 1024))
        self.assertTrue(hello.program.startswith("monazite-python"))
        self.assertEqual((claim.seat, claim.token, claim.wants, claim.have), ("japan", "t", wants, 0))
        self.assertEqual(claim.player, "é" * 32)
        self.assertEqual(seat.seated.table, 3)

    def test_a_refusal_is_an_error_of_its_kind_in_the_hosts_words(self) -> None:
        code = session.Sorry
        for number, kind in (
            (code.CODE_TOKEN, TokenRefused),
            (code.CODE_NO_SUCH_SEAT, SeatRefused),
            (code.CODE_SEAT_TAKEN, SeatRefused),
            (code.CODE_FULL, HostRefused),
        ):
            with FakeHost(refuse_claim(number, "no, because")) as host:
                with self.assertRaisesRegex(kind, "no, because"):
                    Seat("127.0.0.1", host.port, seat="japan")

    def test_a_host_that_refuses_the_version_says_what_to_upgrade(self) -> None:
        def script(peer: Peer) -> None:
            peer.expect("hello")
            peer.send(sorry=session.Sorry(code=session.Sorry.CODE_VERSION, sentence="upgrade the client"))

        with FakeHost(script) as host:
            with self.assertRaisesRegex(VersionRefused, "upgrade the client"):
                Seat("127.0.0.1", host.port, seat="japan")

    def test_a_host_of_another_version_is_refused(self) -> None:
        with FakeHost(lambda peer: peer.greet(2) and None) as host:
            with self.assertRaisesRegex(VersionRefused, "speaks protocol 2 and this client 1"):
                lobby("127.0.0.1", host.port)

    def test_nobody_there_is_said_with_a_remedy(self) -> None:
        with FakeHost() as host:
            port = host.port
        with self.assertRaisesRegex(ConnectionLost, "is ./monazite host running there"):
            Seat("127.0.0.1", port, seat="japan")

    def test_the_lobby_lists_tables_and_free_seats(self) -> None:
        def script(peer: Peer) -> None:
            peer.greet()
            self.assertEqual(peer.expect("list_tables").token, "t")
            seats = [
                session.Lobby.Seat(name="india", open=False),
                session.Lobby.Seat(name="japan", open=True),
                session.Lobby.Seat(name="irel", open=True, taken=True, player="somebody"),
            ]
            table = session.Lobby.Table(
                number=2, scenario="toy", state=session.Lobby.STATE_PLAYING, today=5, seats=seats)
            peer.send(lobby=session.Lobby(tables=[table]))

        with FakeHost(script) as host:
            (table,) = lobby("127.0.0.1", host.port, token="t")
        self.assertEqual((table.number, table.state, table.free_seats()), (2, "playing", ["japan"]))
        self.assertEqual(table.seats[2].player, "somebody")


class Receiving(unittest.TestCase):
    def test_pings_are_answered_while_nobody_receives(self) -> None:
        pongs = []

        def script(peer: Peer) -> None:
            peer.seat()
            for nonce in (5, 6):
                peer.send(ping=session.Ping(nonce=nonce))
                pongs.append(peer.expect("pong").nonce)
            peer.deliver(1, offer(3))
            self.assertEqual(peer.expect("answer").turn, 1)

        with FakeHost(script) as host:
            seat = Seat("127.0.0.1", host.port, seat="japan")
            while len(pongs) < 2:
                time.sleep(0.01)
            self.assertEqual(seat.receive().WhichOneof("body"), "delivery")
            seat.answer(session.Answer(turn=1))
            seat.close()
        self.assertEqual(pongs, [5, 6])

    def test_what_is_no_frame_ends_it_with_an_error(self) -> None:
        for data, words in ((b"GET / HTTP/1.0\r\n\r\n", "no monazite host"), (length(3) + b"\xff" * 3, "no frame")):
            def script(peer: Peer, data: bytes = data) -> None:
                peer.seat()
                peer.raw(data)
                with self.assertRaises((EOFError, ConnectionError)):
                    peer.receive()

            with FakeHost(script) as host:
                seat = Seat("127.0.0.1", host.port, seat="japan")
                with self.assertRaisesRegex(ProtocolError, words):
                    seat.receive()
                seat.close()

    def test_garbage_before_a_hello_is_no_host(self) -> None:
        with FakeHost(lambda peer: peer.raw(length(2**31))) as host:
            with self.assertRaises(ProtocolError):
                Seat("127.0.0.1", host.port, seat="japan")

    def test_a_missing_frame_is_noticed(self) -> None:
        def script(peer: Peer) -> None:
            peer.seat()
            peer.deliver(2, offer(3))

        with FakeHost(script) as host:
            seat = Seat("127.0.0.1", host.port, seat="japan")
            with self.assertRaisesRegex(ProtocolError, "frame 2 .* where 1 belongs"):
                seat.receive()
            seat.close()

    def test_draws_come_past_everything_else(self) -> None:
        def script(peer: Peer) -> None:
            peer.seat()
            request = peer.expect("draw_request")
            peer.deliver(1, offer(3))
            peer.send(draw=session.Draw(purpose=request.purpose, first=2**63, second=9))
            peer.expect("draw_request")
            peer.send(sorry=session.Sorry(code=session.Sorry.CODE_NOT_YOURS, sentence="not yours"))

        with FakeHost(script) as host:
            seat = Seat("127.0.0.1", host.port, seat="japan")
            self.assertEqual(seat.draw(1, 0, 0), (2**63, 9))
            with self.assertRaisesRegex(HostRefused, "not yours"):
                seat.draw(2, 0, 0)
            self.assertEqual(seat.receive().WhichOneof("body"), "delivery")
            seat.close()


class Returning(unittest.TestCase):
    def test_a_lost_connection_comes_back_with_the_seats_token_and_what_it_has(self) -> None:
        claims = []

        def first(peer: Peer) -> None:
            claims.append(peer.seat())
            peer.deliver(1, opening())
            peer.deliver(2, offer(3))

        def second(peer: Peer) -> None:
            claims.append(peer.seat(known=2))
            peer.send(carriage=session.Carriage(tactic="linear"))
            peer.deliver(4, offer(1))

        with FakeHost(first, second) as host:
            seat = Seat("127.0.0.1", host.port, seat="japan", token="the host's")
            got = [seat.receive().WhichOneof("body") for _ in range(4)]
            seat.close()
        self.assertEqual(got, ["delivery", "delivery", "carriage", "delivery"])
        self.assertEqual([(c.token, c.have, c.table) for c in claims],
                         [("the host's", 0, 0), ("the seat's own", 2, 1)])
        self.assertEqual((seat.returns, seat.have), (1, 4))

    def test_an_answer_that_was_not_confirmed_goes_out_again_and_its_question_is_not_told_twice(self) -> None:
        answers = []

        def first(peer: Peer) -> None:
            peer.seat()
            peer.deliver(1, opening())
            peer.deliver(2, offer(3), asks=True)
            answers.append(peer.expect("answer"))

        def second(peer: Peer) -> None:
            peer.seat(known=1)
            peer.deliver(2, offer(3), asks=True)  # still open: it comes again
            answers.append(peer.expect("answer"))
            peer.decided(3, 2, answers[-1])

        with FakeHost(first, second) as host:
            seat = Seat("127.0.0.1", host.port, seat="japan")
            seat.receive()
            seat.receive()
            seat.answer(session.Answer(turn=2, leave_to_staff=True))
            self.assertEqual(seat.receive().decided.turn, 2)
            seat.close()
        self.assertEqual(answers[0], answers[1])

    def test_a_draw_that_the_connection_did_not_survive_is_asked_for_again(self) -> None:
        requests = []

        def first(peer: Peer) -> None:
            peer.seat()
            requests.append(peer.expect("draw_request"))

        def second(peer: Peer) -> None:
            peer.seat()
            requests.append(peer.expect("draw_request"))
            peer.send(draw=session.Draw(purpose=requests[-1].purpose, first=5, second=6))

        with FakeHost(first, second) as host:
            seat = Seat("127.0.0.1", host.port, seat="japan")
            self.assertEqual(seat.draw(7, 20_000, 3), (5, 6))
            seat.close()
        self.assertEqual(requests[0], requests[1])
        self.assertEqual(seat.returns, 1)

    def test_a_host_that_does_not_come_back_is_given_up(self) -> None:
        with FakeHost(lambda peer: peer.seat() and None) as host:
            seat = Seat("127.0.0.1", host.port, seat="japan", return_seconds=0.5)
        with self.assertRaises(ConnectionLost):
            seat.receive()
        seat.close()

    def test_a_seat_that_somebody_else_took_over_is_lost(self) -> None:
        def script(peer: Peer) -> None:
            peer.seat()
            peer.send(sorry=session.Sorry(code=session.Sorry.CODE_REPLACED, sentence="claimed elsewhere"))

        with FakeHost(script) as host:
            seat = Seat("127.0.0.1", host.port, seat="japan")
            with self.assertRaisesRegex(SeatRefused, "claimed elsewhere"):
                seat.receive()
            seat.close()


@unittest.skipUnless(shutil.which("openssl"), "makes a certificate with openssl")
class Encrypted(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.cert, self.key = (str(pathlib.Path(self.folder.name, name)) for name in ("cert.pem", "key.pem"))
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
             "-keyout", self.key, "-out", self.cert, "-days", "1", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost"],
            check=True, capture_output=True)

    def encrypted(self, script):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.cert, self.key)

        def run(peer: Peer) -> None:
            peer.socket = context.wrap_socket(peer.socket, server_side=True)
            script(peer)

        return run

    def test_a_seat_is_played_over_tls_while_both_sides_talk_at_once(self) -> None:
        count = 300

        def script(peer: Peer) -> None:
            peer.seat()
            sender = threading.Thread(target=lambda: [peer.deliver(n + 1, offer(3)) for n in range(count)])
            sender.start()
            turns = [peer.expect("answer").turn for _ in range(count)]
            sender.join()
            self.assertEqual(turns, list(range(1, count + 1)))
            peer.end()

        with FakeHost(self.encrypted(script)) as host:
            seat = Seat("localhost", host.port, seat="japan", tls=tls_context(self.cert))
            for _ in range(count):
                seat.answer(session.Answer(turn=seat.receive().delivery.number))
            self.assertEqual(seat.receive().end.digest, 77)
            seat.close()

    def test_a_certificate_that_nobody_vouches_for_is_refused(self) -> None:
        def script(peer: Peer) -> None:
            self.fail("no frames go over such a connection")

        def run(peer: Peer) -> None:
            with self.assertRaises(OSError):
                self.encrypted(script)(peer)

        with FakeHost(run) as host:
            with self.assertRaisesRegex(ConnectionLost, "no TLS"):
                Connection("localhost", host.port, tls=tls_context())

    def test_a_host_without_tls_is_no_host_with_it(self) -> None:
        with FakeHost(lambda peer: peer.raw(b"\0" * 100)) as host:
            with self.assertRaisesRegex(ConnectionLost, "no TLS"):
                Connection("localhost", host.port, tls=tls_context(self.cert))
