# The NIC that the server was booted from, its address, and the one route that is needed.
NIC=

find_nic() {
  local tries=0 address
  load_drivers 02
  while [ $tries -lt 100 ]; do
    for address in /sys/class/net/*/address; do
      [ "$(cat "$address" 2>/dev/null)" = "$YUZURI_MAC" ] || continue
      NIC=${address%/address}
      NIC=${NIC##*/}
      return 0
    done
    [ $((tries % 20)) -ne 19 ] || load_drivers 02
    usleep 100000
    tries=$((tries + 1))
  done
  fail "no network interface has the address $YUZURI_MAC; found: $(cat /sys/class/net/*/address | tr '\n' ' ')"
}

# No default route: what is not for the gateway or the boot network has nowhere to go.
set_addresses() {
  ip link set lo up
  ip link set "$NIC" up || fail "interface $NIC cannot be brought up"
  ip addr add "$YUZURI_ADDRESS" dev "$NIC" || fail "address $YUZURI_ADDRESS cannot be set on $NIC"
}

# Until the tunnel's own route is there, and whenever it is not, the tenant's range is unreachable,
# also if an installer later adds a default route.
set_routes() {
  if [ -n "${YUZURI_ROUTER:-}" ]; then
    echo "ip route add $YUZURI_GATEWAY_ADDRESS via $YUZURI_ROUTER dev $NIC" > $RUN/gateway-route
    sh $RUN/gateway-route || fail "no route to the gateway $YUZURI_GATEWAY_ADDRESS via $YUZURI_ROUTER"
  fi
  ip route add unreachable "$YUZURI_TENANT_RANGE" || fail "the range $YUZURI_TENANT_RANGE cannot be closed"
}
