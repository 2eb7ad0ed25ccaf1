package org.yuzuri.portal.factor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.login.SecondFactors;

/** Codes of members' second factors are the realm's. Called as the portal. */
@ApplicationScoped
class FactorCodes implements SecondFactors {

  @Inject FactorUseService codes;

  @Override
  public boolean use(long memberId, String typed) {
    return codes.use(memberId, typed);
  }
}
