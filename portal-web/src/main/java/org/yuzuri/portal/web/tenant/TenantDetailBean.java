package org.yuzuri.portal.web.tenant;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.member.Person;
import org.yuzuri.portal.platform.together.ReadTogether;
import org.yuzuri.portal.platform.together.TogetherService;
import org.yuzuri.portal.state.event.EventView;
import org.yuzuri.portal.tenant.TenantService;
import org.yuzuri.portal.tenant.TenantView;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** One tenant, as operators see it; suspends, resumes and closes it. Loaded once a request. */
@Named
@RequestScoped
public class TenantDetailBean {

  @Inject Chosen chosen;
  @Inject TogetherService together;
  @Inject TenantService service;
  @Inject Messages messages;

  private TenantView tenant;
  private List<Person> people;
  private List<EventView> history;
  private String reason = "";

  @PostConstruct
  void load() {
    together.read(this::read);
  }

  @ReadTogether
  private void read() {
    tenant = service.tenant(chosen.getId());
    people = service.people(chosen.getId());
    history = service.history(chosen.getId());
  }

  public String suspend() {
    service.suspend(chosen.getId(), reason);
    return done("tenant.suspended");
  }

  public String resume() {
    service.resume(chosen.getId(), reason);
    return done("tenant.resumed");
  }

  public String close() {
    service.close(chosen.getId(), reason);
    return done("tenant.closed");
  }

  private String done(String text) {
    messages.done(text, tenant.name());
    return "/tenant/view.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  public TenantView getTenant() {
    return tenant;
  }

  /** Its name, as the lists look for it in their addresses. */
  public String getFind() {
    return URLEncoder.encode(tenant.name(), StandardCharsets.UTF_8);
  }

  /** Who may log in for it. */
  public List<Person> getPeople() {
    return people;
  }

  public List<EventView> getHistory() {
    return history;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = Typed.text(reason);
  }
}
