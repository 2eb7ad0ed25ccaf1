package org.yuzuri.portal.web.access.request;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.yuzuri.portal.web.access.ClientAddress;

/**
 * Gives no single source more than half of a door's threads, and no fewer than two. Its other
 * requests wait in a line of their own, without a thread, and what is more than may wait, or has
 * waited too long, is refused; who has hung up meanwhile is not served. A request counts while a
 * thread is about it: neither while its body comes nor while an asynchronous one waits. Safe for
 * threads.
 */
final class SourceShare {

  private static final int LEAST = 2;

  private final int longestLine;
  private final int seconds;
  private final HttpHandler refusal;

  /** Guarded by this; those alone that have a request at work. */
  private final Map<String, Source> sources = new HashMap<>();

  /**
   * For one door.
   *
   * @param longestLine how many requests of one source may wait
   * @param seconds how long
   * @param refusal answers what is refused, without blocking
   */
  SourceShare(int longestLine, int seconds, HttpHandler refusal) {
    this.longestLine = longestLine;
    this.seconds = seconds;
    this.refusal = refusal;
  }

  /** Has a request, whatever thread it comes on, handled on a worker thread in its turn. */
  HttpHandler before(HttpHandler next) {
    return exchange -> {
      int most = Math.max(LEAST, DoorShare.threads(exchange) / 2);
      String source = ClientAddress.network(exchange);
      exchange.dispatch(work -> new Request(source, exchange, work).come(most), next);
    };
  }

  private synchronized Place place(Request request, int most) {
    Source source = sources.computeIfAbsent(request.source, first -> new Source());
    if (source.atWork < most) {
      source.atWork++;
      return Place.AT_WORK;
    }
    return source.line.size() < longestLine && source.line.add(request)
        ? Place.IN_LINE
        : Place.NONE;
  }

  /** Whether it still waited. */
  private synchronized boolean isOutOfLine(Request request) {
    Source source = sources.get(request.source);
    return source != null && source.line.remove(request);
  }

  /** Who takes the place of a request that has ended; the place is given back when nobody waits. */
  private synchronized @Nullable Request successor(String name) {
    Source source = Objects.requireNonNull(sources.get(name), name);
    if (!source.line.isEmpty()) {
      Request first = source.line.iterator().next();
      source.line.remove(first);
      return first;
    }
    source.atWork--;
    if (source.atWork == 0) {
      sources.remove(name);
    }
    return null;
  }

  private enum Place {
    AT_WORK,
    IN_LINE,
    NONE
  }

  private static final class Source {
    private int atWork;
    private final Set<Request> line = new LinkedHashSet<>();
  }

  private final class Request {

    private final String source;
    private final HttpServerExchange exchange;
    private final Runnable work;
    private volatile XnioExecutor.Key end = () -> false;

    Request(String source, HttpServerExchange exchange, Runnable work) {
      this.source = source;
      this.exchange = exchange;
      this.work = work;
    }

    void come(int most) {
      switch (place(this, most)) {
        case AT_WORK -> begin();
        case IN_LINE ->
            end = exchange.getIoThread().executeAfter(this::giveUp, seconds, TimeUnit.SECONDS);
        case NONE -> refuse();
      }
    }

    /** On a place that it has. */
    private void begin() {
      try {
        exchange.getConnection().getWorker().execute(this::run);
      } catch (RejectedExecutionException serverEnds) {
        IoUtils.safeClose(exchange.getConnection());
        leave();
      }
    }

    /** On a place that another one had. */
    private void follow() {
      end.remove();
      if (hasHungUp()) {
        refuse();
        leave();
      } else {
        begin();
      }
    }

    /** Of a request without a body, after which nothing is read until it is answered. */
    private boolean hasHungUp() {
      if (!exchange.isRequestComplete()
          || !(exchange.getConnection() instanceof AbstractServerConnection connection)
          || connection.getExtraBytes() != null) {
        return false;
      }
      PooledByteBuffer more = connection.getByteBufferPool().allocate();
      int read = -1;
      try {
        read = connection.getOriginalSourceConduit().read(more.getBuffer());
      } catch (IOException hungUp) {
        return true;
      } finally {
        if (read <= 0) {
          more.close();
        }
      }
      if (read > 0) {
        // The begin of the next request.
        more.getBuffer().flip();
        connection.setExtraBytes(more);
      }
      return read < 0;
    }

    private void run() {
      try {
        work.run();
      } finally {
        leave();
      }
    }

    private void leave() {
      Request next = successor(source);
      if (next != null) {
        next.follow();
      }
    }

    private void giveUp() {
      if (isOutOfLine(this)) {
        refuse();
      }
    }

    private void refuse() {
      exchange.getIoThread().execute(() -> Connectors.executeRootHandler(refusal, exchange));
    }
  }
}
