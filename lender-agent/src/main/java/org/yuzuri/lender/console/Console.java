package org.yuzuri.lender.console;

import java.io.InputStream;

/** An open session with the serial console of one server. One thread reads, any may close. */
public interface Console extends AutoCloseable {

  /** What the server prints from now on, whatever bytes that may be; ends with the session. */
  InputStream output();

  /** Ends the session; a blocked read ends, too. */
  @Override
  void close();
}
