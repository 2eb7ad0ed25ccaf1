package org.yuzuri.lender;

import org.yuzuri.host.daemon.DaemonProgram;
import org.yuzuri.wire.value.DaemonKind;

/** Starts the lender agent: {@code java -jar lender-agent.jar CONFIG.properties}. */
public final class Main {

  private Main() {}

  /** See {@link DaemonProgram#run}. */
  public static void main(String[] arguments) {
    new DaemonProgram<>(DaemonKind.LENDER_AGENT, Main.class, LenderConfig::read, LenderAgent::new)
        .run(arguments);
  }
}
