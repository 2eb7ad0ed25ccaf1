package org.yuzuri.portal.web.account;

import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.web.ui.Typed;

/** A form in which somebody chooses a password, typed twice. */
abstract class TypedPassword {

  String password = "";
  String repeated = "";

  /** Never sent back to the browser. */
  public @Nullable String getPassword() {
    return null;
  }

  public void setPassword(@Nullable String password) {
    this.password = Typed.text(password);
  }

  /** Never sent back to the browser. */
  public @Nullable String getRepeated() {
    return null;
  }

  public void setRepeated(@Nullable String repeated) {
    this.repeated = Typed.text(repeated);
  }
}
