"""Prints the line coverage of each target: coverage.py REPORT, where REPORT is the JSON that `swift test` writes."""
import collections
import json
import sys

lines = collections.defaultdict(lambda: [0, 0])
for file in json.load(open(sys.argv[1]))["data"][0]["files"]:
    parts = file["filename"].split("/Sources/")
    if len(parts) < 2 or "/.build/" in file["filename"] or "/Benchmarks/" in file["filename"]:
        continue
    count = lines[parts[-1].split("/")[0]]
    count[0] += file["summary"]["lines"]["covered"]
    count[1] += file["summary"]["lines"]["count"]
for target, (covered, total) in sorted(lines.items()):
    print(f"{target:24} {covered / max(total, 1):7.1%} {covered:7} of {total} lines")
