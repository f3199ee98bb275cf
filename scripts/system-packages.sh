#!/bin/sh
# Installs the compilers where that is possible, else says what is missing and what is lost by it.
missing=""
command -v g++ > /dev/null || missing="g++"
command -v gfortran > /dev/null || missing="$missing gfortran"
command -v bwrap > /dev/null || missing="$missing bubblewrap"
[ -z "$missing" ] && exit 0
if command -v apt-get > /dev/null; then
    if [ "$(id -u)" = 0 ]; then
        apt-get update -q > /dev/null && apt-get install -y -q $missing > /dev/null && exit 0
    elif sudo -n true 2> /dev/null; then
        sudo -n apt-get update -q > /dev/null && sudo -n apt-get install -y -q $missing > /dev/null && exit 0
    fi
fi
echo "warning: missing: $missing; without g++ no C++ and CUDA is compiled, without gfortran no Fortran, without bubblewrap nothing is run" >&2
echo "help: apt-get install $missing" >&2
