#!/bin/sh
# Part of kernel-translate, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Makes a Debian 12 machine ready and builds: `setup.sh`, or `setup.sh --test` for what the tests need besides.
# Does only what is left to do, so that a second run takes seconds.
set -eu
cd "$(dirname "$0")/.."

say() { printf '== %s\n' "$*"; }

packages="cmake ninja-build ccache g++ clang-22 lld-22 llvm-22 llvm-22-dev llvm-22-tools libclang-22-dev
  nlohmann-json3-dev libgtest-dev libgmock-dev zlib1g-dev libzstd-dev python3"
test_packages="python3-venv python3-numpy clang-format-22 ca-certificates"

for_tests=no
case "${1:-}" in
  --test) for_tests=yes; packages="$packages $test_packages" ;;
  '') ;;
  *) echo "usage: utils/setup.sh [--test]" >&2; exit 2 ;;
esac

# Debian packages
# ---------------
missing=
for package in $packages; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done

if [ -n "$missing" ]; then
  as_root=
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "as root, please: apt-get install$missing" >&2; exit 3; }
    as_root=sudo
  fi
  say "installing$missing"
  $as_root apt-get -q update
  # shellcheck disable=SC2086 # the list is meant to be split
  if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qy install --no-install-recommends $missing; then
    echo "LLVM 22 for Debian 12 comes with bookworm-security: see that apt's sources name it" >&2
    exit 3
  fi
fi

# Build
# -----
say "building into build/"
mkdir -p build
cmake --preset release >build/configure.log 2>&1 || { cat build/configure.log; exit 3; }
cmake --build --preset release --parallel "$(nproc)"

# Warp, whose kernels and numbers some tests compare with
# -------------------------------------------------------
if [ "$for_tests" = yes ]; then
  python=build/venv/bin/python
  has_warp() { "$python" -c 'import importlib.metadata as m; assert m.version("warp-lang") == "1.10.1"'; }
  if ! has_warp 2>/dev/null; then
    say "fetching warp-lang 1.10.1 into build/venv"
    # Debian's own interpreter, so that Debian's numpy is seen.
    { [ -x "$python" ] || /usr/bin/python3 -m venv --system-site-packages build/venv; } &&
      "$python" -m pip --disable-pip-version-check -q install --timeout 10 --retries 1 warp-lang==1.10.1 ||
      say "there is no way to warp-lang from here: the tests that compare with it will be skipped"
  fi
fi
