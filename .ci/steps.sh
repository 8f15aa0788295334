# Sourced by `run` and `nightly`: counts what passed and failed, and goes on after a failure.
passed=0
failed=0

# step NAME COMMAND...: one check, counted as one.
step() {
  local name=$1
  shift
  printf '\n=== %s\n' "$name"
  local started=$SECONDS
  if "$@"; then
    passed=$((passed + 1))
    printf -- '--- %s: passed (%d s)\n' "$name" "$((SECONDS - started))"
  else
    failed=$((failed + 1))
    printf -- '--- %s: FAILED (%d s)\n' "$name" "$((SECONDS - started))"
  fi
}

# debian PACKAGE COMMAND: installs a Debian package when its command is missing.
debian() {
  command -v "$2" >/dev/null && return
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq "$1" >/dev/null
}

# Prints the last line, `N passed, N failed`; fails where anything did.
finish() {
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
}

# debian PACKAGE COMMAND: installs a Debian package when its command is missing.
debian() {
  command -v "$2" >/dev/null && return
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq "$1" >/dev/null
}
