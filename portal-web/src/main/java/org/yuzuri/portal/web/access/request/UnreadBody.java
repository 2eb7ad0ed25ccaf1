package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/**
 * Throws away a body that nobody wants, so that its sender hears the answer, and has no thread wait
 * for it: the servlet container would read it to its end on the thread of its request, unless its
 * channel is taken before.
 */
public final class UnreadBody {

  private UnreadBody() {}

  /** Sends the answer of a request that has been handled; the server then drains the rest. */
  static void leave(HttpServerExchange exchange) {
    ServletRequestContext request = exchange.getAttachment(ServletRequestContext.ATTACHMENT_KEY);
    // An error page, which comes later, may ask for parameters.
    boolean answered = request.getErrorCode() <= 0 && !exchange.isDispatched();
    if (answered && isUnread(exchange)) {
      request.getOriginalResponse().responseDone();
      exchange.getRequestChannel();
    }
  }

  /** Drains what is left of an asynchronous request, whose answer has been sent to its end. */
  public static void discard(HttpServerExchange exchange) {
    if (isUnread(exchange)) {
      StreamSourceChannel body = exchange.getRequestChannel();
      body.getReadSetter()
          .set(
              ChannelListeners.drainListener(
                  Long.MAX_VALUE,
                  drained -> drained.suspendReads(),
                  (broken, thrown) -> IoUtils.safeClose(exchange.getConnection())));
      body.resumeReads();
    }
  }

  private static boolean isUnread(HttpServerExchange exchange) {
    return !exchange.isRequestComplete() && exchange.isRequestChannelAvailable();
  }
}
