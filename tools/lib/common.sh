# Shared by the scripts of tools/. Sourced, never run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
jobs=$(nproc)

build_packages="locales tzdata g++ cmake ninja-build pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libcli11-dev
  libtomlplusplus-dev libyaml-dev nlohmann-json3-dev libfmt-dev libxxhash-dev libdeflate-dev libbrotli-dev
  libssl-dev libutf8proc-dev libstemmer-dev libjpeg62-turbo-dev libpng-dev libwebp-dev libavif-dev libstb-dev libpugixml-dev libcurl4-openssl-dev
  librust-deunicode-dev"
test_packages="libgtest-dev libgmock-dev golang-github-yuin-goldmark-dev clang-format-14 clang-tidy-14 curl git rsync vim-nox emacs-nox wrk procps"

compat_packages="python3 python3-lxml python3-html5lib"

say() { printf '==> %s\n' "$*"; }
fail() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; exit 1; }

# Installs the named Debian packages that are missing; a machine that has them all pays nothing.
need_packages() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "these Debian packages are missing and neither root nor sudo is at hand: ${missing[*]}"
    as_root=(sudo)
  fi
  say "installing ${#missing[@]} packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq || fail "apt-get update failed; is the network up?"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
    >/dev/null || fail "apt-get could not install: ${missing[*]}"
}

npm_folder=$root/build/npm

# install_npm CI_ARGUMENTS...: what tools/npm/package-lock.json names, into build/npm; nothing when that or more is there.
install_npm() {
  local installed
  installed=$(cat "$npm_folder/arguments" 2>/dev/null || echo none)
  cmp -s "$root/tools/npm/package-lock.json" "$npm_folder/package-lock.json" &&
    { [ -z "$installed" ] || [ "$installed" = "$*" ]; } && return
  say "installing npm packages"
  mkdir -p "$npm_folder"
  cp "$root/tools/npm/package.json" "$root/tools/npm/package-lock.json" "$npm_folder/"
  (cd "$npm_folder" && npm ci --silent --no-audit --no-fund --ignore-scripts --omit=optional "$@") || {
    rm -f "$npm_folder/package-lock.json"
    return 1
  }
  echo "$*" >"$npm_folder/arguments"
}

# configure DIR CMAKE_ARGUMENTS...: once; later runs of ninja reconfigure by themselves.
configure() {
  local directory=$1 log
  shift
  [ -f "$directory/build.ninja" ] && return
  mkdir -p "$directory"
  log=$directory/configure.log
  say "configuring ${directory#"$root"/}"
  cmake -S "$root" -B "$directory" -G Ninja "$@" >"$log" 2>&1 || { cat "$log" >&2; fail "cmake failed, see above"; }
}
