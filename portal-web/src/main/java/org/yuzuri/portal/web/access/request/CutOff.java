package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpServerExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.yuzuri.portal.platform.LineRate;

/** Hangs up on who is too slow, and says so in the log. Safe for threads. */
final class CutOff {

  private static final Logger log = LoggerFactory.getLogger(CutOff.class);

  private final LineRate lines = new LineRate();
  private final String what;
  private final int seconds;

  /**
   * Makes one.
   *
   * @param what the caller does too slowly, as the log says it
   * @param seconds after which it is cut off
   */
  CutOff(String what, int seconds) {
    this.what = what;
    this.seconds = seconds;
  }

  void end(HttpServerExchange exchange) {
    String source = exchange.getSourceAddress().getAddress().getHostAddress();
    lines
        .line(source, "late")
        .ifPresent(
            untold ->
                log.warn(
                    "{} {} too slowly and is cut off after {} s ({} like it before were left out)",
                    source,
                    what,
                    seconds,
                    untold));
    IoUtils.safeClose(exchange.getConnection());
  }
}
