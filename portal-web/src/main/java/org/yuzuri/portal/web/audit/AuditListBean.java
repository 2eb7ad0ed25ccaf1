package org.yuzuri.portal.web.audit;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.audit.AuditFilter;
import org.yuzuri.portal.audit.AuditRow;
import org.yuzuri.portal.audit.AuditService;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.web.ui.ListBean;
import org.yuzuri.portal.web.ui.Typed;

/** The audit trail, narrowed by what the address says. */
@Named
@ViewScoped
public class AuditListBean extends ListBean<AuditRow, ActorKind> {

  private static final long serialVersionUID = 1L;

  @Inject AuditService service;

  private String from = "";
  private String to = "";
  private String actor = "";
  private String action = "";
  private String subject = "";

  /** An empty list, until it is loaded. */
  public AuditListBean() {
    super(ActorKind.class);
  }

  @Override
  protected Page<AuditRow> page(ListFilter<ActorKind> filter, PageRequest request) {
    return service.list(narrowed(), filter, request);
  }

  @Override
  protected boolean isNarrowed() {
    return super.isNarrowed() || !narrowed().isNone();
  }

  private AuditFilter narrowed() {
    return new AuditFilter(from, to, actor, action, subject);
  }

  /** The same filter in the address of the file. */
  public String getExport() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("text", getText());
    parameters.put("state", getState());
    parameters.put("from", from);
    parameters.put("to", to);
    parameters.put("actor", actor);
    parameters.put("action", action);
    parameters.put("subject", subject);
    return parameters.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = Typed.text(from);
  }

  public String getTo() {
    return to;
  }

  public void setTo(@Nullable String to) {
    this.to = Typed.text(to);
  }

  public String getActor() {
    return actor;
  }

  public void setActor(@Nullable String actor) {
    this.actor = Typed.text(actor);
  }

  public String getAction() {
    return action;
  }

  public void setAction(@Nullable String action) {
    this.action = Typed.text(action);
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(@Nullable String subject) {
    this.subject = Typed.text(subject);
  }
}
