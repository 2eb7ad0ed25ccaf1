package org.yuzuri.host.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.DaemonConfig;

/**
 * The roots that the portal's certificate may lead to: those that the site was given, and those
 * that the portal has told of since.
 *
 * @param site {@code portal.trust} of the configuration, PEM
 * @param learned what the portal told last, PEM; need not be there
 */
public record PortalRoots(Path site, Path learned) {

  /** Of this daemon; what it learns is forgotten with its {@code identity} directory. */
  public static PortalRoots of(DaemonConfig config) {
    return new PortalRoots(
        config.trust(), config.stateDirectory().resolve("identity/trust/portal.pem"));
  }

  public List<X509Certificate> certificates() {
    List<X509Certificate> all = new ArrayList<>(PemFiles.certificates(site));
    if (Files.exists(learned)) {
      all.addAll(PemFiles.certificates(learned));
    }
    return all;
  }

  /**
   * Keeps these roots beside the site's own, in place of what was learned before; whether that is
   * news.
   *
   * @throws IllegalStateException they are no certificates in PEM; nothing was changed
   */
  public boolean learn(String pem) {
    if (Files.exists(learned) && PemFiles.read(learned).equals(pem)) {
      return false;
    }
    PemFiles.certificates(pem, "the portal's answer");
    AtomicFiles.privateDirectory(learned.resolveSibling(""));
    AtomicFiles.replacePrivate(learned, pem);
    return true;
  }
}
