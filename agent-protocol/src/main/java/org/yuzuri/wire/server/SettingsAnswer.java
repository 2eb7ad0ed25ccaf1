package org.yuzuri.wire.server;

import org.yuzuri.wire.value.Checks;

/**
 * The install plan, readable for the server that made the certified key only.
 *
 * @param sealed CMS EnvelopedData (RFC 5652) for the certificate of the installation key, in PEM
 */
public record SettingsAnswer(String sealed) {

  public SettingsAnswer {
    Checks.present(sealed, "sealed");
  }
}
