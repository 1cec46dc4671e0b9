import datetime
import unittest
import warnings

from fake_host import (
    FIRST_DAY, INDIA, JAPAN, FakeHost, Peer, appraisal, brief, envelope, offer, opening,
)
from monazite import AnswerRefused, Option, Party, Question, Result, Said, Table, TurnOver, kind, play, sender
from monazite.messages import encounter, mandate, session


class Noting(Party):
    """Notes what it is told, and asks a function for its moves."""

    def __init__(self, move=None) -> None:
        self.told: list[tuple[int, str]] = []
        self._move = move

    def observe(self, message) -> None:
        self.told.append((sender(message), kind(message)))

    def move(self, table: Table) -> Said:
        return self._move(table) if self._move else None


def sit(host: FakeHost, party: Party, **options) -> Result:
    return play(party, "127.0.0.1", host.port, seat="japan", return_seconds=2, **options)


def sorry(peer: Peer, code: int, turn: int) -> None:
    refusal = session.Sorry(sentence="not like that", turn=turn)
    refusal.code = code
    peer.send(sorry=refusal)


class Wants(unittest.TestCase):
    def claimed(self, party: Party, **options) -> session.Wants:
        claims = []

        def script(peer: Peer) -> None:
            claims.append(peer.seat())
            peer.end()

        with FakeHost(script) as host:
            sit(host, party, **options)
        return claims[0].wants

    def test_a_party_is_asked_what_it_overrides_and_nothing_else(self) -> None:
        class Acts(Party):
            def act(self, question: Question) -> Said:
                return question.do()

        tables = session.Wants(consultation=True, supply=True, allocation=True)
        self.assertEqual(self.claimed(Party()), session.Wants())
        self.assertEqual(self.claimed(Noting()), tables)
        self.assertEqual(self.claimed(Acts()), session.Wants(invitations=True, acts=True))
        self.assertEqual(self.claimed(Noting(), wants=session.Wants(supply=True)), session.Wants(supply=True))


class Playing(unittest.TestCase):
    def test_a_table_is_played_from_the_opening_to_the_end(self) -> None:
        def script(peer: Peer) -> None:
            peer.seat()
            peer.deliver(1, opening())
            peer.deliver(2, offer(1))
            peer.deliver(3, brief(), asks=True)
            first = peer.expect("answer")
            self.assertEqual((first.turn, first.posts[0].envelope.offer.outcome), (3, 0))
            peer.decided(4, 3, first)
            peer.deliver(5, offer(3, statement="come on"))
            peer.deliver(6, brief(), asks=True)
            second = peer.expect("answer")
            self.assertEqual(second.posts[0].envelope.acceptance.outcome, 3)
            peer.decided(7, 6, second)
            peer.deliver(8, envelope(closing=encounter.Closing(how=encounter.Closing.HOW_AGREEMENT)))
            peer.send(file_part=session.FilePart(offset=0, bytes=b"abc"))
            peer.send(file_part=session.FilePart(offset=3, bytes=b"de"))
            peer.end(file_bytes=5)

        tables = []

        def move(table: Table) -> Said:
            tables.append(table)
            return table.offer(table.best()) if table.rounds < 2 else table.accept()

        party = Noting(move)
        with FakeHost(script) as host:
            result = sit(host, party)
        self.assertEqual(party.told, [
            (0, "opening"), (INDIA, "offer"), (0, "brief"), (JAPAN, "offer"), (INDIA, "offer"), (0, "brief"),
            (JAPAN, "acceptance"), (0, "closing"),
        ])
        self.assertIs(tables[0], tables[1])
        self.assertEqual((tables[0].closed, tables[0].other_statement, tables[0].rounds), ("agreement", "come on", 3))
        self.assertEqual(party.chair.tables, {})
        self.assertEqual((party.chair.name, party.chair.today), ("japan", FIRST_DAY + 1))
        self.assertEqual(result, Result(
            "finished", datetime.date(2024, 10, 13), 77, b"abcde", 1, "japan", ()))

    def test_nothing_to_say_and_leave_it_to_the_staff_are_two_things(self) -> None:
        answers = []

        def script(peer: Peer) -> None:
            peer.seat()
            peer.deliver(1, opening())
            for number in (2, 4):
                peer.deliver(number, brief(), asks=True)
                answers.append(peer.expect("answer"))
                peer.decided(number + 1, number, answers[-1])
            peer.end()

        said = iter([[], None])
        with FakeHost(script) as host:
            sit(host, Noting(lambda table: next(said)))
        self.assertEqual(answers, [session.Answer(turn=2), session.Answer(turn=4, leave_to_staff=True)])

    def test_an_offer_of_a_firm_lies_as_long_as_the_scenario_has_it(self) -> None:
        delays = []

        def script(peer: Peer) -> None:
            peer.seat(firm=True, carriage=session.Carriage(offer_gap_days=4))
            peer.deliver(1, opening())
            for number in (2, 5):
                peer.deliver(number, brief(), asks=True)
                answer = peer.expect("answer")
                delays.append(answer.posts[0].delay_days)
                peer.decided(number + 1, number, answer)
                if number == 2:
                    peer.send(carriage=session.Carriage(offer_gap_days=9))
            peer.end()

        with FakeHost(script) as host:
            sit(host, Noting(lambda table: table.offer(0)))
        self.assertEqual(delays, [4, 9])

    def test_what_the_party_raises_comes_out_of_play(self) -> None:
        def script(peer: Peer) -> None:
            peer.seat()
            peer.deliver(1, opening())
            peer.deliver(2, brief(), asks=True)
            with self.assertRaises((EOFError, ConnectionError)):
                peer.receive()

        for fault, error in ((lambda table: 1 / 0, ZeroDivisionError), (lambda table: "accept", TypeError)):
            with FakeHost(script) as host:
                with self.assertRaises(error):
                    sit(host, Noting(fault))

    def test_days_are_done_in_lockstep_and_a_stop_is_an_end(self) -> None:
        def script(peer: Peer) -> None:
            peer.seat(lockstep=True)
            peer.send(day_begins=session.DayBegins(number=1, day=FIRST_DAY + 3))
            self.assertEqual(peer.expect("day_done").day, FIRST_DAY + 3)
            peer.send(carriage=session.Carriage(tactic="linear"))
            peer.send(sorry=session.Sorry(code=session.Sorry.CODE_STOPPING, sentence="the host ends"))

        party = Noting()
        with FakeHost(script) as host:
            result = sit(host, party)
        self.assertEqual((result.how, result.day.isoformat()), ("stopped", "2024-10-07"))
        self.assertEqual(party.chair.carriage.tactic, "linear")

    def test_acts_and_invitations_are_answered(self) -> None:
        answers = []

        def script(peer: Peer) -> None:
            peer.seat(irel=6)
            options = [
                mandate.ActOption(act=mandate.ACT_NONE),
                mandate.ActOption(act=mandate.ACT_RELEASE_STOCK, office=mandate.OFFICE_JOGMEC, value_musd=2, amount=9),
                mandate.ActOption(act=mandate.ACT_DIRECT_FEED_STOP, office=mandate.OFFICE_ATOMIC_ENERGY, value_musd=1),
                mandate.ActOption(act=mandate.ACT_LEAK, office=mandate.OFFICE_MAKERS, value_musd=-1),
            ]
            peer.deliver(1, brief(0, mandate.Brief.PURPOSE_ACTS, acts=options), asks=True)
            answers.append(peer.expect("answer"))
            peer.decided(2, 1, answers[-1])
            peer.deliver(3, envelope(0, INDIA, consultation_request=encounter.ConsultationRequest()))
            peer.deliver(4, brief(0, mandate.Brief.PURPOSE_INVITATION), asks=True)
            answers.append(peer.expect("answer"))
            peer.decided(5, 4, answers[-1])
            peer.end()

        class Acts(Party):
            def act(self, question: Question) -> Said:
                if question.invitation:
                    return question.reply(True, note="gladly")
                return question.do(*question.options, note="all of it")

        with FakeHost(script) as host:
            sit(host, Acts())
        bodies = [kind(post.envelope) for post in answers[0].posts]
        self.assertEqual(bodies, ["stock_release", "directive", "press_report", "no_act"])
        self.assertEqual([post.envelope.to for post in answers[0].posts], [0, 6, 1, 0])
        self.assertEqual(answers[0].posts[0].envelope.stock_release.ndpr_t, 9)
        self.assertEqual(answers[0].posts[1].envelope.directive.reason.note, "all of it")
        self.assertEqual(answers[0].posts[2].envelope.press_report.leaked_by, JAPAN)
        self.assertEqual(answers[0].posts[2].envelope.press_report.reason.note, "all of it")
        self.assertEqual(answers[0].posts[2].envelope.press_report.reason.office, mandate.OFFICE_MAKERS)
        reply = answers[1].posts[0].envelope
        self.assertEqual((reply.to, reply.consultation_reply.accepted), (INDIA, True))

    def test_an_option_tells_its_name(self) -> None:
        option = Option(mandate.ACT_DIRECT_FEED_HALF, mandate.OFFICE_COMMERCE, 1.0, True, 0.0)
        self.assertEqual((option.name, option.office_name), ("direct_feed_half", "commerce"))


class Taken(unittest.TestCase):
    def test_a_seat_taken_over_hears_the_past_and_answers_only_what_is_open(self) -> None:
        def script(peer: Peer) -> None:
            peer.seat(known=5)
            peer.deliver(1, opening())
            peer.deliver(2, brief(), asks=True)
            peer.decided(3, 2, session.Answer(posts=[session.Answer.Post(
                envelope=envelope(offer=encounter.Offer(outcome=0)))]), by=2)
            peer.deliver(4, offer(3))
            peer.deliver(5, brief(), asks=True)
            answer = peer.expect("answer")
            self.assertEqual((answer.turn, answer.posts[0].envelope.acceptance.outcome), (5, 3))
            peer.decided(6, 5, answer)
            peer.end()

        seen = []

        def move(table: Table) -> Said:
            seen.append((table.last_own_offer, table.standing, table.rounds))
            return table.accept()

        with FakeHost(script) as host:
            sit(host, Noting(move))
        self.assertEqual(seen, [(0, 3, 2)])

    def test_a_connection_lost_while_the_party_thinks_costs_nothing(self) -> None:
        answers = []

        def first(peer: Peer) -> None:
            peer.seat()
            peer.deliver(1, opening())
            peer.deliver(2, brief(), asks=True)

        def second(peer: Peer) -> None:
            peer.seat(known=1)
            peer.deliver(2, brief(), asks=True)
            answers.append(peer.expect("answer"))
            peer.decided(3, 2, answers[-1])
            peer.end()

        party = Noting(lambda table: table.offer(0))
        with FakeHost(first, second) as host:
            result = sit(host, party)
        self.assertEqual(answers[0].posts[0].envelope.offer.outcome, 0)
        self.assertEqual([what for _, what in party.told], ["opening", "brief", "offer"])
        self.assertEqual(result.refused, ())

    def test_an_answer_that_arrived_before_the_loss_is_not_taken_for_a_late_one(self) -> None:
        def first(peer: Peer) -> None:
            peer.seat()
            peer.deliver(1, opening())
            peer.deliver(2, brief(), asks=True)
            peer.expect("answer")

        def second(peer: Peer) -> None:
            peer.seat(known=3)
            peer.decided(3, 2, session.Answer(posts=[session.Answer.Post(
                envelope=Table(opening(), JAPAN).appraisal_request([5]).envelope)]))
            peer.expect("answer")  # the copy
            sorry(peer, session.Sorry.CODE_LATE, 2)
            peer.deliver(4, appraisal(42), asks=True)
            answer = peer.expect("answer")
            self.assertEqual((answer.turn, answer.posts[0].envelope.offer.outcome), (4, 5))
            peer.decided(5, 4, answer)
            peer.end()

        with FakeHost(first, second) as host:
            result = sit(host, Noting(lambda table: table.offer(5) if table.value(5) == 42 else None))
        self.assertEqual(result.refused, ())


class Appraisals(unittest.TestCase):
    def test_packages_beyond_the_brief_are_asked_of_the_mandate_within_the_turn(self) -> None:
        def script(peer: Peer) -> None:
            peer.seat()
            peer.deliver(1, opening())
            peer.deliver(2, brief(), asks=True)
            request = peer.expect("answer")
            asked = request.posts[0].envelope
            self.assertEqual((request.turn, asked.to, asked.conversation), (2, 0, 7))
            self.assertEqual(list(asked.appraisal_request.outcomes), [5])
            peer.decided(3, 2, request)
            peer.deliver(4, appraisal(12.5), asks=True)
            answer = peer.expect("answer")
            self.assertEqual((answer.turn, answer.posts[0].envelope.offer.outcome), (4, 5))
            peer.decided(5, 4, answer)
            peer.end()

        values = []

        def move(table: Table) -> Said:
            values.append(table.appraise([0, 5, 5]))
            return table.offer(5)

        with FakeHost(script) as host:
            sit(host, Noting(move))
        self.assertEqual(values, [[10, 12.5, 12.5]])

    def test_two_tables_may_wait_for_their_appraisals_at_once(self) -> None:
        def script(peer: Peer) -> None:
            peer.seat()
            peer.deliver(1, opening(7))
            peer.deliver(2, opening(8))
            peer.deliver(3, brief(7), asks=True)
            one = peer.expect("answer")
            peer.decided(4, 3, one)
            peer.deliver(5, brief(8), asks=True)
            two = peer.expect("answer")
            peer.decided(6, 5, two)
            for number, conversation in ((7, 7), (9, 8)):
                peer.deliver(number, appraisal(conversation, conversation=conversation), asks=True)
                answer = peer.expect("answer")
                said = answer.posts[0].envelope
                self.assertEqual((answer.turn, said.conversation, said.offer.outcome), (number, conversation, 5))
                peer.decided(number + 1, number, answer)
            peer.end()

        values = []

        def move(table: Table) -> Said:
            values.append((table.conversation, table.value(5)))
            return table.offer(5)

        with FakeHost(script) as host:
            sit(host, Noting(move))
        self.assertEqual(values, [(7, 7), (8, 8)])

    def test_a_turn_that_ends_meanwhile_ends_the_thought(self) -> None:
        def script(peer: Peer) -> None:
            peer.seat()
            peer.deliver(1, opening())
            peer.deliver(2, brief(), asks=True)
            peer.expect("answer")
            peer.decided(3, 2, None, by=2)
            sorry(peer, session.Sorry.CODE_LATE, 2)
            peer.end()

        seen = []

        def move(table: Table) -> Said:
            try:
                table.value(5)
            except TurnOver as over:
                seen.append(str(over))
                raise
            return None

        with FakeHost(script) as host:
            result = sit(host, Noting(move))
        self.assertEqual(len(seen), 1)
        self.assertEqual(result.refused, ("not like that",))

    def test_a_table_that_closes_meanwhile_ends_the_thought(self) -> None:
        def script(peer: Peer) -> None:
            peer.seat()
            peer.deliver(1, opening())
            peer.deliver(2, brief(), asks=True)
            peer.decided(3, 2, peer.expect("answer"))
            peer.deliver(4, envelope(closing=encounter.Closing(how=encounter.Closing.HOW_DEADLINE)))
            peer.end()

        seen = []

        def move(table: Table) -> Said:
            try:
                table.value(5)
            except TurnOver:
                seen.append(table.closed)
            return table.walk_away()

        with FakeHost(script) as host:
            sit(host, Noting(move))
        self.assertEqual(seen, ["deadline"])


class Refusals(unittest.TestCase):
    def script(self, code: int, then_asked: list):
        def script(peer: Peer) -> None:
            peer.seat()
            peer.deliver(1, opening())
            peer.deliver(2, brief(), asks=True)
            peer.expect("answer")
            sorry(peer, code, 2)
            try:
                then_asked.append(peer.expect("answer"))
            except (EOFError, ConnectionError):
                return
            peer.decided(3, 2, then_asked[-1], by=2)
            peer.end()

        return script

    def test_an_answer_that_the_host_does_not_take_is_left_to_the_staff(self) -> None:
        answers = []
        with FakeHost(self.script(session.Sorry.CODE_NOT_A_MOVE, answers)) as host:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                result = sit(host, Noting(lambda table: table.offer(0)))
        self.assertEqual(answers, [session.Answer(turn=2, leave_to_staff=True)])
        self.assertEqual(result.refused, ("not like that",))
        self.assertIn("the staff decides instead", str(caught[0].message))

    def test_it_is_an_error_for_those_who_want_one(self) -> None:
        answers = []
        with FakeHost(self.script(session.Sorry.CODE_TOO_MUCH, answers)) as host:
            with self.assertRaisesRegex(AnswerRefused, "not like that"):
                sit(host, Noting(lambda table: table.offer(0)), strict=True)
        self.assertEqual(answers, [])

    def test_an_appraisal_that_is_refused_leaves_the_turn_to_the_party(self) -> None:
        answers = []

        def move(table: Table) -> Said:
            try:
                table.value(5)
            except AnswerRefused:
                return table.offer(0)
            return None

        with FakeHost(self.script(session.Sorry.CODE_TOO_MUCH, answers)) as host:
            sit(host, Noting(move))
        self.assertEqual((answers[0].turn, answers[0].posts[0].envelope.offer.outcome), (2, 0))

    def test_a_late_answer_is_let_go(self) -> None:
        def script(peer: Peer) -> None:
            peer.seat()
            peer.deliver(1, opening())
            peer.deliver(2, brief(), asks=True)
            peer.expect("answer")
            peer.decided(3, 2, None, by=3)
            sorry(peer, session.Sorry.CODE_LATE, 2)
            peer.deliver(4, brief(), asks=True)
            answer = peer.expect("answer")
            self.assertEqual(answer.turn, 4)
            peer.decided(5, 4, answer)
            peer.end()

        party = Noting(lambda table: table.offer(0))
        with FakeHost(script) as host:
            result = sit(host, party)
        self.assertEqual(result.refused, ("not like that",))
        self.assertEqual([what for who, what in party.told if who == JAPAN], ["offer"])
