package org.yuzuri.portal.order.placing;

import org.yuzuri.settings.release.Release;

/**
 * The kernel arguments that tell an installer where its settings are: the overlay writes them there
 * when the tunnel is up.
 *
 * <p>Source: {@code docs/contracts.md}, §4; Anaconda's boot options ({@code inst.ks}), Debian's
 * installation guide, appendix B.2.3 ({@code preseed/file}).
 */
final class SettingsArguments {

  private static final String KICKSTART = "ks=file:/yuzuri/settings inst.ks=file:/yuzuri/settings";
  private static final String PRESEED = "preseed/file=/yuzuri/settings";

  static String of(Release release) {
    return release.dialect().isKickstart() ? KICKSTART : PRESEED;
  }

  private SettingsArguments() {}
}
