package org.yuzuri.portal.web.ui.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.Presence;
import org.yuzuri.portal.agent.command.CommandState;
import org.yuzuri.portal.announcement.AnnouncementSeverity;
import org.yuzuri.portal.announcement.AnnouncementState;
import org.yuzuri.portal.dashboard.OwnView;
import org.yuzuri.portal.image.ImageState;
import org.yuzuri.portal.inspection.InspectionStep;
import org.yuzuri.portal.invoice.InvoiceKind;
import org.yuzuri.portal.invoice.InvoiceState;
import org.yuzuri.portal.invoice.issuer.DueRule;
import org.yuzuri.portal.invoice.run.ItemState;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.mail.MailState;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.member.MemberState;
import org.yuzuri.portal.member.invitation.InvitationState;
import org.yuzuri.portal.offer.OfferState;
import org.yuzuri.portal.order.OrderState;
import org.yuzuri.portal.pki.key.SignedDocument;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.StandingState;
import org.yuzuri.portal.reconciliation.Doubt;
import org.yuzuri.portal.reporting.figure.Column;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.pool.PoolUse;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.run.step.WaitedFor;
import org.yuzuri.portal.search.FoundKind;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.session.SignInResult;
import org.yuzuri.portal.settings.SettingsState;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.tenant.TenantEvent;
import org.yuzuri.portal.tenant.TenantState;
import org.yuzuri.portal.transfer.Evidence;
import org.yuzuri.portal.transfer.StepName;
import org.yuzuri.portal.transfer.TransferNote;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.ChargeUnit;
import org.yuzuri.portal.usage.record.UsageKind;
import org.yuzuri.portal.wipe.DiskDoubt;
import org.yuzuri.portal.wipe.WipeEnding;
import org.yuzuri.portal.wipe.WipeState;
import org.yuzuri.portal.wipe.WipeStep;
import org.yuzuri.portal.wipe.certificate.EraseLevel;
import org.yuzuri.settings.plan.Origin;
import org.yuzuri.settings.starting.StartingPoint;
import org.yuzuri.wire.port.PortKind;
import org.yuzuri.wire.probe.ProbeKind;
import org.yuzuri.wire.probe.ProbeOutcome;
import org.yuzuri.wire.probe.ProbeSight;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.SkippedDevice;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Hold;

class TextsTest {

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern IN_PAGE =
      Pattern.compile("(?:msg\\['|texts\\.get\\(')([a-zA-Z.]+)'(?!\\.)");
  private static final Path PORTAL = Path.of("../portal-ejb/src/main/java");
  private static final Pattern PROBLEM =
      Pattern.compile("(?s)package ([a-z.]+);.*?enum (\\w+) implements ProblemCode");
  private static final Pattern FAILURE =
      Pattern.compile("(?:new CommandFailedException|Failed)\\(\\s*\"([A-Z_]+)\"");
  private static final Pattern IN_CODE =
      Pattern.compile("(?:messages\\.(?:done|error)|texts\\.get)\\(\\s*\"([a-zA-Z.]+)\"");

  private static final Pattern WATCH =
      Pattern.compile("public String code\\(\\) \\{\\s+return \"([A-Z_]+)\"");

  private static final Set<String> PROPER_NAMES =
      Set.of("field.bmc", "settings.format.KICKSTART", "settings.format.PRESEED");

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(texts("ja").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(texts("en").stringPropertyNames());
  }

  @Test
  void everyTextIsTranslatedButProperNames() {
    Properties english = texts("en");
    Properties japanese = texts("ja");

    assertThat(english.stringPropertyNames())
        .filteredOn(key -> english.getProperty(key).equals(japanese.getProperty(key)))
        .containsExactlyInAnyOrderElementsOf(PROPER_NAMES);
  }

  @Test
  void bothLanguagesUseTheSameArguments() {
    Properties english = texts("en");
    Properties japanese = texts("ja");

    for (String key : english.stringPropertyNames()) {
      if (!key.startsWith("problem.")) {
        assertThat(places(japanese.getProperty(key)))
            .as(key)
            .isEqualTo(places(english.getProperty(key)));
      }
    }
  }

  @Test
  void everyTextWithArgumentsCanBeFormatted() {
    for (String language : new String[] {"en", "ja"}) {
      texts(language)
          .forEach(
              (key, text) ->
                  assertThatCode(() -> new MessageFormat((String) text, Locale.ENGLISH))
                      .as(String.valueOf(key))
                      .doesNotThrowAnyException());
    }
  }

  private static final Pattern BY_MSG = Pattern.compile("msg\\['([a-zA-Z.]+)'");

  /** What the pages of a transfer and of its server's lease are made of. */
  private static final Pattern OF_A_TRANSFER =
      Pattern.compile("(advice|evidence|lease|origin|reason|step|transfer|waitedFor)\\..*");

  @Test
  void noTransferSpeaksToAnOperatorAsToItsTenant() {
    Properties english = texts("en");
    Properties japanese = texts("ja");

    for (String key : english.stringPropertyNames()) {
      String toOperators = english.getProperty(key + ".operator", english.getProperty(key));
      String alsoToOperators = japanese.getProperty(key + ".operator", japanese.getProperty(key));
      if (!key.endsWith(".operator") && OF_A_TRANSFER.matcher(key).matches()) {
        assertThat(toOperators).as(key).doesNotContainPattern("(?i)\\byours?\\b");
        assertThat(alsoToOperators).as(key).doesNotContain("自社");
      }
    }
  }

  @Test
  void noPageMissesWhatIsSaidToOperators() {
    assertThat(found(PAGES, BY_MSG)).noneMatch(key -> texts("en").containsKey(key + ".operator"));
  }

  @Test
  void everyTextThatAPageNamesIsThere() {
    assertThat(texts("en").stringPropertyNames()).containsAll(found(PAGES, IN_PAGE));
  }

  @Test
  void everyTextThatABeanNamesIsThere() {
    assertThat(texts("en").stringPropertyNames()).containsAll(found(SOURCES, IN_CODE));
  }

  @Test
  void everyStateHasAText() {
    assertHasTexts("server.state", ServerState.values());
    assertHasTexts("lease.state", LeaseState.values());
    assertHasTexts("order.state", OrderState.values());
    assertHasTexts("transfer.state", RunState.values());
    assertHasTexts("step.state", StepState.values());
    assertHasTexts("wipe.state", WipeState.values());
    assertHasTexts("command.state", CommandState.values());
    assertHasTexts("image.state", ImageState.values());
    assertHasTexts("agent.state", AgentState.values());
    assertHasTexts("agent.state", Presence.values());
    assertHasTexts("settings.state", SettingsState.values());
    assertHasTexts("offer.state", OfferState.values());
    assertHasTexts("usage.kind", UsageKind.values());
    assertHasTexts("tax", TaxCategory.values());
    assertHasTexts("unit", BilledUnit.values());
    assertHasTexts("price.per", BilledUnit.values());
    assertHasTexts("price.part", PartOfMonth.values());
    assertHasTexts("tries.result", SignInResult.values());
    assertHasTexts("mail.state", MailState.values());
    assertHasTexts("mail.kind", MailKind.values());
    assertHasTexts("tenant.state", TenantState.values());
    assertHasTexts("audit.kind", ActorKind.values());
    assertHasTexts("reason.TENANT", TenantEvent.values(), "_");
    assertHasTexts("member.state", MemberState.values());
    assertHasTexts("invitee.state", InvitationState.values());
    assertHasTexts("role", Role.values());
    assertHasTexts("report.use", PoolUse.values());
    assertHasTexts("invoice.kind", InvoiceKind.values());
    assertHasTexts("invoice.state", InvoiceState.values());
    assertHasTexts("invoice.run.state", org.yuzuri.portal.invoice.run.RunState.values());
    assertHasTexts("invoice.item.state", ItemState.values());
    assertHasTexts("invoice.line.kind", ChargeKind.values());
    assertHasTexts("invoice.unit", ChargeUnit.values());
    assertHasTexts("invoice.tax", TaxCategory.values());
    assertHasTexts("issuer.due", DueRule.values());
    assertHasTexts("issuer.rounding", Rounding.values());
    assertHasTexts("report.figure", Figure.values());
    assertHasTexts("report.by", Figure.values());
    assertHasTexts("report.column", Column.values());
  }

  @Test
  void everyStepAndWhoItWaitsForHasAText() {
    assertHasTexts("step", StepName.values());
    assertHasTexts("step", WipeStep.values());
    assertHasTexts("step", InspectionStep.values());
    assertHasTexts("step.doing", StepName.values());
    assertHasTexts("step.doing", WipeStep.values());
    assertHasTexts("step.doing", InspectionStep.values());
    assertHasTexts("reason.TOO_SLOW", StepName.values(), "_");
    assertHasTexts("reason.TOO_SLOW", WipeStep.values(), "_");
    assertHasTexts("reason.TOO_SLOW", InspectionStep.values(), "_");
    assertHasTexts("waitedFor", WaitedFor.values());
    assertHasTexts("fault", Fault.values());
    assertHasTexts("fault.kind", FaultKind.values());
    assertHasTexts("advice", Fault.values());
    assertHasTexts("phase", BeatPhase.values());
    assertHasTexts("evidence", Evidence.values());
    assertHasTexts("doubt", DiskDoubt.values());
    assertHasTexts("wipe.leftOut", SkippedDevice.Reason.values());
    assertHasTexts("origin", Origin.values());
    assertHasTexts("identity", Identity.values());
    assertHasTexts("reconciliation.doubt", Doubt.values());
    assertHasTexts("reconciliation.held", Hold.values());
    assertHasTexts("agent.kind", DaemonKind.values());
    assertHasTexts("server.port", PortKind.values());
    assertHasTexts("problem.note.TOKEN", TokenMisuse.values(), "_");
    assertHasTexts("problem.note", TransferNote.values());
    assertHasTexts("wipe.ending", WipeEnding.values());
    assertHasTexts("probe.kind", ProbeKind.values());
    assertHasTexts("probe.through", ProbeKind.values());
    assertHasTexts("probe.todo", ProbeKind.values());
    assertHasTexts("probe.outcome", ProbeOutcome.values());
    assertHasTexts("probe", ProbeSight.values());
    assertHasTexts("verify.verdict", SignedDocument.Verdict.values());
    assertHasTexts("verify.verdict.text", SignedDocument.Verdict.values());
    assertHasTexts("erased.level", EraseLevel.values());
    assertHasTexts("settings.start", StartingPoint.values());
    assertHasTexts("settings.start.text", StartingPoint.values());
  }

  @Test
  void everyProblemThatAPageCanMeetHasAText() throws ClassNotFoundException {
    for (String type : found(PORTAL, PROBLEM)) {
      Enum<?>[] codes = (Enum<?>[]) Class.forName(type).getEnumConstants();
      assertHasTexts("problem", codes);
    }
  }

  @Test
  void everyKindOfStandingProblemSaysWhatItIsAndWhatToDo() {
    Set<String> kinds = found(PORTAL.resolve("org/yuzuri/portal/problem"), WATCH);

    for (String prefix : new String[] {"standing.", "standing.todo.", "standing.help."}) {
      assertThat(texts("en").stringPropertyNames())
          .containsAll(kinds.stream().map(kind -> prefix + kind).toList());
    }
    assertHasTexts("severity", Severity.values());
    assertHasTexts("standing.state", StandingState.values());
    assertHasTexts("severity", AnnouncementSeverity.values());
    assertHasTexts("announcement.state", AnnouncementState.values());
    assertHasTexts("search.kind", FoundKind.values());
    assertHasTexts("start.todo", OwnView.Todo.values());
    assertHasTexts("standing.place", Place.values());
  }

  @Test
  void everyFailureThatADaemonNamesHasAText() {
    Set<String> codes = new TreeSet<>();
    for (String daemon : new String[] {"lender-agent", "tenant-gateway", "host-control"}) {
      codes.addAll(found(Path.of("..", daemon, "src/main/java"), FAILURE));
    }

    assertThat(texts("en").stringPropertyNames())
        .containsAll(codes.stream().map(code -> "reason." + code).toList())
        .contains("reason.EXPIRED", "reason.UNKNOWN");
  }

  private static void assertHasTexts(String prefix, Enum<?>[] constants) {
    assertHasTexts(prefix, constants, ".");
  }

  private static void assertHasTexts(String prefix, Enum<?>[] constants, String separator) {
    assertThat(texts("en").stringPropertyNames())
        .containsAll(Arrays.stream(constants).map(c -> prefix + separator + c.name()).toList());
  }

  private static Set<String> places(String text) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{[0-9]}").matcher(text);
    while (matcher.find()) {
      places.add(matcher.group());
    }
    return places;
  }

  private static Set<String> found(Path root, Pattern pattern) {
    Set<String> keys = new TreeSet<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(xhtml|java)")).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          keys.add(
              IntStream.rangeClosed(1, matcher.groupCount())
                  .mapToObj(matcher::group)
                  .collect(Collectors.joining(".")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(keys).isNotEmpty();
    return keys;
  }

  private static Properties texts(String language) {
    Path file =
        Path.of("src/main/resources/org/yuzuri/portal/web/messages_" + language + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      Properties texts = new Properties();
      texts.load(reader);
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
