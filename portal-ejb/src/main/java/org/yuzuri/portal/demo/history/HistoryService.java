package org.yuzuri.portal.demo.history;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.usage.FaultEntry;
import org.yuzuri.portal.usage.UsageService;

/**
 * Makes half a year up, for a demonstration alone: servers that are retired by now, which tenants
 * had each month, at a price that rose once, with an outage and transfers that failed. Everything
 * of it is named {@code history-…}; nobody can order it. Transaction: required.
 */
@Stateless
public class HistoryService {

  /** So many whole months, and what there is of the current one. */
  static final int MONTHS = 6;

  private static final int SERVERS_EACH = 2;
  private static final Duration OUTAGE = Duration.ofHours(3);
  private static final Duration BEFORE = Duration.ofHours(6);

  @Inject PastServers servers;
  @Inject PastLeases leases;
  @Inject PastRuns runs;
  @Inject UsageService usage;
  @Inject Clock clock;

  private final ZoneId zone = BillingRules.configured().zone();

  /** What a tenant orders with. */
  public record Customer(
      long tenantId, long imageId, long settingsVersionId, long gatewayId, int number) {}

  /**
   * Makes it up, unless it is there.
   *
   * @param agentId the lender agent at whose site the servers were
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void fill(long agentId, List<Customer> customers) {
    if (servers.areThere()) {
      return;
    }
    long offer = servers.offer();
    YearMonth current = YearMonth.from(clock.instant().atZone(zone));
    for (Customer customer : customers) {
      for (int i = 0; i < SERVERS_EACH; i++) {
        int number = customer.number() * SERVERS_EACH + i;
        long server = servers.enter(offer, agentId, number, start(current.minusMonths(MONTHS)));
        for (int back = MONTHS; back >= 0; back--) {
          month(customer, offer, server, current.minusMonths(back), i, back);
        }
        servers.retire(server, clock.instant().minus(Duration.ofMinutes(1)));
      }
    }
  }

  /** Whether it is there, made up now or at an earlier start. */
  @RequiresPermissions(Permissions.SYSTEM)
  public boolean isThere() {
    return servers.areThere();
  }

  /** A tenant keeps a server longer from month to month; the current month as far as it is. */
  private void month(
      Customer customer, long offer, long server, YearMonth month, int which, int back) {
    Instant from = start(month).plus(Duration.ofHours(30 + 20L * which + 9L * customer.number()));
    Instant wanted = from.plus(Duration.ofDays(26 - 2L * back - 3L * which));
    Instant latest = clock.instant().minus(Duration.ofHours(3));
    Instant until = wanted.isBefore(latest) ? wanted : latest;
    if (!from.plus(Duration.ofHours(4)).isBefore(until)) {
      return;
    }
    Duration transfer = Duration.ofMinutes(9 + back + 2L * which);
    Fault failed = failure(customer, which, back);
    if (failed != null) {
      fails(customer, offer, server, from.minus(BEFORE), transfer, failed);
    }
    Instant handedOver = from.plus(transfer);
    Instant outage = back == 1 ? from.plus(Duration.ofDays(2)) : null;
    PastLeases.Had had =
        new PastLeases.Had(
            from, handedOver, until, PastServers.price(back > MONTHS / 2), outage, OUTAGE);
    long lease = leases.had(customer, offer, server, had);
    servers.had(server, from, handedOver, until);
    runs.transferred(server, lease, from, handedOver);
    runs.erased(server, lease, until, PastServers.erasedAt(until));
    if (outage != null && had.isDisturbed()) {
      usage.noteFault(
          lease, new FaultEntry(outage, outage.plus(OUTAGE), FaultKind.POWER, PastServers.MADE_UP));
    }
  }

  /** Of all that were ordered two fail: one by the server, one by what the tenant installs. */
  private static @Nullable Fault failure(Customer customer, int which, int back) {
    if (back == 3 && which == 1) {
      return customer.number() == 0 ? Fault.HARDWARE : Fault.TENANT;
    }
    return null;
  }

  private void fails(
      Customer customer, long offer, long server, Instant at, Duration transfer, Fault fault) {
    Instant end = at.plus(transfer);
    long lease = leases.failed(customer, offer, server, at, end, PastServers.price(false), fault);
    servers.failed(server, at, end);
    runs.failed(server, lease, at, end, fault);
    runs.erased(server, lease, end, PastServers.erasedAt(end));
  }

  private Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(zone).toInstant();
  }
}
