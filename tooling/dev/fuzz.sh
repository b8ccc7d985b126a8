# shellcheck shell=bash
# `./dev fuzz`: makes up files for every parser of outside files, led by the code that they reach.

fuzz_targets="ics daylio"
fuzz_seconds=120
# For each target; together four hours of one core.
fuzz_full_seconds=7200
fuzz_findings=out/fuzz
fuzz_outcome="not fuzzed"

# What counts the code that is reached. Stable Rust has all of it but the sanitizers.
fuzz_flags="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares"

fuzz_command() {
  local seconds=${1:-}
  case "$seconds" in
    *[!0-9]*) fail "\"$seconds\" is no number of seconds: ./dev fuzz -- 600" ;;
  esac
  need_rust
  need_packages build
  run_fuzzing "$seconds"
  step "$(fuzzing_in_short)"
  fuzzing_passed
}

fuzzing_in_short() { printf '%s' "$fuzz_outcome"; }

fuzzing_passed() { [ "$fuzz_outcome" = "fuzzing found nothing" ]; }

# fuzz_cargo COMMAND [OPTIONS]. A target is named so that build scripts go without the counters.
fuzz_cargo() {
  local command=$1
  shift
  RUSTFLAGS=$fuzz_flags cargo "$command" --locked --manifest-path tests/fuzz/Cargo.toml \
    --target "$(host)" --target-dir "$(target_dir)/fuzz" "$@"
}

host() { rustc --version --verbose | sed -n 's/^host: //p'; }

# run_fuzzing SECONDS: for each target; empty: as long as is usual.
run_fuzzing() {
  local seconds=$1 target found=""
  if [ -z "$seconds" ]; then
    seconds=$fuzz_seconds
    if [ -n "${EVENKEEL_FULL:-}" ]; then seconds=$fuzz_full_seconds; fi
  fi
  step "Building the fuzz targets"
  if ! fuzz_cargo build --bins; then
    fuzz_outcome="FUZZING DID NOT BUILD"
    return
  fi
  mkdir -p "$fuzz_findings"
  for target in $fuzz_targets; do
    step "Fuzzing $target for $(duration "$seconds")"
    fuzz "$target" "$seconds" || found="$found $target"
  done
  fuzz_outcome="fuzzing found nothing"
  if [ -n "$found" ]; then fuzz_outcome="FUZZING FOUND A FAULT (${found# })"; fi
}

# fuzz TARGET SECONDS. What it learns is kept for the next time; the seeds are only read.
fuzz() {
  local target=$1 log=$fuzz_findings/$1.log program learned file outcome=0
  program=$(target_dir)/fuzz/$(host)/debug/$target
  learned=$(target_dir)/fuzz/learned/$target
  mkdir -p "$learned"
  # The limits: 256 MB for all of it, ten seconds before it counts as hung. That each step takes at
  # most two seconds of processor time is asserted in the target.
  # shellcheck disable=SC2046 # our own folder names, none with a space
  in_a_folder_in_memory nice -n 10 "$program" "$learned" $(seeds_of "$target") \
    -max_total_time="$2" -max_len=16384 -timeout=10 -rss_limit_mb=256 -print_final_stats=1 \
    -dict="tests/fuzz/words/$target.dict" -artifact_prefix="$fuzz_findings/$target-" \
    >"$log" 2>&1 || outcome=1
  note "$(fuzzed_in_short "$log")"
  if [ "$outcome" -eq 0 ]; then return; fi
  grep -vE '^(#[0-9]|INFO|Dictionary)' "$log" | grep -v '^stat::' | tail -n 30
  file=$(sed -n 's/.*Test unit written to //p' "$log")
  note "FOUND A FAULT. The log is $log."
  note "The file that causes it is ${file:-not known}. To try it again:"
  note "${program#"$root"/} ${file:-FILE}"
  return 1
}

seeds_of() {
  echo "tests/fuzz/seeds/$1"
  if [ -d "tests/fixtures/$1" ]; then echo "tests/fixtures/$1"; fi
}

# The vaults of the targets wait for every write to reach the disk.
in_a_folder_in_memory() {
  local folder outcome=0
  if [ -d /dev/shm ] && [ -w /dev/shm ]; then
    folder=$(mktemp -d -p /dev/shm)
  else
    folder=$(mktemp -d)
  fi
  TMPDIR=$folder "$@" || outcome=$?
  rm -rf "$folder"
  return "$outcome"
}

fuzzed_in_short() {
  local files places memory
  files=$(sed -n 's/^stat::number_of_executed_units: *//p' "$1")
  places=$(sed -nE 's/^#[0-9]+.* cov: ([0-9]+) .*/\1/p' "$1" | tail -n 1)
  memory=$(sed -n 's/^stat::peak_rss_mb: *//p' "$1")
  printf '%s files, %s places in the code reached, %s MB at most\n' \
    "${files:-no}" "${places:-no}" "${memory:-no}"
}
