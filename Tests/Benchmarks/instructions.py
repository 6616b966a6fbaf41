"""Counts the instructions of five fixed jobs and compares them with the counts in the repository.

    instructions.py PROGRAM           compare; exit 1 if a job needs over 3 % more than recorded
    instructions.py PROGRAM --record  write the counts of this program

Counts come from callgrind, so they do not depend on the load or the speed of the machine. Each job runs on a data directory that
this script writes, always with the same bytes.
"""
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

COUNTS = pathlib.Path(__file__).with_name("instructions.json")
TOLERANCE = 0.03
ARTICLES = 1000


def write_data(folder, articles=ARTICLES):
    """Writes articles, organisations, people and events that refer to each other."""
    rng = random.Random(1)
    words = ["".join(rng.choice("bdfgklmnprst") + rng.choice("aeiou") for _ in range(rng.randint(1, 4))) for _ in range(3000)]
    text = lambda count: " ".join(words[min(int(rng.paretovariate(0.6)) - 1, 2999)] for _ in range(count))
    records = {"organisations": [{"id": f"org-{n}", "name": f"{text(3)} {n}", "country": "KE"} for n in range(40)]}
    records["people"] = [
        {"id": f"person-{n}", "name": f"{text(2)} {n}",
         "memberships": [{"organization_id": f"org-{n % 40}", "role": text(2), "attested": ["2020-01-01"]}]}
        for n in range(200)]
    records["events"] = [
        {"id": f"event-{n}", "name": text(5), "classification": "visit", "start_date": f"20{10 + n % 15}-03-{1 + n % 28:02}",
         "organizers": [{"organization_id": f"org-{n % 40}", "role": "host"}],
         "attendees": [{"person_id": f"person-{(n * 7 + k) % 200}", "organization_id": f"org-{(n + k) % 40}"} for k in range(4)]}
        for n in range(150)]
    records["articles"] = [
        {"uri": f"https://news.example/{n}", "type": "text", "language": "en", "pubStatus": "usable",
         "versionCreated": f"20{10 + n % 15}-{1 + n % 12:02}-{1 + n % 28:02}",
         "headlines": [{"role": "main", "value": text(8)}],
         "bodies": [{"role": "main", "contentType": "text/html", "value": "".join(f"<p>{text(40)}</p>" for _ in range(4))}],
         "organisations": [{"name": "x", "literal": f"org-{n % 40}"}],
         "events": [{"name": "y", "literal": f"event-{n % 150}"}] if n % 3 == 0 else []}
        for n in range(articles)]
    for kind, rows in records.items():
        (folder / kind).mkdir(parents=True)
        (folder / kind / "all.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def count(program, words, environment):
    """The instructions of one run."""
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, *words],
        capture_output=True, text=True, env=environment)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode != 0 or not found:
        sys.exit(f"{' '.join(words)} ended with {run.returncode}:\n{run.stderr[-2000:]}")
    return int(found[1])


def measure(program):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        write_data(folder / "data")
        environment = {"HOME": str(folder), "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "TZ": "UTC"}
        data = ["--data", str(folder / "data")]
        jobs = {
            "build a catalogue of 1,000 articles": ["list", "articles", "--limit", "1", *data],
            "list the newest articles": ["list", "articles", "--limit", "60", *data],
            "search the beginning of a word": ["search", "ba", "--limit", "60", *data],
            "show an organisation": ["show", "organisation:org-1", *data],
            "print the version": ["--version"],
        }
        return {name: count(program, words, environment) for name, words in jobs.items()}


def main():
    program = os.path.abspath(sys.argv[1])
    counts = measure(program)
    if "--record" in sys.argv[2:]:
        COUNTS.write_text(json.dumps(counts, indent=2) + "\n")
    recorded = json.loads(COUNTS.read_text())
    worse = []
    for name, number in counts.items():
        before = recorded.get(name)
        change = number / before - 1 if before else 0
        print(f"{name:40} {number:15,} {change:+7.1%}")
        if change > TOLERANCE:
            worse.append(name)
    if worse:
        sys.exit(f"Over {TOLERANCE:.0%} more instructions than recorded: {', '.join(worse)}. "
                 "Make it cheaper, or say why in the commit that runs 'make instructions RECORD=1'.")


if __name__ == "__main__":
    main()
