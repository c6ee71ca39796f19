#!/usr/bin/env bash
# Writes the report as a comment on the pull request, or replaces the one that an earlier run wrote.
set -euo pipefail

# GitHub takes comments of up to 65,536 characters.
LONGEST=60000

number=$(jq --exit-status --raw-output '.pull_request.number' "$GITHUB_EVENT_PATH")
marker=$(head -n 1 "$REPORT")
body=$(mktemp "$RUNNER_TEMP/tasktax-comment-XXXXXX.md")
if [ "$(wc -c < "$REPORT")" -le "$LONGEST" ]; then
  cat "$REPORT" > "$body"
else
  # Whole lines only: half a character or half a row of a table would spoil the page.
  head -c "$LONGEST" "$REPORT" | sed '$d' > "$body"
  printf '\n\nThe rest is in the summary of the job.\n' >> "$body"
fi

# A pull request from a fork gets a token that only reads. The job summary has the report anyway.
give_up() {
  echo '::warning::Cannot comment on the pull request: the token lacks the permission "pull-requests: write". The report is in the job summary.'
  exit 0
}

comments="repos/$GITHUB_REPOSITORY/issues/$number/comments"
# Only a bot's comment: anyone can write the marker into one of their own.
found=$(gh api --paginate "$comments?per_page=100") || give_up
id=$(jq --raw-output --arg marker "$marker" \
  '.[] | select(.user.type == "Bot" and (.body | startswith($marker))) | .id' <<< "$found" | head -n 1)
if [ -n "$id" ]; then
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$body" || give_up
else
  gh api --silent --method POST "$comments" --field "body=@$body" || give_up
fi
