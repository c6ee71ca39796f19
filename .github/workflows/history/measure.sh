#!/usr/bin/env bash
# Measures those of the suites named whose newest releases have no committed results yet.
# Leaves their results folders, and a page of tables, in $RUNNER_TEMP/history.
set -euo pipefail

node=node_modules/.bin/node
unmeasured=$("$node" scripts/unmeasured-suites.ts "$@")
read -r -a suites <<< "${unmeasured//$'\n'/ }"
echo "suites=${suites[*]}" >> "$GITHUB_OUTPUT"
if [ "${#suites[@]}" = 0 ]; then
  echo 'No new release to measure.'
  exit 0
fi

history=$RUNNER_TEMP/history
for suite in "${suites[@]}"; do
  status=0
  "$node" harness/cli.ts compare "$suite" --out "$history/$suite" || status=$?
  # 1: some run failed. The tables name it.
  if [ "$status" -gt 1 ]; then exit "$status"; fi
done
"$node" scripts/results-table.ts "${suites[@]/#/$history/}" > "$history/tables.md"
cat "$history/tables.md" >> "$GITHUB_STEP_SUMMARY"
