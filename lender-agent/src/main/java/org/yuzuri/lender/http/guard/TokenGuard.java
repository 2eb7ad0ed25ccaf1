package org.yuzuri.lender.http.guard;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.lender.boot.ActiveBoot;
import org.yuzuri.lender.boot.ActiveBoots;
import org.yuzuri.lender.boot.DeadTokens;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;

/**
 * Decides whether a request comes from the server that the token was made for. Safe for threads.
 */
public final class TokenGuard {

  private static final Logger log = LoggerFactory.getLogger(TokenGuard.class);

  private final ActiveBoots boots;
  private final DeadTokens deadTokens;
  private final Neighbours neighbours;
  private final BootReports reports;
  private final Clock clock;
  private final OncePerMinute logged;

  public TokenGuard(
      ActiveBoots boots,
      DeadTokens deadTokens,
      Neighbours neighbours,
      BootReports reports,
      Clock clock) {
    this.boots = boots;
    this.deadTokens = deadTokens;
    this.neighbours = neighbours;
    this.reports = reports;
    this.clock = clock;
    this.logged = new OncePerMinute(clock);
  }

  /** The boot that this token opens for this source; if it opens none, the portal is told why. */
  public Optional<ActiveBoot> admit(String token, String source) {
    Optional<ActiveBoot> boot = boots.find(token);
    if (boot.isEmpty()) {
      Optional<Fence> fence = deadTokens.fence(token);
      TokenMisuse misuse = fence.isPresent() ? TokenMisuse.DEAD_TOKEN : TokenMisuse.UNKNOWN_TOKEN;
      return refuse(fence.orElse(null), misuse, source, null);
    }
    return admit(boot.get(), source);
  }

  /**
   * The boot of the server that asks without a token, as iPXE does for its first script: whoever
   * has its address and MAC address would get the same from DHCP.
   */
  public Optional<ActiveBoot> admitByAddress(String source) {
    Optional<ActiveBoot> boot = boots.findByAddress(source);
    if (boot.isEmpty()) {
      if (logged.isDue(source)) {
        log.warn("boot script of {} refused: nothing is served to it", source);
      }
      return Optional.empty();
    }
    return admit(boot.get(), source);
  }

  private Optional<ActiveBoot> admit(ActiveBoot boot, String source) {
    if (clock.instant().isAfter(boot.command().tokenNotAfter())) {
      return refuse(boot.fence(), TokenMisuse.DEAD_TOKEN, source, null);
    }
    if (!source.equals(boot.command().address().address().text())) {
      return refuse(boot.fence(), TokenMisuse.WRONG_ADDRESS, source, null);
    }
    Optional<MacAddress> mac = neighbours.find(source);
    if (mac.isEmpty() || !mac.get().equals(boot.command().mac())) {
      return refuse(boot.fence(), TokenMisuse.WRONG_MAC, source, mac.orElse(null));
    }
    return Optional.of(boot);
  }

  private Optional<ActiveBoot> refuse(
      @Nullable Fence fence, TokenMisuse misuse, String source, @Nullable MacAddress mac) {
    String who = mac == null ? source : source + " " + mac;
    if (reports.misuse(fence, misuse, who)) {
      log.warn("boot requests of {} are refused: {} {}", who, fence, misuse);
    }
    return Optional.empty();
  }
}
