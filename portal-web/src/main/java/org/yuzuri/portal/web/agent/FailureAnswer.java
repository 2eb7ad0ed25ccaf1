package org.yuzuri.portal.web.agent;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.agent.report.TooManyReportsException;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.ProblemKind;
import org.yuzuri.wire.MalformedMessageException;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.Problem;

/**
 * Every failure of a daemon's call as {@code application/problem+json}: 4xx is final, 5xx is tried
 * again by the daemon.
 */
@Provider
public class FailureAnswer implements ExceptionMapper<Throwable> {

  private static final Logger log = LoggerFactory.getLogger(FailureAnswer.class);
  private static final WireCodec CODEC = new WireCodec();
  private static final int LONGEST_CAUSE_CHAIN = 20;

  @Override
  public Response toResponse(Throwable thrown) {
    Problem problem = problem(thrown);
    Response.ResponseBuilder answer =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(CODEC.encode(problem));
    if (cause(thrown) instanceof TooManyReportsException tooMany) {
      answer.header(HttpHeaders.RETRY_AFTER, tooMany.waitSeconds());
    }
    return answer.build();
  }

  /** What was refused before its answer was held back. */
  private static @Nullable Throwable cause(Throwable thrown) {
    return thrown instanceof CompletionException ? thrown.getCause() : thrown;
  }

  /** Of a daemon that is not believed, the trail keeps that it called. */
  private static void note(ProblemException refused) {
    if (refused.code().kind() == ProblemKind.FORBIDDEN) {
      Refusals refusals = CDI.current().select(Refusals.class).get();
      refusals.note(Refusals.DAEMON, refused.field(), refused.getMessage());
    }
  }

  static Problem problem(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < LONGEST_CAUSE_CHAIN; depth++) {
      if (cause instanceof ProblemException refused) {
        note(refused);
        int status = refused.code().kind().status();
        return new Problem(status, refused.code().name(), refused.getMessage());
      }
      if (cause instanceof MalformedMessageException) {
        return new Problem(400, "MALFORMED", String.valueOf(cause.getMessage()));
      }
      if (cause instanceof WebApplicationException http) {
        return new Problem(
            http.getResponse().getStatus(), "HTTP", String.valueOf(http.getMessage()));
      }
      cause = cause.getCause();
    }
    String incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    log.error("incident={} call of a daemon", incident, thrown);
    return new Problem(500, "INCIDENT", "unexpected failure, incident " + incident);
  }
}
