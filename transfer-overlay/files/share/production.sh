# The production VPN of the installed system: own key, own certificate, configuration, started at boot.

# prepare_production ROOT
prepare_production() {
  local root=${1%/} name=yuzuri-production
  [ -d "$root/etc" ] && [ "$root" != "" ] || fail "no installed system below '$1'"
  check_packages "$root"
  beat production 0 "making the production key"
  mkdir -p "$root"/etc/swanctl/private "$root"/etc/swanctl/x509 "$root"/etc/swanctl/x509ca "$root"/etc/swanctl/conf.d
  make_key "$YUZURI_PRODUCTION_IDENTITY" "$root/etc/swanctl/private/$name.pem" $RUN/production.csr
  beat production 30 "asking for the production certificate"
  fetch_certificate production $RUN/production.csr $RUN/production.chain
  check_certificate "$YUZURI_PRODUCTION_IDENTITY" "$root/etc/swanctl/private/$name.pem" $RUN/production.chain
  split_chain $RUN/production.chain "$root/etc/swanctl/x509/$name.pem" "$root/etc/swanctl/x509ca/$name-issuers.pem"
  cp $YUZURI/transfer-ca.pem "$root/etc/swanctl/x509ca/yuzuri-transfer-ca.pem"
  write_production_connection > "$root/etc/swanctl/conf.d/$name.conf"
  beat production 70 "configuring the installed system"
  configure_system "$root"
  say "production VPN for $YUZURI_PRODUCTION_IDENTITY is in $root"
  beat production 100 "production VPN configured"
}

# Debian's packages and paths; another system needs its own part here.
check_packages() {
  local root=$1 missing=
  [ -x "$root/usr/sbin/charon-systemd" ] || missing="$missing charon-systemd"
  [ -x "$root/usr/sbin/swanctl" ] || missing="$missing strongswan-swanctl"
  [ -e "$root/usr/lib/ipsec/plugins/libstrongswan-openssl.so" ] || missing="$missing libstrongswan-standard-plugins"
  [ -z "$missing" ] || fail "the installed system lacks the packages of the production VPN:$missing; add them to %packages or to the root tarball"
}

write_production_connection() {
  cat <<CONNECTION
# Written by the transfer: the VPN that this server is managed through.
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
      certs = yuzuri-production.pem
      id = "$YUZURI_PRODUCTION_IDENTITY"
    }
    remote {
      auth = pubkey
      id = "$YUZURI_GATEWAY_IDENTITY"
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
CONNECTION
}

# These files hold no secret and are read by services that are not root.
configure_system() {
  local root=$1 unit=
  umask 022
  mkdir -p "$root/etc/modules-load.d" "$root/etc/strongswan.d" "$root/etc/systemd/networkd.conf.d" \
    "$root/etc/systemd/system/multi-user.target.wants" "$root/etc/systemd/system/strongswan.service.d"
  printf '%s\n' esp4 xfrm_user > "$root/etc/modules-load.d/yuzuri.conf"
  # On lo no network service takes the virtual address away.
  printf 'charon-systemd {\n  install_virtual_ip_on = lo\n  retransmit_tries = 3\n}\n' \
    > "$root/etc/strongswan.d/yuzuri.conf"
  # systemd-networkd removes routes and rules of others when it configures a link, unless told not to.
  printf '[Network]\nManageForeignRoutes=no\nManageForeignRoutingPolicyRules=no\n' \
    > "$root/etc/systemd/networkd.conf.d/yuzuri.conf"
  printf '[Unit]\nWants=network-online.target\nStartLimitIntervalSec=0\n[Service]\nRestart=on-failure\nRestartSec=5\n' \
    > "$root/etc/systemd/system/strongswan.service.d/yuzuri.conf"
  for unit in lib/systemd/system usr/lib/systemd/system; do
    [ -e "$root/$unit/strongswan.service" ] || continue
    ln -sf "/$unit/strongswan.service" "$root/etc/systemd/system/multi-user.target.wants/strongswan.service"
    umask 077
    return 0
  done
  fail "the installed system has no strongswan.service; expected the one of the package charon-systemd"
}
