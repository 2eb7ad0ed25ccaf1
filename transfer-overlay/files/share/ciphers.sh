# Which of the proposed ciphers of ESP comes first: the one that this server's kernel does fastest, since it decrypts all
# that is installed (docs/adr/0017). AES-GCM where the processor has instructions for AES, ChaCha20 where it has none.

# order_proposals PROPOSALS: the same in another order, the fastest first.
order_proposals() {
  local proposal first= others=
  case $1 in
    *,*) ;;
    *) echo "$1"; return ;;
  esac
  for proposal in $(echo "$1" | tr , ' '); do
    if is_fast "$proposal"; then first=$first,$proposal; else others=$others,$proposal; fi
  done
  first=$first$others
  echo "${first#,}"
}

is_fast() {
  case $1 in
    aes*gcm*) has_aes_instructions ;;
    chacha20poly1305*) ! has_aes_instructions && has_chacha ;;
    *) false ;;
  esac
}

has_aes_instructions() { grep -qw -m 1 aes /proc/cpuinfo; }

# The kernel takes ciphers apart into modules, which it asks for when an SA is added: too late to take another.
# FIPS 140 has no ChaCha20, and a kernel that keeps to it refuses it then.
has_chacha() {
  local fips=0
  read -r fips 2> /dev/null < /proc/sys/crypto/fips_enabled || true
  [ "$fips" != 1 ] && can_load crypto-rfc7539esp && can_load crypto-chacha20 && can_load crypto-poly1305
}

# load_cipher PROPOSALS: what the kernel needs for the first of them. What the gateway takes instead, the kernel asks for
# itself, when the SA is added.
load_cipher() {
  load seqiv drbg hmac sha256_generic sha512_generic jitterentropy_rng
  case $1 in
    chacha20poly1305*) ;;  # has_chacha has loaded it
    aes*gcm*) load gcm ctr ghash-generic aesni-intel ;;
    *) load cbc authenc echainiv aesni-intel ;;
  esac
}
