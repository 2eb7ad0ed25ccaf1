package org.yuzuri.portal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.shiro.session.mgt.SimpleSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.access.login.Subjects;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.PortalDatabase;

class TenantLifeIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final long tenant = database.newTenant("Life");

  @Test
  void historyTellsWhoAndWhyAndTheListsFollow() {
    operator(service -> service.suspend(tenant, "Unpaid since May"));
    assertThat(view().state()).isEqualTo(TenantState.SUSPENDED);
    assertThat(view().stateReason()).isEqualTo("Unpaid since May");
    assertThat(own().stateReason()).isEqualTo("Unpaid since May");

    operator(service -> service.suspend(tenant, "again"));
    operator(service -> service.resume(tenant, "Paid"));
    assertThat(view().stateReason()).isEmpty();

    operator(service -> service.close(tenant, "Contract ended"));
    operator(service -> service.close(tenant, "twice"));
    assertThat(view().state()).isEqualTo(TenantState.CLOSED);
    assertThat(history())
        .containsExactly(
            "OPEN SUSPENDED Unpaid since May",
            "SUSPENDED SUSPENDED again",
            "SUSPENDED OPEN Paid",
            "OPEN CLOSED Contract ended",
            "CLOSED CLOSED twice");
    assertThat(listed(Set.of())).isZero();
    assertThat(listed(Set.of(TenantState.CLOSED))).isEqualTo(1);
  }

  @Test
  void closedTenantIsNotOpenedAgain() {
    operator(service -> service.close(tenant, "It has left"));

    assertThatThrownBy(() -> operator(service -> service.resume(tenant, "no")))
        .hasMessageContaining("NOT_POSSIBLE_NOW");
    assertThatThrownBy(() -> operator(service -> service.suspend(tenant, "no")))
        .hasMessageContaining("NOT_POSSIBLE_NOW");
  }

  @Test
  void aTenantIsClosedAfterAProof() {
    TenantService service = database.asPortal(w -> w.get(TenantService.class));

    assertThatThrownBy(
            () ->
                Subjects.as(
                    Tenants.LENDER,
                    Role.LENDER_ADMIN,
                    1,
                    new SimpleSession(),
                    () -> {
                      service.close(tenant, "It has left");
                      return true;
                    }))
        .hasMessageContaining("STEP_UP_NEEDED");
    assertThat(view().state()).isEqualTo(TenantState.OPEN);
  }

  @Test
  void daemonsOfAClosedTenantsGatewaysAreRevokedAndNobodyElses() {
    long mine = gateway(tenant);
    long others = gateway(database.newTenant("Neighbour"));

    operator(service -> service.close(tenant, "It has left"));

    assertThat(agent(mine).state()).isEqualTo(AgentState.REVOKED);
    assertThat(agent(others).state()).isEqualTo(AgentState.INVITED);
  }

  private long gateway(long of) {
    return database.as(
        of, Role.TENANT_ADMIN, w -> w.get(Agents.class).inviteGateway("edge").agentId());
  }

  private AgentView agent(long id) {
    return database.as(Tenants.LENDER, Role.OPERATOR, w -> w.get(Agents.class).agent(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines"})
  void reasonIsOneLineOfText(String reason) {
    assertThatThrownBy(() -> operator(service -> service.suspend(tenant, reason)))
        .hasMessageContaining("reason")
        .hasMessageContaining("1 to 500");
    assertThat(view().state()).isEqualTo(TenantState.OPEN);
  }

  @ParameterizedTest
  @ValueSource(longs = {Tenants.LENDER, 0, -1, Long.MAX_VALUE})
  void neitherTheLenderNorNobodyIsSuspendedOrClosed(long id) {
    assertThatThrownBy(() -> operator(service -> service.suspend(id, "why not")))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> operator(service -> service.close(id, "why not")))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void entryThatSomebodyElseChangedIsNotWrittenOver() {
    TenantView shown = view();
    TenantDraft mine = draft(shown.name(), "mine@example.org");
    operator(
        service -> service.change(tenant, shown.version(), draft(shown.name(), "a@example.org")));

    assertThatThrownBy(() -> operator(service -> service.change(tenant, shown.version(), mine)))
        .hasMessageContaining("CHANGED_BY: tenant");
    assertThat(view().contactEmail()).isEqualTo("a@example.org");
  }

  @Test
  void nameOfAnotherIsRefusedInAnyCaseOfLetters() {
    String taken = view().name();
    long other = database.newTenant("Other");

    assertThatThrownBy(
            () ->
                operator(
                    service ->
                        service.change(
                            other,
                            service.tenant(other).version(),
                            draft(taken.toUpperCase(Locale.ROOT), "a@example.org"))))
        .hasMessageContaining("NAME_TAKEN");
  }

  private List<String> history() {
    return database.as(
        Tenants.LENDER,
        Role.LENDER_ADMIN,
        w ->
            w.get(TenantService.class).history(tenant).stream()
                .map(e -> e.from() + " " + e.to() + " " + e.reasonDetail())
                .toList());
  }

  @Test
  void contactOfANewTenantIsInvitedAsItsAdministrator() {
    String email = "first" + System.nanoTime() + "@example.org";
    operator(service -> service.addWithAdministrator(draft("With " + email, email)));

    Number invited =
        database.asPortal(
            w ->
                (Number)
                    w.get(EntityManager.class)
                        .createNativeQuery(
                            "select count(*) from invitation i join tenant t on t.id = i.tenant_id"
                                + " where i.email = ? and i.role = 'TENANT_ADMIN' and t.name = ?")
                        .setParameter(1, email)
                        .setParameter(2, "With " + email)
                        .getSingleResult());
    assertThat(invited.longValue()).isEqualTo(1);
  }

  private static TenantDraft draft(String name, String email) {
    return new TenantDraft(name, "", "", "Somebody", email, "");
  }

  private long listed(Set<TenantState> states) {
    return database.as(
        Tenants.LENDER,
        Role.LENDER_ADMIN,
        w ->
            w.get(TenantService.class)
                .list(
                    new ListFilter<TenantState>(
                        w.get(TenantService.class).tenant(tenant).name(), states),
                    PageRequest.first(10))
                .total());
  }

  private TenantView view() {
    return database.as(
        Tenants.LENDER, Role.LENDER_ADMIN, w -> w.get(TenantService.class).tenant(tenant));
  }

  private TenantView own() {
    return database.as(tenant, Role.VIEWER, w -> w.get(TenantService.class).own());
  }

  private void operator(Consumer<TenantService> work) {
    database.as(
        Tenants.LENDER,
        Role.LENDER_ADMIN,
        w -> {
          work.accept(w.get(TenantService.class));
          return true;
        });
  }
}
