package org.yuzuri.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.yuzuri.settings.RealCases.bios;
import static org.yuzuri.settings.RealCases.codes;
import static org.yuzuri.settings.RealCases.one;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;

/** What people were not told, or told wrongly: hashes, templates, names that were meant. */
class HintsTest {

  private static final Release RHEL9 = Release.of("RHEL9");
  private static final Release PRESEED = Release.PRESEED;
  private static final String RECIPE =
      "d-i partman-auto/expert_recipe string r :: 500 50 1000 ext4 mountpoint{ /boot } . "
          + "2000 100 -1 ext4 mountpoint{ / } .";

  /** pykickstart#260. */
  @Test
  void planHasPlainNewlinesAndSaysSo() {
    for (Release release : List.of(RHEL9, Release.of("FC3"), Release.KICKSEED)) {
      InstallPlan plan = bios(release, "lang en_US\r\n%post\r\necho a\r\n%end\r\n");
      assertThat(plan.text()).doesNotContain("\r");
      assertThat(one(plan, FindingCode.CARRIAGE_RETURNS).line()).isEqualTo(1);
    }
    InstallPlan plan = bios(PRESEED, "d-i time/zone string UTC\r\n");
    assertThat(plan.text()).doesNotContain("\r");
    assertThat(codes(plan)).contains(FindingCode.CARRIAGE_RETURNS);
  }

  @ParameterizedTest
  @CsvSource({
    "--lock --iscrypted locked,false",
    "--iscrypted nope,false",
    "--iscrypted !,false",
    "--iscrypted '*',false",
    "--iscrypted $6$a$b,false",
    "--iscrypted $y$j9T$a$b,false",
    "--iscrypted $1$a$b,true",
    "--iscrypted abJnggxhB/yWI,true"
  })
  void onlyHashesAreWeakHashes(String password, boolean weak) {
    List<FindingCode> codes = codes(bios(RHEL9, "rootpw " + password + "\n"));

    assertThat(codes.contains(FindingCode.WEAK_HASH)).isEqualTo(weak);
    String hash = password.substring(password.lastIndexOf(' ') + 1).replace("'", "");
    assertThat(
            codes(bios(PRESEED, "d-i passwd/root-password-crypted password " + hash + "\n"))
                .contains(FindingCode.WEAK_HASH))
        .isEqualTo(weak);
  }

  @Test
  void smallBootIsAWarningAsTheInstallersOwn() {
    assertThat(one(bios(RHEL9, "part /boot --size=300\n"), FindingCode.TOO_SMALL_PARTITION))
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.message(Locale.JAPANESE)).contains("300");
              assertThat(finding.expected(Locale.ENGLISH)).contains("512");
            });
    assertThat(codes(bios(Release.of("RHEL7"), "part /boot --size=300\n")))
        .doesNotContain(FindingCode.TOO_SMALL_PARTITION);
    assertThat(codes(bios(RHEL9, "part /var --size=100\n")))
        .contains(FindingCode.TOO_SMALL_PARTITION);
  }

  @ParameterizedTest
  @CsvSource({
    "part /srv --grow,true",
    "part /srv --size=0 --grow,true",
    "part raid.1,true",
    "part /srv --size=1 --grow,false",
    "part /srv --onpart=sda3,false",
    "part swap --recommended,false",
    "part /tmp --fstype=tmpfs,false"
  })
  void partitionWithoutASizeStopsTheInstaller(String line, boolean stops) {
    assertThat(bios(RHEL9, line + "\n").findings())
        .filteredOn(f -> f.code() == FindingCode.TOO_SMALL_PARTITION)
        .extracting(Finding::severity)
        .isEqualTo(stops ? List.of(Severity.ERROR) : List.of());
  }

  @Test
  void driversOnAMediumAreNotThere() {
    assertThat(codes(bios(RHEL9, "driverdisk sdb1\n"))).contains(FindingCode.ABSENT_MEDIUM);
    assertThat(codes(bios(RHEL9, "driverdisk --source=http://10.30.0.10/dd.img\n")))
        .doesNotContain(FindingCode.ABSENT_MEDIUM);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url --url=$tree|Cobbler",
        "url --url=@@tree@@|Cobbler",
        "$SNIPPET('network_config')|Cobbler",
        "SNIPPET::pre|Cobbler",
        "#if $getVar('raid','') == '1'|Cobbler",
        "url --url=<%= @mediapath %>|Foreman ERB",
        "<% if @host.operatingsystem %>|Foreman ERB",
        "url --url={{ repo_url }}|Jinja",
        "{% if uefi %}|Jinja",
        "url --url=http://{{ .HTTPIP }}:{{ .HTTPPort }}/|Packer",
        "rootpw {{user `password`}}|Packer",
        "rootpw ${root_password}|Terraform",
        "%{ for disk in disks }|Terraform",
        "url --url=${var.url}|Terraform",
        "url --url=$MIRROR/os|envsubst",
        "lang ${LANGUAGE:-en_US}|envsubst",
        "url --url=http://${ ip }:8080/|Terraform",
        "url --url=$(MIRROR)|a template engine",
        "url --url=%MIRROR%|a template engine",
        "url --url=__MIRROR__/os|a template engine",
        "url --url=REPLACE_ME|sed",
        "url --url=http://YOUR_SERVER/os|sed",
        "rootpw <password>|sed",
        "url --url=%(mirror)s|Python",
        "user --name=\"#{name}\"|Ruby",
        "url --url=http://xCATMASTERx/os|xCAT",
        "timezone [% zone %]|Template Toolkit",
        "<%|Foreman ERB",
        "  end -%>|Foreman ERB",
        "rootpw ${PASSWORD?unset}|envsubst",
        "user --name={{user.name}}|Jinja",
        "part / --size=${ROOT_SIZE%%MiB}|envsubst",
        "%include /tmp/{{ name }}.ks|Jinja",
        "%post --log=${log_file}|Terraform"
      })
  void leftoverOfATemplateNamesItsTool(String line, String tool) {
    Finding finding = one(bios(RHEL9, line + "\n"), FindingCode.TEMPLATE_LEFTOVER);

    assertThat(finding.message(Locale.ENGLISH)).contains(tool);
    assertThat(finding.message(Locale.JAPANESE)).contains(tool);
  }

  @Test
  void wordsOfARecipeAreNoTemplateButALineOfAnEngineIs() {
    String recipe = RECIPE.replace("ext4", "ext4 $primary{ } $lvmok{ } $iflabel{ gpt }");

    assertThat(codes(bios(PRESEED, recipe + "\n"))).doesNotContain(FindingCode.TEMPLATE_LEFTOVER);
    assertThat(codes(bios(PRESEED, recipe.replace("500", "$size") + "\n")))
        .contains(FindingCode.TEMPLATE_LEFTOVER);
    assertThat(codes(bios(PRESEED, "{% if lvm %}\n")))
        .contains(FindingCode.TEMPLATE_LEFTOVER)
        .doesNotContain(FindingCode.UNREADABLE_PRESEED_LINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repo --name=u --metalink=http://10.30.0.10/m?repo=$releasever&arch=$basearch",
        "rootpw --iscrypted $6$salt$hash.AB/C",
        "rootpw --iscrypted $y$j9T$abc$DEF",
        "user --name=a --iscrypted --password=$2b$12$abcdef",
        "sshkey --username=a \"ssh-rsa AAAA a@b\"",
        "%post\nfor i in $A ${b}; do docker inspect -f '{{.Id}}' $i; done\n%end",
        "# if you want more, ask",
        "url --url=http://10.30.0.10/a%20b/c__d",
        "%post\ndate +%Y%m%d; rpm -qa --qf '%{NAME}'; python3 -c 'print(__name__)'; x=$(HOSTNAME)\n%end",
        "%packages\n@core\n@^minimal-environment\n%end",
        "%post\ncat <file >x; sed -i s/CHANGE_ME/x/ y; echo \"#{x}\" %(a)s\n%end",
        "user --name=a --gecos=\"A <a@example.org>\"",
        "selinux --enforcing"
      })
  void whatOnlyLooksLikeATemplateIsNotTold(String text) {
    assertThat(codes(bios(RHEL9, text + "\n"))).doesNotContain(FindingCode.TEMPLATE_LEFTOVER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RHEL9|network --hostname=@@hostname@@",
        "RHEL9|network --bootproto=dhcp --hostname=<%= @host.name %>",
        "RHEL9|network --hostname={{ .Name }}",
        "RHEL9|network --hostname=${host_name}",
        "FC3|network --hostname=$HOST_NAME",
        "KICKSEED|network --hostname={{ name }}",
        "PRESEED|d-i netcfg/get_hostname string {{ ansible_hostname }}",
        "PRESEED|d-i netcfg/hostname string <%= @host.shortname %>"
      })
  void hostNameThatATemplateLeftIsOneFault(String release, String line) {
    List<FindingCode> codes = codes(bios(Release.of(release), line + "\n"));

    assertThat(codes)
        .containsOnlyOnce(FindingCode.TEMPLATE_LEFTOVER)
        .doesNotContain(FindingCode.HOST_NAME_NOT_TAKEN);
  }

  /** The parser refuses the words that a leftover with blanks is cut into, so it is an error. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lang {{ lang }}|{{ lang }}",
        "part / --fstype=xfs --size={{ size }}|{{ size }}",
        "repo --name=x --baseurl=<%= @mediapath %>|<%= @mediapath %>",
        "autopart $SNIPPET('x')|$SNIPPET(",
        "url --url=http://{{ .HTTPIP }}:{{ .HTTPPort }}/os|{{ .HTTPIP }}:{{ .HTTPPort }}",
        "url --url=http://{{ mirror }}/os|{{ mirror }}",
        "url --url=http://<%= @host.params['mirror'] %>/os|<%= @host.params['mirror'] %>",
        "lang %{ if japanese }|%{ if japanese }",
        "services --enabled={% for s in services %}|{% for s in services %}"
      })
  void leftoverThatIsCutIntoWordsIsOneError(String line, String found) {
    for (List<Finding> findings :
        List.of(bios(RHEL9, line + "\n").findings(), Synthesis.check(RHEL9, line + "\n"))) {
      List<Finding> there = findings.stream().filter(finding -> finding.line() == 1).toList();
      assertThat(there)
          .extracting(Finding::code, Finding::severity)
          .containsExactly(tuple(FindingCode.TEMPLATE_LEFTOVER, Severity.ERROR));
      assertThat(there.get(0).found()).startsWith(found);
    }
  }

  @Test
  void wrongWordsBesideALeftoverAreTold() {
    InstallPlan plan = bios(RHEL9, "url --url=@@tree@@ --nosuch more\n");

    assertThat(codes(plan))
        .contains(FindingCode.TEMPLATE_LEFTOVER, FindingCode.SUPERFLUOUS_ARGUMENT);
    assertThat(plan.findings())
        .filteredOn(finding -> finding.code() == FindingCode.UNKNOWN_OPTION)
        .extracting(Finding::found)
        .containsExactly("--nosuch");
  }

  /** RHEL 10 only warns of vnc, and starts without it. */
  @Test
  void commandWithoutEffectDoesNotWaitForAPerson() {
    assertThat(codes(bios(Release.of("RHEL10"), "vnc\n")))
        .contains(FindingCode.COMMAND_WITHOUT_EFFECT)
        .doesNotContain(FindingCode.WAITS_FOR_A_PERSON);
    assertThat(codes(bios(RHEL9, "vnc\n"))).contains(FindingCode.WAITS_FOR_A_PERSON);
  }

  /** As packer-maas has it. */
  @Test
  void diskThatKeepsItsNameIsNotToldToBecomeIt() {
    InstallPlan plan = bios(RHEL9, "bootloader --location=mbr --driveorder=\"vda\" --timeout=1\n");

    assertThat(plan.text()).contains("bootloader --location=mbr --timeout=1 --boot-drive=vda");
    assertThat(codes(plan)).doesNotContain(FindingCode.DISK_RENAMED);
  }

  @Test
  void hostNameThatIsNoneIsToldBesideALeftoverOfAnotherPlace() {
    InstallPlan plan = bios(RHEL9, "network --gateway=@@gateway@@ --hostname=web_1\n");

    assertThat(codes(plan))
        .contains(FindingCode.TEMPLATE_LEFTOVER, FindingCode.HOST_NAME_NOT_TAKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RHEL9|partittion / --size=1|partition",
        "RHEL9|part / --siize=1|--size",
        "RHEL9|autopart --type=lvmm|lvm",
        "RHEL9|%packagess|%packages",
        "PRESEED|d-i passwd/root-pasword password x|passwd/root-password"
      })
  void whatWasProbablyMeantIsSuggested(String release, String line, String meant) {
    assertThat(
            Synthesis.check(Release.of(release), line + "\n").stream()
                .flatMap(finding -> finding.suggestion(Locale.ENGLISH).stream()))
        .contains("Did you mean " + meant + "?");
    assertThat(
            Synthesis.check(Release.of(release), line + "\n").stream()
                .flatMap(finding -> finding.suggestion(Locale.JAPANESE).stream()))
        .contains(meant + " のことですか。");
  }
}
