package org.yuzuri.wire.value;

/** Whether a server has power. */
public enum PowerState {
  ON,
  OFF
}
