package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import jakarta.servlet.ServletContext;
import java.util.Set;
import org.yuzuri.portal.web.access.ClientAddress;
import org.yuzuri.portal.web.image.ImageUploadServlet;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * Lets no thread wait for a body that trickles: the most a stranger may send is there before a
 * thread reads it, what is refused is drained without one, and who has not sent all of a request in
 * time is cut off; of a file, who has not sent a mebibyte in a minute. Of whole requests to the
 * pages no single source gets all threads; daemons, of whom a site's may come from one address,
 * have limits of their own. The server finds this class by its service file.
 */
public final class WholeRequests implements ServletExtension {

  /** A daemon's largest batch of reports, 4 MiB, at half a megabit a second. */
  private static final int LONGEST_SECONDS = 60;

  /** A file of 2 GiB takes a day and a half at most, on a line of 140 kbit/s. */
  private static final long LEAST_OF_A_FILE = 1 << 20;

  private static final SlowSenders SLOW = new SlowSenders(LONGEST_SECONDS, LEAST_OF_A_FILE);

  /** Of 16 KiB (Undertow's own): a little more than {@link BodyLimitFilter#STRANGERS_BYTES}. */
  private static final int BUFFERS = 5;

  /** Many more than browsers behind one address ask for at a time. */
  private static final int LONGEST_LINE = 256;

  /** Together with a body of {@link #isSmall} that took as long, it is within a minute. */
  private static final int WAIT_SECONDS = 30;

  private static final SourceShare SOURCES =
      new SourceShare(LONGEST_LINE, WAIT_SECONDS, WholeRequests::refuseMore);

  private static final String COME_AGAIN_SECONDS = "10";

  private static final Set<HttpString> METHODS =
      Set.of(Methods.GET, Methods.HEAD, Methods.POST, Methods.OPTIONS);

  @Override
  public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
    deployment.addInitialHandlerChainWrapper(WholeRequests::whole);
    deployment.addInnerHandlerChainWrapper(WholeRequests::leavingUnread);
  }

  private static HttpHandler whole(HttpHandler next) {
    HttpHandler shared = SOURCES.before(next);
    HttpHandler served =
        exchange -> (ClientAddress.isOfDaemons(exchange) ? next : shared).handleRequest(exchange);
    HttpHandler buffering = new RequestBufferingHandler(served, BUFFERS);
    return exchange -> {
      int refusal = refusal(exchange);
      if (refusal != 0) {
        exchange.setStatusCode(refusal).setPersistent(false).endExchange();
        return;
      }
      if (exchange.getRelativePath().equals(ImageUploadServlet.PATH)) {
        SLOW.watchFile(exchange);
      } else {
        SLOW.watch(exchange);
      }
      (isSmall(exchange) ? buffering : served).handleRequest(exchange);
    };
  }

  private static void refuseMore(HttpServerExchange exchange) {
    exchange.setStatusCode(StatusCodes.TOO_MANY_REQUESTS).setPersistent(false);
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, COME_AGAIN_SECONDS);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain;charset=UTF-8");
    exchange.getResponseSender().send(Texts.of(exchange, "failure.source.busy"));
  }

  private static HttpHandler leavingUnread(HttpHandler next) {
    return exchange -> {
      next.handleRequest(exchange);
      if (!isSmall(exchange)) {
        UnreadBody.leave(exchange);
      }
    };
  }

  /** The status for what no page and no call is asked by; 0 for anything else. */
  private static int refusal(HttpServerExchange exchange) {
    // As of CONNECT host:port; the servlets cannot even refuse it.
    if (!exchange.getRelativePath().startsWith("/")) {
      return StatusCodes.BAD_REQUEST;
    }
    return METHODS.contains(exchange.getRequestMethod()) ? 0 : StatusCodes.METHOD_NOT_ALLOWED;
  }

  /** What is larger, or does not say, may be refused before anything of it is read. */
  private static boolean isSmall(HttpServerExchange exchange) {
    long length = exchange.getRequestContentLength();
    return length >= 0 && !LargeBodies.isLarge(length);
  }
}
