package org.yuzuri.portal.demo.history;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.PriceEntry;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;

/** Servers that never were, and what happened to them. Transaction: the caller's. */
@Dependent
class PastServers {

  static final Actor ACTOR = Actor.system("demo history");

  /** Why everything of it happened, as histories tell it. */
  static final String REASON = "DEMO_HISTORY";

  static final String MADE_UP = "made up for the demo";

  /** Of the history's offer. */
  static final String OFFER = "history-offer";

  private static final int CPUS = 2;
  private static final int MEMORY_MIB = 2048;
  private static final int DISK_GIB = 4;
  private static final String SERVER = "history-";
  private static final Duration ISOLATING = Duration.ofMinutes(2);
  private static final Duration ERASING = Duration.ofMinutes(41);

  private final OfferService offers;
  private final ServerService entries;
  private final Servers servers;

  @Inject
  PastServers(OfferService offers, ServerService entries, Servers servers) {
    this.offers = offers;
    this.entries = entries;
    this.servers = servers;
  }

  boolean areThere() {
    return offers.find(OFFER).isPresent();
  }

  /** What a server cost before its price rose, or costs since; for each day that has begun. */
  static Price price(boolean before) {
    return entry(before).price();
  }

  private static PriceEntry entry(boolean before) {
    return new PriceEntry(
        BilledUnit.DAY,
        BigDecimal.valueOf(before ? 240 : 288),
        PartOfMonth.WHOLE,
        null,
        null,
        "JPY");
  }

  private static OfferEntry offer(boolean before) {
    return new OfferEntry(OFFER, MADE_UP, CPUS, MEMORY_MIB, DISK_GIB, entry(before), Set.of());
  }

  /** An offer that nobody can order; its price has risen. */
  long offer() {
    long id = offers.add(offer(true));
    offers.change(id, offers.view(id).version(), offer(false));
    offers.withdraw(id);
    return id;
  }

  /** A server that has been in the pool since then. */
  long enter(long offerId, long agentId, int number, Instant since) {
    long id =
        entries.add(
            new ServerEntry(
                offerId,
                agentId,
                SERVER + (number + 1),
                MacAddress.of("52:54:00:00:01:%02x".formatted(number + 1)),
                Ipv4Prefix.of("192.0.2." + (190 + number) + "/24"),
                BootMode.BIOS,
                "ttyS0",
                Identity.CONSOLE,
                CPUS,
                MEMORY_MIB,
                new BmcAccess(
                    BmcKind.IPMI,
                    BmcAddress.of("127.0.0.1:" + (19000 + number)),
                    "none",
                    new Secret("none")),
                ServerPort.EXTERNAL,
                List.of(new ServerDisk(SERVER + number, "/dev/vda", DISK_GIB))));
    happened(id, ServerEvent.ADMIT_WITHOUT_RUN, since);
    return id;
  }

  /** It was lent, and erased afterwards. */
  void had(long id, Instant ordered, Instant handedOver, Instant until) {
    happened(id, ServerEvent.RESERVE, ordered);
    happened(id, ServerEvent.PROVISION, ordered.plusSeconds(20));
    happened(id, ServerEvent.HAND_OVER, handedOver);
    erased(id, until);
  }

  /** A transfer failed on it, and it was erased. */
  void failed(long id, Instant ordered, Instant at) {
    happened(id, ServerEvent.RESERVE, ordered);
    happened(id, ServerEvent.PROVISION, ordered.plusSeconds(20));
    erased(id, at);
  }

  private void erased(long id, Instant cutOff) {
    happened(id, ServerEvent.CUT_OFF, cutOff);
    happened(id, ServerEvent.CUT_OFF_CONFIRMED, isolatedAt(cutOff));
    happened(id, ServerEvent.WIPE, isolatedAt(cutOff).plusSeconds(5));
    happened(id, ServerEvent.WIPED, erasedAt(cutOff));
  }

  /** When nothing of its tenant's reached it any more. */
  static Instant isolatedAt(Instant cutOff) {
    return cutOff.plus(ISOLATING);
  }

  /** When it was ready for the next one. */
  static Instant erasedAt(Instant cutOff) {
    return isolatedAt(cutOff).plus(ERASING);
  }

  void retire(long id, Instant at) {
    happened(id, ServerEvent.TAKE_OUT, at);
    happened(id, ServerEvent.RETIRE, at);
  }

  private void happened(long id, ServerEvent event, Instant at) {
    servers.happened(id, event, new Cause(ACTOR, at, REASON, MADE_UP, null));
  }

  /** Whose matter a failure of the past is said to be. */
  static Cause failure(Instant at, Fault fault) {
    return Cause.failure(ACTOR, at, fault, REASON, MADE_UP);
  }
}
