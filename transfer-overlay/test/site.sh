# A lender's boot network and a tenant's site in two network namespaces, for tests of the guest
# parts alone: the agent's stub instead of the agent, a gateway without the gateway daemon.
# Expects WORK (a directory), runs inside "unshare -Urnm" (see smoke).
TOKEN=a1B2c3D4e5F6g7H8i9J0a1B2c3D4e5F6g7H8i9J0-_x  # of transfer.env
MAC=52:54:00:00:00:11
OVERLAY_INIT=rdinit=/yuzuri/init

build_network() {
  mount -t tmpfs tmpfs /run
  mkdir -p /run/netns
  ip netns add lender
  ip netns add tenant
  ip link add outside0 netns lender type veth peer name outside1 netns tenant
  ip -n lender link set lo up
  ip -n tenant link set lo up
  ip -n lender link add br-boot type bridge
  ip -n lender addr add 192.0.2.1/24 dev br-boot
  ip -n lender link set br-boot up
  ip -n lender tuntap add tap0 mode tap
  ip -n lender link set tap0 master br-boot up
  ip -n lender addr add 203.0.113.9/30 dev outside0
  ip -n lender link set outside0 up
  ip -n tenant addr add 203.0.113.10/30 dev outside1
  ip -n tenant link set outside1 up
  ip -n tenant route add 192.0.2.0/24 via 203.0.113.9
  ip -n tenant addr add 10.30.0.10/32 dev lo
  ip netns exec lender sysctl -qw net.ipv4.ip_forward=1
  # What leaves the boot network must be IKE or ESP: anything else is counted and dropped.
  ip netns exec lender nft -f - <<RULES
table inet wall {
  counter stray {}
  chain forward {
    type filter hook forward priority 0; policy drop;
    ip daddr 203.0.113.10 udp dport { 500, 4500 } accept
    ip saddr 203.0.113.10 udp sport { 500, 4500 } accept
    counter name stray
  }
}
RULES
}

make_ca() {
  local ca=$WORK/agent/ca
  mkdir -p "$ca"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
    -subj "/CN=transfer-ca" -keyout "$ca/ca.key" -out "$ca/ca.pem" 2>/dev/null
  certify "CN=gateway-1" "$WORK/gateway/swanctl"
  cp "$ca/ca.pem" "$WORK/gateway/swanctl/x509ca/"
  revoke
}

# revoke [CERTIFICATE]: a new revocation list of the test CA, with this certificate on it, or with none.
revoke() {
  local ca=$WORK/agent/ca
  printf '[ca]\ndatabase = index\ncrlnumber = crlnumber\ndefault_md = sha256\ndefault_crl_days = 1\ncrl_extensions = crl\n[crl]\nauthorityKeyIdentifier = keyid\n' \
    > "$ca/crl.cnf"
  touch "$ca/index"
  [ -e "$ca/crlnumber" ] || echo 01 > "$ca/crlnumber"
  (cd "$ca" && { [ -z "${1:-}" ] || openssl ca -config crl.cnf -name ca -cert ca.pem -keyfile ca.key -revoke "$1"; } \
    && openssl ca -config crl.cnf -name ca -cert ca.pem -keyfile ca.key -gencrl -out revoked.pem) 2> "$ca/crl.err" \
    || die "no revocation list: $(tail -1 "$ca/crl.err")"
}

# certify IDENTITY DIRECTORY: a certificate of the test CA as swanctl wants to find it.
certify() {
  local directory=$2
  mkdir -p "$directory"/{private,x509,x509ca}
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/$1" \
    -keyout "$directory/private/gateway.pem" -out "$WORK/gateway.csr" 2>/dev/null
  (cd "$WORK/agent/ca" && openssl x509 -req -in "$WORK/gateway.csr" -CA ca.pem -CAkey ca.key \
    -CAcreateserial -days 2 2>/dev/null) > "$directory/x509/gateway.pem"
}

start_gateway() {
  local directory=$WORK/gateway
  cat > "$directory/strongswan.conf" <<CONF
charon-systemd {
  prefer_configured_proposals = no
  load = random nonce openssl pem pkcs1 pkcs8 x509 pubkey constraints revocation kdf vici kernel-libipsec kernel-netlink socket-default
  plugins { vici { socket = unix://$directory/vici } }
  filelog { log { path = $directory/charon.log
    flush_line = yes
    default = 1 } }
}
swanctl { load = pem pkcs1 pkcs8 x509 pubkey openssl random }
CONF
  {
    echo "connections {"
    gateway_connection install "CN=lease-7-transfer-12"
    gateway_connection production "CN=lease-7-production-12"
    echo "}"
    echo "pools { pool-install { addrs = 10.30.1.17/32 }"
    echo "pool-production { addrs = 10.30.1.17/32 } }"
  } > "$directory/swanctl/swanctl.conf"
  export STRONGSWAN_CONF=$directory/strongswan.conf SWANCTL_DIR=$directory/swanctl
  ip netns exec tenant /usr/sbin/charon-systemd > "$directory/out" 2>&1 &
  wait_until 10 "the gateway's daemon" test -S "$directory/vici"
  ip netns exec tenant swanctl --load-all --noprompt --uri "unix://$directory/vici" > "$directory/load.out" 2>&1 \
    || die "gateway: $(tail -1 "$directory/load.out")"
}

gateway_connection() {
  cat <<CONNECTION
$1 {
  version = 2
  local_addrs = 203.0.113.10
  proposals = aes128gcm16-prfsha256-ecp256
  encap = yes
  pools = pool-$1
  unique = replace
  dpd_delay = 10s
  local { auth = pubkey
    certs = gateway.pem
    id = "CN=gateway-1" }
  remote { auth = pubkey
    id = "$2" }
  children { $1 { local_ts = 10.30.0.0/16
    remote_ts = dynamic
    esp_proposals = aes128gcm16-ecp256,chacha20poly1305-ecp256 } }
}
CONNECTION
}

start_agent() {
  ip netns exec lender python3 -B "$HERE/stub_agent.py" --address 192.0.2.1 --token $TOKEN \
    --console "$WORK/console.log" "$WORK/agent" \
    > "$WORK/agent/out" 2>&1 &
  agent=$!
}

# make_servers_key ROOT: as a server makes it that runs from ROOT without being booted, and shows it on its console.
make_servers_key() {
  ip netns exec lender chroot "$1" /yuzuri/bin/busybox sh -c '. /yuzuri/share/common.sh; . /yuzuri/share/key.sh
    mkdir -p $SWANCTL_DIR/private $SWANCTL_DIR/x509; make_key CN=lease-7-transfer-12 $SERVER_KEY $SERVER_REQUEST; : > $RUN/key-made'
  printf '\nYUZURI-KEY sha256:%s\n' "$(base64 -d "$1/yuzuri/run/install.pub" | sha256sum | cut -c 1-64)" > "$WORK/console.log"
}

# start_repository DIRECTORY: the tenant's package repository and images, reachable in its range only.
start_repository() {
  ip netns exec tenant python3 -m http.server --bind 10.30.0.10 --directory "$1" 80 > "$WORK/repository.log" 2>&1 &
}

# write_transfer MODE NEXT_INIT: the per-transfer initrd, as the agent makes it (a test of the agent compares).
write_transfer() {
  local tree=$WORK/transfer/yuzuri
  rm -rf "$WORK/transfer"
  mkdir -p "$tree"
  sed -e "s#^YUZURI_MODE=.*#YUZURI_MODE='$1'#" -e "s#^YUZURI_NEXT_INIT=.*#YUZURI_NEXT_INIT='$2'#" \
    "$HERE/transfer.env" > "$tree/transfer.env"
  chmod 600 "$tree/transfer.env"
  cat "$WORK/agent/ca/ca.pem" "$WORK/agent/ca/revoked.pem" > "$tree/transfer-ca.pem"
  archive "$WORK/transfer" "$WORK/transfer.cpio"
}

archive() { (cd "$1" && find . -mindepth 1 -printf '%P\n' | LC_ALL=C sort | cpio --quiet -o -H newc --owner=0:0) > "$2"; }

# join FILE…: several initrds as one, each at a multiple of 4 bytes as a boot loader places them.
join() {
  local file
  for file in "$@"; do
    cat "$file"
    head -c $(((4 - $(stat -c %s "$file") % 4) % 4)) /dev/zero
  done
}

# Sets KERNEL and MODULES: the kickstart installer's kernel, its modules as a tenant's modules archive.
kernel_and_modules() {
  KERNEL=$INSTALLER/kernel
  MODULES=$WORK/modules.cpio
  mkdir -p "$WORK/modules/yuzuri"
  (cd "$WORK/modules/yuzuri" && zstd -dcq "$INSTALLER/initrd" | cpio --quiet -idm 'lib/modules/*')
  find "$WORK/modules/yuzuri" -name 'modules.*' ! -name 'modules.builtin*' ! -name modules.order -delete
  archive "$WORK/modules" "$MODULES"
}

# boot SECONDS LOG ARGUMENTS…: one virtual server in the boot network, until it powers off. On a busy
# machine an emulated timer is late and Linux panics over it: kernels get no_timer_check. Without "erms" Linux
# clears and copies memory in words, not in bytes one by one, which an emulated processor is slow at.
boot() {
  local patience=$1 log=$2
  shift 2
  timeout "$patience" ip netns exec lender qemu-system-x86_64 -accel tcg,thread=multi -cpu "${PROCESSOR:-max,-erms}" \
    -smp "${CPUS:-2}" -m "${MEMORY:-1536}" -display none -vga none -serial "file:$log" -no-reboot \
    -netdev tap,id=n0,ifname=tap0,script=no,downscript=no \
    -device "virtio-net-pci,netdev=n0,mac=$MAC,${BOOT_ROM:-romfile=}" "$@"
}

# boot_alone SECONDS ARGUMENTS…: boots the overlay behind the eraser's kernel, without an image of a tenant's.
boot_alone() {
  local patience=$1
  shift
  join "$OVERLAY/overlay.cpio.gz" "$OVERLAY/eraser/modules.cpio.gz" "$WORK/transfer.cpio" > "$WORK/initrd"
  boot "$patience" "$WORK/console.log" -kernel "$OVERLAY/eraser/kernel" -initrd "$WORK/initrd" \
    -append "console=ttyS0 no_timer_check quiet panic=-1 $OVERLAY_INIT" "$@"
}

stray_packets() {
  ip netns exec lender nft -j list counter inet wall stray | grep -o '"packets": [0-9]*' | grep -o '[0-9]*$'
}

say() { printf '%s %s\n' "$(date +%T)" "$*"; }
die() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# wait_until SECONDS WHAT COMMAND…
wait_until() {
  local tries=$(($1 * 5)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || die "$what did not come"
    sleep 0.2
  done
}
