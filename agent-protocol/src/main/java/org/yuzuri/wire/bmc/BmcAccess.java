package org.yuzuri.wire.bmc;

import java.util.regex.Pattern;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Secret;

/** How to reach and log in to a BMC. */
public record BmcAccess(BmcKind kind, BmcAddress address, String user, Secret password) {

  private static final Pattern USER = Pattern.compile("[A-Za-z0-9._@][A-Za-z0-9._@-]{0,31}");

  public BmcAccess {
    Checks.present(kind, "bmc.kind");
    Checks.present(address, "bmc.address");
    Checks.matching(user, USER, "bmc.user", "1 to 32 of A-Z a-z 0-9 . _ @ -");
    Checks.present(password, "bmc.password");
  }
}
