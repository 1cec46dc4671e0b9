import contextlib
import io
import sys
import unittest
from unittest import mock

import negmas_party
import negmas_stub
from fake_host import envelope, offer
from monazite import kind
from monazite.messages import encounter, mandate
from negmas_party import NegmasParty
from party_at_table import AtTable


class WithoutNegmas(unittest.TestCase):
    def test_the_bridge_says_that_negmas_is_missing(self) -> None:
        negmas_stub.remove()
        printed = io.StringIO()
        with mock.patch.dict(sys.modules, {"negmas": None}), contextlib.redirect_stderr(printed), \
                mock.patch.object(sys, "argv", ["negmas_party.py", "--seat", "japan"]):
            self.assertEqual(negmas_party.program(), 1)
        self.assertIn("NegMAS is not installed", printed.getvalue())


class WithNegmas(unittest.TestCase):
    def setUp(self) -> None:
        negmas_stub.install()
        negmas_stub.SAOMechanism.made.clear()
        negmas_stub.AspirationNegotiator.gives_up = False
        self.addCleanup(negmas_stub.remove)

    def test_a_negotiator_is_chosen_by_name(self) -> None:
        NegmasParty("negmas_stub:AspirationNegotiator")
        with self.assertRaisesRegex(ValueError, "no negotiator Nobody"):
            NegmasParty("Nobody")

    def test_it_opens_concedes_and_accepts(self) -> None:
        at = AtTable(NegmasParty())
        self.assertEqual(at.move().offer.outcome, 0)
        at.hear(offer(1))
        second = at.move().offer  # an aspiration of 10 - 3/9 of 7
        self.assertEqual(second.outcome, 2)
        at.hear(offer(2))
        self.assertEqual(kind(at.move()), "acceptance")
        (mechanism,) = negmas_stub.SAOMechanism.made
        self.assertEqual(mechanism.n_steps, 8)

    def test_the_other_side_may_begin(self) -> None:
        at = AtTable(NegmasParty())
        at.hear(offer(1))
        self.assertEqual(at.move().offer.outcome, 0)
        self.assertEqual(negmas_stub.SAOMechanism.made[0].state.step, 2)

    def test_utilities_are_on_the_scale_of_the_sample(self) -> None:
        at = AtTable(NegmasParty())
        at.move()
        ufun = negmas_stub.SAOMechanism.made[0].negotiators[0].ufun
        self.assertEqual([ufun((f"package {o}",)) for o in (0, 1, 4)], [1, 0, 0.5])
        self.assertEqual(ufun(None), 1 / 8)

    def test_new_values_are_new_preferences(self) -> None:
        at = AtTable(NegmasParty())
        at.move()
        at.hear(offer(1))
        self.assertEqual(at.move(value_musd=[4, 10, 5, 6, 7]).acceptance.outcome, 1)
        self.assertEqual(negmas_stub.SAOMechanism.made[0].negotiators[0].changes, 1)

    def test_an_offer_beyond_the_brief_is_appraised(self) -> None:
        at = AtTable(NegmasParty(), {5: 11})
        at.hear(offer(5))
        self.assertEqual(at.move().acceptance.outcome, 5)
        self.assertEqual(at.asked, [[5]])

    def test_when_a_deal_falls_at_home_it_begins_anew_without_that_package(self) -> None:
        at = AtTable(NegmasParty())
        at.hear(offer(0))
        self.assertEqual(kind(at.move()), "acceptance")
        at.hear(envelope(clearance=encounter.Clearance(outcome=0, given=False)))
        self.assertEqual(at.move().offer.outcome, 2)
        self.assertEqual(len(negmas_stub.SAOMechanism.made), 2)

    def test_a_refused_offer_is_not_made_again(self) -> None:
        at = AtTable(NegmasParty())
        self.assertEqual(at.move().offer.outcome, 0)
        at.hear(envelope(refusal=mandate.Refusal(reason=mandate.Refusal.REASON_NOT_CLEARABLE)))
        self.assertEqual(at.move().offer.outcome, 2)

    def test_a_negotiator_that_gives_up_walks_away(self) -> None:
        negmas_stub.AspirationNegotiator.gives_up = True
        at = AtTable(NegmasParty())
        at.hear(offer(1))
        self.assertEqual(kind(at.move()), "walk_away")

    def test_with_nothing_to_offer_the_staff_decides(self) -> None:
        at = AtTable(NegmasParty())
        self.assertIsNone(at.move(clearable=b"\0" * 5))
