"""Runs the test modules named: run_tests.py MODULE... Exit code 77 (skipped) without python3-protobuf."""

import importlib.util
import os
import pathlib
import sys
import unittest

if importlib.util.find_spec("google") is None or importlib.util.find_spec("google.protobuf") is None:
    print("skipped: python3-protobuf is missing (apt-get install python3-protobuf)")
    raise SystemExit(77)
here = pathlib.Path(__file__).parent
sys.path.insert(0, str(here))
sys.path.insert(0, os.environ["MONAZITE_EXAMPLES"])
tests = unittest.defaultTestLoader.loadTestsFromNames(sys.argv[1:])
result = unittest.TextTestRunner(verbosity=2).run(tests)
raise SystemExit(0 if result.wasSuccessful() and result.testsRun > 0 else 1)
