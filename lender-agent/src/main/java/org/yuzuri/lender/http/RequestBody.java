package org.yuzuri.lender.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.lender.http.guard.BadRequestException;

/** Reads small bodies of requests, whole and bounded. */
final class RequestBody {

  private RequestBody() {}

  /** The body as UTF-8 text; blocks the thread, which must be a worker. */
  static String text(HttpServerExchange exchange, int mostBytes) throws IOException {
    return new String(bytes(exchange, mostBytes), StandardCharsets.UTF_8);
  }

  /** The body as it came; blocks the thread, which must be a worker. */
  static byte[] bytes(HttpServerExchange exchange, int mostBytes) throws IOException {
    exchange.startBlocking();
    byte[] bytes = exchange.getInputStream().readNBytes(mostBytes + 1);
    if (bytes.length > mostBytes) {
      throw new BadRequestException(
          StatusCodes.REQUEST_ENTITY_TOO_LARGE, "body is longer than " + mostBytes + " bytes");
    }
    return bytes;
  }

  /**
   * The fields of a form ({@code application/x-www-form-urlencoded}); of a repeated one the last.
   */
  static Map<String, String> form(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(StatusCodes.BAD_REQUEST, "form: " + e.getMessage());
    }
  }

  /** The number in the field; it must be there. */
  static long number(@Nullable String text, String field) {
    if (text == null || !text.matches("[0-9]{1,18}")) {
      throw new BadRequestException(
          StatusCodes.BAD_REQUEST, field + " is \"" + text + "\", expected a number");
    }
    return Long.parseLong(text);
  }

  /** The value of the query parameter, or null. */
  static @Nullable String query(HttpServerExchange exchange, String name) {
    var values = exchange.getQueryParameters().get(name);
    return values == null ? null : values.peekLast();
  }
}
