package org.yuzuri.portal.web.agent;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.Problem;

/** Refuses a call before it reaches an endpoint, in the form of {@link FailureAnswer}. */
final class ProblemAnswer {

  private ProblemAnswer() {}

  /** Writes all of the answer. */
  static void write(ServletResponse to, Problem problem) throws IOException {
    HttpServletResponse response = (HttpServletResponse) to;
    byte[] body = new WireCodec().encode(problem).getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
