package org.yuzuri.portal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.apache.shiro.authz.UnauthorizedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.settings.ComparedLine.Kind;

class SettingsHistoryServiceIT {

  private static final String RELEASE = "KICKSTART_INSTALLER";
  private static final String FIRST = "lang en_US.UTF-8\nreboot\n";
  private static final String SECOND = "lang ja_JP.UTF-8\nreboot\n";

  private final PortalDatabase database = PortalDatabase.shared();
  private long tenant;
  private long settings;
  private long first;
  private long second;

  @BeforeEach
  void saveTwoVersions() {
    tenant = database.newTenant("History");
    SettingsView added = settings(s -> s.add("web", new SettingsDraft(RELEASE, FIRST)));
    settings = added.id();
    first = added.newestVersionId();
    second = settings(s -> s.save(settings, 1, new SettingsDraft("F40", SECOND))).newestVersionId();
  }

  @Test
  void anyTwoVersionsAreComparedLineByLine() {
    List<ComparedLine> lines = history(h -> h.compare(settings, first, second));

    assertThat(lines)
        .containsExactly(
            new ComparedLine(Kind.CHANGED, 1, "lang en_US.UTF-8", 1, "lang ja_JP.UTF-8"),
            new ComparedLine(Kind.SAME, 2, "reboot", 2, "reboot"));
    List<ComparedLine> backwards = history(h -> h.compare(settings, second, first));
    assertThat(backwards.get(0).newer()).isEqualTo("lang en_US.UTF-8");
  }

  @Test
  void aVersionIsComparedWithWhatIsNotSavedYet() {
    List<ComparedLine> lines = history(h -> h.compareWith(settings, second, SECOND + "text\n"));

    assertThat(lines)
        .extracting(ComparedLine::kind)
        .containsExactly(Kind.SAME, Kind.SAME, Kind.ADDED);
  }

  @Test
  void restoringMakesANewVersionAndChangesNone() {
    SettingsView restored = history(h -> h.restore(settings, 2, first, SECOND));

    assertThat(restored.newestNumber()).isEqualTo(3);
    assertThat(restored.release()).isEqualTo(RELEASE);
    assertThat(text(restored.newestVersionId())).isEqualTo(FIRST);
    assertThat(text(first)).isEqualTo(FIRST);
    assertThat(text(second)).isEqualTo(SECOND);
    List<SettingsVersionView> versions = history(h -> h.listVersions(settings));
    assertThat(versions).extracting(SettingsVersionView::number).containsExactly(3, 2, 1);
    assertThat(versions)
        .extracting(SettingsVersionView::release)
        .containsExactly(RELEASE, "F40", RELEASE);
  }

  @Test
  void restoringBringsBackTheStrictnessOfThatVersion() {
    SettingsDraft strict = new SettingsDraft(RELEASE, "text\n", true);
    long third = settings(s -> s.save(settings, 2, strict)).newestVersionId();

    history(h -> h.restore(settings, 3, first, FIRST));
    history(h -> h.restore(settings, 4, third, FIRST));

    List<SettingsVersionView> versions = history(h -> h.listVersions(settings));
    assertThat(versions)
        .extracting(SettingsVersionView::strict)
        .containsExactly(true, false, true, false, false);
  }

  @Test
  void restoringNeverLosesWhatStandsUnsavedInTheEditor() {
    assertThatThrownBy(() -> history(h -> h.restore(settings, 2, first, "half written\n")))
        .hasMessageContaining("UNSAVED_TEXT")
        .hasMessageContaining("version = 1");
    List<SettingsVersionView> versions = history(h -> h.listVersions(settings));
    assertThat(versions).hasSize(2);
  }

  @Test
  void whoRestoresWithoutHavingSeenTheNewestIsToldSo() {
    assertThatThrownBy(() -> history(h -> h.restore(settings, 1, first, FIRST)))
        .hasMessageContaining("SAVED_MEANWHILE");
  }

  @Test
  void versionsOfOtherSettingsAnswerAsMissingOnes() {
    long others =
        settings(s -> s.add("db", new SettingsDraft(RELEASE, "text\n"))).newestVersionId();

    assertThatThrownBy(() -> history(h -> h.restore(settings, 2, others, SECOND)))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> history(h -> h.compare(settings, first, others)))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void anotherTenantsVersionsAnswerAsMissingOnes() {
    long stranger = database.newTenant("Stranger");
    Function<Function<SettingsHistoryService, ?>, ?> asStranger =
        call ->
            database.as(
                stranger, Role.TENANT_ADMIN, w -> call.apply(w.get(SettingsHistoryService.class)));

    assertThatThrownBy(() -> asStranger.apply(h -> h.listVersions(settings)))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> asStranger.apply(h -> h.compare(settings, first, second)))
        .hasMessageContaining("NOT_FOUND");
    assertThatThrownBy(() -> asStranger.apply(h -> h.restore(settings, 2, first, SECOND)))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void whoMayOnlyReadRestoresNothing() {
    assertThatThrownBy(
            () ->
                database.as(
                    tenant,
                    Role.VIEWER,
                    w -> w.get(SettingsHistoryService.class).restore(settings, 2, first, SECOND)))
        .isInstanceOf(UnauthorizedException.class);
    List<SettingsVersionView> versions = history(h -> h.listVersions(settings));
    assertThat(versions).hasSize(2);
  }

  private String text(long versionId) {
    return settings(s -> s.text(versionId));
  }

  private <T> T settings(Function<SettingsService, T> call) {
    return database.as(tenant, Role.ORDERER, w -> call.apply(w.get(SettingsService.class)));
  }

  private <T> T history(Function<SettingsHistoryService, T> call) {
    return database.as(tenant, Role.ORDERER, w -> call.apply(w.get(SettingsHistoryService.class)));
  }
}
