# Which of the proposed ciphers of ESP comes first: the one that this server's kernel does fastest, since it decrypts all
# that is installed (docs/adr/0017). AES-GCM where the processor has instructions for AES, ChaCha20 where it has none.

# order_proposals PROPOSALS: the same in another order, the fastest first. One whose cipher this kernel is not sure to
# have is left out, as long as another is there: a gateway may take it wherever it stands.
order_proposals() {
  local proposal first= others=
  case $1 in
    *,*) ;;
    *) echo "$1"; return ;;
  esac
  for proposal in $(echo "$1" | tr , ' '); do
    has_cipher "$proposal" || continue
    if is_fast "$proposal"; then first=$first,$proposal; else others=$others,$proposal; fi
  done
  first=$first$others
  [ -n "$first" ] || first=,$1
  echo "${first#,}"
}

is_fast() {
  case $1 in
    aes*gcm*) has_aes_instructions ;;
    chacha20poly1305*) ! has_aes_instructions ;;
    *) false ;;
  esac
}

has_aes_instructions() { grep -qw -m 1 aes /proc/cpuinfo; }

# The kernel takes ciphers apart into modules, which it asks for when an SA is added: too late to take another.
# FIPS 140 has no ChaCha20, and a kernel that keeps to it refuses it then.
has_cipher() {
  local fips=0
  case $1 in chacha20poly1305*) ;; *) return 0 ;; esac
  read -r fips 2> /dev/null < /proc/sys/crypto/fips_enabled || true
  [ "$fips" != 1 ] && has_module crypto-rfc7539esp && has_module crypto-chacha20 && has_module crypto-poly1305
}

# load_cipher PROPOSALS: what the kernel needs for the first of them. What the gateway takes instead, the kernel asks for
# itself, when the SA is added.
load_cipher() {
  local all="seqiv drbg hmac sha256_generic sha512_generic jitterentropy_rng"
  case $1 in
    chacha20poly1305*) load $all crypto-rfc7539esp crypto-chacha20 crypto-poly1305 ;;
    aes*gcm*) load $all gcm ctr ghash-generic aesni-intel ;;
    *) load $all cbc authenc echainiv aesni-intel ;;
  esac
}
