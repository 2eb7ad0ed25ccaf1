#!/bin/sh
# A tenant's edge and a leased server, each a network namespace: gateway 203.0.113.10, with
# 10.30.0.1 inside, and server 203.0.113.17. Runs inside the gateway's namespace; tells the
# server's process id, then waits for its standard input to end.
set -e
unshare -n sleep 600 &
server=$!
trap 'kill $server 2>/dev/null' EXIT
while [ "$(readlink /proc/$server/ns/net)" = "$(readlink /proc/self/ns/net)" ]; do
    sleep 0.05
done
ip link set lo up
ip addr add 10.30.0.1/32 dev lo
ip link add outside type veth peer name eth0 netns "$server"
ip addr add 203.0.113.10/24 dev outside
ip link set outside up
nsenter -t "$server" -n sh -c '
    ip link set lo up
    ip addr add 203.0.113.17/24 dev eth0
    ip link set eth0 up'
echo "$server"
cat >/dev/null
