package org.yuzuri.portal.audit.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.audit.chain.Checkpoint;
import org.yuzuri.portal.audit.chain.TrailCheck;
import org.yuzuri.portal.audit.chain.TrailEnd;
import org.yuzuri.portal.platform.ClockProducer;
import org.yuzuri.portal.platform.PlainLine;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Checks the audit trail from outside of the portal, which may be running: {@code
 * bin/audit-verify}.
 *
 * <p>Exit: 0 in order, 1 something is wrong (its first place is printed), 2 it could not be
 * checked.
 */
public final class AuditVerify {

  private static final int GOOD = 0;
  private static final int WRONG = 1;
  private static final int UNUSABLE = 2;
  private static final int LONGEST_REASON = 200;
  private static final String USAGE =
      """
      usage: audit-verify [--keys FILE] [--checkpoints DIRECTORY] [COMMAND]
        (none)             check the whole trail, print what is wrong first
        accept REASON      after a restored backup: from here on the trail may end where it ends now
        new-key            add a key to the key file, in use from now on; copy the file to all nodes
      exit: 0 in order, 1 something is wrong, 2 could not be checked""";

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;

  AuditVerify(Map<String, String> environment, PrintStream out, PrintStream err, Clock clock) {
    this.environment = environment;
    this.out = out;
    this.err = err;
    this.clock = clock;
  }

  /** Command line: see the usage. */
  public static void main(String[] arguments) {
    AuditVerify program =
        new AuditVerify(
            System.getenv(),
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            new ClockProducer().clock());
    System.exit(program.run(List.of(arguments)));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  int run(List<String> arguments) {
    try {
      AuditArguments read = AuditArguments.read(arguments, environment);
      return switch (read.command()) {
        case "check" -> check(read);
        case "accept" -> accept(read);
        case "new-key" -> newKey(read);
        default -> usage();
      };
    } catch (ProblemException | IOException | SQLException | JdbcTrail.Unreadable failed) {
      err.println("audit-verify: " + failed.getMessage());
      return UNUSABLE;
    }
  }

  private int check(AuditArguments read) throws IOException, SQLException {
    AuditKeys keys = AuditKeys.read(read.keys());
    try (Connection connection = connect()) {
      TrailCheck.Result result =
          new TrailCheck(keys, new JdbcTrail(connection), read.checkpoints()).run();
      if (result.finding().isPresent()) {
        String finding = PlainLine.of(result.finding().get(), Integer.MAX_VALUE);
        out.println("audit-verify: " + finding);
        out.println("in order before: " + result.checked() + " sealed entries");
        return WRONG;
      }
      out.println("audit-verify: " + result.checked() + " sealed entries are in order");
      return GOOD;
    }
  }

  private int accept(AuditArguments read) throws IOException, SQLException {
    AuditKeys keys = AuditKeys.read(read.keys());
    try (Connection connection = connect()) {
      TrailEnd end = new JdbcTrail(connection).end();
      String reason = PlainLine.of(read.rest(), LONGEST_REASON);
      Checkpoint line = read.checkpoints().append(end, clock.instant(), reason, keys);
      out.println(
          "audit-verify: checkpoint %d accepts that the trail ends at entry number %d"
              .formatted(line.line(), end.number()));
      return GOOD;
    }
  }

  private int newKey(AuditArguments read) throws IOException {
    int id = AuditKeys.rotate(read.keys());
    out.println("audit-verify: key " + id + " is in use; copy " + read.keys() + " to every node");
    return GOOD;
  }

  private int usage() {
    err.println(USAGE);
    return UNUSABLE;
  }

  private Connection connect() throws SQLException {
    String url = environment.getOrDefault("PORTAL_DB_URL", "jdbc:mariadb://127.0.0.1:33066/portal");
    return DriverManager.getConnection(
        url,
        environment.getOrDefault("PORTAL_DB_USER", "portal"),
        environment.getOrDefault("PORTAL_DB_PASSWORD", "portal"));
  }
}
