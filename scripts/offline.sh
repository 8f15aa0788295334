#!/usr/bin/env bash
# Runs a command without any network but the loopback interface: `scripts/offline.sh npm run test:unit`. Without a command, all suites
# of `npm test`, and VS Code with `--e2e`; install and build first. Linux, as root or where user namespaces are allowed.
set -eu
cd "$(dirname "$0")/.."

if [ "${IMR_OFFLINE:-}" != inside ]; then
  [ "$(id -u)" -eq 0 ] && own=() || own=(--map-root-user)
  IMR_OFFLINE=inside exec unshare --net "${own[@]}" bash "$0" "$@"
fi

# A new network has one interface, which is down.
ip link set lo up 2>/dev/null || node -e '
  const { spawnSync } = require("node:child_process");
  process.exit(spawnSync("ifconfig", ["lo", "up"]).status ?? 1);'

# Proves that nothing can be reached, so that the suites prove something.
node -e '
  require("node:net").connect({ host: "192.0.2.1", port: 80, timeout: 2000 })
    .on("connect", () => process.exit(1)).on("timeout", () => process.exit(1))
    .on("error", ({ code }) => process.exit(code === "ENETUNREACH" ? 0 : 1));' ||
  { echo 'offline.sh: the network can still be reached' >&2; exit 1; }

case "${1:-}" in
  '') npx vitest run --project unit --project mocked --project property --project cli --project package ;;
  --e2e) node test/e2e/run.mjs && node test/e2e/run.mjs --web ;;
  *) exec "$@" ;;
esac
