package org.yuzuri.portal.access.login;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.PasswordService;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Makes and checks Argon2id hashes. One check takes 64 MiB, so only a few run at a time; only a few
 * more wait, because each that waits holds a thread of the pages.
 *
 * <p>Source: RFC 9106, §4; parameters are Shiro's defaults (m = 64 MiB, t = 1, p = 4). Passwords
 * are compared in Unicode's form C: NIST SP 800-63B, 5.1.1.2.
 */
@ApplicationScoped
public class PasswordHasher {

  static final int AT_A_TIME = 4;
  static final int MOST_WAITING = 16;

  private final PasswordService passwords;
  private final Semaphore places = new Semaphore(AT_A_TIME, true);
  private final Semaphore queue = new Semaphore(AT_A_TIME + MOST_WAITING);

  /** With Shiro's own hashes. */
  public PasswordHasher() {
    this(new DefaultPasswordService());
  }

  PasswordHasher(PasswordService passwords) {
    this.passwords = passwords;
  }

  /**
   * The hash to store for this password.
   *
   * @throws ProblemException PASSWORDS_BUSY: too many wait already
   */
  public String hash(String password) {
    return inTurn(() -> passwords.encryptPassword(normal(password)));
  }

  /**
   * Whether the password is the one that was hashed.
   *
   * @throws ProblemException PASSWORDS_BUSY: too many wait already
   */
  public boolean matches(Object password, String hash) {
    return inTurn(() -> passwords.passwordsMatch(normal(password), hash));
  }

  /** What looks the same is the same, whichever keyboard it was typed on; nothing else changes. */
  private static Object normal(Object password) {
    String text = password instanceof char[] typed ? new String(typed) : String.valueOf(password);
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private <T> T inTurn(Supplier<T> work) {
    if (!queue.tryAcquire()) {
      throw new ProblemException(
          AccessProblem.PASSWORDS_BUSY,
          "password",
          AT_A_TIME + MOST_WAITING + " at once",
          "another try in some seconds");
    }
    try {
      places.acquireUninterruptibly();
      try {
        return work.get();
      } finally {
        places.release();
      }
    } finally {
      queue.release();
    }
  }
}
