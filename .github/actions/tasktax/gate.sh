#!/usr/bin/env bash
# Fails the job last, so that the report and the comment are there whatever the verdict.
set -euo pipefail

if [ "$WORSE" = true ]; then
  echo "::error::A figure is surely worse by more than $FAIL_ABOVE: see the job summary."
  exit 1
fi
