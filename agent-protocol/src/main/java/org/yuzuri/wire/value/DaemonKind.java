package org.yuzuri.wire.value;

import java.util.Locale;

/** Which daemon speaks. */
public enum DaemonKind {
  LENDER_AGENT,
  TENANT_GATEWAY;

  /** As its program and the subjects of its certificates are called: {@code lender-agent}. */
  public String dashed() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As people call it: {@code lender agent}. */
  public String spoken() {
    return dashed().replace('-', ' ');
  }
}
