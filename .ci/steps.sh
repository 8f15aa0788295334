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

# Prints the last line, `N passed, N failed`; fails where anything did.
finish() {
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" -eq 0 ]
}
