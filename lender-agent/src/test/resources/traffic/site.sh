#!/bin/sh
# The lender's machine as a router: the server's namespace at tap-1 of br-boot, the outside's behind
# wan. Says "ready SERVER-PID OUTSIDE-PID", and waits for its standard input to end.
set -e
unshare -n sleep 600 &
server=$!
unshare -n sleep 600 &
outside=$!
trap 'kill $server $outside' EXIT
away() { test "$(readlink /proc/$1/ns/net)" != "$(readlink /proc/$$/ns/net)"; }
until away $server && away $outside; do :; done
alone() {
    echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6
    echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6
    ip link set lo up
}
alone
echo 1 >/proc/sys/net/ipv4/ip_forward
ip link add br-boot type bridge
ip address add 192.0.2.1/24 dev br-boot
ip link set br-boot up
ip link add tap-1 type veth peer name eth0 address 52:54:00:00:00:11 netns $server
ip link set tap-1 master br-boot up
ip link add wan type veth peer name eth0 netns $outside
ip address add 198.51.100.2/24 dev wan
ip link set wan up
# What arrives ends there: no answer of a kernel is counted with it.
plug() {
    nsenter -t "$1" -n sh -e -c "
        echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6
        ip link set lo up
        ip address add $2 dev eth0
        ip link set eth0 up
        ip route add default via $3
        nft 'add table inet deaf; add chain inet deaf input { type filter hook input priority 0; policy drop; }'
    "
}
plug $server 192.0.2.17/24 192.0.2.1
plug $outside 198.51.100.1/24 198.51.100.2
echo "ready $server $outside"
cat >/dev/null
