package org.yuzuri.portal.mail.smtp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/**
 * How mail goes out, from the environment.
 *
 * @param server null: none was set up, and mails stay queued
 * @param portal address of the portal that links in mails lead to, without a {@code /} at its end
 * @param shown whether operators may open every mail's text: in a demo, whose mails go nowhere
 */
public record MailSettings(@Nullable SmtpServer server, URI portal, boolean shown) {

  /** The portal's own address, as browsers see it. */
  static final String URL = "PORTAL_URL";

  /** Set by {@code bin/demo} only. */
  static final String SHOWN = "PORTAL_MAIL_SHOWN";

  private static final URI NOWHERE = URI.create("http://localhost:8080");

  /**
   * What the environment says.
   *
   * @throws ProblemException NOT_CONFIGURED: everything that is wrong with it
   */
  public static MailSettings of(Map<String, String> environment) {
    Problems problems = new Problems();
    boolean wanted = !environment.getOrDefault(SmtpServer.HOST, "").isBlank();
    SmtpServer server =
        wanted ? problems.attempt(() -> SmtpServer.of(environment)).orElse(null) : null;
    String url = environment.getOrDefault(URL, "");
    boolean needed = wanted || !url.isBlank();
    boolean plain = "true".equals(environment.get("PORTAL_PLAIN_HTTP"));
    Optional<URI> portal =
        needed ? problems.attempt(() -> address(url, plain)) : Optional.of(NOWHERE);
    boolean shown = "true".equals(environment.get(SHOWN));
    if (shown && wanted) {
      problems.add(problem(SHOWN, "true", "nothing while a mail server is set up"));
    }
    problems.refuse();
    return new MailSettings(server, portal.orElse(NOWHERE), shown);
  }

  private static URI address(String text, boolean plain) {
    String expected = "https://HOST, where browsers find the portal" + (plain ? " (or http)" : "");
    try {
      URI address = new URI(text.replaceFirst("/+$", ""));
      boolean known =
          "https".equals(address.getScheme()) || (plain && "http".equals(address.getScheme()));
      boolean bare =
          address.getHost() != null
              && address.getRawQuery() == null
              && address.getRawFragment() == null
              && address.getRawUserInfo() == null;
      if (!known || !bare) {
        throw problem(URL, text, expected);
      }
      return address;
    } catch (URISyntaxException broken) {
      throw problem(URL, text, expected);
    }
  }

  static ProblemException problem(String variable, @Nullable Object value, String expected) {
    return new ProblemException(CommonProblem.NOT_CONFIGURED, variable, value, expected);
  }
}
