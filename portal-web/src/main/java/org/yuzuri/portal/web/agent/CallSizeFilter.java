package org.yuzuri.portal.web.agent;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.yuzuri.portal.web.access.request.BodyLimitFilter;
import org.yuzuri.wire.call.Problem;

/**
 * Refuses a daemon's call that is larger than {@link #MOST_BYTES}, and a stranger's that is larger
 * than {@link BodyLimitFilter#STRANGERS_BYTES}, before anything reads of it. The daemons' listener
 * takes more, so that who sends it hears that it is too much.
 */
public class CallSizeFilter extends HttpFilter {

  static final long MOST_BYTES = 4 << 20;

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long length = request.getContentLengthLong();
    boolean stranger = ClientCertificate.of(request) == null;
    long most = stranger ? BodyLimitFilter.STRANGERS_BYTES : MOST_BYTES;
    if (length <= most) {
      chain.doFilter(request, response);
      return;
    }
    String detail = "the call has " + length + " bytes, expected at most " + most;
    Problem problem =
        new Problem(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE", detail);
    ProblemAnswer.write(response, problem);
  }
}
