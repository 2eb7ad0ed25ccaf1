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
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.Problem;

/**
 * Limits how many calls one daemon has open. What is more gets its refusal after a pause, in which
 * it holds no thread and asks the database nothing; so a daemon that asks again at once is slow.
 */
public class OpenCallsFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Problem TOO_MANY =
      new Problem(
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          "TOO_MANY_CALLS",
          "more than " + OpenCalls.LIMIT + " calls of this certificate are open");
  private static final byte[] BODY =
      new WireCodec().encode(TOO_MANY).getBytes(StandardCharsets.UTF_8);

  private final transient OpenCalls calls = new OpenCalls();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    X509Certificate certificate = ClientCertificate.of(request);
    if (certificate == null) {
      chain.doFilter(request, response);
    } else if (calls.isOpened(certificate)) {
      closeAtItsEnd(certificate);
      chain.doFilter(request, response);
    } else {
      refuseLater(request, response);
    }
  }

  /** Undertow's listener, because that of the servlet API may be added too late. */
  private void closeAtItsEnd(X509Certificate certificate) {
    ServletRequestContext.requireCurrent()
        .getExchange()
        .addExchangeCompleteListener(
            (exchange, next) -> {
              calls.close(certificate);
              next.proceed();
            });
  }

  private static void refuseLater(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext later = request.startAsync(request, response);
    later.setTimeout(PAUSE.toMillis());
    later.addListener(new Refusal());
  }

  private static final class Refusal implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
      HttpServletResponse response = (HttpServletResponse) event.getAsyncContext().getResponse();
      response.setStatus(TOO_MANY.status());
      response.setContentType(Problem.MEDIA_TYPE);
      response.setContentLength(BODY.length);
      response.getOutputStream().write(BODY);
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
