package org.yuzuri.journey;

import java.util.List;
import org.yuzuri.journey.Thief.Answer;

/** What the thief tries, by the calls of {@code thief.pl} that belong to it. */
enum Attack {
  BOOT_FILES("boot files asked for", "script kernel transfer"),
  OWN_KEY("own key offered", "certificate production"),
  SETTINGS("settings asked for", "settings"),
  BEATS("beats forged", "beat"),
  RESULTS("erasure and inspection forged", "erased inspected"),
  SLOW("slow bodies held open", "slow"),
  LOG("log posts", "log flood"),
  CLAIMS("ARP, DHCP, TFTP answered unasked", "claim"),
  ANSWERS("DHCP, TFTP answered when asked", "answer"),
  ITSELF("every call by its own address", "");

  final String title;
  private final String calls;

  Attack(String title, String calls) {
    this.title = title;
    this.calls = calls;
  }

  /** Whether this answer came of it; a call's name ends at its first dash. */
  boolean isOf(Answer answer) {
    String call = answer.call().split("-", 2)[0];
    boolean frame = call.equals(CLAIMS.calls) || call.equals(ANSWERS.calls);
    if (this == ITSELF) {
      return !answer.isStolen() && !frame;
    }
    return (answer.isStolen() || frame) && List.of(calls.split(" ", -1)).contains(call);
  }
}
