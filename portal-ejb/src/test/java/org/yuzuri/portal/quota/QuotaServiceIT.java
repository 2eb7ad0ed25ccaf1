package org.yuzuri.portal.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.settings.SettingsDraft;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.portal.site.gateway.GatewayDraft;
import org.yuzuri.portal.site.gateway.GatewayService;

class QuotaServiceIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final long tenant = database.newTenant("Quotas");
  private final long other = database.newTenant("Other");

  @Test
  void bothSidesSeeEveryQuotaWithWhatIsUsed() {
    member(tenant, "one");
    member(tenant, "two");
    member(other, "theirs");

    assertThat(own()).isEqualTo(ofTenant());
    assertThat(own()).extracting(line -> line.use().quota()).containsExactly(Quota.values());
    assertThat(line(Quota.SETTINGS).use().used()).isEqualTo(2);
    assertThat(line(Quota.SETTINGS_VERSIONS).use().used()).isEqualTo(1);
    assertThat(line(Quota.SETTINGS).own()).isNull();
  }

  @Test
  void numberOfItsOwnCountsFromThenOnAndABlankIsTheDefaultAgain() {
    change(Map.of(Quota.GATEWAYS, "0", Quota.IMAGE_BYTES, " 7 "));
    assertThat(line(Quota.GATEWAYS).use().allowed()).isZero();
    assertThat(line(Quota.IMAGE_BYTES).use().allowedText()).isEqualTo("7");
    assertThatThrownBy(this::addGateway)
        .hasMessage("OVER_QUOTA: quotaGateways = 0 + 1, expected 0");

    change(Map.of(Quota.GATEWAYS, ""));
    assertThat(line(Quota.GATEWAYS).own()).isNull();
    assertThat(line(Quota.IMAGE_BYTES).own()).isEqualTo(7);
    assertThat(addGateway()).isPositive();
  }

  @Test
  void everyWrongNumberIsSaidAtOnceAndNothingIsWritten() {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class,
            () -> change(Map.of(Quota.SERVERS, "5", Quota.GATEWAYS, "-1", Quota.IMAGES, "a few")));

    assertThat(List.of(refused.field(), refused.others().get(0).field()))
        .containsExactlyInAnyOrder("quotaGateways", "quotaImages");
    assertThat(line(Quota.SERVERS).own()).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {Tenants.LENDER, 0, -1, Long.MAX_VALUE})
  void lenderAndNobodyHaveNoQuotaToChange(long id) {
    assertThatThrownBy(
            () ->
                database.as(
                    Tenants.LENDER,
                    Role.LENDER_ADMIN,
                    w -> {
                      w.get(QuotaService.class).change(id, 0, Map.of(Quota.SERVERS, "1"));
                      return true;
                    }))
        .hasMessageContaining("NOT_FOUND");
  }

  private void member(long owner, String name) {
    database.as(
        owner,
        Role.TENANT_ADMIN,
        w ->
            w.get(SettingsService.class)
                .add(name, new SettingsDraft("KICKSTART_INSTALLER", "reboot\n")));
  }

  private long addGateway() {
    GatewayDraft draft =
        new GatewayDraft("G", "203.0.113.10", "10.9.0.0/16", "10.9.1.0/24", 22, null, null);
    return database.as(
        tenant, Role.TENANT_ADMIN, w -> w.get(GatewayService.class).add(draft).agentId());
  }

  private QuotaLine line(Quota quota) {
    return own().stream().filter(line -> line.use().quota() == quota).findFirst().orElseThrow();
  }

  private List<QuotaLine> own() {
    return database.as(tenant, Role.VIEWER, w -> w.get(QuotaService.class).own());
  }

  private List<QuotaLine> ofTenant() {
    return database.as(
        Tenants.LENDER, Role.LENDER_ADMIN, w -> w.get(QuotaService.class).ofTenant(tenant));
  }

  private void change(Map<Quota, String> typed) {
    database.as(
        Tenants.LENDER,
        Role.LENDER_ADMIN,
        w -> {
          QuotaService service = w.get(QuotaService.class);
          service.change(tenant, service.version(tenant), typed);
          return true;
        });
  }
}
