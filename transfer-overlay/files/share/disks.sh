# The server's disks, as the kernel shows them: which are to be erased, which not and why.
SYS=${SYS:-/sys}
DEV=${DEV:-/dev}

# of FILE: its first line; nothing when it is not there or cannot be read.
of() { local line=; read -r line 2>/dev/null < "$1"; printf %s "$line"; }

# why_skipped NAME: why a device is no fixed disk of this server's; nothing when it is one. A reason of the
# contract (SkippedDisk.Reason).
why_skipped() {
  local entry=$SYS/block/$1
  case $1 in sr*|fd*|mtd*|nbd*) echo NOT_A_DISK; return ;; esac
  if [ "$(of "$entry/hidden")" = 1 ]; then echo SAME_DISK
  elif [ "$(of "$entry/removable")" = 1 ]; then echo REMOVABLE
  elif [ "$(of "$entry/size")" -eq 0 ]; then echo EMPTY
  fi
}

# Names (vda nvme0n1 sda…) of everything that is backed by a device.
list_devices() {
  local entry
  for entry in "$SYS"/block/*; do
    [ ! -e "$entry/device" ] || echo "${entry##*/}"
  done
}

# Of these the fixed disks that are not empty; a disk that is reached by two paths is there twice.
list_disks() {
  local name
  for name in $(list_devices); do
    [ -n "$(why_skipped "$name")" ] || echo "$name"
  done
}

disk_size() { echo $(($(of "$SYS/block/$1/size") * 512)); }

# Serial number, from where the kind of disk has it; may be empty.
disk_serial() {
  local entry=$SYS/block/$1 serial=
  serial=$(cat "$entry/serial" 2>/dev/null || cat "$entry/device/serial" 2>/dev/null || true)
  if [ -z "$serial" ] && [ -r "$entry/device/vpd_pg80" ]; then serial=$(tail -c +5 "$entry/device/vpd_pg80"); fi
  printf %s "$serial"
}

# Serial number; else the world-wide name, else the kernel's name. All namespaces of an NVMe controller have its
# serial number: those after the first have their own number behind it, as below /dev/disk/by-id (systemd's
# 60-persistent-storage.rules).
disk_id() {
  local entry=$SYS/block/$1 id= namespace
  id=$(disk_serial "$1")
  [ -n "$id" ] || id=$(cat "$entry/wwid" 2>/dev/null || cat "$entry/device/wwid" 2>/dev/null || true)
  id=$(printf %s "$id" | tr -cd 'A-Za-z0-9 ._:-' | sed 's/^ *//; s/ *$//')
  namespace=$(of "$entry/nsid")
  case $namespace in ''|1) ;; *) id=${id:+${id}_$namespace} ;; esac
  echo "${id:-$1}"
}

# why_not_writable NAME: what keeps a disk from being erased; nothing when nothing does. A write protection of the
# kernel's own is taken away.
why_not_writable() {
  local user
  if [ "$(of "$SYS/block/$1/ro")" = 1 ]; then
    blockdev --setrw "$DEV/$1" 2>/dev/null || true
    [ "$(of "$SYS/block/$1/ro")" != 1 ] || { echo "it is read-only"; return; }
  fi
  for user in "$SYS/block/$1"/holders/* "$SYS/block/$1/$1"*/holders/*; do
    [ ! -e "$user" ] || { echo "it is in use by ${user##*/}"; return; }
  done
  # A mounted disk, or a partition of it.
  user=$(cat /proc/mounts /proc/swaps 2>/dev/null | grep -m 1 "^/dev/$1[p0-9]* ")
  [ -z "$user" ] || echo "it is in use: $user" | cut -c 1-200
}

# is_same_disk NAME OTHER: whether a mark that is written to the first is read from the other, past every cache. Two
# disks may well have one serial number; only what leads to the same sectors is one disk.
is_same_disk() {
  local mark=$RUN/mark
  [ "$(disk_size "$1")" = "$(disk_size "$2")" ] || return 1
  head -c 4096 /dev/urandom > $mark
  $DD if=$mark of="$DEV/$1" bs=4096 count=1 oflag=direct conv=notrunc,fsync status=none 2>/dev/null || return 1
  $DD if="$DEV/$2" of=$mark.read bs=4096 count=1 iflag=direct status=none 2>/dev/null || return 1
  cmp -s $mark $mark.read
}

# Controllers find their disks one after the other: waits until 3 s brought no new one, at most 30 s.
wait_for_disks() {
  local before= now quiet=0 seconds=0
  while [ $seconds -lt 30 ] && { [ $quiet -lt 3 ] || [ -z "$before" ]; }; do
    now=$(list_disks)
    if [ "$now" = "$before" ]; then quiet=$((quiet + 1)); else quiet=0; fi
    before=$now
    sleep 1
    seconds=$((seconds + 1))
  done
}
