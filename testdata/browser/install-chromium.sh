#!/usr/bin/env bash
# Installs Debian's Chromium where it is missing.
set -euo pipefail
command -v chromium >/dev/null && exit
echo "installing: chromium"
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation
