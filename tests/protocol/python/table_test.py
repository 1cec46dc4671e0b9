import unittest

from fake_host import BELIEVED, INDIA, JAPAN, NAMES, VALUES, agenda, appraisal, brief, envelope, offer, opening
from monazite import Agenda, Table, kind
from monazite.messages import Envelope, encounter, mandate
from monazite.posts import clip


def at_the_table(**facts) -> Table:
    table = Table(opening(**facts), JAPAN, NAMES)
    table.hear(brief())
    return table


def own(outcome: int) -> Envelope:
    return envelope(sender=JAPAN, to=INDIA, offer=encounter.Offer(outcome=outcome))


class Packages(unittest.TestCase):
    def test_an_outcome_is_the_mixed_radix_number_of_its_levels_the_last_issue_fastest(self) -> None:
        counts = (4, 3, 5)
        issues = [encounter.Issue(name=str(c), values=range(c), labels=map(str, range(c))) for c in counts]
        big = Agenda(encounter.Agenda(issues=issues))
        self.assertEqual(big.size, 60)
        self.assertEqual(big.outcome((3, 1, 4)), 54)
        for outcome in range(big.size):
            self.assertEqual(big.outcome(big.levels(outcome)), outcome)

    def test_what_is_not_on_the_agenda_is_refused(self) -> None:
        toy = Agenda(agenda())
        for outcome in (-1, 6, 2**63):
            with self.assertRaises(ValueError):
                toy.levels(outcome)
        for levels in ((0,), (0, 2), (3, 0), (-1, 0), (0, 0, 0)):
            with self.assertRaises(ValueError):
                toy.outcome(levels)

    def test_labels_describe_a_package_and_find_it(self) -> None:
        toy = Agenda(agenda())
        self.assertEqual(toy.describe(4), {"volume": "high", "price": "cheap"})
        self.assertEqual(toy.find({"volume": "high", "price": "cheap"}), 4)
        self.assertEqual(toy.find({"volume": "high"}), 5)
        with self.assertRaisesRegex(ValueError, "no level 'huge'"):
            toy.find({"volume": "huge"})
        with self.assertRaisesRegex(ValueError, "no issue 'colour'"):
            toy.find({"colour": "red"})


class Values(unittest.TestCase):
    def test_a_brief_values_the_sample_and_then_its_ideas(self) -> None:
        table = Table(opening(sample=(0, 1, 2)), JAPAN, NAMES)
        self.assertFalse(table.knows(0))
        table.hear(brief(ideas=[5], value_musd=[1, 2, 3, 9], believed_other_musd=[4, 3], clearable=b"\1\0\1\1"))
        self.assertEqual([table.value(o) for o in (0, 1, 2, 5)], [1, 2, 3, 9])
        self.assertEqual([table.believed_value(o) for o in (0, 1, 2, 5)], [4, 3, 0, 0])
        self.assertEqual(table.open_packages(), [0, 2, 5])
        self.assertEqual(table.best(), 5)
        self.assertIsNone(table.believed_value(3))
        self.assertEqual(table.utility(5), (9 - 2) / 8)

    def test_additions_come_on_top_of_what_was_known(self) -> None:
        table = at_the_table()
        table.hear(brief(
            only_additions=True, ideas=[5], value_musd=[12], believed_other_musd=[1], clearable=b"\1",
            reservation_musd=5, urgency=1.5))
        self.assertEqual(table.values, VALUES + [12])
        self.assertEqual(table.believed, BELIEVED + [1])
        self.assertEqual((table.best(), table.reservation, table.urgency), (5, 5, 1))
        table.hear(brief())  # a whole one: the idea is forgotten
        self.assertFalse(table.knows(5))
        self.assertEqual(table.best(), 0)

    def test_a_brief_that_does_not_fit_is_refused(self) -> None:
        table = Table(opening(), JAPAN, NAMES)
        with self.assertRaisesRegex(ValueError, "5 packages has 2 values"):
            table.hear(brief(value_musd=[1, 2]))
        with self.assertRaisesRegex(ValueError, "came before a whole one"):
            table.hear(brief(only_additions=True, ideas=[5], value_musd=[1]))

    def test_no_clearable_at_all_means_that_all_are(self) -> None:
        table = Table(opening(), JAPAN, NAMES)
        table.hear(brief(clearable=b""))
        self.assertEqual(len(table.open_packages()), 5)

    def test_an_appraisal_answers_the_request_before_it(self) -> None:
        table = at_the_table(sample=(0, 1, 2, 3, 4))
        table.say(table.appraisal_request([5]).envelope)
        table.hear(appraisal(7.5))
        self.assertEqual(table.value(5), 7.5)
        table.hear(brief())
        self.assertFalse(table.knows(5))

    def test_packages_are_not_appraised_outside_a_turn(self) -> None:
        with self.assertRaisesRegex(RuntimeError, "within Party.move"):
            at_the_table().value(5)


class Course(unittest.TestCase):
    def test_offers_stand_until_the_next_and_count_as_rounds(self) -> None:
        table = at_the_table(rounds=3)
        self.assertEqual((table.other, table.other_name, table.rounds_left), (INDIA, "india", 3))
        table.hear(offer(3, statement="please"))
        self.assertEqual((table.standing, table.other_statement, table.rounds_left), (3, "please", 2))
        table.say(own(0))
        self.assertEqual((table.standing, table.last_own_offer, table.rounds_left), (None, 0, 1))
        table.hear(offer(1))
        self.assertTrue(table.last_chance)
        self.assertEqual(table.other_offers, [3, 1])

    def test_a_refused_offer_did_not_happen(self) -> None:
        table = at_the_table()
        table.hear(offer(3))
        table.say(own(0))
        table.hear(envelope(refusal=mandate.Refusal(reason=mandate.Refusal.REASON_BARRED_PACKAGE)))
        self.assertEqual((table.standing, table.rounds, table.is_open(0)), (3, 1, False))

    def test_a_package_refused_at_home_is_barred_and_stands_no_more(self) -> None:
        table = at_the_table()
        table.hear(offer(3))
        table.hear(envelope(clearance=encounter.Clearance(outcome=3, given=False)))
        self.assertIsNone(table.standing)
        self.assertFalse(table.is_open(3))
        table.hear(brief())  # whatever that says
        self.assertNotIn(3, table.open_packages())
        self.assertIn(3, table.packages)

    def test_the_end_says_how(self) -> None:
        table = at_the_table()
        table.hear(envelope(closing=encounter.Closing(how=encounter.Closing.HOW_WALK_AWAY)))
        self.assertEqual(table.closed, "walk_away")

    def test_only_a_party_of_two_has_a_table(self) -> None:
        with self.assertRaises(ValueError):
            Table(opening(), 9, NAMES)


class Moves(unittest.TestCase):
    def test_moves_go_to_the_other_side_in_the_conversation(self) -> None:
        table = at_the_table()
        table.hear(offer(3))
        for post, what in (
            (table.offer(4, "so", note="because", delay_days=2), "offer"),
            (table.accept("yes"), "acceptance"),
            (table.walk_away(), "walk_away"),
        ):
            self.assertEqual(kind(post.envelope), what)
            self.assertEqual((post.envelope.to, post.envelope.conversation), (INDIA, 7))
        post = table.offer(4, "so", note="because", delay_days=2)
        self.assertEqual(post.delay_days, 2)
        self.assertEqual(post.envelope.offer.reason.note, "because")
        self.assertEqual(table.accept().envelope.acceptance.outcome, 3)

    def test_what_cannot_be_said_is_refused(self) -> None:
        table = at_the_table()
        with self.assertRaises(ValueError):
            table.accept()
        with self.assertRaises(ValueError):
            table.offer(6)

    def test_texts_are_cut_to_what_is_taken_between_letters(self) -> None:
        text = at_the_table().offer(0, "é" * 1500).envelope.offer.statement
        self.assertEqual(text, "é" * 1000)
        self.assertEqual(clip("abc", 2), "ab")
