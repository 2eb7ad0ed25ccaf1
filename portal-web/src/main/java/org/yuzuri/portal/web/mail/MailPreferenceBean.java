package org.yuzuri.portal.web.mail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yuzuri.portal.mail.preference.MailPreferenceService;
import org.yuzuri.portal.mail.preference.MailPreferenceView;
import org.yuzuri.portal.web.ui.Messages;

/** Which mails the viewer gets. */
@Named
@RequestScoped
public class MailPreferenceBean {

  @Inject MailPreferenceService service;
  @Inject Messages messages;

  private List<MailPreferenceView> kinds = List.of();
  private final Map<String, Boolean> wanted = new HashMap<>();

  @PostConstruct
  void load() {
    kinds = service.own();
    kinds.stream()
        .filter(MailPreferenceView::isOptional)
        .forEach(one -> wanted.put(one.kind().name(), one.wanted()));
  }

  /** Every kind of mail. */
  public List<MailPreferenceView> getKinds() {
    return kinds;
  }

  /** Whether each kind that may be switched off is wanted; filled in by the form. */
  public Map<String, Boolean> getWanted() {
    return wanted;
  }

  public void save() {
    Set<String> off =
        wanted.entrySet().stream()
            .filter(one -> !Boolean.TRUE.equals(one.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    service.switchOff(off);
    messages.done("mail.preferences.saved");
  }
}
