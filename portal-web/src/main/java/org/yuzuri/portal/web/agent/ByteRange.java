package org.yuzuri.portal.web.agent;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that a client asked for. Immutable.
 *
 * <p>Source: RFC 9110, §14.1.2; a set of several ranges is answered with the whole file, as §14.2
 * allows.
 *
 * @param first index of the first byte
 * @param last index of the last byte, at least {@code first}
 */
record ByteRange(long first, long last) {

  private static final Pattern SINGLE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

  long length() {
    return last - first + 1;
  }

  /** Whether the header is one range that this class reads; another one is to be ignored. */
  static boolean isReadable(String header) {
    return header != null && SINGLE.matcher(header).matches() && !header.endsWith("=-");
  }

  /**
   * The range of a readable header within a file.
   *
   * @return empty when nothing of the file lies in it (status 416)
   */
  static Optional<ByteRange> of(String header, long size) {
    Matcher parts = SINGLE.matcher(header);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Range: " + header);
    }
    long first;
    long last = size - 1;
    if (parts.group(1).isEmpty()) {
      long suffix = Long.parseLong(parts.group(2));
      first = suffix == 0 ? size : Math.max(0, size - suffix);
    } else {
      first = Long.parseLong(parts.group(1));
      if (!parts.group(2).isEmpty()) {
        last = Math.min(last, Long.parseLong(parts.group(2)));
      }
    }
    return first <= last ? Optional.of(new ByteRange(first, last)) : Optional.empty();
  }
}
