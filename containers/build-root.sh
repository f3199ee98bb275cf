#!/bin/sh
# Builds the root file system that every sandbox engine can serve from, out of Debian packages and without a registry.
#   containers/build-root.sh root.tar           needs mmdebstrap; podman and docker get it as an image where they answer
#   mkdir root && tar -xf root.tar -C root --exclude='./dev/*'     for bubblewrap, which otherwise takes the host's /usr
set -eu
archive=${1:?"usage: containers/build-root.sh ROOT.tar"}
suite=${SUITE:-bookworm}
image=localhost/hpc-translate-root
here=$(dirname "$0")

command -v mmdebstrap > /dev/null || {
    echo "error: mmdebstrap is missing" >&2
    echo "help: apt-get install mmdebstrap, or build containers/Containerfile where a registry can be reached" >&2
    exit 3
}
unfinished=$archive.part
trap 'rm -f "$unfinished"' EXIT
mmdebstrap --variant=minbase --format=tar --include="$(paste -sd, "$here/packages.txt")" \
    --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    "$suite" "$unfinished"
mv "$unfinished" "$archive"

for engine in podman docker; do
    if command -v "$engine" > /dev/null && "$engine" info > /dev/null 2>&1; then
        "$engine" import "$archive" "$image" > /dev/null && echo "$engine: image $image"
    else
        echo "$engine: not there or not answering, no image made"
    fi
done
echo "bubblewrap: mkdir root && tar -xf $archive -C root --exclude='./dev/*'"
