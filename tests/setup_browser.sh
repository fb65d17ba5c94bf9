#!/bin/sh
# Finds a Chromium for the widget tests; installs Debian's only when asked (INSTALL_CHROMIUM=1) and allowed (root).
# Never fails: without a browser those tests skip with the reason.
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then echo "browser tests: $(command -v "$name")"; exit 0; fi
done
if [ "${INSTALL_CHROMIUM:-0}" != 1 ]; then
    echo "browser tests will skip: no Chromium (INSTALL_CHROMIUM=1 make test installs it on Debian, as root)"; exit 0
fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "browser tests will skip: Chromium can only be installed as root with apt-get"; exit 0
fi
export DEBIAN_FRONTEND=noninteractive
{ apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core; } >/tmp/chromium-install.log 2>&1 \
    && echo "browser tests: $(command -v chromium)" \
    || echo "browser tests will skip: apt-get could not install chromium ($(tail -n 1 /tmp/chromium-install.log))"
exit 0
