package org.yuzuri.portal.report;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.wire.MalformedMessageException;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.call.RenewalRequest;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.server.CertificateRequest;
import org.yuzuri.wire.server.SettingsRequest;
import org.yuzuri.wire.value.Fence;

/** No text that daemons may send is longer than the columns that it is kept in. */
class WireLimitsIT {

  private static final WireCodec CODEC = new WireCodec();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SAMPLES = Path.of("../agent-protocol/src/test/resources/samples");

  private static final int LONGEST_CHARACTER_BYTES = 4; // utf8mb4

  private static final List<Class<?>> CALLS =
      List.of(
          CertificateRequest.class,
          EnrolmentRequest.class,
          RenewalRequest.class,
          SettingsRequest.class);

  /** Where each text is kept: whole, or within what is kept. */
  private static final Map<String, List<String>> KEPT =
      Map.ofEntries(
          entry("Beat/message", List.of("run.last_message")),
          entry(
              "CommandReport/outcome/code",
              List.of(
                  "agent_command.outcome_code",
                  "run.problem_code",
                  "server.problem_code",
                  "lease.problem_code",
                  "state_event.reason_code")),
          entry("CommandReport/outcome/detail", List.of("agent_command.outcome_detail")),
          entry("DaemonStatus/version", List.of("agent.daemon_version")),
          entry("Erased/disks/0/device", List.of("wipe_record_disk.device")),
          entry("Erased/disks/0/id", List.of("wipe_record_disk.stable_id")),
          entry("Erased/disks/0/method", List.of("wipe_record_disk.method")),
          entry("Erased/skipped/0/device", List.of("wipe_record_skipped.device")),
          entry("Erased/skipped/0/id", List.of("wipe_record_skipped.stable_id")),
          entry("Inspected/facts/cards/0/driver", List.of("inspection.facts")),
          entry("Inspected/facts/cards/0/name", List.of("inspection.facts")),
          entry("Inspected/facts/console", List.of("inspection.facts")),
          entry("Inspected/facts/cpuModel", List.of("inspection.facts")),
          entry("Inspected/facts/disks/0/device", List.of("inspection.facts")),
          entry("Inspected/facts/disks/0/id", List.of("inspection.facts")),
          entry("Inspected/facts/disks/0/model", List.of("inspection.facts")),
          entry("Inspected/facts/disks/0/serial", List.of("inspection.facts")),
          entry("Inspected/facts/model", List.of("inspection.facts")),
          entry("Inspected/facts/serial", List.of("inspection.facts")),
          entry("Inspected/facts/vendor", List.of("inspection.facts")),
          entry("InstallerLog/text", List.of("transfer_log.text")),
          entry("PortProbed/probe/findings/0/seen", List.of("inspection_finding.seen")),
          entry("PortProbed/probe/findings/0/target", List.of("inspection_finding.target")),
          entry("SettingsRequest/request", List.of("transfer.settings_request")),
          entry("TokenProblem/source", List.of("transfer_problem.detail")));

  /** Texts that are kept nowhere as they come, and what becomes of them. */
  private static final Map<String, String> NOT_KEPT =
      Map.of(
          "CertificateRequest/csr", "answered with a certificate",
          "CertificateRequest/vouch", "checked against the installation's key",
          "CommandReport/outcome/facts", "kept together, see below",
          "DaemonStatus/facts", "not read",
          "Erased/disks/0/problem", "cut as the detail of a failure",
          "EnrolmentRequest/csr", "answered with a certificate",
          "EnrolmentRequest/ipsecCsr", "answered with a certificate",
          "Erased/problem", "cut as the detail of a failure",
          "RenewalRequest/csr", "its hash is kept",
          "RenewalRequest/ipsecCsr", "its hash is kept");

  @Test
  void everyTextOfEveryMessageIsAccountedFor() {
    Set<String> known = new TreeSet<>(KEPT.keySet());
    known.addAll(NOT_KEPT.keySet());

    assertThat(
            Stream.concat(Stream.of(AgentReport.class.getPermittedSubclasses()), CALLS.stream())
                .flatMap(type -> texts(type, type.getSimpleName())))
        .containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void factsOfACommandFitTheirColumn() {
    Map<String, String> largest = new HashMap<>();
    for (int at = 10; at < 34; at++) {
      largest.put("a".repeat(58) + at, "\u0001".repeat(400));
    }
    Map<String, String> more = new HashMap<>(largest);
    more.put("one", "more");

    String kept = CODEC.encode(new CommandOutcome.Done(largest));

    assertThat(kept.length())
        .isLessThan(charactersOf("agent_command.outcome_facts") * LONGEST_CHARACTER_BYTES);
    assertThatThrownBy(() -> new CommandOutcome.Done(more)).hasMessageContaining("number of facts");
    assertThatThrownBy(() -> new CommandOutcome.Done(Map.of("long", "x".repeat(401))))
        .hasMessageContaining("length of fact long");
  }

  @ParameterizedTest
  @MethodSource("keptTexts")
  void textThatIsLongerThanItsColumnIsRefusedOrCut(String text) throws IOException {
    int room = KEPT.get(text).stream().mapToInt(WireLimitsIT::charactersOf).min().orElseThrow();
    JsonPointer place = JsonPointer.compile(text.substring(text.indexOf('/')));
    ObjectNode message = sample(text.substring(0, text.indexOf('/')));
    assertThat(taken(message)).isPresent();

    ((ObjectNode) message.at(place.head()))
        .put(place.last().getMatchingProperty(), "A".repeat(room + 1));

    assertThat(taken(message).stream())
        .allSatisfy(node -> assertThat(node.at(place).asText().length()).isLessThanOrEqualTo(room));
  }

  static Stream<String> keptTexts() {
    return KEPT.keySet().stream().sorted();
  }

  /** The message as it would be kept; empty when it is refused. */
  private static Optional<JsonNode> taken(ObjectNode message) throws IOException {
    Class<?> type =
        CALLS.stream()
            .filter(call -> message.path("type").asText().equals(call.getSimpleName()))
            .findFirst()
            .orElse(null);
    try {
      String json = message.toString();
      Object read =
          type == null
              ? CODEC.decode(json, AgentReport.class)
              : CODEC.decode(message.deepCopy().without("type").toString(), type);
      return Optional.of(JSON.readTree(CODEC.encode(read)));
    } catch (MalformedMessageException refused) {
      return Optional.empty();
    }
  }

  private static int charactersOf(String column) {
    String[] name = column.split("\\.", -1);
    Number bytes =
        PortalDatabase.shared()
            .asPortal(
                w ->
                    (Number)
                        w.get(EntityManager.class)
                            .createNativeQuery(
                                "select character_octet_length from information_schema.columns"
                                    + " where table_schema = database()"
                                    + " and table_name = ?1 and column_name = ?2",
                                Long.class)
                            .setParameter(1, name[0])
                            .setParameter(2, name[1])
                            .getSingleResult());
    return bytes.intValue() / LONGEST_CHARACTER_BYTES;
  }

  private static ObjectNode sample(String type) throws IOException {
    if (type.equals("SettingsRequest")) {
      return JSON.createObjectNode()
          .put("type", type)
          .put("token", "0123456789abcdef".repeat(4))
          .put("request", "5e".repeat(16));
    }
    return (ObjectNode) JSON.readTree(Files.readString(SAMPLES.resolve(type + ".json")));
  }

  /** Pointers to every text of a type, below this one. */
  private static Stream<String> texts(Type type, String pointer) {
    if (type instanceof ParameterizedType many) {
      return many.getRawType().equals(Map.class)
          ? Stream.of(pointer)
          : texts(many.getActualTypeArguments()[0], pointer + "/0");
    }
    Class<?> plain = (Class<?>) type;
    if (plain.equals(String.class)) {
      return Stream.of(pointer);
    }
    if (plain.isSealed()) {
      return Stream.of(plain.getPermittedSubclasses()).flatMap(each -> texts(each, pointer));
    }
    boolean hasAFormOfItsOwn = plain.getPackageName().equals(Fence.class.getPackageName());
    return plain.isRecord() && !hasAFormOfItsOwn
        ? Stream.of(plain.getRecordComponents())
            .flatMap(part -> texts(part.getGenericType(), pointer + "/" + part.getName()))
        : Stream.empty();
  }
}
