#!/usr/bin/env python3
"""Times NegMAS and Monazite on the same domains and strategies, one core, in one session.

    python3 tests/bench/peers/negmas_peer.py [--program build/release/world/app/monazite] [--rounds 1000]

Needs NegMAS (`pip install negmas`); without it only Monazite is timed and the exit code is 77. Prints a table
of offers per second and of the time for frontier and solution points, with the ratio of the two programs.

Monazite is timed as a whole process with many rounds less the same process with one round, so reading the
files, evaluating and ranking the outcomes are left out, as they are for NegMAS; its offers are messages between
the parties all the same. NegMAS' figure is the time of `SAOMechanism.run()` alone.
"""
import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LEVELS = 10
MONAZITE_ROUNDS = 2_000_000  # enough that starting the process does not count


def write_domain(folder: Path, issues: int) -> None:
    """Genius XML: `issues` issues of ten values, weights even; the parties are opposed on every other issue."""

    def space(value_of) -> str:
        lines = ["<utility_space>", '<objective index="0" name="bench" type="objective" etype="objective">']
        for i in range(issues):
            lines.append(f'<issue index="{i + 1}" name="issue{i}" type="discrete" etype="discrete" vtype="discrete">')
            for k in range(LEVELS):
                evaluation = "" if value_of is None else f' evaluation="{value_of(i, k)}"'
                lines.append(f'<item index="{k + 1}" value="v{k}"{evaluation}/>')
            lines.append("</issue>")
        if value_of is not None:
            lines += [f'<weight index="{i + 1}" value="{1 / issues}"/>' for i in range(issues)]
        lines += ["</objective>", "</utility_space>"]
        return "\n".join(lines) + "\n"

    (folder / "bench.xml").write_text(
        "<negotiation_template><utility_space>\n"
        + "\n".join(space(None).splitlines()[1:-1])
        + "\n</utility_space></negotiation_template>\n"
    )
    # A little unevenness, so that few packages are worth the same.
    (folder / "bench_first.xml").write_text(space(lambda i, k: (k + 1) / LEVELS + 0.001 * i * k / LEVELS))
    (folder / "bench_second.xml").write_text(
        space(lambda i, k: ((LEVELS - k) if i % 2 == 0 else (k + 1)) / LEVELS + 0.0017 * i * k / LEVELS)
    )


def seconds_of(command: list[str]) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        best = min(best, time.perf_counter() - start)
    return best


def monazite_offers_per_second(program: str, folder: Path, first: str, second: str) -> float:
    command = [program, "negotiate", str(folder), "--first", first, "--second", second, "--semantics", "negmas", "--quiet"]
    told = subprocess.run([*command[:-1], "--rounds", str(MONAZITE_ROUNDS)], check=True, capture_output=True, text=True)
    ended = re.search(r"in round (\d+) of|deadline of (\d+) rounds", told.stdout)
    rounds = int(ended.group(1) or ended.group(2))
    many = seconds_of([*command, "--rounds", str(MONAZITE_ROUNDS)])
    one = seconds_of([*command, "--rounds", "1"])
    return 2 * rounds / max(many - one, 1e-9)


def negmas_offers_per_second(folder: Path, first: str, second: str, rounds: int) -> float:
    from negmas import SAOMechanism, Scenario
    from negmas import sao

    names = {
        "tough": sao.ToughNegotiator,
        "boulware": lambda: sao.AspirationNegotiator(aspiration_type="boulware"),
        "conceder": lambda: sao.AspirationNegotiator(aspiration_type="conceder"),
    }
    scenario = Scenario.from_genius_folder(folder)
    session = SAOMechanism(outcome_space=scenario.outcome_space, n_steps=rounds)
    for name, utility in zip((first, second), scenario.ufuns):
        session.add(names[name](), ufun=utility)
    start = time.perf_counter()
    session.run()
    return len(session.extended_trace) / (time.perf_counter() - start)


def negmas_analysis_seconds(folder: Path) -> float:
    from negmas import Scenario
    from negmas.preferences.ops import kalai_points, ks_points, max_welfare_points, nash_points, pareto_frontier

    scenario = Scenario.from_genius_folder(folder)
    start = time.perf_counter()
    points, _ = pareto_frontier(scenario.ufuns)
    for solve in (nash_points, kalai_points, ks_points, max_welfare_points):
        solve(scenario.ufuns, points)
    return time.perf_counter() - start


def row(what: str, ours: float, theirs: float | None, unit: str, more_is_better: bool) -> None:
    if theirs is None:
        print(f"{what:44s} {ours:14,.4g} {'-':>14s} {'-':>9s}  {unit}")
        return
    ratio = ours / theirs if more_is_better else theirs / ours
    print(f"{what:44s} {ours:14,.4g} {theirs:14,.4g} {ratio:8,.0f}x  {unit}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default="build/release/world/app/monazite")
    parser.add_argument("--rounds", type=int, default=1000, help="of NegMAS' negotiations")
    options = parser.parse_args()
    if not Path(options.program).exists():
        print(f"{options.program} is not there: build it with ./monazite build, or name it with --program")
        return 2
    try:
        import negmas

        peer = f"NegMAS {negmas.__version__}"
    except ImportError:
        peer = None
        print("NegMAS is not installed (pip install negmas): Monazite alone is timed.\n")
    print(f"{'':44s} {'Monazite':>14s} {peer or 'NegMAS':>14s} {'ratio':>9s}")
    for issues in (2, 4):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_domain(folder, issues)
            for first, second in (("tough", "tough"), ("boulware", "tough"), ("boulware", "boulware")):
                ours = monazite_offers_per_second(options.program, folder, first, second)
                theirs = negmas_offers_per_second(folder, first, second, options.rounds) if peer else None
                row(f"{first} and {second}, {LEVELS**issues:,} outcomes", ours, theirs, "offers/s", True)
            ours = seconds_of([options.program, "frontier", name, "--semantics", "negmas", "--json"])
            theirs = negmas_analysis_seconds(folder) if peer else None
            row(f"frontier and points, {LEVELS**issues:,} outcomes", ours, theirs, "s (ours: whole process)", False)
    return 0 if peer else 77


if __name__ == "__main__":
    sys.exit(main())
