"""Compares two programs in turn, in one run: quick.py PROGRAM OTHER [ROUNDS]

Each round runs every job once with each program, the one first in even rounds and the other in odd ones, so that a slow minute of the
machine meets both. Prints the medians of the processor time, their ratio and the noise, and exits with 1 if a job needs more time than OTHER by more than
the noise: the larger of 5 % and twice the median deviation of the ratios.
"""
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

import instructions


def run(program, words, environment):
    """Processor seconds of one run. `check` ends with 1 where it finds errors."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([program, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(f"{program} {' '.join(words)} ended with {done.returncode}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    programs = [os.path.abspath(path) for path in sys.argv[1:3]]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        instructions.write_data(folder / "data", articles=5000)
        environment = {"HOME": str(folder), "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "TZ": "UTC"}
        data = ["--data", str(folder / "data")]
        jobs = {
            "build a catalogue of 5,000 articles": (["list", "articles", "--limit", "1", *data], True),
            "list the newest articles": (["list", "articles", "--limit", "60", *data], False),
            "search the beginning of a word": (["search", "ba", "--limit", "60", *data], False),
            "list people of an organisation": (["list", "people", "org:org-1", *data], False),
            "show an organisation": (["show", "organisation:org-1", *data], False),
            "check the data": (["check", *data], None),
        }
        times = {name: ([], []) for name in jobs}
        for number in range(rounds):
            for name, (words, is_new) in jobs.items():
                for which in (0, 1) if number % 2 == 0 else (1, 0):
                    cache = str(folder / f"cache-{which}{f'-{number}' if is_new else ''}")
                    words_of_run = words if is_new is None else [*words, "--cache", cache]
                    seconds = run(programs[which], words_of_run, environment)
                    times[name][which].append(seconds)
        return report(times)


def report(times):
    worse = []
    print(f"{'processor time, median':40} {'this':>9} {'other':>9} {'ratio':>7} {'noise':>7}")
    for name, (these, others) in times.items():
        ratios = [a / max(b, 1e-4) for a, b in zip(these, others)]
        ratio = statistics.median(these) / max(statistics.median(others), 1e-4)
        middle = statistics.median(ratios)
        noise = max(0.05, 2 * statistics.median(abs(r - middle) for r in ratios))
        print(f"{name:40} {statistics.median(these) * 1e3:6.1f} ms {statistics.median(others) * 1e3:6.1f} ms {ratio:7.2f} {noise:7.1%}")
        if ratio > 1 + noise:
            worse.append(name)
    if worse:
        sys.exit("Slower by more than the noise: " + ", ".join(worse))


if __name__ == "__main__":
    start = time.monotonic()
    main()
    print(f"{time.monotonic() - start:.0f} s")
