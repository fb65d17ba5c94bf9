#!/bin/sh
# Gets Khronos' glTF validator from npm, for tests/test_gltf.py. Never fails: without it that test
# skips with the reason.
tools="${GLTF_TOOLS:-$(dirname "$0")/artefacts/gltf_tools}"
[ -d "$tools/node_modules/gltf-validator" ] && exit 0
if ! command -v npm >/dev/null 2>&1; then
    echo "the glTF validator's test will skip: no npm (nodejs.org, or the system's packages)"; exit 0
fi
mkdir -p "$tools"
npm install --silent --no-audit --no-fund --prefix "$tools" gltf-validator@2.0.0-dev.3.10 \
    >"$tools/npm.log" 2>&1 || echo "the glTF validator's test will skip: npm could not install it"
exit 0
