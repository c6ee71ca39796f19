#!/usr/bin/env bash
# Commits the tables that the measuring job left in $RUNNER_TEMP/history, of the suites named and of no other,
# and opens a pull request with them, or renews the one that is open.
set -euo pipefail

BRANCH='history-results'
history=$RUNNER_TEMP/history

git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
git switch --force-create "$BRANCH"
for suite in "$@"; do
  if [ ! -d "$history/$suite" ]; then continue; fi
  mkdir -p "results/$suite"
  for table in "$history/$suite"/{*.csv,datapackage.json}; do
    # Only a plain file becomes a table: nothing that a link leads to.
    if [ -f "$table" ] && [ ! -L "$table" ]; then install -m 644 "$table" "results/$suite/"; fi
  done
  git add "results/$suite"
done
if git diff --cached --quiet; then
  echo 'The results are those that are committed.'
  exit 0
fi
git commit --quiet --message 'Results of new releases'
git push --quiet --force origin "HEAD:refs/heads/$BRANCH"

body=$RUNNER_TEMP/pull-request.md
{
  echo 'Measured on a GitHub runner. To run the tests, close this pull request and open it again: what a workflow opens starts none.'
  echo
  head -c 60000 "$history/tables.md"
} > "$body"
open=$(gh pr list --head "$BRANCH" --state open --json number --jq '.[].number')
if [ -n "$open" ]; then
  gh pr edit "$open" --body-file "$body"
else
  gh pr create --base "$BASE_BRANCH" --head "$BRANCH" --title 'Results of new releases' --body-file "$body"
fi
