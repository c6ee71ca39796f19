#!/usr/bin/env bash
# Holds the two builds against each other and adds the result to the job summary.
set -euo pipefail

if ! [[ $TITLE =~ ^[A-Za-z0-9][A-Za-z0-9\ ._-]{0,79}$ ]]; then
  echo '::error::The input "title" takes letters, digits, spaces and . _ - only.'
  exit 2
fi

difference=$(mktemp "$RUNNER_TEMP/tasktax-difference-XXXXXX")
verdict=$(mktemp "$RUNNER_TEMP/tasktax-verdict-XXXXXX")
report=$(mktemp "$RUNNER_TEMP/tasktax-report-XXXXXX.md")

status=0
tasktax diff "$RESULTS" --runtimes base,head --format markdown --fail-above "$FAIL_ABOVE" \
  > "$difference" 2> "$verdict" || status=$?
cat "$verdict"
# 1: some figure is worse.
if [ "$status" -gt 1 ]; then
  echo "::error::tasktax compared nothing (exit code $status): this says nothing about the two builds."
  exit "$status"
fi

{
  # By its first line, comment.sh finds the comment that it wrote before.
  echo "<!-- tasktax: $TITLE -->"
  echo "### $TITLE"
  echo
  # Indented text is shown as it is.
  sed 's/^/    /' "$verdict"
  echo
  cat "$difference"
} > "$report"
cat "$report" >> "$GITHUB_STEP_SUMMARY"
{
  echo "report=$report"
  if [ "$status" = 1 ]; then echo worse=true; else echo worse=false; fi
} >> "$GITHUB_OUTPUT"
