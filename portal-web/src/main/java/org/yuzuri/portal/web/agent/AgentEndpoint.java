package org.yuzuri.portal.web.agent;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.report.TooManyReportsException;
import org.yuzuri.portal.agent.view.AgentEdge;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.call.RenewalRequest;
import org.yuzuri.wire.call.ReportBatch;
import org.yuzuri.wire.server.CertificateRequest;
import org.yuzuri.wire.server.SettingsRequest;

/** The calls of the daemons; see {@code docs/contracts.md} §2. */
@Path("/")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AgentEndpoint {

  private static final int LONGEST_WAIT_SECONDS = 25;
  private static final int REFUSAL_SECONDS = 2;
  private static final WireCodec CODEC = new WireCodec();

  @Inject AgentEdge edge;

  @Resource ManagedExecutorService executor;

  @Context HttpServletRequest request;

  @POST
  @Path("enrolments")
  public String enrol(String body) {
    return CODEC.encode(edge.enrol(CODEC.decode(body, EnrolmentRequest.class)));
  }

  @POST
  @Path("renewals")
  public String renew(String body) {
    return CODEC.encode(edge.renew(certificate(), CODEC.decode(body, RenewalRequest.class)));
  }

  @GET
  @Path("trust")
  public String trust() {
    return CODEC.encode(edge.trust(certificate()));
  }

  @GET
  @Path("commands")
  public CompletionStage<String> commands(
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("wait") @DefaultValue("0") int wait) {
    if (wait < 0 || wait > LONGEST_WAIT_SECONDS) {
      throw ProblemException.invalid("wait", wait, "0 to " + LONGEST_WAIT_SECONDS + " seconds");
    }
    return edge.commands(certificate(), after, Duration.ofSeconds(wait))
        .thenApply(found -> CODEC.encodeCommands(found.epoch(), found.commands()));
  }

  @POST
  @Path("reports")
  public CompletionStage<String> report(@HeaderParam("Date") @Nullable String date, String body) {
    ReportBatch batch = CODEC.decode(body, ReportBatch.class);
    try {
      return CompletableFuture.completedStage(
          CODEC.encode(edge.report(certificate(), batch, SentAt.of(date))));
    } catch (TooManyReportsException tooMany) {
      return refusedLater(tooMany);
    }
  }

  /** Holds no thread meanwhile, so that a daemon that does not wait is slow, and only that one. */
  private CompletionStage<String> refusedLater(TooManyReportsException tooMany) {
    return CompletableFuture.supplyAsync(
        () -> {
          throw tooMany;
        },
        CompletableFuture.delayedExecutor(REFUSAL_SECONDS, TimeUnit.SECONDS, executor));
  }

  @POST
  @Path("certificates")
  public String certificate(String body) {
    return CODEC.encode(
        edge.certificate(certificate(), CODEC.decode(body, CertificateRequest.class)));
  }

  @POST
  @Path("settings")
  public String settings(String body) {
    return CODEC.encode(edge.settings(certificate(), CODEC.decode(body, SettingsRequest.class)));
  }

  private @Nullable X509Certificate certificate() {
    return ClientCertificate.of(request);
  }
}
