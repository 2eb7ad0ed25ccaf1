package org.yuzuri.portal.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import org.apache.shiro.authc.credential.DefaultPasswordService;

/**
 * Makes and checks Argon2id hashes. One check takes 64 MiB, so only a few run at a time.
 *
 * <p>Source: RFC 9106, §4; parameters are Shiro's defaults (m = 64 MiB, t = 1, p = 4).
 */
@ApplicationScoped
public class PasswordHasher {

  private static final int AT_A_TIME = 4;

  private final DefaultPasswordService passwords = new DefaultPasswordService();
  private final Semaphore places = new Semaphore(AT_A_TIME, true);

  /** The hash to store for this password. */
  public String hash(String password) {
    places.acquireUninterruptibly();
    try {
      return passwords.encryptPassword(password);
    } finally {
      places.release();
    }
  }

  /** Whether the password is the one that was hashed. */
  public boolean matches(Object password, String hash) {
    places.acquireUninterruptibly();
    try {
      return passwords.passwordsMatch(password, hash);
    } finally {
      places.release();
    }
  }
}
