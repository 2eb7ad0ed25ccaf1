package org.yuzuri.lender.http;

import io.undertow.io.IoCallback;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.resource.PathResource;
import io.undertow.server.handlers.resource.PathResourceManager;
import io.undertow.util.ByteRange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a file, or a range of it, without holding it in memory: whole files go from the page
 * cache to the socket (sendfile).
 */
final class FileAnswer {

  private static final PathResourceManager FILES = new PathResourceManager(Path.of("/"), 1);

  private FileAnswer() {}

  /** Sends the file; {@code whenWhole} runs after its last byte was sent. */
  static void send(HttpServerExchange exchange, Path file, Runnable whenWhole) {
    if (!Files.isReadable(file)) {
      exchange.setStatusCode(StatusCodes.NOT_FOUND);
      exchange.getResponseSender().send("not in the agent's cache\n");
      return;
    }
    PathResource resource = new PathResource(file, FILES, file.toString());
    long length = resource.getContentLength();
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/octet-stream");
    exchange.getResponseHeaders().put(Headers.ACCEPT_RANGES, "bytes");
    ByteRange.RangeResponseResult range = range(exchange, length);
    if (range == null) {
      exchange.setResponseContentLength(length);
      runAfter(exchange, length, whenWhole);
      resource.serve(exchange.getResponseSender(), exchange, IoCallback.END_EXCHANGE);
      return;
    }
    exchange.setStatusCode(range.getStatusCode());
    exchange.getResponseHeaders().put(Headers.CONTENT_RANGE, range.getContentRange());
    exchange.setResponseContentLength(range.getContentLength());
    if (range.getStatusCode() == StatusCodes.REQUEST_RANGE_NOT_SATISFIABLE) {
      exchange.endExchange();
      return;
    }
    if (range.getEnd() == length - 1) {
      runAfter(exchange, range.getContentLength(), whenWhole);
    }
    resource.serveRange(
        exchange.getResponseSender(),
        exchange,
        range.getStart(),
        range.getEnd(),
        IoCallback.END_EXCHANGE);
  }

  // Several ranges at once are answered with the whole file, as RFC 9110 §14.2 allows.
  private static ByteRange.@Nullable RangeResponseResult range(
      HttpServerExchange exchange, long length) {
    ByteRange range = ByteRange.parse(exchange.getRequestHeaders().getFirst(Headers.RANGE));
    return range == null || range.getRanges() != 1
        ? null
        : range.getResponseResult(length, null, null, null);
  }

  private static void runAfter(HttpServerExchange exchange, long bytes, Runnable whenWhole) {
    exchange.addExchangeCompleteListener(
        (ended, next) -> {
          try {
            if (ended.getResponseBytesSent() >= bytes) {
              ended.getConnection().getWorker().execute(whenWhole);
            }
          } finally {
            next.proceed();
          }
        });
  }
}
