package org.yuzuri.portal.web.agent;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.yuzuri.portal.web.access.request.BodyLimitFilter;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.Problem;

/**
 * Limits how many calls one daemon has open, and how many of them bring a body that a thread waits
 * for ({@link org.yuzuri.portal.web.access.request.WholeRequests}). What is more gets its refusal
 * after a pause, in which it holds no thread and asks the database nothing; so a daemon that asks
 * again at once is slow.
 */
public class OpenCallsFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Many more than a daemon has: one poll, one report, some files and servers that boot. */
  private static final int CALLS = 16;

  /** A daemon sends one batch of reports at a time; the daemons' listener has 16 threads. */
  private static final int LARGE_BODIES = 2;

  private final transient OpenCalls calls = new OpenCalls(CALLS);
  private final transient OpenCalls largeBodies = new OpenCalls(LARGE_BODIES);

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    X509Certificate certificate = ClientCertificate.of(request);
    if (certificate == null) {
      chain.doFilter(request, response);
    } else if (!isOpened(calls, certificate)) {
      refuseLater(request, "more than " + CALLS + " calls of this certificate are open");
    } else if (hasLargeBody(request) && !isOpened(largeBodies, certificate)) {
      refuseLater(
          request,
          "more than " + LARGE_BODIES + " large bodies of this certificate are on their way");
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean hasLargeBody(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    return length > BodyLimitFilter.STRANGERS_BYTES
        || (length < 0 && "POST".equals(request.getMethod()));
  }

  private static boolean isOpened(OpenCalls calls, X509Certificate certificate) {
    boolean opened = calls.isOpened(certificate);
    if (opened) {
      closeAtItsEnd(calls, certificate);
    }
    return opened;
  }

  /** Undertow's listener, because that of the servlet API may be added too late. */
  private static void closeAtItsEnd(OpenCalls calls, X509Certificate certificate) {
    ServletRequestContext.requireCurrent()
        .getExchange()
        .addExchangeCompleteListener(
            (exchange, next) -> {
              calls.close(certificate);
              next.proceed();
            });
  }

  private static void refuseLater(HttpServletRequest request, String why) {
    AsyncContext later = request.startAsync();
    later.setTimeout(PAUSE.toMillis());
    later.addListener(
        new Refusal(
            new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "TOO_MANY_CALLS", why)));
  }

  private record Refusal(Problem problem) implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
      HttpServletResponse response = (HttpServletResponse) event.getAsyncContext().getResponse();
      byte[] body = new WireCodec().encode(problem).getBytes(StandardCharsets.UTF_8);
      response.setStatus(problem.status());
      response.setContentType(Problem.MEDIA_TYPE);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onError(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
  }
}
