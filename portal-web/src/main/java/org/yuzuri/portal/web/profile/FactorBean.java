package org.yuzuri.portal.web.profile;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.factor.FactorService;
import org.yuzuri.portal.factor.FactorView;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The viewer's own second factor. Loaded once a request, and again after each change. */
@Named
@RequestScoped
public class FactorBean {

  private static final String AGAIN = "/profile/factor.xhtml?faces-redirect=true";

  @Inject FactorService service;
  @Inject Messages messages;

  private FactorView factor;
  private @Nullable QrCode qr;
  private String code = "";
  private List<String> codes = List.of();

  @PostConstruct
  void load() {
    factor = service.view();
    FactorView.Begun begun = factor.begun();
    qr = begun == null ? null : QrCode.of(begun.address());
  }

  public String begin() {
    service.begin();
    return AGAIN;
  }

  /** The page that answers shows the recovery codes, this once. */
  public void confirm() {
    codes = service.confirm(code);
    code = "";
    load();
    messages.done("factor.added");
  }

  /** Likewise. */
  public void renewCodes() {
    codes = service.renewCodes();
    load();
    messages.done("factor.codes.renewed");
  }

  public String remove() {
    service.remove();
    messages.done("factor.removed");
    return AGAIN;
  }

  public String demand() {
    service.require(true);
    messages.done("factor.demanded");
    return AGAIN;
  }

  public String endDemand() {
    service.require(false);
    messages.done("factor.demand.ended");
    return AGAIN;
  }

  public FactorView getFactor() {
    return factor;
  }

  /** Only while it is being set up. */
  public @Nullable QrCode getQr() {
    return qr;
  }

  /** Recovery codes that were just made, one a line; empty otherwise. */
  public String getCodes() {
    return String.join("\n", codes);
  }

  public String getCode() {
    return code;
  }

  public void setCode(@Nullable String code) {
    this.code = Typed.text(code);
  }
}
