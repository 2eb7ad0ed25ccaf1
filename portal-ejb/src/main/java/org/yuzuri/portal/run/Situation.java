package org.yuzuri.portal.run;

import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.errand.Errand;
import org.yuzuri.portal.errand.ErrandRunner.Sequence;
import org.yuzuri.portal.errand.Progress;
import org.yuzuri.portal.errand.Wish;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.site.gateway.GatewayFacts;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;

/**
 * What a step can see and do: the run, the server and the lease that it is for, and the world
 * around. A kind of run adds what is its own.
 */
public class Situation {

  /** Code of the failure of a server that was on although it had been switched off. */
  public static final String FOUND_ON = "FOUND_ON";

  private final Moment moment;

  /** What is to be seen at this moment. */
  public Situation(Moment moment) {
    this.moment = moment;
  }

  public final Run run() {
    return moment.locked().run();
  }

  /**
   * The lease that the run is for.
   *
   * @throws NullPointerException the run is the operator's own
   */
  public final Lease lease() {
    return moment.locked().ownLease();
  }

  public final Server server() {
    return moment.server();
  }

  public final Surroundings surroundings() {
    return moment.surroundings();
  }

  /** The gateway that the lease's tunnels end at. */
  public final GatewayFacts gateway() {
    return surroundings().gateway(lease());
  }

  /** The daemon at whose site the server stands. */
  public final long lenderAgent() {
    return server().agentId();
  }

  /** The moment of this look. */
  public final Instant now() {
    return moment.at();
  }

  /** When the current step is ended as failed. */
  public final Instant hardLimit() {
    return moment.hardLimit();
  }

  /** Wishes that every kind of run has of a server. */
  public final ServerWishes wishes() {
    return new ServerWishes(this);
  }

  /** Pursues wishes of the current step; its end is theirs. */
  public final Progress pursue(List<Wish> wishes, Sequence sequence) {
    return pursue(wishes, sequence, hardLimit());
  }

  /**
   * As above, for wishes with an end of their own.
   *
   * @param notAfter end of the commands
   */
  public final Progress pursue(List<Wish> wishes, Sequence sequence, Instant notAfter) {
    return moment.errands().pursue(run().id(), wishes, sequence, run().fence(), notAfter, now());
  }

  /** The verdict of a step that ends when its wishes are reached. */
  public final StepVerdict ends(Progress progress, String done) {
    if (progress instanceof Progress.AllDone) {
      return new StepVerdict.Done(done);
    }
    if (progress instanceof Progress.Waiting waiting) {
      return new StepVerdict.Waits(waiting.waiting(), waiting.lookAgainAt(), waiting.whose());
    }
    Progress.Broken broken = (Progress.Broken) progress;
    Errand errand = broken.errand();
    return new StepVerdict.Fails(
        broken.fault(), errand.code(), errand.name() + ": " + errand.detail());
  }

  /**
   * As {@link #ends}, for a step that starts the server afresh, which nobody of ours had switched
   * on: when it was found on, somebody else did, by its button, its clock or its BMC.
   *
   * @param start name of the wish that starts it
   */
  public final StepVerdict endsStarted(Progress progress, String start, String done) {
    boolean foundOn =
        moment.errands().fact(run().id(), start, "before").filter("ON"::equals).isPresent();
    return foundOn ? new StepVerdict.Fails(Fault.LENDER, FOUND_ON, start) : ends(progress, done);
  }

  /** Lets an event happen to the server. */
  public final void happened(ServerEvent event, Cause cause) {
    moment.servers().happened(server().id(), event, cause);
  }

  /** Lets an event happen to the lease, unless it is over. */
  public final void happened(LeaseEvent event, Cause cause) {
    if (!lease().state().isFinal()) {
      leases().happened(lease(), event, cause);
    }
  }

  public final Leases leases() {
    return moment.leases();
  }
}
