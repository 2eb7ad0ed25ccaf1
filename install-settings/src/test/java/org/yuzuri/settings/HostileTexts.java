package org.yuzuri.settings;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Texts that strangers might send: pieces of kickstart and of everything that breaks parsers. */
public final class HostileTexts {

  private static final String[] PIECES = {
    "\n",
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "\u000b",
    "\u000c",
    "\u001c",
    "\u0085",
    "\u2028",
    "\u2029",
    "\0",
    "\ufeff",
    "\u202e",
    "\u200b",
    "p\u0430rt",
    "\"",
    "'",
    "\\",
    "#",
    "--",
    "-",
    "=",
    "%",
    "%%",
    "$(reboot)",
    "`id`",
    "${hook}",
    "#if",
    "<%= x %>",
    "{{x}}",
    "%pre",
    "%post",
    "%post --nochroot",
    "%packages",
    "%end",
    "%onerror",
    "%include /yuzuri/hook",
    "%include",
    "%ksappend http://192.0.2.1/",
    "%addon x",
    "%certificate",
    "%unknown",
    "network --bootproto=dhcp",
    "network --device=eth0 --hostname=a",
    "network",
    "reboot",
    "poweroff",
    "halt --eject",
    "ignoredisk --drives=vda",
    "ignoredisk --interactive",
    "clearpart --all --drives=sda,sdz",
    "clearpart",
    "bootloader --append=\"a b\" --boot-drive=sdb",
    "bootloader --append=x;chain",
    "part / --size=999999999999999999999 --ondisk=sdq",
    "part /boot --onpart=sda1",
    "autopart",
    "lang en_US",
    "rootpw secret",
    "liveimg --url=file:///x",
    "url --url=http://203.0.113.9/",
    "/yuzuri/hook pre",
    "/yuzuri/hook post /mnt/sysimage",
    "# yuzuri: the lender's facts",
    "# yuzuri: the transfer",
    "# yuzuri: left out",
    "strongswan",
    "-strongswan",
    "-",
    "@",
    "@core --optional --nodefaults",
    "x",
    "1"
  };

  private HostileTexts() {}

  /** Up to sixty pieces in any order. */
  public static Arbitrary<String> any() {
    return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
  }
}
