#!/bin/sh
# What ipmi_sim calls for its chassis: ... get|set power|boot [VALUE]. Keeps the state in files.
directory=$(dirname "$0")
case "$*" in
  *"get power"*) echo "power:$(cat "$directory/power" 2>/dev/null || echo 0)" ;;
  *"get boot"*) echo "boot:$(cat "$directory/boot" 2>/dev/null || echo none)" ;;
  *"set power "*) printf '%s' "${*##*set power }" > "$directory/power" ;;
  *"set boot "*) printf '%s' "${*##*set boot }" > "$directory/boot" ;;
esac
