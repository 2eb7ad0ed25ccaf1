package org.yuzuri.portal.web.agent;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.ByteRange;
import io.undertow.util.StatusCodes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.view.AgentEdge;
import org.yuzuri.portal.image.store.ImageService;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.Problem;

/**
 * The files of boot images, for lender agents; any part of them, never held in memory. Each holds a
 * thread while it is read; so an agent reads few at once, and is cut off when it takes less than a
 * mebibyte in a minute.
 */
@Path("/files")
@RequestScoped
public class FilesEndpoint {

  private static final String SHA256 = "[0-9a-f]{64}";

  private static final String BUSY_SECONDS = "5";

  @Inject AgentEdge edge;
  @Inject ImageService images;
  @Inject DaemonsBodies bodies;

  @Context HttpServletRequest request;

  @GET
  @Path("{sha256}")
  public Response file(
      @PathParam("sha256") String sha256, @HeaderParam("Range") @Nullable String range)
      throws IOException {
    if (!sha256.matches(SHA256)) {
      throw ProblemException.notFound("file", sha256);
    }
    Found found =
        edge.asLenderAgent(
            ClientCertificate.of(request),
            agent -> new Found(agent.id(), images.storedFile(sha256)));
    HttpServerExchange exchange = ServletRequestContext.requireCurrent().getExchange();
    return bodies.files().isLetOut(found.agent(), exchange) ? answer(found.file(), range) : busy();
  }

  /** A file, and the agent that asks for it. */
  private record Found(long agent, java.nio.file.Path file) {}

  private static Response busy() {
    Problem problem =
        new Problem(
            StatusCodes.SERVICE_UNAVAILABLE,
            "TOO_MANY_CALLS",
            "more than "
                + DaemonsBodies.FILES
                + " files are on their way to this daemon, or too many to all");
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.RETRY_AFTER, BUSY_SECONDS)
        .entity(new WireCodec().encode(problem))
        .build();
  }

  private static Response answer(java.nio.file.Path file, @Nullable String range)
      throws IOException {
    long size = Files.size(file);
    return part(ByteRange.parse(range), size)
        .map(part -> answer(file, part))
        .orElseGet(() -> whole(file, size));
  }

  /** Empty when the whole file is asked for, or several parts at once (RFC 9110, §14.2). */
  static Optional<ByteRange.RangeResponseResult> part(@Nullable ByteRange asked, long size) {
    return Optional.ofNullable(asked)
        .filter(range -> range.getRanges() == 1)
        .map(range -> range.getResponseResult(size, null, null, null));
  }

  private static Response whole(java.nio.file.Path file, long size) {
    return answer(Response.ok(part(file, 0, size)), size).build();
  }

  private static Response answer(java.nio.file.Path file, ByteRange.RangeResponseResult part) {
    Response.ResponseBuilder response = Response.status(part.getStatusCode());
    if (part.getStatusCode() == StatusCodes.PARTIAL_CONTENT) {
      response.entity(part(file, part.getStart(), part.getContentLength()));
      answer(response, part.getContentLength());
    }
    return response.header("Content-Range", part.getContentRange()).build();
  }

  private static Response.ResponseBuilder answer(Response.ResponseBuilder response, long length) {
    return response
        .type(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_LENGTH, length)
        .header("Accept-Ranges", "bytes");
  }

  private static StreamingOutput part(java.nio.file.Path file, long from, long length) {
    return output -> copy(file, from, length, output);
  }

  private static void copy(java.nio.file.Path file, long from, long length, OutputStream output)
      throws IOException {
    try (FileChannel source = FileChannel.open(file, StandardOpenOption.READ)) {
      long position = from;
      long end = from + length;
      while (position < end) {
        long sent = source.transferTo(position, end - position, Channels.newChannel(output));
        if (sent <= 0) {
          throw new IOException(file + " is shorter than it was");
        }
        position += sent;
      }
    }
  }
}
