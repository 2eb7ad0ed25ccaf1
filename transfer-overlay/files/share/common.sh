# What every program of the overlay starts with: places, settings, saying, beats, failing.
YUZURI=/yuzuri
RUN=$YUZURI/run
LOG=$YUZURI/log
PATH=$YUZURI/bin:$YUZURI/sbin
OPENSSL_CONF=$YUZURI/etc/openssl.cnf
STRONGSWAN_CONF=$YUZURI/etc/strongswan.conf
SWANCTL_DIR=$YUZURI/etc/swanctl
export PATH OPENSSL_CONF STRONGSWAN_CONF SWANCTL_DIR
VICI=unix://$RUN/charon.vici
PORTAL_AWAY_SECONDS=600
LONGEST_PAUSE=3000000  # microseconds
PHASES="booted key certificate tunnel settings pre partitioning packages image bootloader post production installed failed erasing verifying erased inspecting inspected"
umask 077
[ -d "$RUN" ] && [ -d "$LOG" ] || mkdir -p "$RUN" "$LOG"

uptime_seconds() {
  local up rest
  read -r up rest < /proc/uptime 2>/dev/null || up=?
  echo "$up"
}

# One line, whatever is quoted in it: no text of others begins a line on the console.
say() {
  local line
  line="yuzuri [$(uptime_seconds)] $*"
  case $line in *[[:cntrl:]]*) line=$(printf %s "$line" | tr '\000-\037\177' ' ') ;; esac
  echo "$line" >> "$LOG/transfer.log"
  echo "$line" > /dev/console 2>/dev/null || true
}

# Reads what the lender says about this transfer. The pattern is the contract's: a line that does
# not match it is never given to the shell. One grep for all lines: each process is dear on a server
# whose processor is emulated.
read_transfer() {
  local line number
  [ -r $YUZURI/transfer.env ] || fail "the initrd has no $YUZURI/transfer.env"
  # Without zero bytes: what grep has seen must be what the shell reads.
  tr -d '\000' < $YUZURI/transfer.env > $RUN/transfer.env.$$
  line=$(grep -nvE "^(YUZURI_[A-Z_]+='[A-Za-z0-9 ._:/,=@+-]*')?\$" $RUN/transfer.env.$$ | head -n 1)
  if [ -n "$line" ]; then
    number=${line%%:*}
    line=${line#*:}
    fail "transfer.env line $number is not KEY='value': ${line%%=*}"
  fi
  . $RUN/transfer.env.$$
  rm -f $RUN/transfer.env.$$
}

# need KEY…: fails naming the first key that transfer.env lacks.
need() {
  local key value
  for key in "$@"; do
    eval "value=\${$key:-}"
    [ -n "$value" ] || fail "transfer.env has no $key"
  done
}

# Queues a beat; the sender (share/beats) posts them one after the other.
beat() {
  local message=$3
  case $message in *[[:cntrl:]]*) message=$(printf %s "$message" | tr '\t\r\n' '   ') ;; esac
  [ ${#message} -le 500 ] || message=$(printf %s "$message" | cut -c 1-500)
  printf '%s\t%s\t%s\n' "$1" "${2:--}" "$message" >> $RUN/beats.queue
  # The sender waits for its next look; opened both ways, it lets nobody wait when there is none.
  [ ! -p $RUN/pause ] || echo 1<> $RUN/pause
}

start_sender() {
  local pid=
  read -r pid 2>/dev/null < $RUN/beats.pid || true
  if [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null; then return; fi
  setsid $YUZURI/bin/busybox sh $YUZURI/share/beats </dev/null >>$LOG/beats.err 2>&1 &
  echo $! > $RUN/beats.pid
}

# Waits until the agent took every beat queued so far; fails after SECONDS.
wait_for_beats() {
  local wanted sent=0 tries=$(($1 * 20))
  wanted=$(wc -l < $RUN/beats.queue)
  start_sender
  while [ $tries -gt 0 ]; do
    read -r sent 2>/dev/null < $RUN/beats.sent || sent=0
    [ "${sent:-0}" -lt "$wanted" ] || return 0
    usleep 50000
    tries=$((tries - 1))
  done
  echo "the agent has not taken the last beat within $1 s" >&2
  return 1
}

# Ends the transfer: reports why, then powers off. Nothing goes on without the tunnel. The agent hears it once it has
# read the key on the console, which it looks at anew after 30 s of silence.
fail() {
  trap - EXIT
  say "FAILED: $*"
  beat failed - "$*"
  [ -z "${YUZURI_AGENT:-}" ] || wait_for_beats 60 || true
  sync
  poweroff -f
  sleep 60
}

# post FILE CALL ANSWER [TYPE [HEADER…]]: posts FILE to the agent. Returns 0; 2 when it is too early (HTTP
# 425); 4 when the agent refuses for good (any other 4xx); 1 when it may be tried again. Headers and reason
# are in $RUN/http.$$.
post() {
  local file=$1 call=$2 answer=$3 type=${4:-application/x-www-form-urlencoded} header
  shift $(($# < 4 ? 3 : 4))
  for header in "$@"; do
    shift
    set -- "$@" --header "$header"
  done
  timeout 15 wget -q -S -O "$answer" --header "Content-Type: $type" "$@" \
    --post-file "$file" "$YUZURI_AGENT/$call" 2> $RUN/http.$$ && return 0
  refused_or_away
}

# get CALL ANSWER: asks the agent; returns what post does.
get() {
  timeout 60 wget -q -S -O "$2" "$YUZURI_AGENT/$1" 2> $RUN/http.$$ && return 0
  refused_or_away
}

refused_or_away() {
  if grep -qE 'HTTP/[0-9.]+ 425' $RUN/http.$$; then return 2; fi
  if grep -qE 'HTTP/[0-9.]+ 4[0-9][0-9]' $RUN/http.$$; then return 4; fi
  return 1
}

# persist PHASE WHAT WAITING COMMAND…: a post or get until it is answered. It is repeated while the portal is away
# (502, no answer) and while it is too early (425): the first time that is said, as WAITING. What is too early now is often
# in time within a second, so the pauses begin short. Fails when WHAT is refused.
persist() {
  local phase=$1 what=$2 waiting=$3 said= reason result pause=200000 end=$(($(now) + PORTAL_AWAY_SECONDS))
  shift 3
  while :; do
    result=0
    "$@" || result=$?
    [ $result -ne 0 ] || return 0
    [ $result -ne 4 ] || fail "no $what: refused: $(http_problem)"
    reason=$(http_problem)
    if [ $result -eq 2 ]; then
      reason=$waiting
      [ -n "$said" ] || { say "$waiting"; beat "$phase" - "$waiting"; }
      said=yes
    fi
    [ "$(now)" -lt $end ] || fail "no $what within $PORTAL_AWAY_SECONDS s: $reason"
    usleep $pause
    pause=$((pause < LONGEST_PAUSE * 2 / 3 ? pause * 3 / 2 : LONGEST_PAUSE))
  done
}

# Whole seconds since the server started: a clock that is set does not move it.
now() {
  local up
  up=$(uptime_seconds)
  echo "${up%.*}"
}

http_problem() {
  local reason
  reason=$(tail -n 1 $RUN/http.$$ 2>/dev/null)
  echo "${reason:-no answer within 15 s}"
}
. $YUZURI/share/proof.sh
