package org.yuzuri.portal.web.announcement;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.announcement.AnnouncementDraft;
import org.yuzuri.portal.announcement.AnnouncementService;
import org.yuzuri.portal.announcement.AnnouncementSeverity;
import org.yuzuri.portal.announcement.AnnouncementView;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.tenant.TenantService;
import org.yuzuri.portal.tenant.TenantView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The form of an announcement, new while {@code id} is 0. Its times are in UTC. */
@Named
@RequestScoped
public class AnnouncementEditBean {

  private static final String ALL = "ALL";
  private static final String CHOSEN = "CHOSEN";
  private static final int TO_THE_MINUTE = 16;
  private static final Duration USUAL = Duration.ofDays(7);

  @Inject Chosen chosen;
  @Inject AnnouncementService service;
  @Inject TenantService tenantService;
  @Inject Messages messages;
  @Inject Clock clock;

  private List<TenantView> choices;
  private String severity = AnnouncementSeverity.NOTICE.name();
  private String textEn = "";
  private String textJa = "";
  private String shownFrom = "";
  private String shownUntil = "";
  private String visibleTo = ALL;
  private Long[] tenants = {};
  private int version;

  /** The tenants to choose from. */
  @PostConstruct
  void choices() {
    choices = tenantService.list();
  }

  /** What it says now; of a new one the usual times. */
  public void load() {
    if (isNew()) {
      shownFrom = minute(clock.instant());
      shownUntil = minute(clock.instant().plus(USUAL));
      return;
    }
    AnnouncementView view = service.view(chosen.getId());
    severity = view.severity().name();
    version = view.version();
    textEn = view.english();
    textJa = view.japanese();
    shownFrom = minute(view.from());
    shownUntil = minute(view.until());
    visibleTo = view.tenants().isEmpty() ? ALL : CHOSEN;
    tenants = view.tenants().toArray(Long[]::new);
  }

  /** Keeps it. */
  public String save() {
    if (isNew()) {
      service.add(draft());
    } else {
      service.change(chosen.getId(), version, draft());
    }
    messages.done("announcement.saved");
    return "/announcement/list.xhtml?faces-redirect=true";
  }

  /** None chosen is not everybody: that has to be said. */
  private AnnouncementDraft draft() {
    boolean forAll = visibleTo.equals(ALL);
    Problems problems = new Problems();
    problems.unless(forAll || tenants.length > 0, "tenants", "0", "1");
    problems.refuse();
    Set<Long> to = forAll ? Set.of() : Arrays.stream(tenants).collect(Collectors.toSet());
    return new AnnouncementDraft(severity, textEn, textJa, shownFrom, shownUntil, to);
  }

  private static String minute(Instant at) {
    return at.toString().substring(0, TO_THE_MINUTE);
  }

  /** Of the entry that is typed over. */
  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }

  public boolean isNew() {
    return chosen.getId() == 0;
  }

  public List<TenantView> getChoices() {
    return choices;
  }

  public AnnouncementSeverity[] getSeverities() {
    return AnnouncementSeverity.values();
  }

  public String getSeverity() {
    return severity;
  }

  public void setSeverity(@Nullable String severity) {
    this.severity = Typed.text(severity);
  }

  public String getTextEn() {
    return textEn;
  }

  public void setTextEn(@Nullable String textEn) {
    this.textEn = Typed.text(textEn);
  }

  public String getTextJa() {
    return textJa;
  }

  public void setTextJa(@Nullable String textJa) {
    this.textJa = Typed.text(textJa);
  }

  public String getShownFrom() {
    return shownFrom;
  }

  public void setShownFrom(@Nullable String shownFrom) {
    this.shownFrom = Typed.text(shownFrom);
  }

  public String getShownUntil() {
    return shownUntil;
  }

  public void setShownUntil(@Nullable String shownUntil) {
    this.shownUntil = Typed.text(shownUntil);
  }

  /** ALL or CHOSEN. */
  public String getVisibleTo() {
    return visibleTo;
  }

  public void setVisibleTo(@Nullable String visibleTo) {
    this.visibleTo = Typed.text(visibleTo);
  }

  /** Ids of the tenants that see it, when not all do. */
  public Long[] getTenants() {
    return tenants.clone();
  }

  public void setTenants(Long @Nullable [] tenants) {
    this.tenants = tenants == null ? new Long[0] : tenants.clone();
  }
}
