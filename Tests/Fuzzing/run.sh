#!/bin/sh
# Gives each fuzzer a share of the seconds: run.sh SECONDS CORPUS. Findings are kept in CORPUS/findings; the end is 1 if there are any.
set -u
here=$(dirname "$0")
corpus=$2
mkdir -p "$corpus/findings"
python3 "$here/seeds.py" "$corpus/seeds" "$here/../../data" "${NEWSROOM_CONFORMANCE:-$here/../../../shared/conformance}"
share=$(($1 / 5)); [ "$share" -gt 0 ] || share=1
status=0
fuzz() {
  mkdir -p "$corpus/$1"
  log="$corpus/$1.log"
  # What a sanitizer says of a stack is worth less than the input; finding its lines takes minutes.
  ASAN_OPTIONS=symbolize=0:detect_leaks=0 SWIFT_BACKTRACE=enable=no \
    "$here/.build/release/$1" -max_total_time="$share" -timeout=5 -rss_limit_mb=2048 -max_len=4096 -dict="$here/Dictionaries/$3.txt" \
    -artifact_prefix="$corpus/findings/$1-" -print_final_stats=1 "$corpus/$1" "$corpus/seeds/$2" >"$log" 2>&1 </dev/null
  if [ $? -eq 0 ]; then found=""; else found="  FINDING: see $log"; status=1; fi
  echo "$1: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") executions in $share s$found"
}
fuzz FuzzSanitizer text text
fuzz FuzzWrap wrap text
fuzz FuzzHTML html html
fuzz FuzzQuery query query
fuzz FuzzJSON json json
exit $status
