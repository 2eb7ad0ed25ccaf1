package org.yuzuri.portal.audit.seal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.RequestSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.secret.SecurityDirectory;

/** The trail of the tests' database, kept by a node whose checkpoints are in a directory. */
final class Trail {

  static final PortalDatabase DATABASE = PortalDatabase.shared();

  private Trail() {}

  /** From now on the node writes its checkpoints here. */
  static void checkpointsIn(Path directory) {
    System.setProperty(AuditDirectory.PROPERTY, directory.toString());
  }

  static Path keyFile() {
    return SecurityDirectory.file(AuditKeys.FILE);
  }

  static void record(long tenant, String action, String detail) {
    DATABASE.as(
        tenant,
        Role.TENANT_ADMIN,
        w -> {
          w.get(AuditTrail.class).record(action, "image 1", detail);
          return null;
        });
  }

  /** Some acts of several people from several places, sealed in several goes. */
  static void fill() {
    List<String> details = List.of("", "plain", "\ud83d\ude80 \u6f22", "tail ", "1:2:3");
    for (int go = 0; go < 8; go++) {
      long tenant = DATABASE.newTenant("Trail");
      RequestSource.begin("203.0.113." + go);
      details.forEach(detail -> record(tenant, "image.add", detail));
      RequestSource.end();
      seal();
    }
  }

  static void seal() {
    keep(
        keeper -> {
          keeper.seal();
          return null;
        });
  }

  /** As a timer does it: in no transaction, so that each step has its own. */
  static <T> T keep(Function<AuditKeeper, T> work) {
    AuditKeeper keeper = DATABASE.asPortal(w -> w.get(AuditKeeper.class));
    return new AsSystem().call(Actor.system("test"), () -> work.apply(keeper));
  }
}
