#!/bin/sh
# Make the Debian package and look at what it holds and needs:
#
#     tests/packaging/deb.sh WORK
set -eu
work=$1
rm -rf "$work"

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

umask 077 # which must not show in the package
cmake --preset deb -B "$work/build"
cmake --build "$work/build"
(cd "$work/build" && cpack -G DEB)
deb=$(echo "$work"/build/*.deb)

dpkg-deb -I "$deb"
dpkg-deb -x "$deb" "$work/root"
for wanted in bin/thresh 'lib/*/libthresh.so.0' 'lib/*/pkgconfig/thresh.pc' \
    'lib/*/cmake/thresh/thresh-config.cmake' include/thresh/thresh.h \
    share/man/man1/thresh.1 share/bash-completion/completions/thresh \
    share/zsh/site-functions/_thresh \
    share/fish/vendor_completions.d/thresh.fish share/doc/thresh/LICENSE \
    share/doc/thresh/samples/immigration-2007.txt; do
    # A pattern: not quoted.
    ls -d "$work/root/usr/"$wanted >/dev/null || die "no $wanted"
done

dpkg-deb -c "$deb" | grep '^d' | grep -v '^drwxr-xr-x' &&
    die "these folders are not open to all"

depends=$(dpkg-deb -f "$deb" Depends)
for library in libc6 libcsv3 libutf8proc2 libxlsxwriter; do
    case $depends in
    *"$library"*) ;;
    *) die "it does not depend on $library: $depends" ;;
    esac
done

LD_LIBRARY_PATH=$(echo "$work"/root/usr/lib/*-linux-*) \
    "$work/root/usr/bin/thresh" --version
