package org.yuzuri.portal.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.reporting.FiguresFilter;
import org.yuzuri.portal.reporting.FiguresPage;
import org.yuzuri.portal.reporting.FiguresService;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.failure.Failure;
import org.yuzuri.portal.web.ui.language.Texts;

/** A page of figures, narrowed by what the address says. */
@Named
@RequestScoped
public class FiguresBean {

  @Inject FiguresService service;
  @Inject Texts texts;

  private String from = "";
  private String until = "";
  private String offer = "";
  private String tenant = "";
  private String fault = "";
  private @Nullable FiguresPage page;

  public void loadRevenue() {
    load(Figure.Page.REVENUE);
  }

  public void loadPool() {
    load(Figure.Page.POOL);
  }

  public void loadWork() {
    load(Figure.Page.WORK);
  }

  /** What was typed stays in its fields; beside what is wrong with it the usual time is shown. */
  private void load(Figure.Page wanted) {
    try {
      page = service.page(wanted, new FiguresFilter(from, until, offer, tenant, fault));
    } catch (ProblemException refused) {
      if (refused.code() != CommonProblem.INVALID_VALUE) {
        throw refused;
      }
      say(refused);
      refused.others().forEach(this::say);
      page = service.page(wanted, FiguresFilter.none());
    }
  }

  private void say(ProblemException refused) {
    Messages.add(
        FacesContext.getCurrentInstance(),
        null,
        FacesMessage.SEVERITY_ERROR,
        Failure.of(refused).text(texts));
  }

  public @Nullable FiguresPage getPage() {
    return page;
  }

  /** The same filter in the address of a file. */
  public String getQuery() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("from", from);
    parameters.put("until", until);
    parameters.put("offer", offer);
    parameters.put("tenant", tenant);
    parameters.put("fault", fault);
    return parameters.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(
            each ->
                "&"
                    + each.getKey()
                    + "="
                    + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = Typed.text(from);
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(@Nullable String until) {
    this.until = Typed.text(until);
  }

  public String getOffer() {
    return offer;
  }

  public void setOffer(@Nullable String offer) {
    this.offer = Typed.text(offer);
  }

  public String getTenant() {
    return tenant;
  }

  public void setTenant(@Nullable String tenant) {
    this.tenant = Typed.text(tenant);
  }

  public String getFault() {
    return fault;
  }

  public void setFault(@Nullable String fault) {
    this.fault = Typed.text(fault);
  }

  /** What can be asked for. */
  public FaultKind[] getFaults() {
    return FaultKind.values();
  }
}
