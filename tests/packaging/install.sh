#!/bin/sh
# Install libthresh into an empty prefix and use it as someone else would:
#
#     tests/packaging/install.sh shared|static WORK COMPILER
set -eu
kind=$1 work=$2 compiler=$3
source=$(pwd)
prefix=$work/prefix
rm -rf "$work"
mkdir -p "$work"

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

case $kind in
shared) shared=ON static_flag= ;;
static) shared=OFF static_flag=--static ;;
esac

export CC="$compiler"
# Not optimised: deb.sh looks at what users get.
cmake -S "$source" -B "$work/build" -G Ninja -DCMAKE_BUILD_TYPE=Debug \
    -DBUILD_SHARED_LIBS=$shared -DTHRESH_BUILD_TESTS=OFF \
    -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_INSTALL_LIBDIR=lib
cmake --build "$work/build"
cmake --install "$work/build" >/dev/null

# Through find_package().
cmake -S "$source/tests/consumer" -B "$work/consumer" \
    -DCMAKE_PREFIX_PATH="$prefix"
cmake --build "$work/consumer"
"$work/consumer/consumer" >"$work/found"
cat "$work/found"
grep -q ' csv .*xlsx' "$work/found" || die "its formats are not all there"
grep -q '^2 columns$' "$work/found" || die "it reads no table"

# The examples, as a project of their own.
cmake -S "$source/samples/code" -B "$work/samples" \
    -DCMAKE_PREFIX_PATH="$prefix"
cmake --build "$work/samples"

# Through pkg-config.
export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
flags=$(pkg-config $static_flag --cflags --libs thresh)
eval '"$compiler" "$source/tests/consumer/consumer.c" \
    -o "$work/pc-consumer"' "$flags" # eval: a path may hold a space
LD_LIBRARY_PATH=$prefix/lib "$work/pc-consumer" | cmp - "$work/found" ||
    die "linked through pkg-config it does something else"
version=$("$prefix/bin/thresh" --version | head -n 1)
[ "$version" = "thresh $(pkg-config --modversion thresh)" ] ||
    die "thresh.pc has another version than $version"

# What a shared library exports: the public names, and the linker's own.
if [ "$kind" = shared ]; then
    nm -D --defined-only "$prefix/lib/libthresh.so" |
        awk '$3 !~ /^(thresh_|_)/ { print "exported: " $3; bad = 1 }
             END { exit bad }'
fi
