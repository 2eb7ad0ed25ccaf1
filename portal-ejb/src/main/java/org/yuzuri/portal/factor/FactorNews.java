package org.yuzuri.portal.factor;

import jakarta.enterprise.context.ApplicationScoped;

/** Tells a member what happened to its second factor. In the caller's transaction. */
@ApplicationScoped
class FactorNews {

  void added(long memberId) {}

  void removed(long memberId) {}

  void recoveryCodeUsed(long memberId) {}
}
