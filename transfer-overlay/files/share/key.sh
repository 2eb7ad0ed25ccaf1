# Keys made on the server, and their certificates. A private key never leaves the server that made it.

# make_key IDENTITY KEY CSR: makes a P-256 key in the file KEY, the request for its certificate in CSR and, beside it,
# the public key alone (CSR with the ending .pub: SubjectPublicKeyInfo, DER in Base64, one line). One openssl for all:
# each is dear on a server whose processor is emulated.
make_key() {
  local identity=$1 key=$2 csr=$3
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -pubkey \
    -subj "/$(echo "$identity" | sed 's#, *#/#g')" -keyout "$key" -out "$csr.both" 2> $RUN/openssl.err \
    || fail "no key could be made for $identity: $(tail -n 1 $RUN/openssl.err)"
  chmod 600 "$key"
  awk -v csr="$csr" -v public="${csr%.csr}.pub" \
    '/PUBLIC KEY/ { next } /BEGIN CERT/ { request = 1 } request { print > csr; next } { printf "%s", $0 > public }' "$csr.both"
  rm "$csr.both"
}

# fetch_certificate PURPOSE CSR CHAIN [HEADER]: has the key of CSR certified, which for the installation the lender must
# have seen on the console first.
fetch_certificate() {
  local purpose=$1 csr=$2 chain=$3 phase=certificate
  shift 3
  [ "$purpose" = install ] || phase=$purpose
  persist "$phase" "$purpose certificate" "waiting until the key is confirmed on the console" \
    post "$csr" "certificate?purpose=$purpose" "$chain" application/x-pem-file "$@"
  set_clock
}

# A server's clock may be hours away, and certificates have a time of validity: the agent's Date
# header is taken when ours is behind it or more than a minute ahead. Rounded up, because the
# certificate may have been made within the second that the header names.
set_clock() {
  local header there here
  header=$(sed -n 's/^ *[Dd]ate: //p' $RUN/http.$$ | tr -d '\r' | tail -n 1)
  there=$(date -u -D '%a, %d %b %Y %H:%M:%S GMT' -d "$header" +%s 2>/dev/null) || return 0
  here=$(date +%s)
  if [ "$here" -le "$there" ] || [ "$here" -gt $((there + 60)) ]; then
    date -u -s "@$((there + 1))" > /dev/null
    say "clock set forward by $((there + 1 - here)) s, to the agent's"
  fi
}

# check_certificate IDENTITY PUBLIC CHAIN: the certificate must be for our key, whose public half make_key wrote to PUBLIC,
# and our name, and must lead to one of the tenant's transfer CAs.
check_certificate() {
  local identity=$1 public=$2 chain=$3 found ours=
  openssl verify -CAfile $YUZURI/transfer-ca.pem -untrusted "$chain" "$chain" > $RUN/verify 2>&1 \
    || fail "the certificate for $identity does not lead to the transfer CA: $(tail -n 2 $RUN/verify | head -n 1)"
  found=$(openssl x509 -in "$chain" -noout -subject -nameopt RFC2253 -pubkey)
  read -r ours < "$public" || true
  [ -n "$ours" ] && [ "$(echo "$found" | awk '/^subject=/ || /-----/ { next } { printf "%s", $0 }')" = "$ours" ] \
    || fail "the certificate for $identity is for another key"
  found=$(echo "$found" | sed -n 's/^subject=//p')
  [ "$found" = "$(echo "$identity" | sed 's/, */,/g')" ] \
    || fail "the certificate is for $found, not for $identity"
}

# put_trust DIRECTORY: the tenant's transfer CAs and their revocation lists, each in a file of its own below DIRECTORY
# (x509ca, x509crl), since swanctl reads only the first of a file. A gateway whose certificate is on a list is refused.
put_trust() {
  mkdir -p "$1/x509ca" "$1/x509crl"
  awk -v to="$1" '
    /-----BEGIN CERTIFICATE-----/ { file = to "/x509ca/transfer-ca" (n++ ? "-" n : "") ".pem" }
    /-----BEGIN X509 CRL-----/ { file = to "/x509crl/transfer-ca" (m++ ? "-" m : "") ".crl" }
    file { print > file }
    /-----END / { file = "" }' $YUZURI/transfer-ca.pem
}

# split_chain CHAIN CERTIFICATE ISSUERS: the first certificate, and the rest (perhaps none).
split_chain() {
  awk -v first="$2" -v rest="$3" \
    '/-----BEGIN/ { n++ } n == 1 { print > first } n > 1 { print > rest }' "$1"
}
