# shellcheck shell=bash
# `./dev check`: runs every check, says at the end which failed.

advisory_database=https://github.com/RustSec/advisory-db
fix_first=false
failed_checks=()
advisories="not checked"

check_command() {
  need_checkers
  if [ "$fix_first" = true ]; then fix_what_can_be; fi
  run_checks
  step "$(checks_in_short)"
  checks_passed
}

checks_passed() { [ ${#failed_checks[@]} -eq 0 ]; }

need_checkers() {
  need_rust
  need_packages build
  need_rust_checkers
  need_node
  need_node_packages
  need_cargo_deny
}

run_biome() {
  local command=$1
  shift
  tooling/node_modules/.bin/biome "$command" --config-path=tooling "$@" ui tooling
}

fix_what_can_be() {
  step "Formatting, and fixing what can be fixed"
  cargo fmt --all
  cargo fmt --manifest-path tests/fuzz/Cargo.toml
  run_biome check --write || true
}

run_checks() {
  check "Rust: formatting" rust_is_formatted
  check "User interface: formatting and lints" run_biome ci --error-on-warnings
  check "User interface: types" tooling/node_modules/.bin/tsc --project tooling
  check "User interface: tests in Node" run_node_tests
  check "Licences, sources and banned crates" dependencies_are_allowed
  check_advisories
  # Last, because it takes longest.
  check "Rust: lints" cargo clippy --workspace --all-targets -- -D warnings
  check "Rust: lints of the fuzz targets" fuzz_cargo clippy --all-targets -- -D warnings
}

# The fuzz targets are a workspace of their own.
rust_is_formatted() {
  cargo fmt --all --check && cargo fmt --manifest-path tests/fuzz/Cargo.toml --check
}

dependencies_are_allowed() {
  cargo deny check licenses sources bans &&
    cargo deny --manifest-path tests/fuzz/Cargo.toml --config deny.toml \
      check --allow unused-wrapper licenses sources bans
}

check() {
  local title=$1
  shift
  step "$title"
  if "$@"; then
    note "ok"
  else
    failed_checks+=("$title")
    note "FAILED"
  fi
}

run_node_tests() {
  local tests options="--test --test-reporter=spec" as_modules=--experimental-default-type=module
  tests=$(find tooling/tests -name '*.test.js' | LC_ALL=C sort)
  # Node 18 must be told that ui/js holds modules. Versions without the option see it for themselves.
  if node "$as_modules" --eval "" 2>/dev/null; then options="$as_modules $options"; fi
  # shellcheck disable=SC2086 # options, and our own file names, none with a space
  node $options $tests
}

# The advisory database is a git repository. Where it cannot be fetched, a copy at most thirty
# days old will do (deny.toml sets the limit); with neither, the check did not happen and says so.
check_advisories() {
  local fetched=true title="Known vulnerabilities (RustSec advisories)"
  step "$title"
  fetch_advisories || fetched=false
  if [ "$fetched" = false ] && ! local_advisories_are_usable; then
    advisories="NOT CHECKED, the database could not be fetched"
    note "NOT CHECKED. The database could not be fetched from github.com, and no recent copy is here."
    note "Run ./dev check again where github.com can be reached, before a release at the latest."
    return
  fi
  if cargo deny --offline check advisories &&
    cargo deny --offline --manifest-path tests/fuzz/Cargo.toml --config deny.toml check advisories; then
    advisories="checked"
    if [ "$fetched" = false ]; then advisories="checked against an older copy of the database"; fi
    note "ok, $advisories"
  else
    advisories="FAILED"
    failed_checks+=("$title")
    note "FAILED"
  fi
}

# A failed fetch would still date the old copy anew, so it is tried only where the server answers.
fetch_advisories() {
  local limit=()
  if command -v timeout >/dev/null; then limit=(timeout 60); fi
  export GIT_TERMINAL_PROMPT=0
  ${limit[@]+"${limit[@]}"} git ls-remote "$advisory_database" HEAD >/dev/null 2>&1 &&
    cargo deny --log-level off fetch db >/dev/null 2>&1
}

# Exit code 1 without a diagnostic means that the database itself could not be opened.
local_advisories_are_usable() {
  local output
  output=$(cargo deny --offline --format json check advisories 2>&1) && return
  grep -q '"type":"diagnostic"' <<<"$output"
}

checks_in_short() {
  local list
  if checks_passed; then
    printf 'Checks passed'
  else
    list=$(printf '; %s' "${failed_checks[@]}")
    printf 'CHECKS FAILED (%s)' "${list#; }"
  fi
  printf ' · advisories: %s\n' "$advisories"
}
