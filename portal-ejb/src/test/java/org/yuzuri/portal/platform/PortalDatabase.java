package org.yuzuri.portal.platform;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.threeten.extra.MutableClock;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Subjects;
import org.yuzuri.portal.access.TenantResolver;

/**
 * A real MariaDB with the schema of {@code sql/}, and Hibernate on it as in the portal, one for all
 * tests of a JVM. Hibernate's start also validates every entity against the schema.
 */
public final class PortalDatabase {

  private static final String USER = "portal";
  private static final String PASSWORD = "only-for-tests";
  private static PortalDatabase shared;

  private final SessionFactory sessions;
  private final MutableClock clock =
      MutableClock.of(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private PortalDatabase(SessionFactory sessions) {
    this.sessions = sessions;
  }

  /** The database; started at the first call, ended with the JVM. */
  public static synchronized PortalDatabase shared() {
    if (shared == null) {
      try {
        shared = start(Files.createTempDirectory(Path.of("target"), "db"));
      } catch (IOException | InterruptedException failed) {
        throw new IllegalStateException("the tests' MariaDB did not start", failed);
      }
    }
    return shared;
  }

  /** The clock of all services. */
  public MutableClock clock() {
    return clock;
  }

  /** One transaction of the portal itself. */
  public <T> T asPortal(Function<Wiring, T> work) {
    return new AsSystem().call(Actor.system("test"), () -> transaction(work));
  }

  /** One transaction of a member of this tenant. */
  public <T> T as(long tenantId, Role role, Function<Wiring, T> work) {
    return Subjects.as(tenantId, role, () -> transaction(work));
  }

  /** A new tenant of this name. */
  public long newTenant(String name) {
    return asPortal(
        w ->
            w.get(org.yuzuri.portal.tenant.TenantService.class)
                .add(name + " " + new SecureRandom().nextLong())
                .id());
  }

  private <T> T transaction(Function<Wiring, T> work) {
    EntityManager em = sessions.createEntityManager();
    try {
      em.getTransaction().begin();
      T result = work.apply(new Wiring().with(EntityManager.class, em).with(Clock.class, clock));
      em.getTransaction().commit();
      return result;
    } finally {
      if (em.getTransaction().isActive()) {
        em.getTransaction().rollback();
      }
      em.close();
    }
  }

  private static PortalDatabase start(Path directory) throws IOException, InterruptedException {
    byte[] key = new byte[ColumnCipher.KEY_BYTES];
    Files.write(directory.resolve(ColumnCipher.KEY_FILE), key);
    System.setProperty(SecurityDirectory.PROPERTY, directory.toString());
    int port = freePort();
    String url = "jdbc:mariadb://127.0.0.1:" + port + "/portal?connectTimeout=2000";
    String data = directory.toAbsolutePath().resolve("data").toString();
    Process server =
        java(url, directory, "org.yuzuri.database.EmbeddedDatabase", data, String.valueOf(port));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, directory)));
    migrate(url, directory);
    return new PortalDatabase(configuration(url).buildSessionFactory());
  }

  private static void migrate(String url, Path directory) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 20; attempt++) {
      Process migration = java(url, directory, "org.yuzuri.database.Migrate", "../sql");
      if (migration.waitFor() == 0) {
        return;
      }
    }
    throw new IllegalStateException(Files.readString(directory.resolve("log")));
  }

  private static Process java(String url, Path directory, String... command) throws IOException {
    List<String> line =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path")),
                Stream.of(command))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("log").toFile()));
    builder
        .environment()
        .putAll(
            Map.of("PORTAL_DB_URL", url, "PORTAL_DB_USER", USER, "PORTAL_DB_PASSWORD", PASSWORD));
    return builder.start();
  }

  private static Configuration configuration(String url) throws IOException {
    Configuration configuration =
        new Configuration()
            .setProperty("jakarta.persistence.jdbc.url", url)
            .setProperty("jakarta.persistence.jdbc.user", USER)
            .setProperty("jakarta.persistence.jdbc.password", PASSWORD)
            .setProperty("hibernate.connection.isolation", "2")
            .setProperty("hibernate.hbm2ddl.auto", "validate")
            .setProperty("hibernate.jdbc.time_zone", "UTC")
            .setProperty("hibernate.jpa.compliance.query", "true")
            .setProperty("hibernate.tenant_identifier_resolver", TenantResolver.class.getName());
    types()
        .filter(type -> type.isAnnotationPresent(Entity.class))
        .forEach(configuration::addAnnotatedClass);
    return configuration;
  }

  /** Every class of the portal's own. */
  public static Stream<Class<?>> types() throws IOException {
    Path root = classes();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class"))
          .<Class<?>>map(name -> load(name.substring(0, name.length() - 6).replace('/', '.')))
          .toList()
          .stream();
    }
  }

  private static Path classes() {
    try {
      return Path.of(
          TenantResolver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, PortalDatabase.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void end(Process server, Path directory) {
    server.destroy();
    try {
      server.waitFor();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
