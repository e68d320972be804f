# shellcheck shell=bash
# Sourced by quickstart and run-tests, which run under `set -e`: what the build needs from Debian 12, and the
# release build. `root` must name the checkout.
: "${root:?}"

# Why each is needed stands in README.md.
packages=(
  g++ cmake ninja-build pkgconf
  libxapian-dev libicu-dev libstemmer-dev hunspell-ar libsimdjson-dev nlohmann-json3-dev libcli11-dev
  libzstd-dev libgumbo-dev libssl-dev libxxhash-dev libboost-dev libsqlite3-dev zlib1g-dev libarchive-dev
  libgtest-dev libgmock-dev librapidcheck-dev libbenchmark-dev
)

configure_options=()

say() { printf '==> %s\n' "$*"; }

missing_packages() {
  local installed package
  installed=" $(dpkg-query -W -f='${Package}=${db:Status-Status} ' 2>/dev/null || true)"
  for package in "${packages[@]}"; do
    [[ $installed == *" $package=installed "* ]] || printf '%s\n' "$package"
  done
}

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    printf 'These packages are missing and sudo is not installed. As root, run:\n  apt-get install %s\n' \
      "${missing[*]}" >&2
    exit 1
  fi
}

# Installs what is missing; without anything missing no network and no root are needed.
install_packages() {
  local missing
  if ! command -v dpkg-query >/dev/null; then
    say "This is not Debian: please see README.md for the libraries that must be installed."
    return
  fi
  mapfile -t missing < <(missing_packages)
  ((${#missing[@]} > 0)) || return 0
  say "Installing Debian packages: ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

# build_release [TARGET...]: configures and builds the release preset, everything or the targets. The build folder
# remembers the options of configure_options.
build_release() {
  local cache="$root/build/release/CMakeCache.txt" fresh=() targets=()
  # A checkout that was moved or copied together with its build folder would be refused by CMake.
  if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
    fresh=(--fresh)
  fi
  if (($# > 0)); then targets=(--target "$@"); fi
  say "Building in build/release"
  (
    cd "$root" || exit
    cmake --preset release "${fresh[@]}" "${configure_options[@]}" --log-level=WARNING
    cmake --build --preset release --parallel "$(nproc)" "${targets[@]}"
  )
}
