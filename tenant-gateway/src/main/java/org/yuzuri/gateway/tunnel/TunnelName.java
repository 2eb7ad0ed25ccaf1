package org.yuzuri.gateway.tunnel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.wire.value.TunnelPurpose;

/**
 * Which tunnel: names its connection, its pool and its file.
 *
 * @param leaseId id of the lease
 * @param purpose what the tunnel is for
 */
public record TunnelName(long leaseId, TunnelPurpose purpose) implements Comparable<TunnelName> {
  private static final Pattern FORM = Pattern.compile("lease-([0-9]{1,18})-(install|production)");

  /** Reads a connection's name; empty for those that are not this daemon's. */
  static Optional<TunnelName> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new TunnelName(
                Long.parseLong(matcher.group(1)),
                TunnelPurpose.valueOf(matcher.group(2).toUpperCase(Locale.ROOT))))
        : Optional.empty();
  }

  @Override
  public int compareTo(TunnelName other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return "lease-" + leaseId + "-" + purpose.name().toLowerCase(Locale.ROOT);
  }
}
