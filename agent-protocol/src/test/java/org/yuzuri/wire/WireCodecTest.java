package org.yuzuri.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.wire.call.CommandList;
import org.yuzuri.wire.call.EnrolmentAnswer;
import org.yuzuri.wire.call.EnrolmentRequest;
import org.yuzuri.wire.call.Problem;
import org.yuzuri.wire.call.RenewalAnswer;
import org.yuzuri.wire.call.RenewalRequest;
import org.yuzuri.wire.call.ReportBatch;
import org.yuzuri.wire.call.ReportsAccepted;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.call.TrustAnswer;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.probe.ProbeResult;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.server.CertificateAnswer;
import org.yuzuri.wire.server.CertificateRequest;
import org.yuzuri.wire.server.ErasureResult;
import org.yuzuri.wire.server.SettingsAnswer;
import org.yuzuri.wire.server.SettingsRequest;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Secret;
import org.yuzuri.wire.value.TunnelPurpose;

final class WireCodecTest {

  private final WireCodec codec = new WireCodec();
  private final JsonMapper plain = new JsonMapper();

  static Stream<String> commandNames() {
    return Samples.commands().keySet().stream();
  }

  static Stream<String> reportNames() {
    return Samples.reports().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("commandNames")
  void commandEqualsItsSampleFileBothWays(String name) throws IOException {
    AgentCommand command = Samples.commands().get(name);

    assertThat(plain.readTree(codec.encode(command))).isEqualTo(plain.readTree(sample(name)));
    assertThat(codec.decode(sample(name), AgentCommand.class)).isEqualTo(command);
  }

  @ParameterizedTest
  @MethodSource("reportNames")
  void reportEqualsItsSampleFileBothWays(String name) throws IOException {
    AgentReport report = Samples.reports().get(name);

    assertThat(plain.readTree(codec.encode(report))).isEqualTo(plain.readTree(sample(name)));
    assertThat(codec.decode(sample(name), AgentReport.class)).isEqualTo(report);
  }

  @Test
  void everyCommandAndReportHasASample() {
    assertThat(Samples.commands().keySet()).isEqualTo(names(AgentCommand.class));
    assertThat(Samples.reports().keySet()).isEqualTo(names(AgentReport.class));
  }

  @Test
  void everyOutcomeComesBackEqual() {
    List<CommandOutcome> outcomes =
        List.of(
            new CommandOutcome.Running(),
            new CommandOutcome.Done(Map.of("banner", "SSH-2.0")),
            new CommandOutcome.Failed("FENCED", "generation 1 < 2", false),
            new CommandOutcome.Expired(),
            new CommandOutcome.Unknown());

    for (CommandOutcome outcome : outcomes) {
      assertThat(codec.decode(codec.encode(outcome), CommandOutcome.class)).isEqualTo(outcome);
    }
  }

  @Test
  void everyCallComesBackEqual() {
    Secret token = new Secret("t".repeat(64));
    List<Object> calls =
        List.of(
            new EnrolmentRequest(token, DaemonKind.LENDER_AGENT, Samples.PEM, null),
            new EnrolmentRequest(token, DaemonKind.TENANT_GATEWAY, Samples.PEM, Samples.PEM),
            new EnrolmentAnswer("agent-1", Samples.PEM, Samples.PEM, Samples.PEM),
            new TrustAnswer(Samples.PEM, null, null),
            new TrustAnswer(Samples.PEM, Samples.PEM, Samples.PEM),
            new RenewalRequest(Samples.PEM, null),
            new RenewalRequest(Samples.PEM, Samples.PEM),
            new RenewalAnswer(Samples.PEM, null, null),
            new RenewalAnswer(Samples.PEM, Samples.PEM, Samples.PEM),
            new CertificateRequest(token, TunnelPurpose.INSTALL, Samples.PEM, null),
            new CertificateRequest(
                token, TunnelPurpose.PRODUCTION, Samples.PEM, "MEUCIQDexampleExample0A=="),
            new CertificateAnswer(Samples.PEM),
            new SettingsRequest(token, "0123456789abcdef".repeat(2)),
            new SettingsAnswer("text\n"),
            new Problem(409, "OTHER_CSR", "another request was signed before"),
            new ReportBatch(List.copyOf(Samples.reports().values())),
            new ReportsAccepted(List.of(Samples.ID)),
            new ErasureResult(List.of(), List.of(), "no disk"),
            new ProbeResult(
                List.of(new ProbeResult.Answer(Ipv4Address.of("192.0.2.18"), "ARP")),
                List.of(),
                "no frame could be sent"));

    for (Object call : calls) {
      assertThat((Object) codec.decode(codec.encode(call), call.getClass())).isEqualTo(call);
    }
  }

  @Test
  void evidenceBeyondWhatADiskHoldsIsRefused() throws IOException {
    String json = sample("Erased");

    assertRefused(
        json.replace("\"readBackBytes\": 4096", "\"readBackBytes\": 4097"),
        AgentReport.class,
        "disk.readBackBytes is \"4097\", expected 0 to 4096");
    assertRefused(json.replace("NOT_A_DISK", "TEA"), AgentReport.class, "TEA");
    assertRefused(json.replace("/dev/sr0", " "), AgentReport.class, "skipped.device");
  }

  @Test
  void portProbeThatLeavesAKindOutIsRefused() throws IOException {
    String json = sample("PortProbed").replace("\"FOREIGN_ARP\"", "\"DHCP_ANSWER\"");

    assertRefused(json, AgentReport.class, "findings has none of [FOREIGN_ARP]");
  }

  @Test
  void bootWhoseProbeCannotBeReadIsRefused() throws IOException {
    String json = sample("EnsureBoot");
    String fact = "\"YUZURI_PROBE_BMCS\": \"192.0.2.256\",";

    assertRefused(
        json.replaceFirst("\"YUZURI_HOSTNAME", fact + "$0"),
        AgentCommand.class,
        "facts.YUZURI_PROBE_NEIGHBOURS is missing");
    assertRefused(
        json.replaceFirst("\"YUZURI_HOSTNAME", fact + "\"YUZURI_PROBE_NEIGHBOURS\": \"\",$0"),
        AgentCommand.class,
        "address is \"192.0.2.256\"");
  }

  @Test
  void commandsCarryTheirSequence() {
    List<SequencedCommand> commands =
        List.of(
            new SequencedCommand(8, Samples.boot()),
            new SequencedCommand(9, Samples.commands().get("EnsureNoBoot")));

    String json = codec.encodeCommands(5, commands);

    assertThat(json).contains("\"sequence\":8");
    assertThat(codec.decodeCommands(json)).isEqualTo(new CommandList(5, commands, List.of()));
  }

  @Test
  void epochOfCommandsIsANumberAndZeroInJournalsFromBefore() {
    assertThat(codec.decodeCommands("{\"commands\":[]}").epoch()).isZero();
    for (String wrong :
        List.of("-1", "\"1\"", "null", "1.5", "8589934592", "99999999999999999999")) {
      assertThatThrownBy(() -> codec.decodeCommands("{\"epoch\":" + wrong + ",\"commands\":[]}"))
          .hasMessageContaining("epoch is " + wrong);
    }
  }

  @Test
  void holdOfALaterEpochIsHigherThanAnyOfAnEarlierOne() {
    Fence before = new Fence(3, 7, 1_000_000);
    Fence after = new Fence(3, 1, Fence.firstGeneration(1));

    assertThat(before.epoch()).isZero();
    assertThat(after.epoch()).isEqualTo(1);
    assertThat(after.generation()).isGreaterThan(before.generation());
    assertThat(Fence.firstGeneration(Fence.LAST_EPOCH)).isLessThan(1L << 53);
  }

  @Test
  void unreadableCommandIsSetApartAndDoesNotHideTheNext() {
    String json =
        """
        {"commands":[
          {"sequence":1,"type":"EnsureCoffee","id":"%s"},
          {"sequence":2,"type":"EnsureNoBoot","id":"%s","notAfter":"2026-01-31T12:00:00.250Z",
           "fence":{"serverId":3,"leaseId":7,"generation":2},"mac":"52:54:00:00:00:11"}]}
        """
            .formatted(Samples.ID, Samples.ID);

    CommandList list = codec.decodeCommands(json);

    assertThat(list.commands()).extracting(SequencedCommand::sequence).containsExactly(2L);
    assertThat(list.unreadable()).hasSize(1);
    assertThat(list.unreadable().get(0).id()).isEqualTo(Samples.ID);
    assertThat(list.unreadable().get(0).problem()).contains("unknown type EnsureCoffee");
  }

  @Test
  void unknownFieldIsNamed() throws IOException {
    String json = sample("EnsureNoBoot").replaceFirst("\\{", "{\"colour\":1,");

    assertRefused(json, AgentCommand.class, "unknown field colour");
  }

  @Test
  void unknownTypeIsNamed() {
    assertRefused("{\"type\":\"EnsureTea\"}", AgentCommand.class, "unknown type EnsureTea");
    assertRefused("{}", AgentReport.class, "type is missing");
  }

  @Test
  void wrongAndMissingValuesAreNamed() throws IOException {
    String json = sample("EnsureNoBoot");

    assertRefused(json.replace("52:54", "5254"), AgentCommand.class, "mac is \"5254:00");
    assertRefused(json.replace("\"mac\"", "\"id2\""), AgentCommand.class, "mac is missing");
    assertRefused(json.replace(": 2", ": null"), AgentCommand.class, "generation");
    assertRefused(json.replace("2026-01", "2026-13"), AgentCommand.class, "notAfter");
    assertRefused(json + "x", AgentCommand.class, "Unrecognized token");
    assertRefused("null", AgentCommand.class, "null");
  }

  @Test
  void bridgePortIsNamedAsAnInterfaceCanBe() throws IOException {
    String json = sample("EnsurePort");

    for (String bad : List.of("", "-tap", "tap 1", "tap\\\"1", "a".repeat(16), "tap*")) {
      assertRefused(
          json.replace("\"tap-1\"", "\"" + bad + "\""), AgentCommand.class, "port.name is \"");
    }
    assertRefused(json.replace("LINUX_", "TOKEN_"), AgentCommand.class, "TOKEN_BRIDGE");
    String external = json.replace("LINUX_BRIDGE", "EXTERNAL").replace("tap-1", "rack 3, no 12");
    assertThat(codec.decode(external, AgentCommand.class)).isInstanceOf(EnsurePort.class);
  }

  @Test
  void secretIsWrittenOnlyByTheCodec() {
    assertThat(Samples.boot().toString()).contains("token=***").doesNotContain("0123456789abcdef");
    assertThat(codec.encode(Samples.boot())).contains("0123456789abcdef");
    assertThatThrownBy(() -> plain.writeValueAsString(new Secret("x")))
        .hasMessageContaining("No serializer found");
  }

  private void assertRefused(String json, Class<?> type, String text) {
    assertThatThrownBy(() -> codec.decode(json, type))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessageContaining(text);
  }

  private static Set<String> names(Class<?> sealed) {
    return MessageTypes.of(sealed).map(Class::getSimpleName).collect(Collectors.toSet());
  }

  private static String sample(String name) throws IOException {
    try (InputStream in = WireCodecTest.class.getResourceAsStream("/samples/" + name + ".json")) {
      assertThat(in).as("sample " + name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
