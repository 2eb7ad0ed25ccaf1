package org.yuzuri.portal.problem;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Looks for problems every 20 seconds: a kind that cannot be looked for keeps no other back. */
@Singleton
public class ProblemTimer {

  /** WildFly's name of the node; source: its "Getting Started", system properties. */
  private static final String NODE = System.getProperty("jboss.node.name", "local");

  @Inject AsSystem asSystem;
  @Inject ProblemLookService looks;
  @Inject ProblemDigestService digests;

  /** Runs on every node: what is of one node only it alone can see. */
  @Schedule(hour = "*", minute = "*", second = "3/20", persistent = false, info = "problems")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "problems were not looked for; tried again in 20 s",
        () -> asSystem.run("problems", () -> looks.codes().forEach(this::look)));
  }

  private void look(String code) {
    Attempts.tick(
        "problems of kind " + code + " were not looked for; tried again in 20 s",
        () -> looks.look(code, NODE));
  }

  /** Every hour: it is morning for each receiver at another one. */
  @Schedule(hour = "*", minute = "7", persistent = false, info = "problems of the day")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void tell() {
    Attempts.tick(
        "nobody was told what stands; tried again in an hour",
        () -> asSystem.run("problems of the day", digests::send));
  }

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "43", persistent = false, info = "old problems")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void forget() {
    Attempts.tick(
        "old problems were not removed; tried again in an hour",
        () -> asSystem.run("old problems", looks::forgetOld));
  }
}
