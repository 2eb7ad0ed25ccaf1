#!/bin/sh
# Turns the unpacked WildFly in target/wildfly into the portal's server. Repeating it is cheap: it
# does nothing while its inputs are unchanged.
#
# usage: provision.sh TARGET UNDERTOW_VERSION
# TARGET holds wildfly/ and parts/, put there by the Maven profile "server".
set -eu

here=$(cd "$(dirname "$0")" && pwd)
target=$(cd "$1" && pwd)
undertow_version=$2
home=$target/wildfly
parts=$target/parts
script=$here/../cli/portal.cli

stamp=$(cat "$script" "$0" "$parts"/* | sha256sum | cut -d' ' -f1)
if [ -f "$home/.provisioned" ] && [ "$(cat "$home/.provisioned")" = "$stamp" ]; then
    exit 0
fi
rm -f "$home/.provisioned"

# The shipped Undertow 2.3.23 allows request smuggling (CVE-2026-28367, -28368, -28369).
undertow=$home/modules/system/layers/base/io/undertow/core/main
rm -f "$undertow"/undertow-core-*.jar
cp "$parts/undertow-core.jar" "$undertow/undertow-core-$undertow_version.jar"
sed -i "s|undertow-core-[0-9A-Za-z.]*\.jar|undertow-core-$undertow_version.jar|" \
    "$undertow/module.xml"

rm -rf "$home/modules/org/mariadb"
cp "$home/standalone/configuration/standalone-ha.xml" "$home/standalone/configuration/portal.xml"
# Until it has read portal.xml, the server logs by this file.
sed -i 's/^\(handler.CONSOLE.formatter\)=.*/\1=PATTERN/' "$home/standalone/configuration/logging.properties"
# The CLI insists on key stores that exist while it configures; the running server has its own.
stand_in=$(mktemp -d)
trap 'rm -rf "$stand_in"' EXIT
keytool -genkeypair -alias stand-in -keyalg EC -dname CN=stand-in -storetype PKCS12 \
    -storepass yuzuri -keystore "$stand_in/portal-tls.p12" 2>/dev/null
cp "$stand_in/portal-tls.p12" "$stand_in/trust.p12"
cp "$stand_in/portal-tls.p12" "$stand_in/cluster.p12"
# What the CLI prints for each line of the script says something only when one of them fails.
(cd "$parts" && YUZURI_SECURITY_DIRECTORY=$stand_in "$home/bin/jboss-cli.sh" --no-color-output \
    --file="$script") >"$target/provision.log" 2>&1 || { cat "$target/provision.log" >&2; exit 1; }
grep -q portal-tls "$home/standalone/configuration/portal.xml"
echo "$stamp" >"$home/.provisioned"
