# Which of the proposed ciphers of ESP this server does fastest: it decrypts all that is installed. Measured and not
# looked up: AES is first where the processor has instructions for it, ChaCha20 where it has none.
CIPHER_MICROSECONDS=60000

# order_proposals PROPOSALS: the same in another order, the fastest first. One whose cipher this kernel is not sure to
# have is left out, as long as another is there.
order_proposals() {
  local proposal ordered=
  case $1 in
    *,*) ;;
    *) echo "$1"; return ;;
  esac
  for proposal in $(echo "$1" | tr , ' '); do
    has_cipher "$proposal" || continue
    ordered="$ordered$(speed "$(openssl_name "$proposal")") $proposal
"
  done
  ordered=$(printf %s "$ordered" | sort -rns -k 1,1)
  [ -n "$ordered" ] || { echo "$1"; return; }
  echo "ESP, bytes a second: $(echo "$ordered" | tr '\n' ,)" >> $LOG/transfer.log
  echo "$ordered" | sed 's/^[^ ]* //' | tr '\n' , | sed 's/,$//'
}

openssl_name() {
  case $1 in
    aes128gcm*) echo aes-128-gcm ;;
    aes256gcm*) echo aes-256-gcm ;;
    chacha20poly1305*) echo chacha20-poly1305 ;;
  esac
}

# The kernel takes ciphers apart into modules, which it asks for when an SA is added: too late to take another.
# FIPS 140 has no ChaCha20, and a kernel that keeps to it refuses it then.
has_cipher() {
  local fips=0
  read -r fips 2> /dev/null < /proc/sys/crypto/fips_enabled || true
  case $1 in
    chacha20poly1305*) [ "$fips" != 1 ] && can_load crypto-rfc7539esp && can_load crypto-chacha20 && can_load crypto-poly1305 ;;
  esac
}

# load_cipher PROPOSALS: what the kernel needs for the first of them. What the gateway takes instead, the kernel asks for
# itself, when the SA is added.
load_cipher() {
  load seqiv drbg hmac sha256_generic sha512_generic jitterentropy_rng
  case $1 in
    chacha20poly1305*) ;;  # has_cipher has loaded it
    aes*gcm*) load gcm ctr ghash-generic aesni-intel ;;
    *) load cbc authenc echainiv aesni-intel ;;
  esac
}

# speed NAME: bytes a second of packets as ESP has them, by openssl, which says on its error output when it begins and is
# told to stop by the signal that it waits for. 0 when it does not know the cipher.
speed() {
  local pid line
  [ -p $RUN/speed ] || mkfifo $RUN/speed
  openssl speed -mr -seconds 3 -bytes 1400 -evp "$1" > $RUN/speed.out 2> $RUN/speed &
  pid=$!
  while IFS= read -r line; do
    case $line in +DT:*) usleep $CIPHER_MICROSECONDS; kill -ALRM $pid ;; esac
  done < $RUN/speed
  wait $pid
  line=$(sed -n 's/^+F:[^:]*:[^:]*:\([0-9]*\).*/\1/p' $RUN/speed.out)
  echo "${line:-0}"
}
