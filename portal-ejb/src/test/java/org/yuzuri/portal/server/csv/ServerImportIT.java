package org.yuzuri.portal.server.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.shiro.authz.UnauthorizedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.world.CircleSite;

class ServerImportIT {

  private static final String PASSWORD = "pass,\"word\"";

  private final PortalDatabase database = PortalDatabase.shared();
  private final CircleSite site = new CircleSite();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String offer =
      text("select o.name from offer o join server s on s.offer_id = o.id order by s.id desc");
  private final String agent =
      text("select a.name from agent a join server s on s.agent_id = a.id order by s.id desc");

  @AfterEach
  void leaveNothing() {
    write("update server set state = 'RETIRED' where name like 'csv-" + mark + "%'");
  }

  @Test
  void fileIsPreviewedAndStoredThroughTheChecksOfTheForm() {
    ImportPreview preview = preview(line(1), line(2));
    assertThat(preview.wrong()).isEmpty();
    assertThat(preview.right()).isEqualTo(2);
    assertThat(count()).isZero();
    assertThat(preview.sealed()).doesNotContain(PASSWORD);

    assertThat(store(preview, false).wrong()).isEmpty();
    assertThat(count()).isEqualTo(2);
    assertThat(text("select state from server where name = 'csv-" + mark + "-1'"))
        .isEqualTo("ENROLLED");
  }

  @Test
  void nothingIsStoredUnlessAllAreRightOrOnlyTheRightOnesAreWanted() {
    String wrong = line(2).replace(",BIOS,", ",FLOPPY,").replace(",2048,", ",much,");
    ImportPreview preview = preview(line(1), wrong);

    assertThat(preview.right()).isEqualTo(1);
    assertThat(preview.wrong()).hasSize(1);
    ImportLine told = preview.wrong().get(0);
    assertThat(told.number()).isEqualTo(3);
    assertThat(told.name()).isEqualTo("csv-" + mark + "-2");
    assertThat(told.errors())
        .extracting(ImportLine.Wrong::column, ImportLine.Wrong::value)
        .contains(tuple("bootMode", "FLOPPY"), tuple("memoryMib", "much"));

    assertThat(store(preview, false).wrong()).hasSize(1);
    assertThat(count()).isZero();

    assertThat(store(preview, true).wrong()).hasSize(1);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void linesThatShareSomethingWithEachOtherAreToldOfTheLaterOne() {
    String sameMac = line(2).replace(mac(2), mac(1));
    ImportPreview preview = preview(line(1), sameMac, line(1));

    assertThat(preview.wrong()).extracting(ImportLine::number).containsExactly(3L, 4L);
    assertThat(preview.wrong().get(0).errors())
        .extracting(ImportLine.Wrong::column)
        .containsExactly("mac");
    assertThat(preview.wrong().get(1).errors())
        .extracting(ImportLine.Wrong::column)
        .contains("name", "mac", "bootAddress", "bmcAddress", "disks");
  }

  @Test
  void fileThatIsStoredTwiceAddsNothing() {
    ImportPreview preview = preview(line(1));
    store(preview, false);

    assertThat(store(preview, true).wrong()).hasSize(1);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void unknownOfferAndAgentAndLessThanPromisedAreNamed() {
    assertThat(
            preview(
                    line(1).replace("," + offer + ",", ",No such,"),
                    line(2).replace("," + agent + ",", ",,"),
                    line(3).replace(",2048,", ",16,"))
                .wrong())
        .flatExtracting(ImportLine::errors)
        .extracting(ImportLine.Wrong::column)
        .containsExactly("offer", "agent", "memoryMib");
  }

  @Test
  void whatIsTakenOutIsTakenInAgainAndHasNoPassword() {
    store(preview(line(1)), false);
    String file =
        database.as(
            Tenants.LENDER,
            Role.AUDITOR,
            b ->
                b.get(ServerExportService.class)
                    .file(new ListFilter<ServerState>("csv-" + mark, Set.of())));

    assertThat(file).startsWith("\ufeff" + header()).contains("csv-" + mark + "-1");
    assertThat(file).doesNotContain("pass").doesNotContain("word\"");
    write("update server set state = 'RETIRED' where name like 'csv-" + mark + "%'");
    ImportPreview again = operator(s -> s.preview(file.getBytes(StandardCharsets.UTF_8)));
    assertThat(again.wrong().get(0).errors())
        .extracting(ImportLine.Wrong::column)
        .contains("bmcPassword");
  }

  @Test
  void templateHasEveryColumnAndAnExample() {
    List<ServerLine> lines =
        ServerFile.lines(
            ServerFile.text(
                operator(ServerImportService::template).getBytes(StandardCharsets.UTF_8)));

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).cell(ServerColumn.MAC)).isEqualTo("52:54:00:00:00:11");
  }

  @Test
  void tenThousandLinesAreJudgedInOneGo() {
    String file =
        IntStream.range(0, ServerFile.MOST_LINES)
            .mapToObj(i -> line(i % 100))
            .collect(Collectors.joining("\n", header() + "\n", ""));

    ImportPreview preview = operator(s -> s.preview(file.getBytes(StandardCharsets.UTF_8)));

    assertThat(preview.right()).isEqualTo(100);
    assertThat(preview.wrong()).hasSize(ServerFile.MOST_LINES - 100);
  }

  @Test
  void onlyWhoWritesServersMayImport() {
    for (Role role : List.of(Role.TENANT_ADMIN, Role.AUDITOR, Role.LENDER_BILLING)) {
      long of = role.isLender() ? Tenants.LENDER : site.tenant();
      assertThatThrownBy(
              () ->
                  database.as(
                      of, role, b -> b.get(ServerImportService.class).preview(new byte[] {1})))
          .isInstanceOf(UnauthorizedException.class);
    }
  }

  private ImportPreview preview(String... lines) {
    String file = header() + "\r\n" + String.join("\r\n", lines);
    return operator(s -> s.preview(file.getBytes(StandardCharsets.UTF_8)));
  }

  private ImportPreview store(ImportPreview preview, boolean onlyTheRightOnes) {
    return operator(s -> s.store(preview.sealed(), onlyTheRightOnes));
  }

  private <T> T operator(Function<ServerImportService, T> work) {
    return database.as(
        Tenants.LENDER, Role.OPERATOR, b -> work.apply(b.get(ServerImportService.class)));
  }

  private static String header() {
    return String.join(",", ServerColumn.headers());
  }

  private String mac(int number) {
    String rest = String.format("%08x", (mark.hashCode() + number * 7919L) & 0xffffffffL);
    return "02:00:" + rest.replaceAll("(..)(?!$)", "$1:");
  }

  private String line(int number) {
    String name = "csv-" + mark + "-" + number;
    return String.join(
        ",",
        name,
        offer,
        agent,
        mac(number),
        "10.66.0." + (50 + number) + "/24",
        "BIOS",
        "ttyS0",
        "CONSOLE",
        "2",
        "2048",
        "IPMI",
        "bmc-" + name + ":623",
        "admin",
        "\"" + PASSWORD.replace("\"", "\"\"") + "\"",
        "EXTERNAL",
        "棚 " + number,
        "/dev/sda 480 disk-" + name);
  }

  private long count() {
    return Long.parseLong(text("select count(*) from server where name like 'csv-" + mark + "%'"));
  }

  private String text(String sql) {
    return database.asPortal(
        b ->
            String.valueOf(
                b.get(EntityManager.class)
                    .createNativeQuery(sql)
                    .setMaxResults(1)
                    .getSingleResult()));
  }

  private void write(String sql) {
    database.asPortal(b -> b.get(EntityManager.class).createNativeQuery(sql).executeUpdate());
  }
}
