package org.yuzuri.portal.mail.smtp;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/**
 * The mail server that takes the portal's mail.
 *
 * @param password null exactly when there is no user
 * @param from sender of every mail
 * @param trust who may vouch for the server; null for those that Java trusts
 */
public record SmtpServer(
    String host,
    int port,
    @Nullable String user,
    @Nullable String password,
    Security security,
    InternetAddress from,
    @Nullable SSLSocketFactory trust) {

  static final String HOST = "PORTAL_SMTP_HOST";
  static final String PORT = "PORTAL_SMTP_PORT";
  static final String USER = "PORTAL_SMTP_USER";
  static final String PASSWORD_FILE = "PORTAL_SMTP_PASSWORD_FILE";
  static final String SECURITY = "PORTAL_SMTP_SECURITY";
  static final String TRUST_FILE = "PORTAL_SMTP_TRUST_FILE";
  static final String FROM = "PORTAL_MAIL_FROM";

  private static final int HIGHEST_PORT = 65_535;

  /** How the way to the mail server is kept from being read and changed. */
  public enum Security {
    /** TLS from the STARTTLS command on; nothing is sent without. Source: RFC 3207. */
    STARTTLS(587),
    /** TLS from the first byte on. Source: RFC 8314, 3.3. */
    TLS(465),
    /** None. */
    NONE(25);

    private final int usualPort;

    Security(int usualPort) {
      this.usualPort = usualPort;
    }
  }

  /**
   * What the environment says.
   *
   * @throws ProblemException NOT_CONFIGURED: everything that is wrong with it
   */
  static SmtpServer of(Map<String, String> environment) {
    Problems problems = new Problems();
    Security security = problems.attempt(() -> security(environment)).orElse(Security.STARTTLS);
    Optional<Integer> port =
        problems.attempt(() -> port(environment.getOrDefault(PORT, ""), security));
    String user = environment.getOrDefault(USER, "");
    Optional<Optional<String>> password = problems.attempt(() -> password(environment, user));
    Optional<InternetAddress> from = problems.attempt(() -> from(environment.get(FROM)));
    Optional<Optional<SSLSocketFactory>> trust =
        problems.attempt(() -> trust(environment.getOrDefault(TRUST_FILE, "")));
    problems.refuse();
    return new SmtpServer(
        environment.getOrDefault(HOST, "").strip(),
        port.orElseThrow(),
        user.isBlank() ? null : user,
        password.orElseThrow().orElse(null),
        security,
        from.orElseThrow(),
        trust.orElseThrow().orElse(null));
  }

  private static Security security(Map<String, String> environment) {
    String name = environment.getOrDefault(SECURITY, "");
    if (name.isBlank()) {
      return Security.STARTTLS;
    }
    return Arrays.stream(Security.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> MailSettings.problem(SECURITY, name, "STARTTLS, TLS or NONE"));
  }

  private static int port(String text, Security security) {
    if (text.isBlank()) {
      return security.usualPort;
    }
    if (text.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= HIGHEST_PORT) {
        return port;
      }
    }
    throw MailSettings.problem(PORT, text, "1 to " + HIGHEST_PORT);
  }

  private static Optional<String> password(Map<String, String> environment, String user) {
    String file = environment.getOrDefault(PASSWORD_FILE, "");
    if (user.isBlank() != file.isBlank()) {
      String missing = user.isBlank() ? USER : PASSWORD_FILE;
      throw MailSettings.problem(missing, "", "both a user and the file of its password, or none");
    }
    if (file.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(Path.of(file)).stripTrailing());
    } catch (IOException | InvalidPathException unreadable) {
      throw MailSettings.problem(PASSWORD_FILE, file, "a readable file of UTF-8");
    }
  }

  private static InternetAddress from(@Nullable String text) {
    String expected = "one address, such as Yuzuri <yuzuri@example.org>";
    if (text == null || text.isBlank()) {
      throw MailSettings.problem(FROM, "", expected);
    }
    try {
      InternetAddress[] parsed = InternetAddress.parse(text, true);
      if (parsed.length != 1 || !parsed[0].getAddress().contains("@")) {
        throw MailSettings.problem(FROM, text, expected);
      }
      parsed[0].validate();
      return parsed[0];
    } catch (AddressException broken) {
      throw MailSettings.problem(FROM, text, expected);
    }
  }

  private static Optional<SSLSocketFactory> trust(String file) {
    if (file.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(TrustFile.read(file));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SmtpServer[" + host + ":" + port + " " + security + "]";
  }
}
