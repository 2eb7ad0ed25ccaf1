package org.yuzuri.portal.web.agent;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.Problem;

/**
 * Refuses a daemon's call that is larger than {@link #MOST_BYTES}, before anything reads of it. The
 * daemons' listener takes more, so that who sends it hears that it is too much.
 */
public class CallSizeFilter extends HttpFilter {

  static final long MOST_BYTES = 4 << 20;

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long length = request.getContentLengthLong();
    if (length <= MOST_BYTES) {
      chain.doFilter(request, response);
      return;
    }
    String detail = "the call has " + length + " bytes, expected at most " + MOST_BYTES;
    Problem problem =
        new Problem(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE", detail);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response
        .getOutputStream()
        .write(new WireCodec().encode(problem).getBytes(StandardCharsets.UTF_8));
  }
}
