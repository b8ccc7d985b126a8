# shellcheck shell=bash
# `./dev test`: the checks, then every test of the workspace, then the fuzz targets.

test_command() {
  local started=$SECONDS log=out/test.log outcome=0
  need_checkers
  need_packages test
  run_checks

  step "Building the app and its tests"
  cargo build --workspace --all-targets || fail "The build failed. No test was run. $(checks_in_short)"

  step "Tests"
  mkdir -p out
  EVENKEEL_BIN="$(target_dir)/debug/evenkeel" \
    cargo test --workspace --no-fail-fast -- "$@" 2>&1 | tee "$log" || outcome=1
  # Tests that were asked for by name come without it.
  if [ $# -eq 0 ]; then run_fuzzing ""; fi
  step "$(tests_in_short "$log" "$outcome") · $(checks_in_short) · $(fuzzing_in_short) · $(duration $((SECONDS - started)))"
  note "The log is in $log."
  [ "$outcome" -eq 0 ] && checks_passed && { [ $# -gt 0 ] || fuzzing_passed; }
}

# Adds up the result lines of all test binaries.
tests_in_short() {
  local passed failed ignored verdict="Tests passed"
  read -r passed failed ignored < <(
    sed -nE 's/^test result: .* ([0-9]+) passed; ([0-9]+) failed; ([0-9]+) ignored;.*/\1 \2 \3/p' "$1" |
      awk '{ p += $1; f += $2; i += $3 } END { print p + 0, f + 0, i + 0 }'
  )
  if [ "$2" -ne 0 ]; then verdict="TESTS FAILED"; fi
  printf '%s: %s passed, %s failed, %s ignored' "$verdict" "$passed" "$failed" "$ignored"
}

duration() { printf '%d min %d s' $(($1 / 60)) $(($1 % 60)); }
