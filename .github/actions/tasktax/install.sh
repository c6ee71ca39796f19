#!/usr/bin/env bash
# Installs what tasktax needs and puts the command `tasktax` on the PATH of the following steps.
# The runner has fetched the whole repository of this action, so nothing else is downloaded but its dependencies;
# those for development draw the charts.
set -euo pipefail

root=$(cd "$GITHUB_ACTION_PATH/../../.." && pwd)
(cd "$root" && npm ci)

bin=$RUNNER_TEMP/tasktax-bin
mkdir -p "$bin"
# The Node that `npm ci` has brought: the runner's own may be too old.
cat > "$bin/tasktax" <<END
#!/bin/sh
exec '$root/node_modules/.bin/node' '$root/harness/cli.ts' "\$@"
END
chmod +x "$bin/tasktax"
echo "$bin" >> "$GITHUB_PATH"
