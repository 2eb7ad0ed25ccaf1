#!/bin/sh
# A switch on the agent's machine with servers and a BMC: server-N is the server's end of the link
# whose other end, tap-N, is its port. Waits for its standard input to end.
set -e
echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6
echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6
ip link set lo up
ip link add br-boot address 52:54:00:00:00:01 type bridge
ip address add 192.0.2.1/24 dev br-boot
ip link set br-boot up
plug() {
    ip link add "$1" type veth peer name "$2" address "$3"
    ip link set "$1" master br-boot up
    # The far ends are other machines: this one's kernel must not answer for them.
    ip link set "$2" arp off up
}
plug tap-1 server-1 52:54:00:00:00:11
plug tap-2 server-2 52:54:00:00:00:12
plug tap-3 server-3 52:54:00:00:00:13
plug bmc-port bmc 52:54:00:00:00:61
echo ready
cat >/dev/null
