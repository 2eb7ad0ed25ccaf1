package org.yuzuri.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChangesTest {

  @Test
  void oldAndNewValuesOfWhatDiffersAreNamed() {
    assertThat(
            new Changes()
                .field("name", "Old", "New")
                .field("cpuCount", 4, 4)
                .field("note", null, "x")
                .field("tenants", new TreeSet<>(), new TreeSet<>())
                .secret("password", true)
                .secret("token", false)
                .text())
        .isEqualTo("name: Old → New; note:  → x; password: another one");
  }

  @Test
  void aValueDoesNotReadAsAnotherChange() {
    assertThat(new Changes().field("name", "a", "b; \"role\": VIEWER → ADMIN").text())
        .isEqualTo("name: a → \"b; 'role': VIEWER → ADMIN\"");
  }

  @Test
  void longValuesAreToldFromShortlyBeforeTheyDiffer() {
    String same = "/dev/vda 100 GiB by-id, ".repeat(20);

    assertThat(new Changes().field("disks", same + "old", same + "new").text())
        .isEqualTo("disks: …/vda 100 GiB by-id, old → …/vda 100 GiB by-id, new");
  }

  @Test
  void aLongValueLeavesRoomForTheOthers() {
    String text =
        new Changes().field("description", "", "\uD83D\uDC68".repeat(500)).field("x", 1, 2).text();

    assertThat(text).hasSizeLessThan(200).contains("…").endsWith("; x: 1 → 2");
    assertThat(text.codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF)).isEmpty();
  }
}
