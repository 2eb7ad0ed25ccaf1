# The production VPN of the installed system. It brings its own IKE daemon, the one of the install tunnel, so
# that nothing is asked of the system but systemd and a kernel with ESP: no package, no C library, no mirror
# (docs/adr/0009). Programs go to CARRIED, which every family of systems lets be written, keys and
# configuration to CONFIGURATION.
CARRIED=/var/lib/yuzuri
CONFIGURATION=/etc/yuzuri
UNIT=yuzuri-vpn.service

PRODUCTION_KEY=$RUN/production.pem

# Key and certificate need no installed system: they are begun beside the installer, which is left alone for its first
# seconds. Nothing is said of what does not succeed: prepare_production does it again, and waits or fails.
begin_production() {
  [ ! -e $RUN/early-certificate.pid ] || return 0
  setsid $YUZURI/bin/busybox sh $YUZURI/share/early-certificate < /dev/null >> $LOG/early-certificate.err 2>&1 &
  echo $! > $RUN/early-certificate.pid
}

wait_for_early_certificate() {
  local pid tries=300
  read -r pid 2> /dev/null < $RUN/early-certificate.pid || return 0
  while grep -q early-certificate "/proc/$pid/cmdline" 2> /dev/null; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || kill "$pid"
    usleep 100000
  done
}

make_production_key() {
  rm -f $RUN/production.chain
  make_key "$YUZURI_PRODUCTION_IDENTITY" $PRODUCTION_KEY $RUN/production.csr
  : > $RUN/production-key-made
}

# The signature by which the key that was shown on the console vouches for the production key.
vouch() {
  local signed
  signed=$(signature $RUN/production.csr)
  [ -n "$signed" ] || fail "the installation key cannot vouch for the production key: $(tail -n 1 $RUN/openssl.err)"
  echo "$signed"
}

# prepare_production ROOT
prepare_production() {
  local root chain=$RUN/production.chain keys
  root=$(system_root "$1")
  [ -n "$root" ] || fail "no installed system below '$1'; expected usr/lib/os-release or etc/os-release there, or one deployment of ostree"
  open_var "$root"
  check_system "$root"
  beat production 0 "the production key and its certificate"
  keys=$root$CONFIGURATION/swanctl
  mkdir -p "$keys/private" "$keys/x509" "$keys/x509ca" "$keys/conf.d"
  wait_for_early_certificate
  if [ ! -s $chain ] || [ ! -s $PRODUCTION_KEY ]; then
    # A key that was asked for may be certified although the answer was lost, and then no other is.
    [ -s $PRODUCTION_KEY ] && [ -e $RUN/production-key-made ] || make_production_key
    fetch_certificate production $RUN/production.csr $chain "X-Yuzuri-Signature: $(vouch)"
    check_certificate "$YUZURI_PRODUCTION_IDENTITY" $RUN/production.pub $chain
  fi
  mv $PRODUCTION_KEY "$keys/private/production.pem"
  split_chain $chain "$keys/x509/production.pem" "$keys/x509ca/issuers.pem"
  put_trust "$keys"
  write_production_connection > "$keys/swanctl.conf"
  beat production 70 "configuring the installed system"
  carry_programs "$root"
  configure_system "$root"
  silence_others "$root"
  label "$root"
  sync
  close_var "$root"
  say "production VPN for $YUZURI_PRODUCTION_IDENTITY is in $root"
  beat production 100 "production VPN configured"
}

# system_root PLACE: where / of the installed system is. An installer of ostree (Anaconda's ostreesetup and
# ostreecontainer, bootc) names its physical root, which has only /boot and /ostree; the system is the deployment
# in it, which Anaconda mounts beside it as .../sysroot, with its /var.
system_root() {
  local place=${1%/} found= deployment
  [ -n "$place" ] || return 0
  if is_system "$place"; then echo "$place"; return 0; fi
  [ -d "$place/ostree/deploy" ] || return 0
  if is_system "${place%/*}/sysroot"; then echo "${place%/*}/sysroot"; return 0; fi
  for deployment in "$place"/ostree/deploy/*/deploy/*; do
    [ -d "$deployment" ] && is_system "$deployment" || continue
    [ -z "$found" ] || [ "$deployment" -nt "$found" ] || continue
    found=$deployment
  done
  echo "$found"
}

is_system() { [ -e "$1/usr/lib/os-release" ] || [ -e "$1/etc/os-release" ] || [ -L "$1/etc/os-release" ]; }

# A deployment's own /var is empty: at boot the one of all deployments is mounted there.
open_var() {
  local shared
  case $1 in
    */ostree/deploy/*/deploy/*) shared=${1%/deploy/*}/var ;;
    *) return 0 ;;
  esac
  mkdir -p "$shared"
  mount -o bind "$shared" "$1/var" || fail "the deployment's $shared cannot be mounted at $1/var"
}

close_var() {
  case $1 in */ostree/deploy/*/deploy/*) umount "$1/var" ;; esac
}

# What the VPN needs of the system, whatever its file systems are: a place of its own that is the system's at
# boot, something that starts it, and ESP.
check_system() {
  local root=$1 place kernel known= able=
  for place in /etc /var; do
    [ -d "$root$place" ] || fail "the installed system in $root has no $place"
  done
  for place in /var /var/lib; do
    ! in_fstab "$root" $place || grep -q " $root$place " /proc/mounts \
      || fail "etc/fstab of the installed system has $place on a file system of its own, which is not mounted at $root$place: what is written there would be hidden at boot"
  done
  [ -e "$root/usr/lib/systemd/systemd" ] || [ -e "$root/lib/systemd/systemd" ] \
    || fail "the installed system has no systemd (usr/lib/systemd/systemd), which starts the production VPN at boot"
  for kernel in "$root"/usr/lib/modules/* "$root"/lib/modules/*; do
    [ -e "$kernel/modules.builtin" ] || continue
    case " $known " in *" ${kernel##*/} "*) continue ;; esac
    known="$known ${kernel##*/}"
    if grep -q '/esp4\.ko' "$kernel/modules.builtin" || [ -n "$(find "$kernel" -name 'esp4.ko*' | head -n 1)" ]; then
      able=yes
    fi
  done
  [ -z "$known" ] || [ -n "$able" ] \
    || fail "no kernel of the installed system has ESP (module esp4):$known; install its modules, too (kernel-modules-core or kernel-modules on Fedora and RHEL)"
}

in_fstab() {
  awk -v place="$2" '$1 !~ /^#/ && $2 == place { found = 1 } END { exit !found }' "$1/etc/fstab" 2>/dev/null
}

carry_programs() {
  local root=$1 said
  rm -rf "$root$CARRIED"
  mkdir -p "$root$CARRIED"
  cp -RL $YUZURI/production/. "$root$CARRIED/" || fail "the VPN's programs cannot be copied to $root$CARRIED: is there room?"
  write_strongswan_conf > "$root$CONFIGURATION/strongswan.conf"
  chmod -R u+rwX,go+rX-w "$root$CARRIED"
  # Loads all plugins, too: noexec, another processor and a library that is missing show here, not at boot.
  said=$(STRONGSWAN_CONF=$CONFIGURATION/strongswan.conf OPENSSL_CONF=$CARRIED/etc/openssl.cnf \
    chroot "$root" $CARRIED/sbin/swanctl --help 2>&1) \
    || fail "the VPN's programs do not run in the installed system ($CARRIED): $(echo "$said" | tail -n 1)"
}

write_strongswan_conf() {
  cat <<CONFIGURATION
# Written by the transfer: the IKE daemon of the VPN that this server is managed through.
charon-systemd {
  load = nonce random openssl pem pkcs1 pkcs8 pubkey x509 constraints revocation kdf kernel-netlink socket-default vici
  # On lo no network service takes the virtual address away.
  install_virtual_ip_on = lo
  # It starts before the network: what finds no way yet is sent again after 0.4, 0.6, 0.9 s and so on, 30 s in all.
  retransmit_timeout = 0.4
  retransmit_base = 1.5
  retransmit_tries = 8
  plugins {
    vici {
      socket = unix:///run/yuzuri-vpn.vici
    }
  }
}
swanctl {
  load = openssl pem pkcs1 pkcs8 pubkey x509 random nonce
  socket = unix:///run/yuzuri-vpn.vici
}
CONFIGURATION
}

write_production_connection() {
  cat <<CONNECTION
# Written by the transfer: the VPN that this server is managed through. Connections of your own go to conf.d.
connections {
  production {
    version = 2
    remote_addrs = $YUZURI_GATEWAY_ADDRESS
    proposals = $YUZURI_IKE_PROPOSALS
    vips = 0.0.0.0
    encap = yes
    keyingtries = 0
    dpd_delay = 15s
    local {
      auth = pubkey
      certs = production.pem
      id = "$YUZURI_PRODUCTION_IDENTITY"
    }
    remote {
      auth = pubkey
      id = "$YUZURI_GATEWAY_IDENTITY"
      revocation = relaxed
    }
    children {
      production {
        local_ts = dynamic
        remote_ts = $YUZURI_TENANT_RANGE
        esp_proposals = $YUZURI_ESP_PROPOSALS
        replay_window = 1024
        start_action = start
        dpd_action = restart
        close_action = start
      }
    }
  }
}
include conf.d/*.conf
CONNECTION
}

# env is the system's own: SELinux lets systemd start no program below /var/lib, but lets env. What implements the
# cipher in this processor's instructions is loaded before anything connects: while it registers, beside the start of the
# system, the kernel refuses SAs of that cipher, and the daemon does not try again.
write_unit() {
  local instructions=
  ! has_aes_instructions || instructions="ExecStartPost=-/usr/bin/env modprobe -q aesni-intel"
  cat <<SERVICE
# Written by the transfer.
[Unit]
Description=VPN that this server is managed through (Yuzuri)
# Before the network, so that nobody waits for it when that comes.
DefaultDependencies=no
After=local-fs.target
Conflicts=shutdown.target
Before=shutdown.target
RequiresMountsFor=$CARRIED
StartLimitIntervalSec=0

[Service]
Type=notify
Environment=STRONGSWAN_CONF=$CONFIGURATION/strongswan.conf
Environment=SWANCTL_DIR=$CONFIGURATION/swanctl
Environment=OPENSSL_CONF=$CARRIED/etc/openssl.cnf
ExecStart=/usr/bin/env $CARRIED/sbin/charon-systemd
$instructions
ExecStartPost=/usr/bin/env $CARRIED/sbin/swanctl --load-all --noprompt
Restart=on-failure
RestartSec=5

[Install]
WantedBy=multi-user.target
SERVICE
}

# These files hold no secret and are read by services that are not root.
configure_system() {
  local root=$1 units=$1/etc/systemd/system
  umask 022
  mkdir -p "$root/etc/modules-load.d" "$root/etc/systemd/networkd.conf.d" "$units/multi-user.target.wants"
  printf '%s\n' esp4 xfrm_user > "$root/etc/modules-load.d/yuzuri.conf"
  # systemd-networkd removes routes and rules of others when it configures a link, unless told not to.
  printf '[Network]\nManageForeignRoutes=no\nManageForeignRoutingPolicyRules=no\n' \
    > "$root/etc/systemd/networkd.conf.d/yuzuri.conf"
  write_unit > "$units/$UNIT"
  ln -sf /etc/systemd/system/$UNIT "$units/multi-user.target.wants/$UNIT"
  umask 077
}

# A second IKE daemon would take the ports of the first: one that the installation switched on is switched off.
silence_others() {
  local root=$1 name link
  for name in strongswan strongswan-starter strongswan-swanctl ipsec; do
    for link in "$root"/etc/systemd/system/*.wants/$name.service; do
      [ -L "$link" ] || continue
      rm -f "$link"
      say "$name.service does not start at boot: its ports are the production VPN's"
    done
  done
}

# A file without its label is one that services may not read where SELinux is enforcing. The installed system's
# own program knows the labels; where it has none, everything is labelled at the first boot.
label() {
  local root=$1 policy tool
  policy=$(sed -n 's/^SELINUXTYPE=//p' "$root/etc/selinux/config" 2>/dev/null | tail -n 1)
  [ -n "$policy" ] && ! grep -q '^SELINUX=disabled' "$root/etc/selinux/config" || return 0
  for tool in /usr/sbin/setfiles /sbin/setfiles; do
    [ -x "$root$tool" ] || continue
    chroot "$root" $tool -F "/etc/selinux/$policy/contexts/files/file_contexts" $CARRIED $CONFIGURATION \
      /etc/modules-load.d/yuzuri.conf /etc/systemd/networkd.conf.d "/etc/systemd/system/$UNIT" \
      /etc/systemd/system/multi-user.target.wants > $RUN/labels.out 2>&1 && return 0
    say "labels: $(tail -n 1 $RUN/labels.out)"
  done
  touch "$root/.autorelabel" 2>/dev/null \
    || fail "the VPN's files cannot be labelled for SELinux ($policy): $(tail -n 1 $RUN/labels.out 2>/dev/null)"
}
