"""Validates the sample data against JSON Schemas: the program's own (standard input), and IPTC's ninjs where its file is named.

    newsroom check --schema | validate.py DATA [NINJS-SCHEMA]

Prints every error, then how many records were validated; ends with 1 when there was an error.
"""
import glob
import json
import sys

import jsonschema

KINDS = {
    "articles": "article", "delegations": "delegation", "events": "event", "organisations": "organisation",
    "people": "person", "programmes": "programme",
}


def validator(schema):
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def main(data, ninjs=None):
    validators = {kind: [validator(schema)] for kind, schema in json.load(sys.stdin).items()}
    if ninjs:
        with open(ninjs, encoding="utf-8") as file:
            validators["article"].append(validator(json.load(file)))
    count = errors = 0
    for folder, kind in KINDS.items():
        for path in sorted(glob.glob(f"{data}/{folder}/**/*.json", recursive=True)):
            with open(path, encoding="utf-8") as file:
                record = json.load(file)
            count += 1
            for each in validators[kind]:
                for error in each.iter_errors(record):
                    errors += 1
                    print(f"{path}: {error.message[:200]}")
    print(f"{count} records, {errors} errors")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
