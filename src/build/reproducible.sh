#!/usr/bin/env bash
# Builds what is committed twice, in folders and time zones of their own, and compares the bytes of all that is published.
# Arguments go to Maven; not -o, with which no list of contents is made.
set -euo pipefail
cd "$(dirname "$0")/../.."
modules=bulk-dsl-testkit,bulk-dsl,bulk-dsl-progressbar,bulk-dsl-micrometer
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() { # folder, time zone, arguments of Maven
  local folder=$work/$1 zone=$2
  shift 2
  mkdir -p "$folder"
  git archive HEAD | tar -x -C "$folder"
  (
    cd "$folder"
    TZ=$zone mvn -B -q "$@" -Prelease -Dmaven.test.skip=true -Dspotless.check.skip=true -pl "$modules" package
    find ./*/target -maxdepth 1 \( -name '*.jar' -o -name 'bom.*' -o -name flattened-pom.xml \) -print0 | sort -z | xargs -0 sha256sum
  ) >"$work/$(basename "$folder").sha256"
}

build first UTC "$@"
build elsewhere/second Pacific/Auckland "$@"
[ "$(wc -l <"$work/first.sha256")" -eq 24 ] || { echo "not four modules of six files" >&2; cat "$work/first.sha256" >&2; exit 1; }
diff "$work/first.sha256" "$work/second.sha256" && cat "$work/first.sha256"
