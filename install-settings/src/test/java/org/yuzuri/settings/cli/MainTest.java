package org.yuzuri.settings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

  private static final String FACTS =
      """
      {"hostname":"lent-17","boot_mode":"bios","console":"ttyS0",
       "nics":[{"mac":"52:54:00:12:34:56","address":"192.0.2.17/24","gateway":"192.0.2.1",
                "dns":["192.0.2.1"]}],
       "disks":[{"id":"virtio-lent17a","device":"/dev/vda","size_gib":40}]}
      """;

  @TempDir private Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private String facts;

  @BeforeEach
  void writeFacts() throws IOException {
    facts = file("facts.json", FACTS);
  }

  @Test
  void cleanTextExitsWithZero() throws IOException {
    assertThat(ks("check", "--release", "RHEL9", file("a.ks", "lang en_US\n"))).isZero();
  }

  @Test
  void errorExitsWithOneAndNamesPlaceAndCode() throws IOException {
    String text = file("a.ks", "lang en_US\npart / --frob\n");

    assertThat(ks("check", "--release", "RHEL9", text)).isEqualTo(1);
    assertThat(out()).contains("a.ks:2:8: error KS106: ");
  }

  @Test
  void strictlyJudgedAWarningIsAnError() throws IOException {
    String text = file("a.ks", "lang en_US\ntimezone --isUtc UTC\n");

    assertThat(ks("check", "--release", "RHEL9", text)).isZero();
    assertThat(ks("check", "--strict", "--release", "RHEL9", text)).isEqualTo(1);
    assertThat(out()).contains("error KS107: ");
  }

  @Test
  void lineOfTheTerminalSaysWhatWasFoundAndWhatExpected() throws IOException {
    String text = file("a.ks", "autopart --type=lvmm\n");

    ks("check", "--release", "RHEL9", text);
    ks("check", "--release", "RHEL9", "--lang", "ja", text);

    assertThat(out().lines())
        .anyMatch(
            line ->
                line.contains("lvmm")
                    && line.contains("Expected: lvm,")
                    && line.contains("Did you mean lvm?"))
        .anyMatch(line -> line.contains("lvmm") && line.contains("期待：lvm,"));
  }

  @Test
  void unusableInputExitsWithTwoAndPrintsNoResult() throws IOException {
    String good = file("a.ks", "lang en_US\n");
    Path latin1 = Files.write(directory.resolve("l.ks"), new byte[] {'#', (byte) 0xe9, '\n'});

    assertThat(ks("check", directory.resolve("none").toString())).isEqualTo(2);
    assertThat(ks("check", latin1.toString())).isEqualTo(2);
    assertThat(ks("check", "--release", "F99", good)).isEqualTo(2);
    assertThat(ks("check", file("l.txt", "x".repeat(300_000)))).isEqualTo(2);
    assertThat(ks("plan", good)).isEqualTo(2);
    assertThat(ks("plan", "--facts", file("f.json", "{\"hostname\":1}"), good)).isEqualTo(2);
    assertThat(ks("frobnicate", good)).isEqualTo(2);
    assertThat(ks()).isEqualTo(2);
    assertThat(ks("check", directory.toString())).isEqualTo(2);
    assertThat(ks("check", "a\0b")).isEqualTo(2);
    assertThat(err())
        .contains(
            "hostname is \"1\"", "'--release'", "\"F99\" is none", directory + " cannot be read");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'[]'|facts|a JSON object",
        "{|no JSON|",
        "null|facts is \"null\"|a JSON object",
        "{\"hostname\":\"a\",\"hostname\":\"b\"}|Duplicate field 'hostname'|",
        "{} {}|facts|",
        "{\"colour\":1}|colour|one of the fields",
        "{\"hostname\":true}|hostname is \"true\"|a text",
        "{\"hostname\":{}}|hostname|a text",
        "{\"boot_mode\":\"floppy\"}|boot_mode is \"floppy\"|bios or uefi",
        "{\"boot_mode\":0}|boot_mode is \"0\"|bios or uefi",
        "{\"nics\":{}}|nics|a list",
        "{\"nics\":[null]}|nics|",
        "{\"nics\":[{\"dns\":[1]}]}|nics.dns is \"1\"|a text",
        "{\"disks\":[{\"size_gib\":\"40\"}]}|disks.size_gib is \"40\"|a whole number",
        "{\"disks\":[{\"size_gib\":40.5}]}|disks.size_gib|a whole number",
        "{\"disks\":[{\"may_touch\":\"yes\"}]}|disks.may_touch is \"yes\"|true or false",
        "{\"hostname\":\"a\"}|boot_mode is \"null\"|bios or uefi",
      })
  void wrongFactIsNamedWithWhatWasFoundAndExpected(String json, String found, String expected)
      throws IOException {
    String text = file("a.ks", "lang en_US\n");

    assertThat(ks("plan", "--facts", file("f.json", json), text)).isEqualTo(2);

    assertThat(err()).contains(found).contains(expected == null ? "" : expected);
    assertThat(err().lines()).hasSize(1);
  }

  @Test
  void wrongCommandLineIsToldWithItsUsage() throws IOException {
    String text = file("a.ks", "lang en_US\n");

    assertThat(ks("plan", text)).isEqualTo(2);
    assertThat(ks("check", "--frob", text)).isEqualTo(2);
    assertThat(ks("check", text, text)).isEqualTo(2);

    assertThat(err()).contains("'--facts=FACTS.json'", "'--frob'", "Usage: ks check");
    assertThat(ks("check", "--help")).isZero();
    assertThat(out()).contains("--strict", "KICKSTART_INSTALLER");
  }

  @Test
  void planWithoutHooksPrintsTheMergedText() throws IOException {
    int code = ks("plan", "--release", "RHEL9", "--facts", facts, file("a.ks", "lang en_US\n"));

    assertThat(code).isZero();
    assertThat(out()).startsWith("lang en_US\n").contains("--ip=192.0.2.17").doesNotContain("hook");
  }

  @Test
  void planAsJsonHasTheDocumentedShape() throws IOException {
    String text = file("a.ks", "poweroff\nlang en_US\n");

    assertThat(ks("plan", "--json", "--release", "RHEL9", "--facts", facts, text)).isZero();

    assertThat(keysAt(1)).containsExactlyInAnyOrder("text", "lines", "findings");
    assertThat(keysAt(3))
        .contains("n", "origin", "replaced", "code", "severity", "line", "column", "found")
        .contains("expected", "suggestion");
    assertThat(out()).contains("\"origin\":\"lender\",\"replaced\":\"poweroff\"");
  }

  @Test
  void printGivesTheBytesBack() throws IOException {
    String text = "\ufefflang en_US\r\n%post\r\n\"open\n%end\u2028x \\";

    assertThat(ks("print", file("a.ks", text))).isZero();
    assertThat(out()).isEqualTo(text);
  }

  private int ks(String... arguments) {
    var to = new PrintWriter(out, false, StandardCharsets.UTF_8);
    var complaints = new PrintWriter(err, false, StandardCharsets.UTF_8);
    int code = Main.run(to, complaints, arguments);
    to.flush();
    complaints.flush();
    return code;
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  /** Names of fields inside so many brackets. */
  private Set<String> keysAt(int wanted) throws IOException {
    Set<String> keys = new TreeSet<>();
    try (JsonParser parser = new JsonFactory().createParser(out())) {
      int depth = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        } else if (token == JsonToken.FIELD_NAME && depth == wanted) {
          keys.add(parser.currentName());
        }
      }
    }
    return keys;
  }
}
