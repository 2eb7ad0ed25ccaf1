# Kernel modules: out of the overlay's own tree if it has the module, else out of the tenant's.
# Names with their path: busybox's shell runs its own modprobe for the bare name.
KERNEL=$(uname -r)
TREES=

find_module_trees() {
  local root
  for root in $YUZURI /; do
    [ -d "${root%/}/lib/modules/$KERNEL" ] || continue
    [ -s "${root%/}/lib/modules/$KERNEL/modules.dep" ] || $YUZURI/sbin/depmod -b "$root" "$KERNEL" 2>> $LOG/modules.log
    TREES="$TREES $root"
  done
  [ -n "$TREES" ] || say "no kernel modules for $KERNEL in the initrd; relying on what the kernel has built in"
}

# Loads all of MODULES that can be loaded; whether that was enough shows later, by its effect.
load() {
  local root
  for root in $TREES; do
    $YUZURI/sbin/modprobe -q -a -d "$root" "$@" 2>> $LOG/modules.log || true
  done
}

# has_module NAME: whether the kernel has what goes by this name, a module or an alias. Nothing is loaded. The list of
# aliases is asked first: to start kmod takes an emulated server a tenth of a second.
has_module() {
  local root
  for root in $TREES; do
    grep -qsF "alias $1 " "${root%/}/lib/modules/$KERNEL/modules.alias" && return 0
  done
  for root in $TREES; do
    $YUZURI/sbin/modprobe -n -q -d "$root" "$1" 2>> $LOG/modules.log && return 0
  done
  return 1
}

# Loads the drivers of the devices of PCI CLASSES (first digits of the class code) and of
# everything on the paravirtual buses.
load_drivers() {
  local class device is alias aliases=
  for device in /sys/bus/pci/devices/*; do
    read -r is 2>/dev/null < "$device/class" || continue
    for class in "$@"; do
      case $is in
        0x$class*) read -r alias < "$device/modalias" && aliases="$aliases $alias" ;;
      esac
    done
  done
  load $aliases
  aliases=$(cat /sys/bus/virtio/devices/*/modalias /sys/bus/vmbus/devices/*/modalias 2>/dev/null)
  [ -z "$aliases" ] || load $aliases
}

# While an SA is added the kernel asks for algorithms by itself; its helper must be ours.
serve_kernel_requests() {
  cat /proc/sys/kernel/modprobe > $RUN/modprobe.before 2>/dev/null || return 0
  echo "$TREES" > $RUN/module-trees
  echo $YUZURI/sbin/modprobe-for-kernel > /proc/sys/kernel/modprobe
}

restore_kernel_requests() {
  [ ! -s $RUN/modprobe.before ] || cat $RUN/modprobe.before > /proc/sys/kernel/modprobe
}
