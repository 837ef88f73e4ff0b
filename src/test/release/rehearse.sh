#!/usr/bin/env bash
# Makes a release twice, publishing nothing, and holds the two against each other. rehearse.sh [FOLDER], which is made and left there.
set -euo pipefail

root=$(cd "$(dirname "$0")/../../.." && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd)

fail() {
  echo "rehearse.sh: $*" >&2
  exit 1
}

# A key that signs nothing but this, in a key ring of its own.
GNUPGHOME=$(mktemp -d)
export GNUPGHOME
trap 'gpgconf --kill all; rm -rf "$GNUPGHOME"' EXIT
gpg --quiet --batch --passphrase '' --quick-generate-key 'rehearsal <rehearsal@example.invalid>' ed25519 sign 1d

build() { # FOLDER MVN-OPTION...
  local folder=$1
  shift
  rm -rf "$folder"
  mkdir -p "$folder"
  (cd "$root" && git ls-files -z --cached --others --exclude-standard | tar -c --null --ignore-failed-read -T -) | tar -x -C "$folder"
  (cd "$folder" && mvn -q -B ${MVN_OPTIONS:-} -Prelease,relocated -Drelease.url=https://example.org -Drelease.scm=https://example.org/x.git \
    -Drelease.issues=https://example.org/issues -Dmaven.test.skip -Dinvoker.skip -Dspotless.check.skip "$@" verify)
}

# Who may read a file is part of a jar, and the archiver takes that from the files: the same umask for both.
umask 022
# shellcheck disable=SC2030,SC2031 # each build has its own world
(TZ=UTC LC_ALL=C.UTF-8 build "$work/one")
# shellcheck disable=SC2030,SC2031
(TZ=Pacific/Kiritimati LC_ALL=POSIX build "$work/another place/two" -Duser.language=tr -Duser.country=TR)

one=$work/one/target two="$work/another place/two/target"
version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$root/pom.xml" | head -1)
name=hopwise-$version

for file in "$name".jar "$name"-sources.jar "$name"-javadoc.jar "$name".pom bom.json bom.xml; do
  [[ -s $one/$file.asc ]] || fail "$file is not signed"
done
for signature in "$one"/*.asc; do
  gpg --quiet --batch --verify "$signature" "${signature%.asc}" 2>"$work/gpg.log" || fail "$(cat "$work/gpg.log")"
  echo "signed    $(basename "${signature%.asc}")"
done

differing=0
for file in "$one"/*.jar "$one"/bom.json "$one"/bom.xml; do
  if cmp -s "$file" "$two/$(basename "$file")"; then
    echo "same      $(sha256sum <"$file" | cut -c -16)  $(basename "$file")"
  else
    echo "differing $(basename "$file")"
    differing=$((differing + 1))
  fi
done
[[ $differing == 0 ]] || fail "$differing files depend on who builds them, when or where"
