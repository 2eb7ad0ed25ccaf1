package org.yuzuri.portal.web.profile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yuzuri.portal.factor.FactorService;
import org.yuzuri.portal.web.ui.Messages;

/**
 * An administrator's way to take a lost second factor away ({@code WEB-INF/profile/reset.xhtml}).
 */
@Named
@RequestScoped
public class FactorResetBean {

  @Inject FactorService service;
  @Inject Messages messages;

  /** Of this member. */
  public void reset(long memberId) {
    service.reset(memberId);
    messages.done("factor.reset.done");
  }
}
