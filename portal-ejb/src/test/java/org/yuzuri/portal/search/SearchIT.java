package org.yuzuri.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.world.CircleSite;

class SearchIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final CircleSite site = new CircleSite();
  private final CircleSite other = new CircleSite();
  private long order;
  private long lease;
  private String server = "";

  @BeforeEach
  void order() {
    order = site.order();
    other.order();
    lease = number("select max(id) from lease where tenant_id = " + site.tenant());
    server =
        text(
            "select s.name from server s join lease l on l.server_id = s.id where l.id = " + lease);
    write("update lease set labels = 'TEAM=Größe100%' where id = " + lease);
  }

  @Test
  void operatorFindsTheServerByWhatItIsKnownBy() {
    for (String column : List.of("name", "mac", "boot_address")) {
      String known = text("select " + column + " from server where name = '" + server + "'");
      assertThat(kinds(operator(known))).as(column).contains(FoundKind.SERVER);
    }
    write(
        "update server set machine_serial = 'CZ1234-" + lease + "' where name = '" + server + "'");
    assertThat(names(operator("cz1234-" + lease))).containsExactly(server);
    assertThat(kinds(own(site, "cz1234-" + lease))).doesNotContain(FoundKind.SERVER);
    String disk =
        text(
            "select max(d.stable_id) from server_disk d join server s on s.id = d.server_id"
                + " where s.name = '"
                + server
                + "'");
    assertThat(names(operator(disk.toUpperCase(Locale.ROOT)))).contains(server);
  }

  @Test
  void tenantFindsItsOwnByLabelNumberAndAddress() {
    String address = text("select virtual_address from lease where id = " + lease);

    for (String word : List.of("team=größe", "#" + lease, address)) {
      assertThat(own(site, word).things())
          .as(word)
          .anyMatch(found -> found.kind() == FoundKind.LEASE && found.id() == lease);
    }
    assertThat(own(site, String.valueOf(order)).things())
        .anyMatch(found -> found.kind() == FoundKind.ORDER && found.id() == order);
  }

  @Test
  void nothingOfAnotherTenantIsEverFound() {
    for (String word :
        List.of(server, "TEAM=", "#" + lease, "#" + order, "203.0.113.10", "10.30", "%%", "G")) {
      assertThat(own(other, word).things())
          .as(word)
          .noneMatch(found -> found.kind() == FoundKind.LEASE && found.id() == lease)
          .noneMatch(found -> found.kind() == FoundKind.ORDER && found.id() == order)
          .noneMatch(found -> found.kind() == FoundKind.SERVER)
          .noneMatch(found -> found.kind() == FoundKind.TENANT)
          .noneMatch(found -> found.kind() == FoundKind.DAEMON);
    }
    Set<String> tenants =
        own(other, "Circle").things().stream().map(Found::tenant).collect(Collectors.toSet());
    assertThat(tenants).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void whoDoesNotReadAKindOfThingDoesNotFindIt() {
    SearchResult billing =
        database.as(
            site.tenant(), Role.TENANT_BILLING, b -> b.get(SearchService.class).find("10.30"));

    assertThat(kinds(billing)).doesNotContain(FoundKind.GATEWAY);
    assertThat(kinds(own(site, "10.30"))).contains(FoundKind.GATEWAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%", "__", "!!", "100%%", "'; drop table lease; --", "🦊🦊"})
  void wildcardsAndHostileTextsStandForThemselves(String word) {
    assertThat(own(site, word).things()).isEmpty();
    assertThat(own(site, word).tooShort()).isFalse();
  }

  @Test
  void percentSignOfALabelIsFound() {
    assertThat(own(site, "100%").things()).extracting(Found::id).contains(lease);
  }

  @Test
  void oneCharacterIsTooShortButADigitIsANumber() {
    assertThat(own(site, "a").tooShort()).isTrue();
    assertThat(own(site, "  ").tooShort()).isTrue();
    assertThat(own(site, "7").tooShort()).isFalse();
    assertThat(own(site, "9".repeat(300)).things()).isEmpty();
  }

  @Test
  void oneStatementWhateverIsLookedThrough() {
    assertThat(statements(Tenants.LENDER, Role.LENDER_ADMIN)).isEqualTo(1);
    assertThat(statements(site.tenant(), Role.TENANT_ADMIN)).isEqualTo(1);
  }

  private long statements(long tenant, Role role) {
    return database.as(
        tenant,
        role,
        b -> {
          Statistics statistics =
              b.get(EntityManager.class).unwrap(Session.class).getSessionFactory().getStatistics();
          statistics.setStatisticsEnabled(true);
          long before = statistics.getPrepareStatementCount();
          b.get(SearchService.class).find("circle");
          return statistics.getPrepareStatementCount() - before;
        });
  }

  private SearchResult own(CircleSite of, String word) {
    return database.as(of.tenant(), Role.TENANT_ADMIN, b -> b.get(SearchService.class).find(word));
  }

  private SearchResult operator(String word) {
    return database.as(Tenants.LENDER, Role.OPERATOR, b -> b.get(SearchService.class).find(word));
  }

  private static List<FoundKind> kinds(SearchResult result) {
    return result.things().stream().map(Found::kind).toList();
  }

  private static List<String> names(SearchResult result) {
    return result.things().stream().map(Found::name).toList();
  }

  private long number(String sql) {
    return Long.parseLong(text(sql));
  }

  private String text(String sql) {
    return database.asPortal(
        b -> String.valueOf(b.get(EntityManager.class).createNativeQuery(sql).getSingleResult()));
  }

  private void write(String sql) {
    database.asPortal(b -> b.get(EntityManager.class).createNativeQuery(sql).executeUpdate());
  }
}
