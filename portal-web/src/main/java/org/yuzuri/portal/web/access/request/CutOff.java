package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpServerExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.yuzuri.portal.platform.LineRate;
import org.yuzuri.portal.web.access.ClientAddress;

/** Hangs up, and says why in the log. Safe for threads. */
final class CutOff {

  private static final Logger log = LoggerFactory.getLogger(CutOff.class);

  private final LineRate lines = new LineRate();
  private final String why;

  /**
   * Makes one.
   *
   * @param why the caller is cut off, as the log says it
   */
  CutOff(String why) {
    this.why = why;
  }

  void end(HttpServerExchange exchange) {
    String source = ClientAddress.of(exchange);
    lines
        .line(source, "cut off")
        .ifPresent(
            untold ->
                log.warn(
                    "{} is cut off: {} ({} like it before were left out)", source, why, untold));
    IoUtils.safeClose(exchange.getConnection());
  }
}
