# The port probe of an inspection: what a tenant on this server could do to others. The agent makes frames and counts
# which of them arrive; here they are sent as they are, and whoever must not be reachable is tried. Neither the card's
# address nor anything else of this server changes. Expects NIC.
PROBE=$RUN/probe
PROBE_SECONDS=120
PRESENCE_PING='\006\000\377\006\000\000\021\276\200\001\000\000'  # ASF 2.0, 3.2.4; its port is RMCP's, 3.2.2
RMCP=623

# Whether the agent wants it.
has_probe() { [ -n "${YUZURI_PROBE_NEIGHBOURS+told}" ]; }

# Until the agent has the result; anew when it was started meanwhile and knows of none.
probe_port() {
  local end=$(($(now) + PROBE_SECONDS))
  until probe_once; do
    [ "$(now)" -lt $end ] || fail "the port could not be probed within $PROBE_SECONDS s: $(http_problem)"
    sleep 3
  done
}

probe_once() {
  local address problem
  rm -rf $PROBE
  mkdir -p $PROBE/neighbours $PROBE/bmcs
  : > $PROBE/nothing
  post $PROBE/nothing probe/begin $PROBE/frames.pcap || return 1
  problem=$(send_frames)
  trying=
  for address in $(each_once $YUZURI_PROBE_NEIGHBOURS); do begin_trying by_arp "$address" $PROBE/neighbours; done
  for address in $(each_once $YUZURI_PROBE_BMCS); do
    begin_trying by_arp_of_strangers "$address" $PROBE/bmcs
    begin_trying by_router "$address" $PROBE/bmcs
  done
  [ -z "$trying" ] || wait $trying  # without names it would wait for every process of this program
  probe_result "$problem" > $PROBE/probed.json
  deliver $PROBE/probed.json probed "the result of the port probe" 409
}

# Prints why they could not be sent, or nothing.
send_frames() {
  bittwist -i "$NIC" -m 0 $PROBE/frames.pcap > $PROBE/bittwist.log 2>&1 \
    || echo "bittwist ended with $?: $(tail -n 1 $PROBE/bittwist.log)"
}

each_once() { printf '%s\n' "$@" | sort -u; }

# begin_trying HOW ADDRESS DIRECTORY: in a process of its own; who answers gets a line in DIRECTORY/ADDRESS. All are
# tried at once, in a few seconds, and each is asked twice.
begin_trying() {
  case $2 in 127.*) return ;; esac  # this server's own
  "$@" &
  trying="$trying $!"
}

by_arp() {
  ! arping -f -c 2 -w 2 -I "$NIC" "$1" 2>/dev/null | grep -q 'reply from' || echo ARP >> "$2/$1"
}

# As whoever has no address yet: one of another network answers that, too (RFC 5227).
by_arp_of_strangers() {
  ! arping -D -c 2 -w 2 -I "$NIC" "$1" 2>/dev/null | grep -q 'reply from' || echo ARP >> "$2/$1"
}

by_router() {
  ip route add "$1/32" via "$YUZURI_ROUTER" dev "$NIC" || fail "no way to $1 by the router $YUZURI_ROUTER could be set"
  ! ping -q -c 2 -W 1 "$1" > /dev/null 2>&1 || echo "ICMP through $YUZURI_ROUTER" >> "$2/$1"
  if has_presence "$1" || has_presence "$1"; then echo "RMCP through $YUZURI_ROUTER" >> "$2/$1"; fi
  ip route del "$1/32" via "$YUZURI_ROUTER" dev "$NIC"
}

has_presence() { [ -n "$(printf "$PRESENCE_PING" | nc.traditional -u -n -w 1 "$1" $RMCP 2>/dev/null | od -An -tx1)" ]; }

probe_result() {
  printf '{"neighbours":[%s],"bmcs":[%s],"problem":%s}' \
    "$(each answer $(list_files $PROBE/neighbours))" "$(each answer $(list_files $PROBE/bmcs))" \
    "$(if [ -n "$1" ]; then text "$1"; else echo null; fi)"
}

list_files() { find "$1" -type f | sort; }

# answer FILE: who answered, and how.
answer() {
  printf '{"address":"%s","by":%s}' "${1##*/}" \
    "$(text "$(sort "$1" | awk 'NR > 1 { printf ", " } { printf "%s", $0 }')")"
}
