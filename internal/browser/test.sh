#!/bin/sh
# Visits the pages of the demo base in headless Chromium. Where there is no
# Chromium it is installed from Debian if that may be done, else this says so.
# axe-core (MPL-2.0), which looks for what keeps people with a screen reader or a
# keyboard out, comes from npm for the time of the test.
set -eu
cd "$(dirname "$0")/../.."
if ! command -v chromium >/dev/null; then
	if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
		apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null
	fi
fi
if ! command -v chromium >/dev/null; then
	echo 'browser: no chromium here and it may not be installed; the pages were not visited'
	exit 0
fi
if [ -z "${AXE:-}" ]; then
	if ! command -v npm >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
		apt-get update -qq && apt-get install -y -qq --no-install-recommends npm >/dev/null
	fi
	tools=$(mktemp -d)
	trap 'rm -rf "$tools"' EXIT
	if npm install --silent --no-save --no-package-lock --no-audit --no-fund --prefix "$tools" axe-core@4.14.1 >/dev/null; then
		AXE=$tools/node_modules/axe-core/axe.min.js
		export AXE
	else
		echo 'browser: axe-core could not be installed; accessibility is not tested'
	fi
fi
go test -tags browser -count=1 ./internal/browser
