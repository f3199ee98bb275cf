# Compiles each Fortran text by itself, hides all of its symbols but the one that C calls, and links those that compile.
# $1: flags of gfortran, $2: flags of g++ for the driver. What the compiler says of a text is in its .err file, empty where all is well.

one() {
    mkdir "$1.modules"
    if gfortran $FLAGS $2 -J "$1.modules" -c "$1.f90" -o "$1.o" 2>"$1.err"; then
        objcopy --keep-global-symbol="$1" "$1.o" 2>"$1.err"
    else
        test -s "$1.err" || echo "the compiler gave up" >"$1.err"
        rm -f "$1.o"
    fi
}

linked() {
    g++ unit.o s*.o -lgfortran -lquadmath -o unit 2>link.txt
}

FLAGS=$1
g++ $2 -c unit.cpp -o unit.o &
@each@
wait
if ! linked; then
    # Those that call what nobody defines are left out.
    for object in s*.o; do
        if grep -F "$object" link.txt >"${object%.o}.err"; then
            grep -A1 -F "$object" link.txt | grep "undefined reference" >"${object%.o}.err"
            rm "$object"
        fi
    done
    linked || { cat link.txt >&2; exit 1; }
fi
