package org.yuzuri.portal.web.access.request;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.ParameterLimitException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.image.store.ImageStore;
import org.yuzuri.portal.web.image.ImageUploadServlet;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * Refuses a request whose body is larger than who sends it may send, before anything reads of it:
 * 64 KiB of strangers, 320 KiB where anybody has a certificate checked, 1 MiB of members, 16 MiB
 * where operators store servers, and a whole file only where files are streamed to the disk. A body
 * has to say its length, which the server then holds it to; a form has at most a thousand fields
 * (Undertow's own limit). Of those that a thread waits for, each tenant has eight at once, and all
 * strangers together, and of answers that they do not read.
 */
public class BodyLimitFilter extends HttpFilter {

  public static final long STRANGERS_BYTES = 64 << 10;
  static final long MEMBERS_BYTES = 1 << 20;

  /** A signed certificate of 256 KiB, as a form carries it. */
  static final long VERIFIED_BYTES = 320 << 10;

  /** A file of servers of 5 MiB, as a form carries it: a character of Japanese has nine. */
  static final long SERVERS_BYTES = 16 << 20;

  private static final long serialVersionUID = 1L;

  /** Forms that are sent again, and files of a whole image, which a page sends one by one. */
  private static final int AT_ONCE = 8;

  private static final Duration BUSY = Duration.ofMinutes(1);
  private static final int LENGTH_REQUIRED = HttpServletResponse.SC_LENGTH_REQUIRED;
  private static final int BAD_REQUEST = HttpServletResponse.SC_BAD_REQUEST;
  private static final int TOO_LARGE = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
  private static final int BUSY_STATUS = HttpServletResponse.SC_SERVICE_UNAVAILABLE;
  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

  /** Calls that a daemon makes before it has a certificate. */
  private static final String ENROLMENTS = "/agent/v1/enrolments";

  /** Where anybody has a certificate checked. */
  private static final String VERIFY = "/verify.xhtml";

  /** Where operators type in many servers at once. */
  private static final String SERVERS = "/server/import.xhtml";

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DAEMONS = "/agent/";

  private final transient DoorShare door = DoorShare.ofOneDoor();

  /** By tenant; all strangers are one sender. */
  private final transient LargeBodies<Optional<Long>> largeBodies =
      new LargeBodies<>(AT_ONCE, door);

  /** An answer of 64 KiB in a minute is a line of 9 kbit/s. */
  private final transient UnreadAnswers<Optional<Long>> unreadAnswers =
      new UnreadAnswers<>(new LargeBodies<>(AT_ONCE, door), 60, 64 << 10);

  @Inject transient CurrentSubject subject;
  @Inject transient Texts texts;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long length = request.getContentLengthLong();
    long limit = limit(request.getServletPath(), pathInfo(request), subject.isPresent());
    HttpServerExchange exchange = ServletRequestContext.requireCurrent().getExchange();
    if (!isOfDaemons(request)) {
      unreadAnswers.watch(exchange, sender());
    }
    if (isOfServers(request)) {
      limit = SERVERS_BYTES;
      exchange.setMaxEntitySize(limit);
    }
    if (length > limit) {
      refuse(response, TOO_LARGE, texts.get("failure.too.large", length, limit));
    } else if (length < 0 && hasBody(request, exchange)) {
      refuse(response, LENGTH_REQUIRED, texts.get("failure.length.required"));
    } else if (LargeBodies.isLarge(length)
        && !isOfDaemons(request)
        && !largeBodies.isLetIn(sender(), exchange)) {
      response.setHeader("Retry-After", String.valueOf(BUSY.toSeconds()));
      refuse(response, BUSY_STATUS, texts.get("failure.bodies.busy"));
    } else {
      refuseUnreadable(request, response, chain);
    }
  }

  private void refuseUnreadable(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    switch (fields(request)) {
      case TOO_MANY -> refuse(response, BAD_REQUEST, texts.get("failure.too.many.fields"));
      case BROKEN_OFF -> refuse(response, BAD_REQUEST, texts.get("failure.broken.off"));
      case READ -> chain.doFilter(request, response);
    }
  }

  private Optional<Long> sender() {
    return subject.isPresent() ? Optional.of(subject.tenantId()) : Optional.empty();
  }

  /** Theirs are counted by {@code OpenCallsFilter}. */
  private static boolean isOfDaemons(HttpServletRequest request) {
    return (request.getServletPath() + pathInfo(request)).startsWith(DAEMONS);
  }

  /** Also of a method that has none, if it comes in pieces, or in frames of HTTP/2. */
  private static boolean hasBody(HttpServletRequest request, HttpServerExchange exchange) {
    return !WITHOUT_BODY.contains(request.getMethod())
        || request.getHeader("Transfer-Encoding") != null
        || !exchange.isRequestComplete();
  }

  /** Beyond what the listener takes of a form, for those alone who may store servers. */
  private boolean isOfServers(HttpServletRequest request) {
    return (request.getServletPath() + pathInfo(request)).equals(SERVERS)
        && subject.may(Permissions.SERVER_WRITE);
  }

  /** What became of a form's fields; of what is no form, none are read. */
  private enum Fields {
    READ,
    TOO_MANY,
    BROKEN_OFF
  }

  /** The server throws this at whoever asks first, the error page included; so it is asked here. */
  private static Fields fields(HttpServletRequest request) throws UnsupportedEncodingException {
    String type = request.getContentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(FORM)) {
      return Fields.READ;
    }
    if (request.getCharacterEncoding() == null) {
      request.setCharacterEncoding(StandardCharsets.UTF_8.name());
    }
    try {
      request.getParameterMap();
      return Fields.READ;
    } catch (RuntimeException thrown) {
      if (thrown.getCause() instanceof ParameterLimitException) {
        return Fields.TOO_MANY;
      }
      if (thrown.getCause() instanceof IOException) {
        return Fields.BROKEN_OFF;
      }
      throw thrown;
    }
  }

  static long limit(String servletPath, String pathInfo, boolean member) {
    String path = servletPath + pathInfo;
    if (path.startsWith(DAEMONS) && !path.equals(ENROLMENTS)) {
      // Identified by certificate, call by call; CallSizeFilter has the limit of daemons.
      return Long.MAX_VALUE;
    }
    if (path.equals(VERIFY)) {
      return VERIFIED_BYTES;
    }
    if (!member) {
      return STRANGERS_BYTES;
    }
    return path.equals(ImageUploadServlet.PATH) ? ImageStore.LARGEST_BYTES : MEMBERS_BYTES;
  }

  /** Not by an error page: that one is Faces, which would read the body for its parameters. */
  private static void refuse(HttpServletResponse response, int status, String text)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.setHeader("Connection", "close");
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String pathInfo(HttpServletRequest request) {
    return request.getPathInfo() == null ? "" : request.getPathInfo();
  }
}
