#!/bin/sh
# Three hosts in a row, each a network namespace: client 10.1.0.2 - router - server 10.2.0.2.
# Runs inside the router's namespace; tells the client's and the server's process ids, then waits
# for its standard input to end.
set -e
unshare -n sleep 600 &
client=$!
unshare -n sleep 600 &
server=$!
trap 'kill $client $server $web 2>/dev/null' EXIT
while [ "$(readlink /proc/$client/ns/net)" = "$(readlink /proc/self/ns/net)" ] ||
    [ "$(readlink /proc/$server/ns/net)" = "$(readlink /proc/self/ns/net)" ]; do
    sleep 0.05
done
link() {
    ip link add "$2" type veth peer name eth0 netns "$1"
    ip addr add "$3.1/24" dev "$2"
    ip link set "$2" up
    nsenter -t "$1" -n sh -c "ip link set lo up; ip addr add $3.2/24 dev eth0; ip link set eth0 up
        ip route add default via $3.1"
}
ip link set lo up
link $client to-client 10.1.0
link $server to-server 10.2.0
echo 1 >/proc/sys/net/ipv4/ip_forward
nsenter -t $server -n python3 -c '
import socket, threading
def serve(port):
    listener = socket.create_server(("10.2.0.2", port))
    while True:
        connection = listener.accept()[0]
        threading.Thread(target=echo, args=(connection,), daemon=True).start()
def echo(connection):
    while data := connection.recv(100):
        connection.sendall(data)
for port in (80, 81):
    threading.Thread(target=serve, args=(port,)).start()
' &
web=$!
until nsenter -t $server -n python3 -c '
import socket
for port in (80, 81): socket.create_connection(("10.2.0.2", port), 1)' 2>/dev/null; do
    sleep 0.1
done
echo "$client $server"
cat >/dev/null
