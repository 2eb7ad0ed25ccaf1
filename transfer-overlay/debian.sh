# What both builds do with Debian packages. Expects TARGET, the folder for their output.
PART=$(basename "$(pwd)")

say() { printf '%s: %s\n' "$PART" "$*"; }
die() { printf '%s: %s\n' "$PART" "$*" >&2; exit 1; }

require_tools() {
  local tool missing=()
  for tool in "$@"; do
    PATH=$PATH:/usr/sbin:/sbin command -v "$tool" >/dev/null || missing+=("$tool")
  done
  [ ${#missing[@]} -eq 0 ] || die "missing commands: ${missing[*]}; install the Debian packages that have them"
}

# Unpacks the candidate versions of PACKAGES into DIRECTORY; downloads are kept for the next build.
unpack() {
  local directory=$1 file uris missing=()
  shift
  uris=$(apt-get -qq download --print-uris "$@" 2>&1) || die "apt does not know them all ($*): $uris; run 'apt-get update'"
  for file in $(awk '{print $2}' <<<"$uris"); do
    [ -e "$TARGET/debs/$file" ] || missing+=("${file%%_*}")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    say "downloading ${missing[*]}"
    (cd "$TARGET/debs" && apt-get -qq download "${missing[@]}" 2>"$TARGET/apt.log") \
      || die "cannot download ${missing[*]}: $(tail -1 "$TARGET/apt.log")"
  fi
  for file in $(awk '{print $2}' <<<"$uris"); do dpkg-deb -x "$TARGET/debs/$file" "$directory"; done
}

# unpack_kernel PACKAGE DIRECTORY: unpacks the kernel image that PACKAGE is or stands for, prints its version.
unpack_kernel() {
  local package
  package=$(apt-cache depends --important "$1" 2>/dev/null | sed -n 's/.*Depends: \(linux-image-[0-9].*\)/\1/p' | head -1)
  [ -n "$package" ] || package=$1
  unpack "$2" "$package" >&2
  /sbin/depmod -b "$2" "${package#linux-image-}"
  echo "${package#linux-image-}"
}

# select_modules ROOT VERSION LIST PLACE: copies the modules that the patterns of LIST name, and those
# that these depend on, to PLACE/lib/modules/VERSION.
select_modules() {
  local root=$1 version=$2 list=$3 place=$4/lib/modules/$2 pattern path patterns
  mapfile -t patterns < <(grep -v '^#' "$list")
  mkdir -p "$place"
  (cd "$root/lib/modules/$version"
    for pattern in "${patterns[@]}"; do
      for path in kernel/$pattern; do sed -n "s#^$path:#$path#p" modules.dep; done
    done | tr ' ' '\n' | sort -u | xargs cp --parents -t "$place"
    cp modules.order modules.builtin modules.builtin.modinfo "$place/")
  /sbin/depmod -b "$4" "$version"
}

# up_to_date OUTPUT INPUT…: whether OUTPUT is newer than every INPUT (files, folders). YUZURI_REBUILD=1
# builds all the same: for new versions of the Debian packages.
up_to_date() {
  local output=$1
  shift
  [ -z "${YUZURI_REBUILD:-}" ] && [ -e "$output" ] && [ -z "$(find "$@" -type f -newer "$output" | head -1)" ]
}
