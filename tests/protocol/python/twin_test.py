"""The examples that reckon by themselves: the twin and the first party. That the twin's histories are
those of the built-in party is tested with a real host."""

import math
import pathlib
import sys
import unittest

import linear_twin
from fake_host import offer
from first_party import FirstParty
from linear_twin import LinearTwin, tactic
from monazite import kind
from monazite.draws import purpose_number
from monazite.messages import encounter, session
from party_at_table import AtTable

LINEAR = session.Carriage(tactic="linear", offer_gap_days=4)


class Tactics(unittest.TestCase):
    def test_tactics_are_those_of_the_built_in_negotiator(self) -> None:
        for text, at_half in (
            ("linear", 0.5), ("boulware", 1 - 0.5**4), ("conceder", 1 - 0.5**0.25), ("tough", 1.0),
            ("boulware:exponent=2", 0.75), ("time_dependent", 0.5),
        ):
            self.assertEqual(tactic(text)(0.5), at_half, text)
        for text in ("micro", "boulware:speed=2"):
            with self.assertRaises(ValueError):
                tactic(text)

    def test_a_government_without_a_tactic_draws_its_exponent(self) -> None:
        at = AtTable(LinearTwin(), carriage=session.Carriage(firmness_lowest=0.6, firmness_highest=2.5))
        at.move(urgency=0.5)
        u = (2**51 + 0.5) * 2.0**-52
        exponent = 0.6 * math.pow(2.5 / 0.6, u)
        at.hear(offer(3))
        reason = at.move(urgency=0.5).offer.reason
        self.assertEqual(reason.b, 3 + (1 - math.pow(0.5, exponent)) * 7)

    def test_a_purpose_is_the_hash_of_its_name(self) -> None:
        self.assertEqual(purpose_number(""), 2166136261)
        self.assertEqual(purpose_number("a"), 0xE40C292C)  # of the authors of FNV


class Twin(unittest.TestCase):
    def test_it_opens_with_its_best_and_concedes_to_what_pleases_the_other(self) -> None:
        at = AtTable(LinearTwin(), carriage=LINEAR)
        first = at.move(urgency=0).offer
        self.assertEqual((first.outcome, first.statement), (0, "We put a first proposal on the table."))
        self.assertEqual((first.reason.code, first.reason.a, first.reason.b),
                         (encounter.REASON_CODE_OPENING_BID, 10, 10))
        at.hear(offer(1))
        second = at.move(urgency=0.5).offer  # 3 + 0.5 * 7 = 6.5: packages 0 and 2
        self.assertEqual((second.outcome, second.reason.code, second.reason.b),
                         (2, encounter.REASON_CODE_CONCEDED, 6.5))
        at.hear(offer(1))
        again = at.move(urgency=0.5).offer
        self.assertEqual((again.outcome, again.reason.code), (2, encounter.REASON_CODE_HELD_FIRM))
        self.assertEqual(at.delay_days, 0)

    def test_it_counts_what_the_other_side_asks_for(self) -> None:
        at = AtTable(LinearTwin(), carriage=LINEAR)
        even = dict(believed_other_musd=[1, 10, 1, 1, 1.5], value_musd=[9, 1, 9, 9, 9])
        self.assertEqual(at.move(urgency=0, **even).offer.outcome, 4)
        for _ in range(4):
            at.hear(offer(1))  # low, dear
        moved = at.move(urgency=0, **even).offer
        self.assertEqual(moved.outcome, 0)  # low as well
        self.assertEqual(moved.reason.code, encounter.REASON_CODE_BEST_FOR_BOTH)
        # A spread of 9, after 4 offers: 0.5 * 9 * 4 / 10 * (1/2 - (1/3 + 1/2) / 2)
        self.assertAlmostEqual(moved.reason.b, 1 + 1.8 * (1 / 2 - 5 / 12), 6)

    def test_it_accepts_what_reaches_its_aspiration_and_at_last_what_beats_no_deal(self) -> None:
        at = AtTable(LinearTwin(), carriage=LINEAR)
        at.hear(offer(2))
        yes = at.move(urgency=0.4)
        self.assertEqual((kind(yes), yes.acceptance.reason.code), ("acceptance", encounter.REASON_CODE_OFFER_GOOD_ENOUGH))
        self.assertEqual(yes.acceptance.statement, "We accept the proposal on the table.")
        late = AtTable(LinearTwin(), carriage=LINEAR, rounds=1)
        late.hear(offer(3))
        reason = late.move(urgency=0).acceptance.reason
        self.assertEqual((reason.code, reason.a, reason.b), (encounter.REASON_CODE_DEADLINE_NEAR, 4, 3))

    def test_it_has_an_offer_that_no_brief_values_appraised(self) -> None:
        at = AtTable(LinearTwin(), {5: 9.5}, carriage=LINEAR)
        at.hear(offer(5))
        self.assertEqual(at.move(urgency=0.2).acceptance.reason.a, 9.5)
        self.assertEqual(at.asked, [[5]])

    def test_it_leaves_only_if_nothing_beats_no_deal(self) -> None:
        at = AtTable(LinearTwin(), carriage=LINEAR)
        reason = at.move(reservation_musd=11).walk_away.reason
        self.assertEqual((reason.code, reason.a, reason.b), (encounter.REASON_CODE_NO_ZONE, 10, 11))

    def test_firms_take_their_time_and_do_not_talk(self) -> None:
        at = AtTable(LinearTwin(), firm=True, carriage=session.Carriage(offer_gap_days=4))
        self.assertEqual(at.move(urgency=0).offer.statement, "")
        self.assertEqual(at.delay_days, 4)

    def test_single_precision_is_that_of_briefs(self) -> None:
        self.assertEqual(linear_twin.f32(0.1), 0.10000000149011612)


class First(unittest.TestCase):
    def test_the_first_party_fits_on_a_page(self) -> None:
        text = pathlib.Path(sys.modules["first_party"].__file__).read_text()
        self.assertLess(len(text.splitlines()), 40)

    def test_the_manual_shows_it_as_it_is(self) -> None:
        program = pathlib.Path(sys.modules["first_party"].__file__)
        manual = program.parents[3] / "docs" / "python.md"
        self.assertIn(f"```python\n{program.read_text()}```", manual.read_text())

    def test_it_concedes_linearly_and_takes_what_is_good_enough(self) -> None:
        at = AtTable(FirstParty(), {5: 9.0})
        self.assertEqual(at.move(urgency=0).offer.outcome, 0)
        at.hear(offer(1))
        self.assertEqual(at.move(urgency=0.5).offer.outcome, 2)
        at.hear(offer(5))
        self.assertEqual(kind(at.move(urgency=0.5)), "acceptance")

    def test_it_takes_anything_better_than_no_deal_at_last_and_nothing_worse(self) -> None:
        for outcome, expected in ((3, "acceptance"), (1, "offer")):
            at = AtTable(FirstParty(), rounds=1)
            at.hear(offer(outcome))
            self.assertEqual(kind(at.move(urgency=0)), expected)

    def test_it_leaves_where_no_deal_is_better(self) -> None:
        self.assertEqual(kind(AtTable(FirstParty()).move(reservation_musd=11)), "walk_away")
