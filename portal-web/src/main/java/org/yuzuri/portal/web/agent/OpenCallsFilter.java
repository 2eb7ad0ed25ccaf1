package org.yuzuri.portal.web.agent;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.security.auth.x500.X500Principal;
import org.yuzuri.portal.agent.view.AgentEdge;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.access.request.LargeBodies;
import org.yuzuri.portal.web.access.request.OpenCalls;
import org.yuzuri.portal.web.access.request.UnreadBody;
import org.yuzuri.wire.call.Problem;

/**
 * Limits how many calls one daemon has open, by the name in its certificates, and how many of them
 * bring a body that a thread waits for ({@link
 * org.yuzuri.portal.web.access.request.WholeRequests}), by who the portal knows it is. What is more
 * gets its refusal after a pause, in which it holds no thread and asks the database nothing; so a
 * daemon that asks again at once is slow.
 */
public class OpenCallsFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** For the answers of a portal that ends. */
  private static final Duration END = Duration.ofSeconds(2);

  /** Many more than a daemon has: one poll, one report, some files and servers that boot. */
  private static final int CALLS = 16;

  private final transient OpenCalls<X500Principal> calls = new OpenCalls<>(CALLS);

  @Inject transient AgentEdge edge;
  @Inject transient DaemonsBodies bodies;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    X509Certificate certificate = ClientCertificate.of(request);
    if (certificate == null) {
      chain.doFilter(request, response);
    } else if (!calls.isOpened(certificate.getSubjectX500Principal(), exchange())) {
      refuseLater(request, "more than " + CALLS + " calls of this daemon are open");
    } else if (hasLargeBody(request)) {
      doFilterLarge(certificate, request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Daemons that wait are answered while the server still can. */
  @Override
  public void destroy() {
    edge.endWaiting();
    try {
      calls.awaitNone(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void doFilterLarge(
      X509Certificate certificate,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    long daemon;
    try {
      daemon = edge.identify(certificate).id();
    } catch (ProblemException | EJBException refused) {
      ProblemAnswer.write(response, FailureAnswer.problem(refused));
      return;
    }
    if (bodies.sent().isLetIn(daemon, exchange())) {
      chain.doFilter(request, response);
    } else {
      refuseLater(
          request,
          "more than "
              + DaemonsBodies.SENT
              + " large bodies of this daemon are on their way, or too many"
              + " of all");
    }
  }

  private static boolean hasLargeBody(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    return LargeBodies.isLarge(length) || (length < 0 && "POST".equals(request.getMethod()));
  }

  private static HttpServerExchange exchange() {
    return ServletRequestContext.requireCurrent().getExchange();
  }

  private static void refuseLater(HttpServletRequest request, String why) {
    Problem problem =
        new Problem(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "TOO_MANY_CALLS", why);
    AsyncContext later = request.startAsync();
    later.setTimeout(PAUSE.toMillis());
    later.addListener(new Refusal(problem, exchange()));
  }

  private record Refusal(Problem problem, HttpServerExchange exchange) implements AsyncListener {

    @Override
    public void onTimeout(AsyncEvent event) throws IOException {
      ProblemAnswer.write(event.getAsyncContext().getResponse(), problem);
      event.getAsyncContext().getResponse().getOutputStream().close();
      UnreadBody.discard(exchange);
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
