package org.yuzuri.wire.bmc;

/** Whether a server has power. */
public enum PowerState {
  ON,
  OFF
}
