# How this server proves which one it is. In every mode it makes one key in RAM and shows its fingerprint on its own
# console, where the lender reads it through the server's BMC; whoever only has its address cannot show anything
# there. What the server finds, does, says or asks for later is signed with that key.
SERVER_KEY=$SWANCTL_DIR/private/install.pem
SERVER_REQUEST=$RUN/install.csr
SERVER_PUBLIC=$RUN/install.pub  # SubjectPublicKeyInfo, DER in Base64, one line
KEY_SECONDS=120

# begin_key IDENTITY: makes the key and shows it, in the background, until hide_key.
begin_key() {
  mkdir -p $SWANCTL_DIR/private
  mkfifo $RUN/silence
  { make_key "$1" $SERVER_KEY $SERVER_REQUEST; show_key; } &
  showing=$!
  echo $showing > $RUN/showing.pid
}

# Returns when the key is made; usually it was, beside the drivers.
wait_for_key() {
  local tries=$((KEY_SECONDS * 10))
  until [ -e $RUN/key-made ]; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] && kill -0 $showing 2>/dev/null || fail "no throw-away key could be made within $KEY_SECONDS s"
    usleep 100000
  done
}

# Shows the key again every 3 s. No process is started for it: none is left when process 1 becomes the tenant's
# init, and an erasure of many hours does not feel it.
show_key() {
  local fingerprint nothing lender_console
  fingerprint=$(base64 -d $SERVER_PUBLIC | sha256sum)
  fingerprint=${fingerprint%% *}
  find_lender_console
  exec 3<> $RUN/silence
  show_on_consoles "YUZURI-KEY sha256:$fingerprint"
  : > $RUN/key-made
  while :; do
    read -r -t 3 nothing <&3
    show_on_consoles "YUZURI-KEY sha256:$fingerprint"
  done
}

# show_on_consoles LINE: on a fresh line of the lender's console first, and then of all that the kernel has by now. A
# console that is stopped delays the others by 30 s at most: so long does closing it wait.
show_on_consoles() {
  local active= name
  read -r active < /sys/class/tty/console/active
  [ -z "$lender_console" ] || printf '\n%s\n' "$1" > "/dev/$lender_console"
  for name in ${active:-console}; do
    [ "$name" = "$lender_console" ] || [ ! -c "/dev/$name" ] || printf '\n%s\n' "$1" > "/dev/$name"
  done
} 2> /dev/null

# Sets lender_console: the last console= argument. The kernel need not have it as a console: of one kind (ttyS) it
# takes the first that is named, which may be the tenant's. It is a serial port all the same, without the speed that
# a console of the kernel is given.
find_lender_console() {
  local arguments argument options=
  lender_console=
  read -r arguments < /proc/cmdline
  for argument in $arguments; do
    case $argument in console=*) lender_console=${argument#console=} ;; esac
  done
  case $lender_console in *,*) options=${lender_console#*,} ;; esac
  lender_console=${lender_console%%,*}
  if [ ! -c "/dev/$lender_console" ]; then lender_console=; return 0; fi
  options=${options%%[!0-9]*}
  [ -z "$options" ] || stty -F "/dev/$lender_console" "$options" 2> /dev/null
}

# Ends the showing. In the program that began it there is nothing left of it afterwards, not even a zombie.
hide_key() {
  local pid=
  read -r pid 2>/dev/null < $RUN/showing.pid || return 0
  kill "$pid" 2>/dev/null
  wait "$pid" 2>/dev/null
  rm -f $RUN/showing.pid
}

# signature FILE: of its exact bytes by the server's key (ECDSA, SHA-256), DER in Base64, one line.
signature() {
  openssl dgst -sha256 -sign $SERVER_KEY "$1" 2> $RUN/openssl.err | base64 | tr -d '\n'
}

# signature_of CALL NUMBER FILE: of a beat or a piece of the log, as above. A line before it says what it is, of which
# boot and under which number, so that it holds for nothing else (docs/contracts.md).
signature_of() {
  { echo "yuzuri $1 ${YUZURI_AGENT##*/} $2"; cat "$3"; } | openssl dgst -sha256 -sign $SERVER_KEY | base64 -w 0
}

# deliver FILE CALL WHAT [STATUS]: posts a result, JSON, signed by the key that was shown, until the agent has it; fails
# after two minutes. Returns 1 when the agent answers with STATUS.
deliver() {
  local tries=0 signed
  signed=$(signature "$1")
  [ -n "$signed" ] || fail "$3 could not be signed: $(tail -n 1 $RUN/openssl.err)"
  until post "$1" "$2" /dev/null application/json "X-Yuzuri-Key: $(cat $SERVER_PUBLIC)" "X-Yuzuri-Signature: $signed"; do
    [ -z "${4:-}" ] || ! grep -q "HTTP/[0-9.]* $4" $RUN/http.$$ || return 1
    tries=$((tries + 1))
    [ $tries -lt 40 ] || fail "$3 could not be delivered: $(http_problem)"
    sleep 3
  done
}
