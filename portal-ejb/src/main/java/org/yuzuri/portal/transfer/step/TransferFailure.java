package org.yuzuri.portal.transfer.step;

import static org.yuzuri.portal.transfer.StepName.BOOT_SEEN;
import static org.yuzuri.portal.transfer.StepName.CLOSE;
import static org.yuzuri.portal.transfer.StepName.HAND_OVER;
import static org.yuzuri.portal.transfer.StepName.INSTALL;
import static org.yuzuri.portal.transfer.StepName.KEY;
import static org.yuzuri.portal.transfer.StepName.POWER_ON;
import static org.yuzuri.portal.transfer.StepName.PREFLIGHT;
import static org.yuzuri.portal.transfer.StepName.REBOOT;
import static org.yuzuri.portal.transfer.StepName.STAGE;
import static org.yuzuri.portal.transfer.StepName.TUNNEL;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.run.Situation;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.StepName;

/**
 * What can stop a transfer: in which steps, whose matter it is, and what becomes of the server. The
 * only place that says so.
 *
 * <p>INVARIANT: what a tenant's image, settings, gateway or network can bring about leads back to
 * the pool, so that no tenant empties it; through a wipe, if the server was switched on. Only what
 * the server's firmware, its BMC or its console shows by itself keeps it out. A back-to-the-pool
 * server that is broken after all is found out by the wipe, which has to switch it off and on, boot
 * it and read its disks back.
 */
public enum TransferFailure {
  /** The portal itself fails at it until the step's time is over; what a tenant sent may be why. */
  PORTAL_FAILED(Fault.LENDER, Then.BACK_TO_THE_POOL, StepName.RESERVE, CLOSE),
  /** The lender's agent reads nothing from the server's console; its codes begin so. */
  CONSOLE_NOT_READ(Fault.LENDER, Then.QUARANTINE, STAGE, KEY),
  /** The server was on, although nobody of the datacenter had switched it on. */
  FOUND_ON(Fault.LENDER, Then.QUARANTINE, POWER_ON),
  /** Another machine answered in the lender agent's name before the server had shown its key. */
  BOOT_DISTURBED(Fault.LENDER, Then.BACK_TO_THE_POOL, STAGE, KEY),
  /** The datacenter has suspended the tenant before the settings were given. */
  TENANT_SUSPENDED(Fault.TENANT, Then.BACK_TO_THE_POOL, PREFLIGHT, INSTALL),
  /** The tenant's gateway is not there, or does not take the tunnel. */
  GATEWAY_NOT_READY(Fault.TENANT, Then.BACK_TO_THE_POOL, PREFLIGHT),
  /** The lender's agent does not get the boot files in place: too large, too slow, disk full. */
  NOT_STAGED(Fault.LENDER, Then.BACK_TO_THE_POOL, STAGE),
  /** The server's BMC does not do what it is told. */
  BMC_FAILED(Fault.HARDWARE, Then.QUARANTINE, POWER_ON),
  /** Nobody answers for the BMC: the lender's agent is silent. */
  BMC_NOT_ASKED(Fault.LENDER, Then.BACK_TO_THE_POOL, POWER_ON),
  /** The server's firmware fetches nothing at all. */
  NOTHING_FETCHED(Fault.HARDWARE, Then.QUARANTINE, BOOT_SEEN),
  /** It has the script, and never the whole kernel or initrd: they may be too large for it. */
  NOT_LOADED(Fault.UNKNOWN, Then.BACK_TO_THE_POOL, BOOT_SEEN),
  /** What booted never asks for its certificate, or says that it cannot: a kernel may be why. */
  NO_KEY(Fault.UNKNOWN, Then.BACK_TO_THE_POOL, KEY),
  /** No tunnel: something on the way, or the gateway, keeps IKE from getting through. */
  NO_TUNNEL(Fault.NETWORK, Then.BACK_TO_THE_POOL, KEY, TUNNEL),
  /** The installer or the overlay gives up, or does not end; or the gateway takes no tunnel. */
  NOT_INSTALLED(Fault.TENANT, Then.BACK_TO_THE_POOL, BOOT_SEEN, INSTALL),
  /** The installer is not heard any more, or gives up before it reads anything of the tenant's. */
  INSTALLER_SILENT(Fault.UNKNOWN, Then.BACK_TO_THE_POOL, TUNNEL, INSTALL),
  /** The installer says that the way is what failed. */
  WAY_LOST(Fault.NETWORK, Then.BACK_TO_THE_POOL, BOOT_SEEN, INSTALL),
  /** The lender's agent does not take the network boot away. */
  BOOT_NOT_WITHDRAWN(Fault.LENDER, Then.BACK_TO_THE_POOL, REBOOT),
  /** The gateway does not take the tunnel of the installation away. */
  TUNNEL_NOT_WITHDRAWN(Fault.TENANT, Then.BACK_TO_THE_POOL, REBOOT),
  /** The installed system does not build its tunnel. */
  NOT_BACK(Fault.UNKNOWN, Then.BACK_TO_THE_POOL, REBOOT, HAND_OVER),
  /** The gateway takes no tunnel, or nobody answers at the server's management port. */
  NOT_REACHED(Fault.TENANT, Then.BACK_TO_THE_POOL, HAND_OVER),
  /** The lender's firewall does not take its last rules. */
  LENDER_NOT_CLOSED(Fault.LENDER, Then.BACK_TO_THE_POOL, CLOSE),
  /** The gateway's firewall does not. */
  GATEWAY_NOT_CLOSED(Fault.TENANT, Then.BACK_TO_THE_POOL, CLOSE);

  /** What becomes of the server. */
  public enum Then {
    /** Erased, and lent again; at once when it was never switched on. */
    BACK_TO_THE_POOL,
    /** Cut off, and kept for an operator. */
    QUARANTINE
  }

  static final String PORTAL_ERROR = "PORTAL_ERROR";
  static final String SUSPENDED = "TENANT_SUSPENDED";
  static final String CONSOLE = "CONSOLE_";

  private static final Set<TransferFailure> BY_CODE =
      EnumSet.of(PORTAL_FAILED, CONSOLE_NOT_READ, FOUND_ON, BOOT_DISTURBED, TENANT_SUSPENDED);

  private final StepName first;
  private final StepName last;
  private final Fault fault;
  private final Then then;

  TransferFailure(Fault fault, Then then, StepName only) {
    this(fault, then, only, only);
  }

  TransferFailure(Fault fault, Then then, StepName first, StepName last) {
    this.first = first;
    this.last = last;
    this.fault = fault;
    this.then = then;
  }

  /** What becomes of a server whose transfer stopped so in this step. */
  static Then after(StepName step, Cause failure) {
    return of(step, failure)
        .map(TransferFailure::then)
        .orElseGet(
            () -> failure.fault() == Fault.HARDWARE ? Then.QUARANTINE : Then.BACK_TO_THE_POOL);
  }

  /** The row; empty when none is about it. */
  static Optional<TransferFailure> of(StepName step, Cause failure) {
    // Codes alone prove nothing: a gateway names its failures as it likes.
    if (failure.fault() == Fault.LENDER && failure.code().equals(PORTAL_ERROR)) {
      return Optional.of(PORTAL_FAILED);
    }
    if (failure.fault() == Fault.LENDER && failure.code().startsWith(CONSOLE)) {
      return Optional.of(CONSOLE_NOT_READ);
    }
    if (failure.fault() == Fault.LENDER && failure.code().equals(Situation.FOUND_ON)) {
      return Optional.of(FOUND_ON);
    }
    if (failure.fault() == Fault.LENDER && failure.code().equals(BOOT_DISTURBED.name())) {
      return Optional.of(BOOT_DISTURBED);
    }
    if (failure.fault() == Fault.TENANT && failure.code().equals(SUSPENDED)) {
      return Optional.of(TENANT_SUSPENDED);
    }
    return Arrays.stream(values())
        .filter(row -> !BY_CODE.contains(row))
        .filter(row -> row.isIn(step) && row.fault == failure.fault())
        .findFirst();
  }

  /**
   * The failure of an installer that gave up.
   *
   * @param phase what it was at, in its own word; null before its first beat
   * @param message its last words
   */
  static StepVerdict.Fails ofInstaller(@Nullable String phase, String message) {
    String words = phase == null ? message : phase + ": " + message;
    return new StepVerdict.Fails(in(phase).fault, "INSTALLER_FAILED", words);
  }

  private static TransferFailure in(@Nullable String phase) {
    return switch (phase == null ? "booted" : phase) {
      // Never the lender's: what the server says, its tenant may have it say.
      case "booted", "key", "certificate" -> NO_KEY;
      case "tunnel" -> NO_TUNNEL;
      // From here on it is the tenant's settings, image and repository that speak.
      default -> NOT_INSTALLED;
    };
  }

  /** Whose matter it is; what the tenant reads. */
  public Fault fault() {
    return fault;
  }

  /** What becomes of the server. */
  public Then then() {
    return then;
  }

  /** Whether it can happen in this step. */
  public boolean isIn(StepName step) {
    return !step.isBefore(first) && !last.isBefore(step);
  }
}
