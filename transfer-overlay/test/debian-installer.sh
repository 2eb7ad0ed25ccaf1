# Debian's own network installer, kernel and initrd untouched, behind the overlay: booted by PXE with a
# synthesized plan, it configures the NIC again, mounts its own /run, and must ask the tenant's repository
# for its components through the tunnel. For scenarios; these set DIALECT, ARGUMENTS and write_settings.
IMAGES=/usr/lib/debian-installer/images/12/amd64/text/debian-installer/amd64
SUITE=bookworm
INDEX=main/debian-installer/binary-amd64/Packages.xz
# A component that every installation needs.
NEEDED=apt-setup-udeb

# Out here is the network that the scenario's own parts come from.
prepare_outside() {
  [ -r "$IMAGES/linux" ] || { echo "the package debian-installer-12-netboot-amd64 is missing" >&2; exit 1; }
  mkdir -p "$WORK/agent" "$WORK/boot"
  fetch_index
  add_modules
  write_facts > "$WORK/facts.json"
  write_settings > "$WORK/tenant.settings"
  "$HERE/../../bin/ks" plan --facts "$WORK/facts.json" --release "$DIALECT" "$WORK/tenant.settings" > "$WORK/agent/settings"
}

# from_archive PATH FILE: a file of the Debian archive that this machine's apt uses.
from_archive() {
  local archive
  archive=$(apt-get indextargets --format '$(REPO_URI)' "Created-By: Packages" "Codename: $SUITE" "Component: main" | head -n 1)
  mkdir -p "$(dirname "$2")"
  /usr/lib/apt/apt-helper -qq download-file "${archive%/}/$1" "$2" 2>> "$WORK/apt.log"
}

# The signed index of the installer's components, as the tenant's repository has it.
fetch_index() {
  local suite=$WORK/site/debian/dists/$SUITE name
  for name in Release Release.gpg $INDEX main/binary-amd64/Release; do
    from_archive "dists/$SUITE/$name" "$suite/$name" || { tail -n 1 "$WORK/apt.log" >&2; exit 1; }
  done
  gpgv -q --keyring /usr/share/keyrings/debian-archive-keyring.gpg "$suite/Release.gpg" "$suite/Release" 2>> "$WORK/apt.log"
  grep -q "$(sha256sum "$suite/$INDEX" | cut -c 1-64) .* $INDEX\$" "$suite/Release"
  if component $NEEDED "$WORK/component.udeb"; then echo all; else echo none; fi > "$WORK/components"
}

# component NAME FILE: a component of the installer, if the archive has it, with its checksum verified.
component() {
  local path sum
  read -r path sum < <(xzcat "$WORK/site/debian/dists/$SUITE/$INDEX" \
    | awk -v name="$1" '$1 == "Package:" { found = $2 == name } found && $1 == "Filename:" { path = $2 } found && $1 == "SHA256:" { print path, $2 }')
  from_archive "$path" "$2" && echo "$sum  $2" | sha256sum --quiet --check -
}

# The installer kernel's own modules, out of the package with the same version.
add_modules() {
  local version tree=$WORK/modules
  version=$(file -bL "$IMAGES/linux" | sed -n 's/.*version \([^ ]*\) .*/\1/p')
  mkdir -p "$tree/deb" "$tree/out"
  (cd "$tree" && apt-get -qq download "linux-image-$version" 2>apt.log && dpkg-deb -x linux-image-*.deb deb)
  /sbin/depmod -b "$tree/deb" "$version"
  TARGET=$tree
  . "$HERE/../debian.sh"
  select_modules "$tree/deb" "$version" "$HERE/esp-modules.txt" "$tree/out/yuzuri"
  rm -r "$tree/deb"
}

write_facts() {
  cat <<FACTS
{"hostname": "lent-17", "boot_mode": "bios", "console": "ttyS0", "hooks": {}, "tenant_range": "10.30.0.0/16",
 "nics": [{"mac": "52:54:00:00:00:11", "address": "192.0.2.17/24", "gateway": "192.0.2.1", "dns": ["192.0.2.1"]}],
 "disks": [{"id": "virtio-lent17a", "device": "/dev/vda", "size_gib": 4}]}
FACTS
}

# What the lender's DHCP and HTTP do for a server: here one dnsmasq with a script for its iPXE.
serve_boot_files() {
  cp -L "$IMAGES/linux" "$IMAGES/initrd.gz" "$OVERLAY/overlay.cpio.gz" "$WORK/transfer.cpio" "$WORK/boot/"
  archive "$WORK/modules/out" "$WORK/boot/modules.cpio"
  {
    echo '#!ipxe'
    echo "kernel linux console=ttyS0 no_timer_check priority=critical locale=en_US keymap=us ipv6.disable=1 DEBIAN_FRONTEND=text $ARGUMENTS rdinit=/yuzuri/init"
    printf 'initrd %s\n' initrd.gz "${TENANT_INITRDS[@]}" modules.cpio overlay.cpio.gz transfer.cpio
    echo boot
  } > "$WORK/boot/script.ipxe"
  ip netns exec lender dnsmasq --no-daemon --port=0 --conf-file=/dev/null --user=root --group=root --interface=br-boot \
    --dhcp-range=192.0.2.0,static,255.255.255.0,1h --dhcp-host=$MAC,192.0.2.17 --dhcp-option=3,192.0.2.1 --dhcp-option=6,192.0.2.1 \
    --dhcp-leasefile="$WORK/leases" --enable-tftp --tftp-root="$WORK/boot" --dhcp-boot=script.ipxe > "$WORK/dnsmasq.log" 2>&1 &
}

run_scenario() {
  local installer
  start_repository "$WORK/site"
  write_transfer install /init
  serve_boot_files
  qemu-img create -q -f qcow2 "$WORK/disk.qcow2" 4G
  BOOT_ROM=bootindex=1 boot 2700 "$WORK/console.log" -drive "file=$WORK/disk.qcow2,if=virtio,cache=unsafe" &
  installer=$!
  wait_until 2400 "the installer's question for its components" grep -q "GET /debian/*dists/$SUITE/$INDEX" "$WORK/repository.log"
  wait_until 60 "the index of its components" grep -q "$INDEX.* 200 " "$WORK/repository.log"
  awk '{ at = $1; $1 = "" } $0 != before { print at $0; before = $0 }' "$WORK/agent/beats.log"
  awk '$6 == "\"GET" { print $1, $7, $9 }' "$WORK/repository.log" | sort | uniq -c
  ! grep -v '^10\.30\.1\.17 \|^Serving' "$WORK/repository.log" || die "a request came from outside the tunnel"
  grep -q " pre 100 " "$WORK/agent/beats.log" || die "the lender's hook of the plan was not run"
  [ ! -e "$WORK/agent/problems.log" ] || ! grep -v "portal was away" "$WORK/agent/problems.log" || die "problems at the agent"
  kill $installer
  if [ "$(cat "$WORK/components")" = all ]; then
    say "the archive has the component $NEEDED: an installation could go on from here; this scenario does not"
  else
    say "the archive that this machine reaches ends here: it names the component $NEEDED and does not have it"
  fi
}
