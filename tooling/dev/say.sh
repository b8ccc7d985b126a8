# shellcheck shell=bash
# Messages and questions. Sourced by ./dev.

assume_yes=false

bold="" plain=""
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
  bold=$'\033[1m' plain=$'\033[0m'
fi

step() { printf '\n%s== %s%s\n' "$bold" "$*" "$plain"; }
note() { printf '   %s\n' "$*"; }

fail() {
  printf '\ndev: %s\n' "$*" >&2
  exit 1
}

# Asks once. Without anybody to ask, only --yes or CI=true count as a yes.
confirm() {
  local answer
  if [ "$assume_yes" = true ]; then return 0; fi
  if [ ! -t 0 ]; then
    [ "${CI:-}" = true ]
    return
  fi
  printf '   %s [Y/n] ' "$1"
  read -r answer || return 1
  case "$answer" in
    "" | y | Y | yes | Yes) return 0 ;;
    *) return 1 ;;
  esac
}

can_be_root() { [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}
