package org.yuzuri.lender.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.value.Sha256;

final class KeyLinesTest {

  private static final String KEY = "0123456789abcdef".repeat(4);
  private static final String LINE = "YUZURI-KEY sha256:" + KEY;

  private final List<String> found = new ArrayList<>();
  private final KeyLines lines = new KeyLines((Sha256 key) -> found.add(key.hex()));

  @Test
  void keyIsFoundHoweverItsLineEnds() {
    for (String end : List.of("\n", "\r", "\r\n", "\r\r\n", "\n\r")) {
      found.clear();
      print("\n" + LINE + end);
      assertThat(found)
          .as("ends with %s", end.replace('\r', 'R').replace('\n', 'N'))
          .containsExactly(KEY);
    }
  }

  @Test
  void keyIsFoundHoweverItIsCutIntoPieces() {
    byte[] bytes = ("boot\n" + LINE + "\r\n").getBytes(StandardCharsets.US_ASCII);
    for (byte each : bytes) {
      lines.take(new byte[] {each, 'x'}, 1);
    }
    assertThat(found).containsExactly(KEY);
  }

  @Test
  void nulBytesOfABmcAreNoPartOfALine() {
    print("\n\0" + LINE.replace("-", "\0-") + "\0\r\n");
    assertThat(found).containsExactly(KEY);
  }

  @Test
  void eachOfSeveralKeysIsGivenEachTime() {
    String other = "f".repeat(64);
    print("\n" + LINE + "\nYUZURI-KEY sha256:" + other + "\n" + LINE + "\n");
    assertThat(found).containsExactly(KEY, other, KEY);
  }

  @Test
  void onlyAWholeLineIsAKey() {
    for (String near :
        List.of(
            "login: " + LINE,
            " " + LINE,
            LINE + " ",
            LINE + "0",
            LINE.substring(0, LINE.length() - 1),
            LINE.toUpperCase(java.util.Locale.ROOT),
            LINE.replace("sha256", "sha512"),
            LINE.replace('a', 'A'),
            LINE.replace('a', 'g'),
            "[    5.1] host name " + LINE,
            "\u001b[2K" + LINE)) {
      print("\n" + near + "\n");
      assertThat(found).as(near).isEmpty();
    }
  }

  @Test
  void keyThatAKernelMessageCutsInTwoIsNotPutTogether() {
    print("\nYUZURI-KEY sha256:01234567[    5.123456] usb 1-1: new device\r\n");
    print(KEY.substring(8) + "\r\n");
    assertThat(found).isEmpty();

    print(LINE + "\r\n");
    assertThat(found).containsExactly(KEY);
  }

  @Test
  void lineWhoseBeginningWasNotSeenIsNotBelieved() {
    print(LINE + "\n");
    assertThat(found).isEmpty();

    print(LINE + "\n");
    assertThat(found).containsExactly(KEY);
  }

  @Test
  void endlessLineHidesNothingThatFollowsIt() {
    print("\n");
    for (int n = 0; n < 10_000; n++) {
      print(LINE);
    }
    assertThat(found).isEmpty();

    print("\n" + LINE + "\n");
    assertThat(found).containsExactly(KEY);
  }

  @Test
  void anyBytesAreTaken() {
    byte[] noise = new byte[1 << 20];
    new Random(7).nextBytes(noise);
    lines.take(noise, noise.length);
    assertThat(found).isEmpty();

    print("\n" + LINE + "\n");
    assertThat(found).containsExactly(KEY);
  }

  private void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    lines.take(bytes, bytes.length);
  }
}
