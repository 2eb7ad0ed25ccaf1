package org.yuzuri.portal.mail.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.mail.letter.MailKind;

class MailTextsTest {

  private static final URI PORTAL = URI.create("https://portal.example.org");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z]+(:[a-z]+)?}");
  private static final Map<String, String> SAMPLES =
      Map.ofEntries(
          Map.entry("at", "2026-03-01T12:00:00Z"),
          Map.entry("endsAt", "2026-03-08T15:30:00Z"),
          Map.entry("until", "2026-03-02T12:00:00Z"),
          Map.entry("left", "PT168H"),
          Map.entry("link", "/lease/view.xhtml?id=17"),
          Map.entry("what", "FACTOR_ADDED"),
          Map.entry("fault", "TENANT"),
          Map.entry("server", "lent-17"),
          Map.entry("tenant", "Alpha"),
          Map.entry("invitedBy", "Ann"),
          Map.entry("source", "203.0.113.7"),
          Map.entry("address", "10.30.1.7"),
          Map.entry("reason", "TOO_SLOW_INSTALL"),
          Map.entry("order", "5"),
          Map.entry("number", "2026-000123"),
          Map.entry("amount", "1,100 JPY"),
          Map.entry("dueOn", "2026-03-31"),
          Map.entry("suspendedOn", "2026-04-30"),
          Map.entry("budget", "env=prod"),
          Map.entry("month", "2026-03"),
          Map.entry("percent", "83"),
          Map.entry("spent", "JPY 8300"),
          Map.entry("revenue", "JPY 123456"),
          Map.entry("utilization", "29.8 %"),
          Map.entry("names", "site-1, site-2"),
          Map.entry("errors", "2"),
          Map.entry("warnings", "31"),
          Map.entry("kinds", "AGENT_SILENT CLOCK_OFF"));

  @ParameterizedTest
  @EnumSource
  void everyKindHasItsWordsInBothLanguagesWithEveryValue(MailKind kind) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      MailText text = mail(kind, samples(kind), locale, "Ann");

      assertThat(text.subject() + text.plain() + text.html()).doesNotContainPattern(PLACE);
      assertThat(text.subject()).isNotBlank();
      assertThat(text.plain()).contains("Ann");
      kind.valueNames().stream()
          .filter(
              name ->
                  !List.of("at", "endsAt", "until", "left", "what", "fault", "kinds")
                      .contains(name))
          .forEach(
              name -> {
                assertThat(text.plain()).as(name).contains(SAMPLES.get(name));
                assertThat(text.html()).as(name).contains(SAMPLES.get(name));
              });
    }
  }

  @Test
  void bothLanguagesHaveTheSameTextsWithTheSamePlaces() {
    ResourceBundle english = MailTexts.bundle(Locale.ENGLISH);
    ResourceBundle japanese = MailTexts.bundle(Locale.JAPANESE);

    assertThat(new TreeSet<>(japanese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    assertThat(japanese.getLocale()).isEqualTo(Locale.JAPANESE);
    english
        .keySet()
        .forEach(
            key ->
                assertThat(places(japanese.getString(key)))
                    .as(key)
                    .containsAll(places(english.getString(key))));
  }

  @Test
  void timesAreTheReaders() {
    Map<String, String> values = samples(MailKind.LEASE_ENDS);

    assertThat(mail(MailKind.LEASE_ENDS, values, Locale.ENGLISH, "").plain())
        .contains("9 March 2026 00:30 JST")
        .contains("in 7 days");
    assertThat(mail(MailKind.LEASE_ENDS, values, Locale.JAPANESE, "").plain())
        .contains("2026年3月9日 00:30 JST")
        .contains("あと7日");
  }

  @ParameterizedTest
  @CsvSource({"PT1H,1 hour", "PT59M58S,1 hour", "PT11H59M,12 hours", "PT23H59M,24 hours"})
  void hoursAreRoundedUp(String left, String words) {
    assertLeft(left, words);
  }

  @ParameterizedTest
  @CsvSource({"PT71H59M,3 days", "PT335H59M,14 days", "PT120H,5 days"})
  void twoDaysAndMoreAreTold(String left, String words) {
    assertLeft(left, words);
  }

  private static void assertLeft(String left, String words) {
    Map<String, String> values = samples(MailKind.LEASE_ENDS);
    values.put("left", left);

    assertThat(mail(MailKind.LEASE_ENDS, values, Locale.ENGLISH, "").subject())
        .isEqualTo("lent-17: the lease ends in " + words);
  }

  @Test
  void whatAnybodyMayHaveWrittenIsNoMarkUpAndNoPlace() {
    Map<String, String> values = samples(MailKind.INVITATION);
    values.put(
        "tenant", "<script>alert('1')</script> {link:link} & \"co\"\r\nBcc: all@example.org");

    MailText text = mail(MailKind.INVITATION, values, Locale.ENGLISH, "<b>Bob</b>\u202e");

    assertThat(text.html())
        .doesNotContain("<script", "<b>", "\u202e")
        .contains(
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; {link:link} &amp; &quot;co&quot;")
        .contains("&lt;b&gt;Bob&lt;/b&gt;");
    assertThat(text.subject()).doesNotContain("\r", "\n");
    assertThat(text.plain().lines()).noneMatch(line -> line.startsWith("Bcc"));
  }

  @Test
  void linksLeadToThePortal() {
    MailText text = mail(MailKind.ORDER_FAILED, samples(MailKind.ORDER_FAILED), Locale.ENGLISH, "");

    assertThat(text.plain()).contains("\nhttps://portal.example.org/lease/view.xhtml?id=17\n");
    assertThat(text.html())
        .contains(
            "<a href=\"https://portal.example.org/lease/view.xhtml?id=17\">"
                + "https://portal.example.org/lease/view.xhtml?id=17</a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example/x",
        "@evil.example/",
        ".evil.example",
        "/x\" onclick=\"",
        "/x\r\ny",
        "/x y",
        ""
      })
  void whatIsNoPathOfThePortalIsNoLink(String link) {
    Map<String, String> values = samples(MailKind.ORDER_FAILED);
    values.put("link", link);

    assertThatThrownBy(() -> mail(MailKind.ORDER_FAILED, values, Locale.ENGLISH, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("link");
  }

  @Test
  void onlyWhatMayBeSwitchedOffSaysSo() {
    String where = "https://portal.example.org/mail/preferences.xhtml";

    for (MailKind kind : MailKind.values()) {
      assertThat(mail(kind, samples(kind), Locale.ENGLISH, "").plain().contains(where))
          .as(kind.name())
          .isEqualTo(kind.isOptional());
    }
  }

  private static MailText mail(
      MailKind kind, Map<String, String> values, Locale locale, String name) {
    Reader reader = new Reader(locale, TOKYO, name, PORTAL);
    return MailTexts.of(kind.name(), kind.isOptional(), values, reader);
  }

  private static Map<String, String> samples(MailKind kind) {
    Map<String, String> values = new HashMap<>();
    kind.valueNames().forEach(name -> values.put(name, SAMPLES.get(name)));
    return values;
  }

  private static List<String> places(String text) {
    return Stream.of(text)
        .flatMap(one -> PLACE.matcher(one).results())
        .map(MatchResult::group)
        .toList();
  }
}
