package org.yuzuri.portal.tenant;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.quota.Quotas;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.MemoryEvents;
import org.yuzuri.portal.state.event.SubjectKind;

/** What an operator does to two tenants, each thing twice. */
public final class TenantStory {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final TenantDraft DRAFT =
      new TenantDraft("Story", "", "", "Somebody", "somebody@example.org", "");

  /** The rows of the table that it takes: state and event. */
  public static Stream<String> changes() {
    MemoryEvents events = new MemoryEvents();
    TenantBook book = new TenantBook(new MemoryTenants(), events, new Quotas());
    Tenant one = book.add(new Tenant(DRAFT, NOON));
    Tenant two = book.add(new Tenant(DRAFT, NOON));
    for (TenantEvent event : List.of(TenantEvent.SUSPEND, TenantEvent.RESUME, TenantEvent.CLOSE)) {
      happensTwice(book, one, event);
    }
    happensTwice(book, two, TenantEvent.SUSPEND);
    happensTwice(book, two, TenantEvent.CLOSE);
    return events.changes(SubjectKind.TENANT).stream()
        .map(change -> change.from() + " " + change.event());
  }

  private static void happensTwice(TenantBook book, Tenant tenant, TenantEvent event) {
    Cause cause = new Cause(Actor.system("test"), NOON, "TENANT_" + event, "a test", null);
    book.happened(tenant, event, cause);
    book.happened(tenant, event, cause);
  }

  private TenantStory() {}
}
