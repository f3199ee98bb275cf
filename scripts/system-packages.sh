#!/bin/sh
# Installs the compilers where that is possible, else says what is missing and what is lost by it.
#   scripts/system-packages.sh            compilers and sandbox
#   scripts/system-packages.sh browser    what the tests look at an evaluation's report with
install() {
    command -v apt-get > /dev/null || return 1
    if [ "$(id -u)" = 0 ]; then
        apt-get update -q > /dev/null && apt-get install -y -q "$@" > /dev/null
    elif sudo -n true 2> /dev/null; then
        sudo -n apt-get update -q > /dev/null && sudo -n apt-get install -y -q "$@" > /dev/null
    else
        return 1
    fi
}

if [ "${1:-}" = browser ]; then
    command -v chromium > /dev/null || command -v google-chrome > /dev/null && exit 0
    install --no-install-recommends chromium && exit 0
    echo "warning: missing: chromium; without it the filter of the evaluation's report is not tested" >&2
    echo "help: apt-get install chromium" >&2
    exit 0
fi
missing=""
command -v g++ > /dev/null || missing="g++"
command -v gfortran > /dev/null || missing="$missing gfortran"
command -v bwrap > /dev/null || missing="$missing bubblewrap"
[ -z "$missing" ] && exit 0
install $missing && exit 0
echo "warning: missing: $missing; without g++ no C++ and CUDA is compiled, without gfortran no Fortran, without bubblewrap nothing is run" >&2
echo "help: apt-get install $missing" >&2
