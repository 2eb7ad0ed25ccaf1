# The install tunnel: IKEv2 to the tenant's gateway with a virtual address out of the tenant's range.
PATIENCE=28
# Before a swanctl that only asks the daemon for something: it loads no cryptography, which takes longer than to ask.
ASKING="env STRONGSWAN_CONF=$YUZURI/etc/asking.conf"

write_connection() {
  cat > $SWANCTL_DIR/swanctl.conf <<CONNECTION
connections {
  install {
    version = 2
    local_addrs = ${YUZURI_ADDRESS%/*}
    remote_addrs = $YUZURI_GATEWAY_ADDRESS
    proposals = $YUZURI_IKE_PROPOSALS
    vips = 0.0.0.0
    encap = yes
    keyingtries = 0
    dpd_delay = 10s
    local {
      auth = pubkey
      certs = install.pem
      id = "$YUZURI_IDENTITY"
    }
    remote {
      auth = pubkey
      id = "$YUZURI_GATEWAY_IDENTITY"
      revocation = relaxed
    }
    children {
      install {
        local_ts = dynamic
        remote_ts = $YUZURI_TENANT_RANGE
        esp_proposals = $(cat $RUN/esp-proposals)
        replay_window = 1024
        dpd_action = restart
        close_action = start
      }
    }
  }
}
CONNECTION
}

# argv[0] is "@charon": systemd leaves such processes alone when an initrd hands over to its root.
start_charon() {
  (cd / && setsid sh -c "PATH=$YUZURI/sbin; exec @charon" </dev/null >>$LOG/charon.err 2>&1 &)
}

wait_for_charon() {
  local tries=0
  while [ ! -S $RUN/charon.vici ]; do
    tries=$((tries + 1))
    [ $tries -lt 150 ] || fail "the IKE daemon did not start: $(tail -n 1 $LOG/charon.log $LOG/charon.err 2>/dev/null | tail -n 1)"
    usleep 100000
  done
}

# Why the tunnel is not up, from the daemon's own log: that a certificate is revoked or what the kernel refused, which
# are followed by what is lacking then, or the last that went wrong.
tunnel_problem() {
  grep -E 'certificate was revoked|received netlink error' $LOG/charon.log | tail -n 1 | sed 's/^[^[]*\[[^]]*\] *//' | grep . && return
  grep -E 'error|giving up|fail|unable|no proposal|NO_PROPOSAL|AUTH|not found|constraint|mismatch|untrusted|no trusted' \
    $LOG/charon.log | grep -vE 'plugin|loaded|SUCCESS' | tail -n 1 | sed 's/^[^[]*\[[^]]*\] *//'
}

configure_tunnel() {
  write_connection
  wait_for_charon
  swanctl --load-all --noprompt --uri $VICI > $RUN/swanctl.out 2>&1 \
    || fail "the tunnel's configuration was refused: $(tail -n 1 $RUN/swanctl.out)"
}

raise_tunnel() {
  local reason
  if ! timeout $((PATIENCE + 5)) $ASKING swanctl --initiate --child install --timeout $PATIENCE --uri $VICI > $RUN/initiate.out 2>&1; then
    reason=$(tunnel_problem)
    fail "no tunnel to $YUZURI_GATEWAY_ADDRESS ($YUZURI_GATEWAY_IDENTITY) within $PATIENCE s: ${reason:-no answer}"
  fi
  ip -o addr show | grep -qF " $YUZURI_VIRTUAL_ADDRESS/" \
    || fail "the gateway did not give the address $YUZURI_VIRTUAL_ADDRESS but $(ip -o addr show dev lo | sed -n 's#.*inet \([0-9.]*\)/32.*#\1#p' | tail -n 1)"
  # The sender of beats puts them back when an installer removes them.
  ip route show table 220 > $RUN/tunnel-routes
}

end_tunnel() {
  $ASKING swanctl --terminate --ike install --timeout 5 --uri $VICI > $RUN/terminate.out 2>&1
}
