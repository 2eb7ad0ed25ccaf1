# What disks hide from the operating system, who would neither see nor erase it.

# Before the driver of ATA disks is loaded: it takes a Host Protected Area away, until the next power cycle
# (kernel-parameters: libata.ignore_hpa).
show_protected_areas() {
  local root
  for root in $TREES; do
    $YUZURI/sbin/modprobe -q -d "$root" libata ignore_hpa=1 2>> $LOG/modules.log || true
  done
}

# hidden_sectors NAME: what an ATA disk hides (HPA or Accessible Max Address, DCO); nothing when it hides nothing. The
# kernel names the vendor of every ATA disk "ATA" (SCSI/ATA Translation), whichever adapter it is at.
hidden_sectors() {
  local device=$DEV/$1 says sectors native
  case $(of "$SYS/block/$1/device/vendor") in ATA*) ;; *) return 0 ;; esac
  # In units of the disk's own: "max sectors = VISIBLE/NATIVE, HPA is disabled"; without NATIVE when it has no such area.
  says=$(hdparm -N "$device" 2>/dev/null | grep 'max sectors')
  [ -n "$says" ] || { echo "it cannot be asked for what it hides"; return; }
  sectors=$(echo "$says" | sed -n 's/.*max sectors *= *\([0-9]*\).*/\1/p')
  native=$(echo "$says" | sed -n 's/.*max sectors *= *[0-9]*\/\([0-9]*\).*/\1/p')
  says=$(hdparm -I "$device" 2>/dev/null)
  if [ -n "$native" ]; then
    [ "$native" -eq "$sectors" ] || echo "it shows $sectors of $native sectors (HPA)"
  elif echo "$says" | grep -q '\*.*Host Protected Area'; then
    echo "it may have a protected area (HPA) and does not tell its native size"
  fi
  if echo "$says" | grep -q '\*.*Device Configuration Overlay'; then
    native=$(hdparm --dco-identify "$device" 2>/dev/null | sed -n 's/.*Real max sectors: *\([0-9]*\).*/\1/p')
    if [ -z "$native" ]; then
      echo "it may have a configuration overlay (DCO) and does not tell its real size"
    elif [ "$native" -gt "${sectors:-0}" ]; then
      echo "it shows ${sectors:-an unknown number} of $native sectors (DCO)"
    fi
  fi
}

list_controllers() {
  local entry
  for entry in "$SYS"/class/nvme/nvme*; do
    [ ! -e "$entry" ] || echo "${entry##*/}"
  done
}

# id_controller NAME FIELD
id_controller() { nvme id-ctrl "$DEV/$1" 2>/dev/null | sed -n "s/^$2 *: *\([0-9xa-f]*\).*/\1/p"; }

# list_namespaces NAME [--all]: numbers, as in "[   0]:0x1".
list_namespaces() { nvme list-ns "$DEV/$1" $2 2>/dev/null | sed -n 's/^\[ *[0-9]*\]: *0*x*0*\([0-9a-f]*\) *$/\1/p'; }

# hidden_namespaces CONTROLLER: namespaces that exist and are not attached; nothing when there are none, or it manages
# no namespaces (OACS bit 3; NVM Express 2.0, "Identify Controller Data Structure").
hidden_namespaces() {
  local all attached number hidden= manages
  manages=$(id_controller "$1" oacs)
  [ -n "$manages" ] || { echo "it cannot be asked for what it hides"; return; }
  [ $((manages & 8)) -ne 0 ] || return 0
  all=$(list_namespaces "$1" --all)
  attached=" $(list_namespaces "$1" | tr '\n' ' ')"
  [ -n "$all" ] || { echo "it does not tell its namespaces"; return; }
  for number in $all; do
    case $attached in *" $number "*) ;; *) hidden="$hidden $number" ;; esac
  done
  [ -z "$hidden" ] || echo "namespaces that are not attached:$hidden"
}

# unallocated CONTROLLER: bytes that belong to no namespace; nothing when there are none, or it does not say.
unallocated() {
  local bytes
  bytes=$(id_controller "$1" unvmcap)
  case $bytes in ''|0) ;; *) echo "$bytes" ;; esac
}
