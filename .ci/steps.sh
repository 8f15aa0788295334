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

# debian PACKAGE COMMAND: installs a Debian package when its command is missing.
debian() {
  command -v "$2" >/dev/null || install_debian "$1"
}

install_debian() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq "$@" >/dev/null
}

# emacs_clients: installs Emacs with both of its language clients; eglot is a part of Emacs 29 and later.
emacs_clients() {
  emacs_has lsp-mode || install_debian emacs-nox elpa-lsp-mode
  emacs_has eglot || install_debian elpa-eglot
}

emacs_has() {
  emacs --batch --eval "(progn (require 'package) (package-initialize) (require '$1))" >/dev/null 2>&1
}
