# shellcheck shell=bash
# System packages: what each group is called by each package manager, what is missing, how to install it.

package_manager() {
  local manager
  for manager in apt-get dnf pacman brew; do
    if command -v "$manager" >/dev/null; then
      printf '%s\n' "$manager"
      return
    fi
  done
  printf 'none\n'
}

# packages_of MANAGER GROUP. Only the apt-get names are tried all the time.
# dnf also takes the path of a program, which holds across its releases.
packages_of() {
  case "$1:$2" in
    apt-get:build) echo build-essential pkg-config libssl-dev libwebkit2gtk-4.1-dev librsvg2-dev ;;
    apt-get:test)
      echo webkit2gtk-driver xvfb xauth x11-utils xdotool openbox imagemagick fonts-dejavu-core \
        dbus dbus-x11 gnome-keyring dunst iproute2 procps strace age
      ;;
    apt-get:node) echo nodejs npm ;;
    dnf:build) echo gcc gcc-c++ make pkgconf-pkg-config openssl-devel webkit2gtk4.1-devel librsvg2-devel ;;
    dnf:test)
      echo /usr/bin/WebKitWebDriver /usr/bin/Xvfb /usr/bin/xauth /usr/bin/xprop /usr/bin/xdotool \
        /usr/bin/openbox /usr/bin/import dejavu-sans-fonts /usr/bin/dbus-run-session gnome-keyring /usr/bin/dunst \
        /usr/sbin/ip /usr/bin/pgrep /usr/bin/strace /usr/bin/age
      ;;
    dnf:node) echo nodejs npm ;;
    pacman:build) echo base-devel openssl webkit2gtk-4.1 librsvg ;;
    pacman:test)
      echo webkitgtk-6.0 xorg-server-xvfb xorg-xauth xorg-xprop xdotool openbox imagemagick ttf-dejavu \
        dbus gnome-keyring dunst iproute2 procps-ng strace age
      ;;
    pacman:node) echo nodejs npm ;;
    brew:build) echo openssl@3 pkgconf ;;
    brew:test) echo age imagemagick ;;
    brew:node) echo node ;;
  esac
}

package_is_installed() {
  case "$1" in
    apt-get) [ "$(dpkg-query -W -f='${db:Status-Status}' "$2" 2>/dev/null)" = installed ] ;;
    dnf) rpm -q --whatprovides "$2" >/dev/null 2>&1 ;;
    pacman) pacman -Qq "$2" >/dev/null 2>&1 ;;
    brew) brew list --versions "$2" >/dev/null 2>&1 ;;
  esac
}

missing_packages() {
  local package
  for package in $(packages_of "$1" "$2"); do
    package_is_installed "$1" "$package" || printf '%s ' "$package"
  done
}

# need_packages GROUP: build, test or node.
need_packages() {
  local manager missing
  manager=$(package_manager)
  if [ "$manager" = none ]; then
    note "No package manager that ./dev knows. These Debian packages, or yours like them, are needed:"
    note "$(packages_of apt-get "$1")"
    return
  fi
  missing=$(missing_packages "$manager" "$1")
  if [ -z "$missing" ]; then return; fi
  step "Packages to $(purpose_of "$1")"
  note "Not installed yet: ${missing% }"
  [ "$manager" = brew ] || can_be_root ||
    fail "Installing needs root, and there is no sudo. As root, run: $(install_line "$manager") ${missing% }"
  confirm "Install them with $manager now?" ||
    fail "Run again with --yes, or install them yourself: $(install_line "$manager") ${missing% }"
  # shellcheck disable=SC2086 # a list of package names
  install_packages "$manager" $missing
}

purpose_of() {
  case "$1" in
    build) echo "build the app" ;;
    test) echo "test the app" ;;
    node) echo "check the types of the user interface" ;;
  esac
}

install_line() {
  case "$1" in
    apt-get) echo "apt-get install --no-install-recommends" ;;
    dnf) echo "dnf install" ;;
    pacman) echo "pacman -S --needed" ;;
    brew) echo "brew install" ;;
  esac
}

install_packages() {
  local manager=$1
  shift
  case "$manager" in
    apt-get)
      apt_update_once
      patient_apt install -y --no-install-recommends "$@" || fail "apt-get could not install: $*"
      ;;
    dnf) as_root dnf install -y "$@" ;;
    pacman) as_root pacman -S --needed --noconfirm "$@" ;;
    brew) brew install "$@" ;;
  esac
}

apt_is_updated=false
apt_update_once() {
  if [ "$apt_is_updated" = true ]; then return; fi
  apt_is_updated=true
  patient_apt update || note "Not every package list could be read. Going on with those at hand."
}

# apt-get for a machine that others use too: waits while they hold the lock, and retries a lost download.
patient_apt() {
  local log try other_failures=0
  log=$(mktemp)
  for try in $(seq 1 60); do
    if as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -q \
      -o DPkg::Lock::Timeout=60 -o Acquire::Retries=3 "$@" 2>&1 | tee "$log"; then
      rm -f "$log"
      return 0
    fi
    if grep -qE 'Could not get lock|Unable to (lock|acquire)|frontend lock' "$log"; then
      note "Another program is installing packages. Waiting (try $try of 60)."
    else
      other_failures=$((other_failures + 1))
      if [ "$other_failures" -ge 3 ]; then break; fi
      note "apt-get failed. Trying again."
    fi
    sleep 5
  done
  rm -f "$log"
  return 1
}
