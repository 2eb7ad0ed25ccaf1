package org.yuzuri.portal.transfer.step;

import java.util.List;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.Evidence;

/** A step that only watches: it ends when everything it waits for was seen. */
final class EvidenceStep implements StepRule {

  private final Fault fault;
  private final Evidence proof;
  private final List<Evidence> parts;

  /**
   * @param fault whose matter it is when nothing comes
   * @param proof ends the step at once, even when a part's report got lost on the way
   * @param parts end the step together
   */
  EvidenceStep(Fault fault, Evidence proof, List<Evidence> parts) {
    this.fault = fault;
    this.proof = proof;
    this.parts = List.copyOf(parts);
  }

  @Override
  public StepVerdict look(Situation now) {
    if (now.transfer().hasSeen(proof)) {
      return new StepVerdict.Done(proof.name());
    }
    return parts.stream()
        .filter(part -> !now.transfer().hasSeen(part))
        .findFirst()
        .<StepVerdict>map(missing -> new StepVerdict.Waits(missing.name(), null))
        .orElseGet(() -> new StepVerdict.Done(parts.get(parts.size() - 1).name()));
  }

  @Override
  public Fault faultWhenTooSlow(Situation now) {
    return fault;
  }
}
