package org.yuzuri.portal.platform;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.MariaDbDataSource;
import org.threeten.extra.MutableClock;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.TenantResolver;
import org.yuzuri.portal.access.login.Subjects;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.pki.key.DaemonCertificates;
import org.yuzuri.portal.pki.key.FakeDaemonCertificates;
import org.yuzuri.portal.platform.secret.ColumnCipher;
import org.yuzuri.portal.platform.secret.SecurityDirectory;
import org.yuzuri.portal.tenant.TenantDraft;
import org.yuzuri.portal.tenant.TenantService;

/**
 * A real MariaDB with the schema of {@code sql/}, and Hibernate on it as in the portal, one for all
 * tests of a JVM. Hibernate's start also validates every entity against the schema.
 */
public final class PortalDatabase {

  private static final String USER = "portal";
  private static final String PASSWORD = "only-for-tests";
  private static final String OWNER = "owner";
  private static final String OWNERS_PASSWORD = "of-the-schema";
  private static @Nullable PortalDatabase shared;
  private static @Nullable Path keys;

  private final String url;
  private final Transactions transactions;
  private final MutableClock clock;
  private final Portal portal;

  private PortalDatabase(
      String url, Transactions transactions, MutableClock clock, List<Bean<?>> standIns) {
    this.url = url;
    this.transactions = transactions;
    this.clock = clock;
    List<Bean<?>> all = new ArrayList<>(standIns);
    all.add(Portal.standIn(Clock.class, clock));
    all.add(Portal.standIn(EntityManager.class, transactions.entityManager()));
    all.add(Portal.standIn(Transactions.class, transactions));
    all.add(Portal.standIn(DaemonCertificates.class, new FakeDaemonCertificates(clock)));
    portal = new Portal(Portal.withStandIns(all).addBeanClass(TransactionInterceptor.class));
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

  /**
   * Another one, for a test that looks at all that there is: as empty as a new portal's, with the
   * keys of the shared one, ended with the JVM.
   */
  public static PortalDatabase own() {
    try {
      return start(Files.createTempDirectory(Path.of("target"), "db"));
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("the test's MariaDB did not start", failed);
    }
  }

  /**
   * The one that a test of another JVM has started, which has started this one by {@link #jvm} and
   * has looked at its schema.
   */
  public static PortalDatabase ofTheStarter() throws IOException {
    String url = Objects.requireNonNull(System.getenv("PORTAL_DB_URL"));
    return attached(url, configuration(url).setProperty("hibernate.hbm2ddl.auto", "none"));
  }

  /**
   * A program of the tests in a JVM of its own that finds this database and its keys; small, and
   * quick to begin.
   *
   * @param log gets what it prints
   */
  public Process jvm(Class<?> program, Path log) throws IOException {
    return java(
        url,
        log,
        "-Xmx192m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:-BytecodeVerificationRemote",
        "-D" + SecurityDirectory.PROPERTY + "=" + System.getProperty(SecurityDirectory.PROPERTY),
        program.getName());
  }

  /** The same database and clock, under a portal in which these stand in for beans. */
  public PortalDatabase with(Bean<?>... standIns) {
    return new PortalDatabase(url, transactions, clock, List.of(standIns));
  }

  /** The same database at a time of its own, whereto ever other tests have moved the clock. */
  public PortalDatabase at(Instant now) {
    return new PortalDatabase(url, transactions, MutableClock.of(now, ZoneOffset.UTC), List.of());
  }

  /**
   * The same database and clock by way of a proxy, with a connection of its own for each
   * transaction, as nothing is left of one that was cut.
   */
  public PortalDatabase through(CuttingProxy proxy) throws IOException, SQLException {
    MariaDbDataSource connections =
        new MariaDbDataSource(url.replaceFirst(":[0-9]+/", ":" + proxy.port() + "/"));
    connections.setUser(USER);
    connections.setPassword(PASSWORD);
    Configuration configuration = configuration(url);
    configuration.getProperties().put("jakarta.persistence.nonJtaDataSource", connections);
    return new PortalDatabase(
        url, new Transactions(configuration.buildSessionFactory()), clock, List.of());
  }

  /** Where it listens on loopback. */
  public int port() {
    return URI.create(url.substring("jdbc:".length())).getPort();
  }

  /** The clock of all services. */
  public MutableClock clock() {
    return clock;
  }

  /** A connection as the portal's own account. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, USER, PASSWORD);
  }

  /** A connection as the owner of the schema. */
  public Connection connectAsOwner() throws SQLException {
    return DriverManager.getConnection(url, OWNER, OWNERS_PASSWORD);
  }

  /** What programs beside the portal find in their environment. */
  public Map<String, String> environment() {
    return Map.of("PORTAL_DB_URL", url, "PORTAL_DB_USER", USER, "PORTAL_DB_PASSWORD", PASSWORD);
  }

  /** One transaction of the portal itself. */
  public <T> T asPortal(Function<Portal, T> work) {
    return new AsSystem().call(Actor.system("test"), () -> transaction(work));
  }

  /** One transaction of a member of this tenant. */
  public <T> T as(long tenantId, Role role, Function<Portal, T> work) {
    return Subjects.as(tenantId, role, () -> transaction(work));
  }

  /** The one number that a query in SQL gives. */
  public long number(String sql) {
    return asPortal(
        w ->
            ((Number) w.get(EntityManager.class).createNativeQuery(sql).getSingleResult())
                .longValue());
  }

  /** Has a statement in SQL write with these values; returns how many rows it wrote. */
  public int write(String sql, Object... values) {
    return asPortal(
        w -> {
          Query query = w.get(EntityManager.class).createNativeQuery(sql);
          IntStream.range(0, values.length).forEach(i -> query.setParameter(i + 1, values[i]));
          return query.executeUpdate();
        });
  }

  /** A new tenant of this name. */
  public long newTenant(String name) {
    return asPortal(
        w ->
            w.get(TenantService.class)
                .add(newcomer(name + " " + new SecureRandom().nextLong()))
                .id());
  }

  private static TenantDraft newcomer(String name) {
    return new TenantDraft(name, "", "", "Somebody", "somebody@example.org", "");
  }

  private <T> T transaction(Function<Portal, T> work) {
    try {
      return transactions.runNew(() -> work.apply(portal));
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static PortalDatabase start(Path directory) throws IOException, InterruptedException {
    makeKeys();
    int port = freePort();
    String url = "jdbc:mariadb://127.0.0.1:" + port + "/portal?connectTimeout=2000";
    String data = directory.toAbsolutePath().resolve("data").toString();
    Process server =
        java(
            url,
            directory.resolve("log"),
            "org.yuzuri.database.EmbeddedDatabase",
            data,
            String.valueOf(port));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, directory)));
    migrate(url, directory);
    return attached(url, configuration(url));
  }

  private static PortalDatabase attached(String url, Configuration configuration) {
    return new PortalDatabase(
        url,
        new Transactions(configuration.buildSessionFactory()),
        MutableClock.of(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC),
        List.of());
  }

  /** Those of all databases of a JVM, which reads them once. */
  private static synchronized void makeKeys() throws IOException {
    if (keys == null) {
      keys = Files.createTempDirectory(Path.of("target"), "keys");
      Files.write(keys.resolve(ColumnCipher.KEY_FILE), new byte[ColumnCipher.KEY_BYTES]);
      AuditKeys.make(keys.resolve(AuditKeys.FILE));
      System.setProperty(SecurityDirectory.PROPERTY, keys.toString());
      Path made = keys;
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made)));
    }
  }

  private static void migrate(String url, Path directory) throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 20; attempt++) {
      Process migration =
          java(url, directory.resolve("log"), "org.yuzuri.database.Migrate", "../sql");
      if (migration.waitFor() == 0) {
        return;
      }
    }
    throw new IllegalStateException(Files.readString(directory.resolve("log")));
  }

  private static Process java(String url, Path log, String... command) throws IOException {
    List<String> line =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path")),
                Stream.of(command))
            .toList();
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder
        .environment()
        .putAll(
            Map.of(
                "PORTAL_DB_URL",
                url,
                "PORTAL_DB_USER",
                USER,
                "PORTAL_DB_PASSWORD",
                PASSWORD,
                "PORTAL_DB_MIGRATION_USER",
                OWNER,
                "PORTAL_DB_MIGRATION_PASSWORD",
                OWNERS_PASSWORD));
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
            .setProperty(
                "hibernate.physical_naming_strategy",
                CamelCaseToUnderscoresNamingStrategy.class.getName())
            .setProperty("hibernate.type.prefer_native_enum_types", "false")
            .setProperty("hibernate.jdbc.time_zone", "UTC")
            .setProperty("hibernate.jpa.compliance.query", "false")
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
    remove(directory);
  }

  private static void remove(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      throw new UncheckedIOException(left);
    }
  }
}
