package org.yuzuri.portal.run.timer;

import org.yuzuri.portal.run.RunEngine;
import org.yuzuri.portal.run.Runs;

/** The timer's service without a container. */
public final class RunServices {

  /** The service of these runs. */
  @SuppressWarnings("UnnecessaryAssignment") // no container here: wired by hand
  public static RunService of(Runs runs, RunEngine engine) {
    RunService service = new RunService();
    service.runs = runs;
    service.engine = engine;
    return service;
  }

  private RunServices() {}
}
