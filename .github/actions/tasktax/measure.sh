#!/usr/bin/env bash
# Measures both builds in one comparison: each block runs every case of both once, in random order,
# so that a runner that slows down or speeds up meanwhile favours neither.
set -euo pipefail

results=$(mktemp -d "$RUNNER_TEMP/tasktax-results-XXXXXX")
options=(--name "base=$BASE" --name "head=$HEAD" --repeats "$REPEATS" --out "$results")
if [ -n "$TASKS" ]; then options+=(--tasks "$TASKS"); fi

status=0
tasktax measure "${options[@]}" || status=$?
# 1: some run failed. The report names it, and the gate decides.
if [ "$status" -gt 1 ]; then
  echo "::error::tasktax measured nothing (exit code $status): this says nothing about the two builds."
  exit "$status"
fi
echo "results=$results" >> "$GITHUB_OUTPUT"
