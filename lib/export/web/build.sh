#!/bin/sh
# Builds lib/export/viewer.bundle.js from the sources in this folder and from three.js. Needs node, npm and a network.
# Run it after every change here, and commit the bundle: users need no npm.
set -eu
web=$(cd "$(dirname "$0")" && pwd)
work=${WORK:-$(mktemp -d)}
cp "$web"/*.js "$web"/*.css "$web"/package.json "$work"
cd "$work"
[ -d node_modules/three ] || npm install --silent --no-audit --no-fund --no-package-lock
digest=$(cat "$web"/package.json $(ls "$web"/*.css "$web"/*.js | LC_ALL=C sort) | sha256sum | cut -c1-16)
{ echo "/* Built by lib/export/web/build.sh from sources $digest and three.js 0.187.0."; echo; cat node_modules/three/LICENSE; echo "*/"; } > banner.txt
npx esbuild main.js --bundle --minify --format=esm --target=es2022 --charset=utf8 --loader:.css=text \
    --legal-comments=none --banner:js="$(cat banner.txt)" --outfile="$web/../viewer.bundle.js" --log-level=warning
ls -l "$web/../viewer.bundle.js"
