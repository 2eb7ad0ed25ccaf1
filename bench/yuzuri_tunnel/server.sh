#!/yuzuri/bin/busybox sh
# Process 1 of a server whose install tunnel is up, after the overlay's own bring-up: does what the lines of orders say.
#   choose MB CIPHER…   tries the tunnel by hand with each cipher; it has the fastest from then on
#   raise WAY           the tunnel "ours" or "by-hand", instead of the one that is up
#   fetch WAY MB TAG    fetches a file and says when it began and ended
PLACE=/tunnel
DAEMON=unix://$PLACE/by-hand.vici
PATH=/yuzuri/bin
mkdir -p /dev /proc /sys
mount -t devtmpfs devtmpfs /dev
mount -t proc proc /proc
mount -t sysfs sysfs /sys
exec < /dev/null > /dev/console 2>&1
. /yuzuri/share/common.sh
. $YUZURI/share/modules.sh
. $YUZURI/share/ciphers.sh
. $YUZURI/share/tunnel.sh
. $PLACE/addresses
up=ours
cipher=

# The sender of beats puts its own tunnel back, and is no part of one.
be_alone() {
  kill "$(cat $RUN/beats.pid)"
  sed "s/$YUZURI_GATEWAY_ADDRESS/$BY_HAND_GATEWAY/" $RUN/gateway-route > $PLACE/gateway-route
  sh $PLACE/gateway-route
  mkdir -p $PLACE/swanctl
  ln -s $SWANCTL_DIR/private $SWANCTL_DIR/x509 $SWANCTL_DIR/x509ca $PLACE/swanctl/
}

# Ends the daemon, which takes its tunnel down. What has ended has no program any more, whether it was waited for or not.
lower() {
  local pid
  pid=$(pidof @charon charon-systemd)
  kill "$pid" || fail "no IKE daemon is there to be ended"
  while [ -e "/proc/$pid/exe" ]; do usleep 50000; done
  rm -f $RUN/charon.vici $PLACE/by-hand.vici
  up=
}

raise() {
  [ "$1" != "$up" ] || return 0
  lower
  if [ "$1" = ours ]; then
    start_charon
    configure_tunnel
    raise_tunnel
  else
    raise_by_hand
  fi
  up=$1
}

raise_by_hand() {
  local tries=300
  load_cipher "$cipher"
  sed "s/CIPHER/$cipher/" $PLACE/by-hand.conf > $PLACE/swanctl/swanctl.conf
  (cd / && STRONGSWAN_CONF=$PLACE/strongswan.conf setsid charon-systemd < /dev/null >> $PLACE/charon.err 2>&1 &)
  until [ -S $PLACE/by-hand.vici ]; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || fail "the IKE daemon by hand did not start: $(tail -n 1 $PLACE/charon.err)"
    usleep 50000
  done
  manage --load-all --noprompt
  manage --initiate --child by-hand --timeout 20
}

manage() {
  STRONGSWAN_CONF=$PLACE/strongswan.conf SWANCTL_DIR=$PLACE/swanctl swanctl "$@" --uri $DAEMON > $PLACE/swanctl.out 2>&1 \
    || fail "the tunnel by hand: $(tail -n 1 $PLACE/swanctl.out)"
}

# Sets took: hundredths of a second.
fetch() {
  local address begun ended rest
  case $1 in
    ours) address=$OURS ;;
    by-hand) address=$BY_HAND_SITE ;;
    plain) address=$PLAIN ;;
  esac
  read -r begun rest < /proc/uptime
  wget -q -O /dev/null "http://$address/$2" || fail "$2 MB could not be fetched ($1)"
  read -r ended rest < /proc/uptime
  echo "FETCHED $1 $2 $3 $begun $ended"
  begun=${begun%.*}${begun#*.} ended=${ended%.*}${ended#*.}
  took=$((ended - begun))
}

choose() {
  local size=$1 turn one best= fastest=
  shift
  for turn in 1 2 3; do
    for one in "$@"; do
      cipher=$one up=another
      raise by-hand
      fetch by-hand 2 warm
      fetch by-hand "$size" "trial-$one"
      if [ -z "$best" ] || [ $took -lt $best ]; then best=$took fastest=$one; fi
    done
  done
  cipher=$fastest up=another
  echo "CHOSEN $cipher"
}

read_transfer
find_module_trees
be_alone
while read -r order words <&3; do
  $order $words
done 3< $PLACE/orders
echo ENDED
poweroff -f
