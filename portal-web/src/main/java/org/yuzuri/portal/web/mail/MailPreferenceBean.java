package org.yuzuri.portal.web.mail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.mail.preference.MailPreferenceService;
import org.yuzuri.portal.mail.preference.MailPreferenceView;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** Which mails the viewer gets. */
@Named
@RequestScoped
public class MailPreferenceBean {

  @Inject MailPreferenceService service;
  @Inject Messages messages;

  private List<MailPreferenceView> kinds = List.of();
  private String seen = "";
  private final Map<String, Boolean> wanted = new HashMap<>();

  @PostConstruct
  void load() {
    kinds = service.own();
    kinds.stream()
        .filter(MailPreferenceView::isOptional)
        .forEach(one -> wanted.put(one.kind().name(), one.wanted()));
    seen = String.join(" ", off());
  }

  /** Every kind of mail. */
  public List<MailPreferenceView> getKinds() {
    return kinds;
  }

  /** Whether each kind that may be switched off is wanted; filled in by the form. */
  public Map<String, Boolean> getWanted() {
    return wanted;
  }

  /** What was off when the form was opened: names of kinds, parted by blanks. */
  public String getSeen() {
    return seen;
  }

  public void setSeen(@Nullable String seen) {
    this.seen = Typed.text(seen);
  }

  private Set<String> off() {
    return wanted.entrySet().stream()
        .filter(one -> !Boolean.TRUE.equals(one.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public void save() {
    Set<String> off = off();
    service.switchOff(seen.isEmpty() ? Set.of() : Set.of(seen.split(" ")), off);
    seen = String.join(" ", off);
    messages.done("mail.preferences.saved");
  }
}
