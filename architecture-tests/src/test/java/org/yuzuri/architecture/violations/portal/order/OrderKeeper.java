package org.yuzuri.architecture.violations.portal.order;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Instant;
import org.apache.shiro.SecurityUtils;
import org.bouncycastle.asn1.x500.X500Name;

/** A stateless bean of the wrong name that keeps state and does everything itself. */
@Stateless
public class OrderKeeper {

  private Instant last;

  EntityManager em;

  /** How many it keeps. */
  public int size() {
    return 0;
  }

  Process run() throws IOException {
    last = Instant.now();
    System.out.println(last);
    return new ProcessBuilder("true").start();
  }

  Object subject() {
    return SecurityUtils.getSubject();
  }

  X500Name name() {
    return new X500Name("CN=nobody");
  }

  Object count() {
    return em.createNativeQuery("select count(*) from orders").getSingleResult();
  }
}
