package org.yuzuri.portal.web.agent;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A request's {@code Date}: the sender's clock when it was sent. Source: RFC 9110 §6.6.1. */
final class SentAt {

  private SentAt() {}

  /** To the second; null without the header, or with one that is no date. */
  static @Nullable Instant of(@Nullable String date) {
    if (date == null) {
      return null;
    }
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from);
    } catch (DateTimeException wrong) {
      return null;
    }
  }
}
