package org.yuzuri.portal.inspection.admission;

/**
 * One thing that was tried from a server's port, as pages show it.
 *
 * @param kind what was tried: texts {@code probe.kind.KIND} and {@code probe.todo.KIND}
 * @param outcome text {@code probe.outcome.OUTCOME}
 * @param target which address it was tried with or on; may be empty
 * @param seen what was seen, or why it was not tried: text {@code probe.NAME}, alone or as {@code
 *     NAME: detail}; of probes from before there were names in English
 */
public record PortView(String kind, String outcome, String target, String seen) {

  /** Whether nothing is to be done about it. */
  public boolean held() {
    return outcome.equals("HELD");
  }
}
