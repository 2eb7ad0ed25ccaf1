package org.yuzuri.portal.announcement;

import java.time.Instant;
import java.util.Set;

/**
 * An announcement, as who writes it sees it.
 *
 * @param version rises with every change; a change names the one that it was typed over
 * @param tenants who sees it; none for everybody
 * @param withdrawn whether it was taken back
 */
public record AnnouncementView(
    long id,
    int version,
    AnnouncementSeverity severity,
    String english,
    String japanese,
    Instant from,
    Instant until,
    Set<Long> tenants,
    boolean withdrawn) {

  public AnnouncementView {
    tenants = Set.copyOf(tenants);
  }
}
