"""A first party: asks for much, gives way evenly as its patience runs out, takes what is good enough.

    ./monazite python protocol/python/examples/first_party.py --seat japan --token letmein
"""

from monazite import Party, Said, Table, main


class FirstParty(Party):
    """Concedes evenly from its best package to no deal; between tables its staff decides."""

    def move(self, table: Table) -> Said:
        best = table.best()
        if best is None or table.value(best) < table.reservation:
            return table.walk_away("Nothing on this agenda is better for us than no deal.")
        # What it demands today, in M: all of the zone at first, at last nothing beyond no deal.
        zone = table.value(best) - table.reservation
        demand = table.value(best) - table.urgency * zone
        if table.standing is not None and table.is_open(table.standing):
            offered = table.value(table.standing)
            if offered >= (table.reservation if table.last_chance else demand):
                return table.accept("We can live with this.")
        # Of all that is good enough for us, what should please the other side most.
        enough = [package for package in table.open_packages() if table.value(package) >= demand]
        offer = max(enough, key=lambda package: table.believed_value(package) or 0.0)
        return table.offer(offer, "This is what we propose.")


if __name__ == "__main__":
    raise SystemExit(main(FirstParty()))
