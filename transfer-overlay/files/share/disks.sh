# The server's fixed disks, as the kernel shows them.

# Names (vda nvme0n1 sda…) of everything that is backed by a device, fixed, writable and not empty.
list_disks() {
  local entry
  for entry in /sys/block/*; do
    [ -e "$entry/device" ] || continue
    [ "$(cat "$entry/removable" 2>/dev/null)" != 1 ] || continue
    [ "$(cat "$entry/size")" -gt 0 ] || continue
    case ${entry##*/} in sr*|fd*|mtd*|nbd*) continue ;; esac
    echo "${entry##*/}"
  done
}

disk_size() { echo $(($(cat "/sys/block/$1/size") * 512)); }

# Serial number, from where the kind of disk has it; may be empty.
disk_serial() {
  local entry=/sys/block/$1 serial=
  serial=$(cat "$entry/serial" 2>/dev/null || cat "$entry/device/serial" 2>/dev/null || true)
  if [ -z "$serial" ] && [ -r "$entry/device/vpd_pg80" ]; then serial=$(tail -c +5 "$entry/device/vpd_pg80"); fi
  printf %s "$serial"
}

# Serial number; else the world-wide name, else the kernel's name.
disk_id() {
  local entry=/sys/block/$1 id=
  id=$(disk_serial "$1")
  [ -n "$id" ] || id=$(cat "$entry/wwid" 2>/dev/null || cat "$entry/device/wwid" 2>/dev/null || true)
  id=$(printf %s "$id" | tr -cd 'A-Za-z0-9 ._:-' | sed 's/^ *//; s/ *$//')
  echo "${id:-$1}"
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
