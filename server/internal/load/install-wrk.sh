#!/usr/bin/env bash
# Installs Debian's wrk where it is missing.
set -euo pipefail
command -v wrk >/dev/null && exit
echo "installing: wrk"
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends wrk
