package org.yuzuri.portal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import org.apache.shiro.authz.UnauthorizedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.PortalDatabase;

class SettingsServiceIT {

  private static final String RELEASE = "KICKSTART_INSTALLER";
  private static final String TEXT = "lang en_US.UTF-8\n";

  private final PortalDatabase database = PortalDatabase.shared();
  private long tenant;
  private SettingsView settings;

  @BeforeEach
  void addSettings() {
    tenant = database.newTenant("Settings");
    settings = as(tenant, s -> s.add("web", new SettingsDraft(RELEASE, TEXT)));
  }

  @Test
  void everySavedVersionStaysReadable() {
    SettingsView second =
        as(tenant, s -> s.save(settings.id(), 1, new SettingsDraft(RELEASE, "second\n")));

    assertThat(second.newestNumber()).isEqualTo(2);
    assertThat(text(settings.newestVersionId())).isEqualTo(TEXT);
    assertThat(text(second.newestVersionId())).isEqualTo("second\n");
    List<SettingsView> listed = as(tenant, SettingsService::list);
    assertThat(listed).containsExactly(second);
  }

  @Test
  void strictnessIsSavedWithEachVersion() {
    SettingsDraft strict = new SettingsDraft(RELEASE, TEXT, true);
    SettingsView second = as(tenant, s -> s.save(settings.id(), 1, strict));

    assertThat(as(tenant, s -> s.version(settings.id(), settings.newestVersionId())).strict())
        .isFalse();
    assertThat(as(tenant, s -> s.version(settings.id(), second.newestVersionId())).strict())
        .isTrue();
  }

  @Test
  void whoEditedAnOldVersionIsToldSo() {
    as(tenant, s -> s.save(settings.id(), 1, new SettingsDraft(RELEASE, "second\n")));

    assertThatThrownBy(
            () -> as(tenant, s -> s.save(settings.id(), 1, new SettingsDraft(RELEASE, "third\n"))))
        .hasMessageContaining("SAVED_MEANWHILE");
  }

  @Test
  void noMoreSettingsAndVersionsThanTheTenantMayHave() {
    limitTo(1);

    assertThatThrownBy(() -> as(tenant, s -> s.add("more", new SettingsDraft(RELEASE, TEXT))))
        .hasMessage("OVER_QUOTA: quotaSettings = 1 + 1, expected 1");
    assertThatThrownBy(
            () -> as(tenant, s -> s.save(settings.id(), 1, new SettingsDraft(RELEASE, "second\n"))))
        .hasMessage("OVER_QUOTA: quotaSettingsVersions = 1 + 1, expected 1");
    assertThat(as(tenant, s -> s.settings(settings.id())).newestNumber()).isEqualTo(1);
  }

  private void limitTo(int number) {
    database.asPortal(
        w ->
            w.get(EntityManager.class)
                .createNativeQuery(
                    "update tenant_limit set settings = ?, settings_versions = ?"
                        + " where tenant_id = ?")
                .setParameter(1, number)
                .setParameter(2, number)
                .setParameter(3, tenant)
                .executeUpdate());
  }

  @Test
  void anotherTenantsSettingsAnswerAsMissingOnes() {
    long other = database.newTenant("Other");

    assertThatThrownBy(() -> as(other, s -> s.settings(settings.id())))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> as(other, s -> s.text(settings.newestVersionId())))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(
            () -> as(other, s -> s.save(settings.id(), 1, new SettingsDraft(RELEASE, "x"))))
        .hasMessageContaining("NOT_FOUND");
    List<SettingsView> seen = as(other, SettingsService::list);
    assertThat(seen).isEmpty();
  }

  @Test
  void anOperatorChangesNoTenantsSettings() {
    assertThatThrownBy(
            () -> asOperator(s -> s.save(settings.id(), 1, new SettingsDraft(RELEASE, "x"))))
        .isInstanceOf(UnauthorizedException.class);
    assertThatThrownBy(
            () ->
                asOperator(
                    s -> {
                      s.remove(settings.id());
                      return "removed";
                    }))
        .isInstanceOf(UnauthorizedException.class);
    assertThat(as(tenant, s -> s.settings(settings.id())).newestNumber()).isEqualTo(1);
  }

  @Test
  void versionOfOtherSettingsAnswersAsMissingOne() {
    SettingsView others =
        as(tenant, s -> s.add("database", new SettingsDraft(RELEASE, "second\n")));

    assertThat(as(tenant, s -> s.version(others.id(), others.newestVersionId())).number())
        .isEqualTo(1);
    assertThatThrownBy(() -> as(tenant, s -> s.version(settings.id(), others.newestVersionId())))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void aNameIsUniqueWithinATenantOnly() {
    long other = database.newTenant("Other");

    assertThatThrownBy(() -> as(tenant, s -> s.add("web", new SettingsDraft(RELEASE, TEXT))))
        .hasMessageContaining("NAME_TAKEN");
    assertThat(as(other, s -> s.add("web", new SettingsDraft(RELEASE, TEXT))).name())
        .isEqualTo("web");
  }

  @Test
  void anUnknownInstallerIsNamedWithThoseThatThereAre() {
    assertThatThrownBy(() -> as(tenant, s -> s.add("bad", new SettingsDraft("WINDOWS", TEXT))))
        .hasMessageContaining("WINDOWS")
        .hasMessageContaining("KICKSTART_INSTALLER");
  }

  private String text(long versionId) {
    return as(tenant, s -> s.text(versionId));
  }

  private <T> T asOperator(Function<SettingsService, T> call) {
    return database.as(1, Role.OPERATOR, w -> call.apply(w.get(SettingsService.class)));
  }

  private <T> T as(long tenantId, Function<SettingsService, T> call) {
    return database.as(tenantId, Role.ORDERER, w -> call.apply(w.get(SettingsService.class)));
  }
}
