package org.yuzuri.settings.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.settings.completion.Completion.Kind;
import org.yuzuri.settings.release.Release;

class CompletionsTest {

  @Test
  void offersTheReleasesCommandsThatStartAsWritten() {
    assertThat(texts("RHEL10", "lang en_US\nauth", 2, 5)).containsExactly("authselect");
    assertThat(texts("RHEL7", "lang en_US\nauth", 2, 5)).containsExactly("auth", "authconfig");
  }

  @Test
  void offersAllCommandsOnALineNotYetWritten() {
    assertThat(texts("RHEL9", "lang en_US\n", 2, 1)).contains("network", "part", "reboot");
  }

  @Test
  void offersOptionsOfTheLinesCommandWithTheirEqualsSign() {
    assertThat(texts("RHEL9", "network --on", 1, 13)).containsExactly("--onboot=");
    assertThat(texts("RHEL9", "clearpart --initlabel --a", 1, 26)).containsExactly("--all");
  }

  @Test
  void offersTheValuesThatAnOptionAllows() {
    assertThat(texts("RHEL9", "autopart --type=", 1, 17)).contains("lvm", "plain");
    assertThat(texts("RHEL9", "part / --size=", 1, 15)).isEmpty();
    assertThat(texts("RHEL9", "network --bootproto=d", 1, 22)).containsExactly("dhcp");
  }

  @Test
  void offersZonesLanguagesKeyboardsFileSystemsAndGroups() {
    assertThat(texts("RHEL9", "timezone Asia/Tok", 1, 18)).containsExactly("Asia/Tokyo");
    assertThat(texts("RHEL9", "timezone --utc Asia/Tok", 1, 24)).containsExactly("Asia/Tokyo");
    assertThat(texts("RHEL9", "lang ja", 1, 8)).contains("ja_JP.UTF-8");
    assertThat(texts("RHEL9", "keyboard --xlayouts=j", 1, 22)).containsExactly("jp");
    assertThat(texts("RHEL9", "keyboard j", 1, 11)).containsExactly("jp");
    assertThat(texts("RHEL9", "part / --fstype=x", 1, 18)).containsExactly("xfs");
    assertThat(texts("KICKSTART_INSTALLER", "part / --fstype=ext", 1, 20))
        .as("only what it honours")
        .containsExactly("ext4");
    assertThat(texts("RHEL9", "%packages\n@co", 2, 4)).contains("@core").doesNotContain("%end");
  }

  @Test
  void completesPiecesOfListsAndWhatStandsInQuotes() {
    String layouts = "keyboard --vckeymap=jp --xlayouts=";
    for (String written : List.of("'j", "\"j", "us,j", "'us','j", "'us,j", "'us', 'j")) {
      String line = layouts + written;
      assertThat(texts("RHEL9", line, 1, line.length() + 1)).as(line).containsExactly("jp");
      assertThat(Completions.at(Release.of("RHEL9"), line, 1, line.length() + 1))
          .extracting(Completion::start)
          .containsExactly(line.length());
    }
    assertThat(texts("RHEL9", "keyboard --vckeymap='j", 1, 23)).containsExactly("jp");
    assertThat(texts("RHEL9", "keyboard 'j", 1, 12)).containsExactly("jp");
    assertThat(texts("RHEL9", "timezone \"Asia/Tok", 1, 19)).containsExactly("Asia/Tokyo");
    assertThat(texts("RHEL9", "lang en_US --addsupport=de_DE.UTF-8,ja_J", 1, 41))
        .containsExactly("ja_JP.UTF-8");
    assertThat(texts("RHEL9", "part / --fstype=us,x", 1, 21)).as("no list").isEmpty();
    assertThat(texts("RHEL9", layouts + "'jp'", 1, layouts.length() + 5)).isEmpty();
  }

  @Test
  void saysWhichCharactersAreReplaced() {
    assertThat(Completions.at(Release.of("RHEL9"), "  rebo", 1, 7))
        .containsExactly(new Completion(Kind.COMMAND, "reboot", 3, 7));
  }

  @Test
  void insideASectionOffersNothingButItsEnd() {
    assertThat(texts("RHEL9", "%post\n%e", 2, 3)).containsExactly("%end");
    assertThat(texts("RHEL9", "%post\nnetw", 2, 5)).isEmpty();
    assertThat(texts("RHEL9", "%post\n%end\nnetw", 3, 5)).containsExactly("network");
  }

  @Test
  void offersSectionsAndTheirOptions() {
    assertThat(texts("RHEL9", "%p", 1, 3))
        .containsExactly("%packages", "%post", "%pre", "%pre-install");
    assertThat(texts("RHEL9", "%post --n", 1, 10)).containsExactly("--nochroot");
  }

  @Test
  void offersOnlyWhatADialectHonours() {
    assertThat(texts("KICKSEED", "pre", 1, 4)).containsExactly("preseed");
    assertThat(texts("KICKSTART_INSTALLER", "part --", 1, 8))
        .contains("--size=")
        .doesNotContain("--encrypted");
    assertThat(texts("KICKSTART_INSTALLER", "firewall --s", 1, 13)).isEmpty();
  }

  @Test
  void isSilentOutsideTheText() {
    assertThat(texts("RHEL9", "lang", 9, 1)).isEmpty();
    assertThat(texts("RHEL9", "lang", 1, 0)).isEmpty();
    assertThat(texts("PRESEED", "d-i", 9, 1)).isEmpty();
  }

  @Test
  void completesQuestionsOfAPreseedTheirTypesAndAnswers() {
    assertThat(texts("PRESEED", "d", 1, 2)).containsExactly("d-i");
    assertThat(texts("PRESEED", "d-i clock-setup/u", 1, 18))
        .containsExactly("clock-setup/utc", "clock-setup/utc-auto");
    assertThat(texts("PRESEED", "d-i\tclock-setup/utc ", 1, 21)).containsExactly("boolean");
    assertThat(texts("PRESEED", "d-i clock-setup/utc boolean ", 1, 29))
        .containsExactly("false", "true");
    assertThat(texts("PRESEED", "d-i time/zone string Asia/Tok", 1, 30))
        .containsExactly("Asia/Tokyo");
    assertThat(texts("PRESEED", "d-i partman-auto/method string l", 1, 33)).containsExactly("lvm");
    assertThat(texts("PRESEED", "tasksel tasksel/first multiselect s", 1, 36))
        .containsExactly("server", "ssh-server", "standard");
    assertThat(texts("PRESEED", "d-i partman/mount_style select ", 1, 32))
        .containsExactly("label", "traditional", "uuid");
    assertThat(Completions.at(Release.of("PRESEED"), "d-i  time/zone  sel", 1, 20))
        .containsExactly(new Completion(Completion.Kind.VALUE, "select", 17, 20));
  }

  @Test
  void offersNothingInRemarksLongerAnswersAndTextsOfAPreseed() {
    assertThat(texts("PRESEED", "#d-i clock-setup/u", 1, 19)).isEmpty();
    assertThat(texts("PRESEED", "d-i time/zone string \\\nAsia/To", 2, 8)).isEmpty();
    assertThat(texts("PRESEED", "d-i netcfg/get_domain string a b", 1, 33)).isEmpty();
    assertThat(texts("PRESEED", "d-i no/such ", 1, 13)).isEmpty();
  }

  private static List<String> texts(String release, String text, int line, int column) {
    return Completions.at(Release.of(release), text, line, column).stream()
        .map(Completion::text)
        .toList();
  }
}
