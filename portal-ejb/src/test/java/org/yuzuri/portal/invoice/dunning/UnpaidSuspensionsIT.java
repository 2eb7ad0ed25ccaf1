package org.yuzuri.portal.invoice.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.invoice.BillingWorld;
import org.yuzuri.portal.invoice.Drafts;
import org.yuzuri.portal.invoice.InvoiceBook;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.issuer.IssuerService;
import org.yuzuri.portal.invoice.issuer.PolicyDraft;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.tenant.TenantService;
import org.yuzuri.portal.tenant.TenantState;

/** Invoices that are due on 31 March 2026 and not paid, and what becomes of their tenants. */
class UnpaidSuspensionsIT {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final LocalDate DUE = LocalDate.of(2026, 3, 31);

  private final PortalDatabase database = PortalDatabase.shared();
  private final Instant before = database.clock().instant();
  private final long tenant = database.newTenant("Owes");
  private final BillingWorld world = new BillingWorld(database);
  private InvoiceView invoice;

  @BeforeEach
  void issue() {
    world.addBillingMember(tenant);
    invoice = world.issued(tenant, Drafts.hours(10, "100"));
  }

  @AfterEach
  void goBack() {
    database.clock().setInstant(before);
    rules(null, null);
  }

  @Test
  void withoutARuleNobodyIsSuspended() {
    rules(null, null);
    lookOn(DUE.plusDays(300));

    assertThat(state()).isEqualTo(TenantState.OPEN);
    assertThat(mails()).isEmpty();
  }

  @Test
  void tenantIsToldSevenDaysBeforeAndSuspendedOnTheDay() {
    rules(null, 30);
    lookOn(DUE.plusDays(22));
    assertThat(mails()).isEmpty();
    lookOn(DUE.plusDays(23));
    assertThat(mails()).singleElement().asString().startsWith("suspension-ahead/");
    lookOn(DUE.plusDays(24));
    assertThat(mails()).hasSize(1);
    lookOn(DUE.plusDays(29));
    assertThat(state()).isEqualTo(TenantState.OPEN);

    lookOn(DUE.plusDays(30));

    assertThat(state()).isEqualTo(TenantState.SUSPENDED);
    assertThat(reason()).contains(invoice.number(), "not paid", "お支払い");
    assertThat(mails()).hasSize(2).anyMatch(key -> key.startsWith("suspended/"));
  }

  /** Also who set the rule long after, or had no portal running: nobody is suspended untold. */
  @Test
  void tenantThatIsToldLateHasSevenDaysFromThenOn() {
    rules(null, 7);
    lookOn(DUE.plusDays(100));
    assertThat(state()).isEqualTo(TenantState.OPEN);
    lookOn(DUE.plusDays(106));
    assertThat(state()).isEqualTo(TenantState.OPEN);

    lookOn(DUE.plusDays(107));

    assertThat(state()).isEqualTo(TenantState.SUSPENDED);
  }

  @Test
  void oldWarningDoesNotCountWhenTheRuleIsSetAgain() {
    rules(null, 30);
    lookOn(DUE.plusDays(25));
    rules(null, null);
    lookOn(DUE.plusDays(40));
    rules(null, 30);

    lookOn(DUE.plusDays(60));

    assertThat(state()).isEqualTo(TenantState.OPEN);
    assertThat(mails()).hasSize(2);
    lookOn(DUE.plusDays(67));
    assertThat(state()).isEqualTo(TenantState.SUSPENDED);
  }

  @Test
  void whoPaysAfterTheWarningIsNotSuspended() {
    rules(null, 30);
    lookOn(DUE.plusDays(25));
    database.asPortal(
        w -> {
          InvoiceBook.Stored stored = w.get(InvoiceBook.class).locked(invoice.id());
          stored.balance().pays(stored.invoice(), new BigDecimal("1100"));
          return true;
        });

    lookOn(DUE.plusDays(40));

    assertThat(state()).isEqualTo(TenantState.OPEN);
  }

  @Test
  void whoWasResumedByAPersonIsNotSuspendedForTheSameInvoiceAgain() {
    rules(null, 30);
    lookOn(DUE.plusDays(23));
    lookOn(DUE.plusDays(30));
    staff(w -> w.get(TenantService.class).resume(tenant, "agreed on the phone"));

    lookOn(DUE.plusDays(31));
    lookOn(DUE.plusDays(60));

    assertThat(state()).isEqualTo(TenantState.OPEN);
    assertThat(mails()).hasSize(2);
  }

  @Test
  void whoIsSuspendedAlreadyKeepsItsReasonAndIsNotTold() {
    staff(w -> w.get(TenantService.class).suspend(tenant, "somebody else's reason"));
    rules(null, 30);
    lookOn(DUE.plusDays(23));

    lookOn(DUE.plusDays(30));

    assertThat(reason()).isEqualTo("somebody else's reason");
    assertThat(mails()).isEmpty();
  }

  @Test
  void whoIsResumedAndStillOwesIsToldAndHasSevenDaysHoweverOldTheWarningIs() {
    rules(null, 30);
    lookOn(DUE.plusDays(23));
    staff(w -> w.get(TenantService.class).suspend(tenant, "somebody else's reason"));
    lookOn(DUE.plusDays(40));
    staff(w -> w.get(TenantService.class).resume(tenant, "agreed on the phone"));

    lookOn(DUE.plusDays(41));
    lookOn(DUE.plusDays(47));

    assertThat(state()).isEqualTo(TenantState.OPEN);
    assertThat(mails()).hasSize(2);
    lookOn(DUE.plusDays(48));
    assertThat(state()).isEqualTo(TenantState.SUSPENDED);
  }

  @Test
  void unpaidInvoiceIsRemindedOfThreeTimesAndOnceADay() {
    rules(5, null);
    lookOn(DUE.plusDays(4));
    assertThat(mails()).isEmpty();
    lookOn(DUE.plusDays(5));
    lookOn(DUE.plusDays(5));
    assertThat(mails()).hasSize(1);
    for (int day = 6; day < 60; day++) {
      lookOn(DUE.plusDays(day));
    }

    assertThat(mails()).hasSize(3).allMatch(key -> key.startsWith("invoice-overdue/"));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 6, 366, Integer.MAX_VALUE})
  void daysThatAreNoneAreNamed(int days) {
    assertThatThrownBy(() -> rules(null, days))
        .hasMessageContaining("policy.suspendDays")
        .hasMessageContaining(String.valueOf(days))
        .hasMessageContaining("7 to 365");
  }

  @Test
  void billingStaffDoesNotSetTheRulesThatBindIt() {
    assertThatThrownBy(
            () ->
                database.as(
                    Tenants.LENDER,
                    Role.LENDER_BILLING,
                    w -> {
                      w.get(IssuerService.class).changePolicy("", new PolicyDraft(false, null, 7));
                      return true;
                    }))
        .hasMessageContaining("tenant:write");
  }

  private void lookOn(LocalDate day) {
    database.clock().setInstant(day.atTime(12, 0).atZone(TOKYO).toInstant());
    database.asPortal(
        w -> {
          w.get(DunningService.class).look(invoice.id());
          return true;
        });
  }

  private void rules(@Nullable Integer reminderDays, @Nullable Integer suspendDays) {
    database.asPortal(
        w -> {
          IssuerService issuers = w.get(IssuerService.class);
          issuers.changePolicy(
              issuers.view().policy().text(), new PolicyDraft(false, reminderDays, suspendDays));
          return true;
        });
  }

  private TenantState state() {
    return database.asPortal(w -> w.get(TenantService.class).tenant(tenant).state());
  }

  private String reason() {
    return database.asPortal(w -> w.get(TenantService.class).tenant(tenant).stateReason());
  }

  private List<String> mails() {
    return database.asPortal(
        w ->
            w.get(EntityManager.class)
                .createQuery(
                    "select m.key from OutgoingMail m where m.key like :one or m.key like :other"
                        + " or m.key like :third order by m.id",
                    String.class)
                .setParameter("one", "suspension-ahead/" + invoice.id() + "/%")
                .setParameter("other", "suspended/" + invoice.id() + "/%")
                .setParameter("third", "invoice-overdue/" + invoice.id() + "/%")
                .getResultList());
  }

  private void staff(Consumer<Portal> work) {
    database.as(
        Tenants.LENDER,
        Role.LENDER_ADMIN,
        w -> {
          work.accept(w);
          return true;
        });
  }
}
