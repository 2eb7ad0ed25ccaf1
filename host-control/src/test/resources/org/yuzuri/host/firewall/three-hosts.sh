#!/bin/sh
# Three hosts in a row, each a network namespace: client 10.1.0.2 - router - server 10.2.0.2. The
# server and the router echo.
# Runs inside the router's namespace; tells the client's and the server's process ids, then waits
# for its standard input to end.
set -e
unshare -n sleep 600 &
client=$!
unshare -n sleep 600 &
server=$!
trap 'kill $client $server $web $boot 2>/dev/null' EXIT
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
echo='
import socket, sys, threading
def serve(port):
    listener = socket.create_server((sys.argv[1], int(port)))
    while True:
        connection = listener.accept()[0]
        threading.Thread(target=echo, args=(connection,), daemon=True).start()
def echo(connection):
    while data := connection.recv(100):
        connection.sendall(data)
for port in sys.argv[2:]:
    threading.Thread(target=serve, args=(port,)).start()
'
nsenter -t $server -n python3 -c "$echo" 10.2.0.2 80 81 &
web=$!
python3 -c "$echo" 10.1.0.1 8480 &
boot=$!
until nsenter -t $client -n python3 -c '
import socket
for place in (("10.2.0.2", 80), ("10.2.0.2", 81), ("10.1.0.1", 8480)): socket.create_connection(place, 1)' 2>/dev/null; do
    sleep 0.1
done
echo "$client $server"
cat >/dev/null
