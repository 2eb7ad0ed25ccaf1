package org.yuzuri.portal.web.profile;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.member.profile.ProfileService;
import org.yuzuri.portal.member.profile.ProfileView;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.language.Preferences;

/** What the viewer says of itself, and its password. Loaded once a request. */
@Named
@RequestScoped
public class ProfileBean {

  private static final String AGAIN = "/profile/view.xhtml?faces-redirect=true";

  /** Zones by their places; not the old names that are kept beside them. */
  private static final Pattern PLACE =
      Pattern.compile(
          "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*|UTC");

  private static final List<String> ZONES =
      ZoneId.getAvailableZoneIds().stream().filter(PLACE.asMatchPredicate()).sorted().toList();

  @Inject ProfileService service;
  @Inject HttpServletRequest request;
  @Inject Messages messages;

  private String login;
  private String seen;
  private String displayName;
  private @Nullable String language;
  private @Nullable String zone;
  private String fresh = "";
  private String repeated = "";

  @PostConstruct
  void load() {
    ProfileView profile = service.view();
    login = profile.login();
    seen = profile.text();
    displayName = profile.displayName();
    language = profile.language();
    zone = profile.zone();
  }

  public String save() {
    service.change(seen, displayName, language, zone);
    Preferences.keep(request, language, zone);
    messages.done("profile.saved");
    return AGAIN;
  }

  /** Ends all sessions, this one too: the log-in says why. */
  public String changePassword() {
    service.changePassword(fresh, repeated);
    return "/login.xhtml?faces-redirect=true&changed=1";
  }

  public List<String> getZones() {
    return ZONES;
  }

  public String getLogin() {
    return login;
  }

  /** What is typed over. */
  public String getSeen() {
    return seen;
  }

  public void setSeen(@Nullable String seen) {
    this.seen = Typed.text(seen);
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(@Nullable String displayName) {
    this.displayName = Typed.text(displayName);
  }

  public @Nullable String getLanguage() {
    return language;
  }

  public void setLanguage(@Nullable String language) {
    this.language = language;
  }

  public @Nullable String getZone() {
    return zone;
  }

  public void setZone(@Nullable String zone) {
    this.zone = zone;
  }

  /** Never sent back to the browser. */
  public @Nullable String getFresh() {
    return null;
  }

  public void setFresh(@Nullable String fresh) {
    this.fresh = Typed.text(fresh);
  }

  /** Likewise. */
  public @Nullable String getRepeated() {
    return null;
  }

  public void setRepeated(@Nullable String repeated) {
    this.repeated = Typed.text(repeated);
  }
}
