package org.yuzuri.lender.http.guard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.yuzuri.wire.value.Secret;

/** What a server tells again and again, each time signed and under the next number. */
public enum SignedCall {
  BEAT,
  LOG;

  /** As it is called in the address. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The bytes that the server signs: a line that says what it is, of which boot and which number,
   * so that no signature holds for anything else, and the body.
   */
  byte[] signed(Secret token, long number, byte[] body) {
    String line = "yuzuri " + word() + " " + token.reveal() + " " + number + "\n";
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(line.getBytes(StandardCharsets.US_ASCII));
    all.writeBytes(body);
    return all.toByteArray();
  }
}
