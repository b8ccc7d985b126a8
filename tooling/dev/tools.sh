# shellcheck shell=bash
# Rust, Node and what comes from their registries.

cargo_deny_version=0.20.2

need_rust() {
  local wanted found
  if ! command -v cargo >/dev/null && [ -x "${CARGO_HOME:-$HOME/.cargo}/bin/cargo" ]; then
    PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
  fi
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  command -v rustc >/dev/null ||
    fail "Rust is missing. Get version $wanted or newer from https://rustup.rs, then run this again."
  found=$(rustc --version | cut -d' ' -f2)
  at_least "$found" "$wanted" ||
    fail "Rust $found is too old; $wanted or newer is needed. With rustup: rustup update stable"
}

# at_least FOUND WANTED: compares major and minor version.
at_least() {
  local found_major found_minor wanted_major wanted_minor
  IFS=. read -r found_major found_minor _ <<<"$1"
  IFS=. read -r wanted_major wanted_minor _ <<<"$2"
  [ "$found_major" -gt "$wanted_major" ] ||
    { [ "$found_major" -eq "$wanted_major" ] && [ "${found_minor:-0}" -ge "${wanted_minor:-0}" ]; }
}

need_rust_checkers() {
  if cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; then return; fi
  command -v rustup >/dev/null ||
    fail "rustfmt or clippy is missing. Install them the way you installed Rust."
  step "Rust's formatter and linter"
  confirm "Install them with rustup now?" || fail "Run: rustup component add rustfmt clippy"
  rustup component add rustfmt clippy
}

need_node() {
  if node_is_new_enough; then return; fi
  need_packages node
  node_is_new_enough ||
    fail "Node 18 or newer with npm is needed for the checks of the user interface: https://nodejs.org"
}

node_is_new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null && at_least "$(node -p process.versions.node)" 18
}

need_node_packages() {
  if [ tooling/node_modules/.package-lock.json -nt tooling/package-lock.json ]; then return; fi
  step "Development tools from npm"
  (cd tooling && npm ci --no-audit --no-fund)
  touch tooling/node_modules/.package-lock.json
}

need_cargo_deny() {
  local found
  found=$(cargo deny --version 2>/dev/null | cut -d' ' -f2) || found=""
  if [ -n "$found" ] && at_least "$found" "$cargo_deny_version"; then return; fi
  step "cargo-deny, which checks licences and advisories"
  confirm "Build and install it with cargo now? It takes about two minutes." ||
    fail "Run: cargo install cargo-deny --locked --version $cargo_deny_version"
  # An unoptimised build takes a third of the time, and runs in seconds.
  cargo install cargo-deny --locked --version "$cargo_deny_version" --debug --force
  command -v cargo-deny >/dev/null || PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH"
}

target_dir() {
  cargo metadata --no-deps --format-version 1 | sed 's/.*"target_directory":"\([^"]*\)".*/\1/'
}
