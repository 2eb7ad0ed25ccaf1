# The install settings: asked for once, sealed for the key that this server has shown, opened here and nowhere before.

# Served to one request, which is repeated while the portal is away (502, no answer), while the tenant's gateway has
# not told the portal of the tunnel (425), or when the answer was lost on its way; any other request is refused.
fetch_settings() {
  local request
  request=$(head -c 16 /dev/urandom | od -An -v -tx1 | tr -d ' \n')
  persist settings "install settings" "waiting until the gateway has reported the tunnel" \
    get "settings?request=$request" $RUN/settings.sealed
  open_settings
}

# Opened aside: of a text that was changed on its way, openssl has written what it had when it notices.
open_settings() {
  local opened=0
  openssl cms -decrypt -inform PEM -in $RUN/settings.sealed -recip $SWANCTL_DIR/x509/install.pem -inkey $SERVER_KEY \
    -out $RUN/settings.opened 2> $RUN/openssl.err || opened=$?
  rm -f $RUN/settings.sealed
  [ $opened -eq 0 ] || refuse_settings "cannot be opened: $(why_not_opened)"
  [ -s $RUN/settings.opened ] || refuse_settings "are empty"
  mv $RUN/settings.opened $YUZURI/settings
  sha256sum < $YUZURI/settings > $RUN/plan.sha256
}

# are_as_they_came FILE: whether it is what was opened, byte by byte.
are_as_they_came() {
  sha256sum < "$1" | cmp -s - $RUN/plan.sha256
}

refuse_settings() {
  rm -f $RUN/settings.opened
  fail "the install settings $1"
}

why_not_opened() {
  case $(cat $RUN/openssl.err) in
    *"using private key"*) echo "they are sealed for another key than this server's" ;;
    *"CMS structure"*) echo "they were changed after they were sealed" ;;
    *) echo "expected CMS in PEM: $(head -n 1 $RUN/openssl.err)" ;;
  esac
}
