package org.yuzuri.portal.settings;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.yuzuri.portal.platform.RowQuery;
import org.yuzuri.settings.release.Release;

/**
 * Install settings in a list.
 *
 * @param tenant name of whose they are
 * @param release installer they are for, such as {@code F40}
 * @param versions how many they have
 */
public record SettingsRow(
    long id, String tenant, String name, String release, int versions, Instant createdAt)
    implements Serializable {

  static final RowQuery<SettingsRow, SettingsState> ALL =
      new RowQuery<SettingsRow, SettingsState>(
              SettingsRow.class,
              "InstallSettings s join Tenant t on t.id = s.tenantId",
              "s.id",
              "t.name",
              "s.name",
              "s.release",
              "s.newestNumber",
              "s.createdAt")
          .searchedBy("s.name", "t.name")
          .orderedBy("s.name")
          .inStates("s.state", SettingsState.class, Set.of(SettingsState.REMOVED));

  /** KICKSTART or PRESEED. */
  public String format() {
    return Release.of(release).dialect().isKickstart() ? "KICKSTART" : "PRESEED";
  }
}
