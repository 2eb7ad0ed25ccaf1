package org.yuzuri.portal.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The portal as {@code bin/demo} starts it, with half a year that was made up and somebody of each
 * role, beside the portal under test: a server, a database and ports of its own, and no lab.
 */
final class DemoPortal implements AutoCloseable {

  static final String BASE = "http://127.0.0.1:18095/";

  /** Of everybody. */
  static final String PASSWORD = "demo-secret";

  private static final String DATABASE_PORT = "33087";
  private static final String DATABASE = "jdbc:mariadb://127.0.0.1:" + DATABASE_PORT + "/portal";
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path INVENTORY =
      Path.of(System.getProperty("it.resources"), "inventory-with-history.json");

  private final StartedProgram database;
  private final StartedProgram portal;
  private final PortalTables tables;
  private final Duration taken;

  /**
   * Starts it.
   *
   * @param state an empty directory for it
   */
  @SuppressWarnings("resource") // closed with it
  DemoPortal(Path state) throws IOException, InterruptedException, SQLException {
    Map<String, String> environment = environment(state);
    Files.writeString(
        state.resolve("inventory.json"),
        Files.readString(INVENTORY).replace("@state@", state.toString()));
    Files.copy(INVENTORY.resolveSibling("settings.ks"), state.resolve("settings.ks"));
    Files.createDirectories(state.resolve("tokens"));
    database =
        new StartedProgram(
            ROOT,
            environment,
            List.of(
                "java",
                "-cp",
                "database-tools/target/classes:database-tools/target/lib/*",
                "org.yuzuri.database.EmbeddedDatabase",
                state.resolve("database").toString(),
                DATABASE_PORT));
    database.says("MariaDB ready");
    try (StartedProgram prepared =
        new StartedProgram(ROOT, environment, List.of("bin/portal", "prepare"))) {
      prepared.isDone();
    }
    tables = new PortalTables(DATABASE);
    image();
    long begin = System.nanoTime();
    portal = new StartedProgram(ROOT, environment, List.of("bin/portal", "run"));
    portal.says("demo inventory");
    portal.says("WFLYSRV0025");
    taken = Duration.ofNanos(System.nanoTime() - begin);
  }

  private static Map<String, String> environment(Path state) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PORTAL_DIRECTORY", state.resolve("portal").toString());
    environment.put("YUZURI_SECURITY_DIRECTORY", state.resolve("portal/security").toString());
    environment.put("YUZURI_IMAGE_DIRECTORY", state.resolve("portal/images").toString());
    environment.put("YUZURI_AUDIT_DIRECTORY", state.resolve("portal/audit").toString());
    environment.put("PORTAL_DB_URL", DATABASE);
    environment.put("PORTAL_PLAIN_HTTP", "true");
    environment.put("PORTAL_URL", BASE);
    environment.put("YUZURI_GATEWAY_PREFIXES", "203.0.113.0/24,198.51.100.0/24");
    environment.put("PORTAL_HTTP_PORT", "18095");
    environment.put("PORTAL_AGENT_PORT", "18455");
    environment.put("PORTAL_MANAGEMENT_PORT", "20005");
    environment.put("PORTAL_CLUSTER_PORT", "17615");
    environment.put("PORTAL_NODE_1_PORT", "17615");
    environment.put("PORTAL_NODE_2_PORT", "17616");
    environment.put(
        "PORTAL_JAVA_OPTS",
        "-Xms256m -Xmx768m -Dyuzuri.demo.inventory=" + state.resolve("inventory.json"));
    return environment;
  }

  /** The datacenter's, ready: what half a year of orders asked for. */
  private void image() throws SQLException {
    tables.insert(
        "insert into boot_image (version, tenant_id, name, kernel_arguments, state, kernel_version,"
            + " created_at) values (0, 1, 'Debian', 'quiet', 'READY', '6.1.0', %s)");
  }

  /** Its database. */
  PortalTables tables() {
    return tables;
  }

  /** How long the server took until the portal was there, history and all. */
  Duration taken() {
    return taken;
  }

  @Override
  public void close() throws SQLException {
    tables.close();
    portal.close();
    database.close();
  }
}
