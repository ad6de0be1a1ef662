"""Reconcile stories nobody would write, as many as asked for, and name those that raise; not part of the test run.

python tests/fuzz/fuzz_stories.py [SEED] [COUNT]
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reconcile.pipeline import reconcile
from tests.hostile.recombined import stories


def main() -> int:
    """Reconcile each; 1 where one raised."""
    seed, count = (int(a) for a in (sys.argv[1:] + ["1", "300"][len(sys.argv) - 1 :]))
    faults = 0
    for number, story in enumerate(stories(seed, count)):
        try:
            reconcile(story)
        except Exception:
            faults += 1
            print(f"seed {seed}, story {number}:", *(f"\n--- {a.headline}\n{a.body}" for a in story), sep="\n")
            traceback.print_exc()
    print(f"{count} stories, {faults} faults")
    return int(faults > 0)


if __name__ == "__main__":
    raise SystemExit(main())
