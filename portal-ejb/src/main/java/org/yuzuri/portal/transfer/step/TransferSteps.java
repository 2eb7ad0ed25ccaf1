package org.yuzuri.portal.transfer.step;

import static org.yuzuri.portal.errand.ErrandRunner.Sequence.TOGETHER;
import static org.yuzuri.portal.run.step.Limits.seconds;
import static org.yuzuri.portal.run.step.WaitedFor.LENDER;
import static org.yuzuri.portal.run.step.WaitedFor.PORTAL;
import static org.yuzuri.portal.run.step.WaitedFor.SERVER;
import static org.yuzuri.portal.run.step.WaitedFor.TENANT;
import static org.yuzuri.portal.run.step.WaitedFor.TENANT_GATEWAY;
import static org.yuzuri.portal.transfer.Evidence.INITRD_FETCHED;
import static org.yuzuri.portal.transfer.Evidence.INSTALL_CERTIFICATE;
import static org.yuzuri.portal.transfer.Evidence.INSTALL_TUNNEL_UP;
import static org.yuzuri.portal.transfer.Evidence.KERNEL_FETCHED;
import static org.yuzuri.portal.transfer.Evidence.SCRIPT_FETCHED;
import static org.yuzuri.portal.transfer.step.TransferFailure.NOTHING_FETCHED;
import static org.yuzuri.portal.transfer.step.TransferFailure.NO_TUNNEL;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.yuzuri.portal.errand.Wish;
import org.yuzuri.portal.run.rule.EvidenceRule;
import org.yuzuri.portal.run.rule.PortalRule;
import org.yuzuri.portal.run.rule.WishesRule;
import org.yuzuri.portal.run.step.Limits;
import org.yuzuri.portal.run.step.Step;
import org.yuzuri.portal.run.step.StepRule;
import org.yuzuri.portal.run.step.WaitedFor;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;
import org.yuzuri.portal.transfer.StepName;

/**
 * The steps of a transfer in their order: whom each waits for, its expected, soft and hard limit in
 * seconds, and what brings it about and ends it.
 *
 * <p>Sources of the limits: expected times as measured on the virtual rack (power-on to first HTTP
 * request 6 s, kernel to first program 4 s, certificate to tunnel under 3 s, the same server's boot
 * from disk half a minute). Soft limits are a few times that. Hard limits leave room for real
 * machines: their firmware takes up to ten minutes before it asks the network, as operators of
 * Ironic and MAAS report (30 minutes is MAAS' limit for a whole deployment's silence).
 */
public final class TransferSteps {

  /** All of them. */
  public static final List<Step<TransferSituation>> TABLE =
      List.of(
          step(StepName.RESERVE, PORTAL, seconds(1, 5, 60), new PortalRule<>()),
          step(StepName.PLAN, PORTAL, seconds(1, 5, 60), new PortalRule<>()),
          step(StepName.PREFLIGHT, TENANT_GATEWAY, seconds(2, 20, 120), new PreflightRule()),
          step(
              StepName.STAGE,
              LENDER,
              seconds(3, 60, 900),
              new WishesRule<>(Fault.LENDER, TOGETHER, TransferSteps::stage)),
          step(StepName.POWER_ON, LENDER, seconds(4, 30, 300), new PowerOnRule()),
          step(
              StepName.BOOT_SEEN,
              SERVER,
              seconds(15, 120, 900),
              new BootSeenRule(
                  seen(
                      NOTHING_FETCHED.fault(),
                      INSTALL_CERTIFICATE,
                      SCRIPT_FETCHED,
                      KERNEL_FETCHED,
                      INITRD_FETCHED))),
          step(StepName.KEY, SERVER, seconds(10, 60, 600), new KeyRule()),
          step(
              StepName.TUNNEL,
              SERVER,
              seconds(5, 30, 300),
              seen(NO_TUNNEL.fault(), INSTALL_TUNNEL_UP)),
          step(StepName.INSTALL, SERVER, seconds(300, 3600, 4 * 3600), new InstallRule()),
          step(StepName.REBOOT, LENDER, seconds(3, 30, 300), new RebootRule()),
          step(StepName.HAND_OVER, TENANT, seconds(40, 300, 1200), new HandOverRule()),
          step(
              StepName.CLOSE,
              LENDER,
              seconds(2, 30, 300),
              new WishesRule<>(Fault.LENDER, TOGETHER, TransferSteps::close)));

  /** What the lender prepares; begun while the gateway prepares the tunnel. */
  static List<Wish> stage(TransferSituation now) {
    TransferWishes wishes = now.transferWishes();
    return List.of(
        now.wishes().portFiltered("PORT_FILTERED"),
        wishes.boot(),
        wishes.lenderGrants("LENDER_INSTALL_GRANTS", now.grants().lenderInstall()));
  }

  private static List<Wish> close(TransferSituation now) {
    TransferWishes wishes = now.transferWishes();
    return List.of(
        wishes.lenderGrants("LENDER_PRODUCTION_GRANTS", now.grants().lenderProduction()),
        wishes.gatewayGrants("GATEWAY_PRODUCTION_GRANTS", now.grants().gatewayProduction()));
  }

  /** Longest time from a step's begin to the end of the installation: how long a token lives. */
  static Duration untilInstalled(StepName from) {
    return sum(from, StepName.INSTALL);
  }

  /** Longest time from a step's begin to the end of the transfer. */
  static Duration untilClosed(StepName from) {
    return sum(from, StepName.CLOSE);
  }

  /** The hard limit of one step. */
  static Duration hardLimit(StepName step) {
    return sum(step, step);
  }

  private static Duration sum(StepName from, StepName to) {
    return TABLE.stream()
        .filter(step -> isBetween(from, StepName.valueOf(step.name()), to))
        .map(step -> step.limits().hard())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static boolean isBetween(StepName from, StepName step, StepName to) {
    return !step.isBefore(from) && !to.isBefore(step);
  }

  private static Step<TransferSituation> step(
      StepName name, WaitedFor waitedFor, Limits limits, StepRule<TransferSituation> rule) {
    boolean untilSettings = isBetween(StepName.PREFLIGHT, name, StepName.INSTALL);
    return new Step<>(
        name.name(), waitedFor, limits, untilSettings ? new OpenTenantRule(rule) : rule);
  }

  private static StepRule<TransferSituation> seen(
      Fault tooSlow, Evidence proof, Evidence... parts) {
    List<String> names =
        Stream.of(parts.length == 0 ? new Evidence[] {proof} : parts).map(Evidence::name).toList();
    return new EvidenceRule<>(tooSlow, proof.name(), names);
  }

  private TransferSteps() {}
}
