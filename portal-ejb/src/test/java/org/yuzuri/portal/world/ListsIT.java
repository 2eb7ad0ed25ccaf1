package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.offer.OfferState;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;

/** Every list of the portal, found by its shape: none can be forgotten here. */
class ListsIT {

  private static final int ROWS = 55;
  private static final int MOST_STATEMENTS = 6;
  private static final List<Class<?>> SHAPE = List.of(ListFilter.class, PageRequest.class);
  private static final List<Class<?>> OF_A_MONTH =
      List.of(String.class, ListFilter.class, PageRequest.class);
  private static final ListFilter<?> EVERYTHING = ListFilter.<OfferState>none();
  private static final long LENDER = 1;
  private static final PortalDatabase DATABASE = PortalDatabase.shared();
  private static final String MARK = UUID.randomUUID().toString().substring(0, 8);

  private static final ListsFiller FILLER = new ListsFiller(DATABASE, ROWS, MARK);

  private static long tenant;
  private static long other;

  /** A method of a service that gives one page of rows. */
  record Listing(Method method) {

    Page<?> page(Portal portal, ListFilter<?> filter, PageRequest request) {
      try {
        Object service = portal.get(method.getDeclaringClass());
        return (Page<?>)
            (isOfAMonth()
                ? method.invoke(service, "", filter, request)
                : method.invoke(service, filter, request));
      } catch (InvocationTargetException refused) {
        if (refused.getCause() instanceof RuntimeException problem) {
          throw problem;
        }
        throw new IllegalStateException(refused.getCause());
      } catch (IllegalAccessException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    boolean isOfAMonth() {
      return List.of(method.getParameterTypes()).equals(OF_A_MONTH);
    }

    boolean isForOperators() {
      String[] permissions = method.getAnnotation(RequiresPermissions.class).value();
      return Role.OPERATOR.permissions().containsAll(List.of(permissions));
    }

    boolean isOfTheLenderOnly() {
      return Set.of(
              "AgentService",
              "AnnouncementService",
              "MailService",
              "OfferService",
              "ServerService",
              "TenantService",
              "UsageService")
          .contains(method.getDeclaringClass().getSimpleName());
    }

    @Override
    public String toString() {
      return method.getDeclaringClass().getSimpleName();
    }
  }

  static List<Listing> lists() throws Exception {
    return PortalDatabase.types()
        .filter(type -> type.isAnnotationPresent(Stateless.class))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.getReturnType() == Page.class)
        .map(Listing::new)
        .filter(
            list -> list.isOfAMonth() || List.of(list.method().getParameterTypes()).equals(SHAPE))
        .toList();
  }

  static List<String> hostileTexts() {
    return List.of(
        "%",
        "_",
        "!",
        "'",
        "\"",
        "\\",
        "🦊",
        "'; drop table agent; --",
        "%' or '1'='1",
        "x".repeat(300),
        "9".repeat(300));
  }

  @BeforeAll
  static void fill() {
    tenant = DATABASE.newTenant("Lists " + MARK);
    other = DATABASE.newTenant("Others " + MARK);
    DATABASE.asPortal(w -> FILLER.fillTheLenders(w));
    fillFor(tenant, "mine");
    fillFor(other, "theirs");
  }

  @Test
  void theListsAreFound() throws Exception {
    assertThat(lists())
        .extracting(Listing::toString)
        .contains(
            "OrderService",
            "LeaseService",
            "TransferService",
            "ServerService",
            "ImageService",
            "SettingsService",
            "OfferService",
            "GatewayService",
            "AgentService",
            "MailService",
            "TenantService",
            "MemberService",
            "InvitationService",
            "UsageService");
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aPageTakesAFewStatementsWhateverItsRows(Listing list) {
    Page<?> page =
        asWhoSeesMost(
            list,
            portal -> {
              Statistics statistics = statistics(portal);
              Page<?> shown = list.page(portal, EVERYTHING, PageRequest.first(50));
              assertThat(statistics.getPrepareStatementCount())
                  .isBetween(1L, (long) MOST_STATEMENTS);
              assertThat(statistics.getEntityLoadCount()).isZero();
              return shown;
            });

    assertThat(page.rows()).hasSize(50);
    assertThat(page.total()).isGreaterThanOrEqualTo(ROWS);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aListThatHasNoMoreThanItsPageIsNotCountedAsWell(Listing list) {
    ListFilter<?> nothing = filter("x".repeat(300));
    asWhoSeesMost(
        list,
        portal -> {
          Statistics statistics = statistics(portal);
          Page<?> shown = list.page(portal, EVERYTHING, PageRequest.first(50));
          long full = statistics.getPrepareStatementCount();
          Page<?> none = list.page(portal, nothing, PageRequest.first(50));

          assertThat(none.total()).isZero();
          assertThat(statistics.getPrepareStatementCount() - full).isLessThan(full);
          return shown;
        });
  }

  @ParameterizedTest
  @MethodSource("lists")
  void pagesFollowEachOtherWithoutGapsAndTwins(Listing list) {
    assertPagesFollowEachOther(list, null);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void pagesOfASortedListFollowEachOther(Listing list) {
    columns(list).forEach(column -> assertPagesFollowEachOther(list, column));
  }

  private static void assertPagesFollowEachOther(Listing list, @Nullable String sort) {
    Set<Object> ids = new HashSet<>();
    long looked = 0;
    for (int offset = 0; offset == 0 || offset < looked; offset += 20) {
      PageRequest request = new PageRequest(offset, 20, sort, true);
      Page<?> page = asWhoSeesMost(list, portal -> list.page(portal, EVERYTHING, request));
      looked = Math.min(500, page.total()); // other tests leave thousands
      page.rows().forEach(row -> assertThat(ids.add(component(row, "id"))).as(sort).isTrue());
    }
    assertThat(ids).as(sort).hasSize((int) looked);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void everyColumnSortsBothWays(Listing list) {
    for (String column : columns(list)) {
      asWhoSeesMost(list, p -> list.page(p, EVERYTHING, new PageRequest(0, 100, column, false)));
      asWhoSeesMost(list, p -> list.page(p, EVERYTHING, new PageRequest(0, 100, column, true)));
    }
    List<Long> up = ids(list, new PageRequest(0, 100, "id", false));
    List<Long> down = ids(list, new PageRequest(0, 100, "id", true));

    assertThat(up).isSorted();
    assertThat(down).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(down.get(0)).isGreaterThanOrEqualTo(up.get(up.size() - 1));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void anUnknownColumnIsNamedWithThoseThatThereAre(Listing list) {
    PageRequest request = new PageRequest(0, 10, "id; drop table agent", false);

    assertThatThrownBy(() -> asWhoSeesMost(list, p -> list.page(p, EVERYTHING, request)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("drop table")
        .hasMessageContaining("id, ");
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aTextFindsItsRowsInAnyCase(Listing list) {
    String text = list.isOfTheLenderOnly() ? MARK + "-7" : "Mine";
    ListFilter<?> filter = filter(text.toUpperCase(Locale.ROOT));
    Page<?> found =
        list.isOfTheLenderOnly()
            ? asLender(list, p -> list.page(p, filter, PageRequest.first(100)))
            : asTenant(p -> list.page(p, filter, PageRequest.first(100)));

    assertThat(found.rows()).isNotEmpty();
    assertThat(found.total()).isEqualTo(found.rows().size()).isLessThanOrEqualTo(ROWS);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aHostileTextStandsForItselfOnly(Listing list) {
    Page<?> all = asWhoSeesMost(list, p -> list.page(p, EVERYTHING, PageRequest.first(50)));
    for (String text : hostileTexts()) {
      Page<?> found = asWhoSeesMost(list, p -> list.page(p, filter(text), PageRequest.first(50)));
      assertThat(found.total()).as(text).isLessThan(ROWS);
    }
    assertThat(all.rows()).hasSize(50);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void anotherTenantsRowsNeverAppear(Listing list) {
    if (list.isOfTheLenderOnly()) {
      return;
    }
    Page<?> mine = asTenant(p -> list.page(p, EVERYTHING, PageRequest.first(100)));
    Page<?> theirs = asTenant(p -> list.page(p, filter("theirs"), PageRequest.first(100)));

    assertThat(mine.total()).isGreaterThanOrEqualTo(ROWS);
    assertThat(mine.rows())
        .extracting(row -> component(row, "tenant"))
        .noneMatch(name -> name.toString().startsWith("Others"));
    assertThat(theirs.total()).isZero();
  }

  @Test
  void aWithdrawnOfferIsShownToOperatorsWhoAskOnly() {
    long withdrawn = asOperator(p -> FILLER.offer(p, "gone"));
    asOperator(
        p -> {
          p.get(OfferService.class).withdraw(withdrawn);
          return true;
        });
    ListFilter<OfferState> unasked = new ListFilter<OfferState>("gone " + MARK, Set.of());
    ListFilter<OfferState> asked = new ListFilter<>("gone " + MARK, Set.of(OfferState.WITHDRAWN));
    PageRequest request = PageRequest.first(10);

    assertThat(asOperator(p -> p.get(OfferService.class).list(unasked, request)).rows()).isEmpty();
    assertThat(asOperator(p -> p.get(OfferService.class).list(asked, request)).rows()).hasSize(1);
    assertThat(asTenant(p -> p.get(OfferService.class).list(asked, request)).rows()).isEmpty();
  }

  @Test
  void anOfferForOthersIsNotListed() {
    asOperator(p -> p.get(OfferService.class).add(FILLER.entry("theirs only", Set.of(other))));
    asOperator(p -> p.get(OfferService.class).add(FILLER.entry("mine only", Set.of(tenant))));
    PageRequest request = PageRequest.first(10);

    assertThat(
            asTenant(
                    p ->
                        p.get(OfferService.class)
                            .list(new ListFilter<OfferState>("only " + MARK, Set.of()), request))
                .rows())
        .extracting(row -> row.name())
        .containsExactly("mine only " + MARK);
  }

  /** As an operator, but for what is a tenant's alone. */
  private static <T> T asWhoSeesMost(Listing list, Function<Portal, T> work) {
    return list.isForOperators() || list.isOfTheLenderOnly()
        ? asLender(list, work)
        : asTenant(work);
  }

  /** As an operator, but for what is for administrators and billing staff only. */
  private static <T> T asLender(Listing list, Function<Portal, T> work) {
    return DATABASE.as(LENDER, list.isForOperators() ? Role.OPERATOR : Role.LENDER_ADMIN, work);
  }

  private static Statistics statistics(Portal portal) {
    Session session = portal.get(EntityManager.class).unwrap(Session.class);
    Statistics statistics = session.getSessionFactory().getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    return statistics;
  }

  private static <T> T asOperator(Function<Portal, T> work) {
    return DATABASE.as(LENDER, Role.OPERATOR, work);
  }

  private static <T> T asTenant(Function<Portal, T> work) {
    return DATABASE.as(tenant, Role.TENANT_ADMIN, work);
  }

  private static List<String> columns(Listing list) {
    Object first =
        asWhoSeesMost(list, p -> list.page(p, EVERYTHING, PageRequest.first(1))).rows().get(0);
    return Arrays.stream(first.getClass().getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  private static List<Long> ids(Listing list, PageRequest request) {
    return asWhoSeesMost(list, p -> list.page(p, EVERYTHING, request)).rows().stream()
        .map(row -> (Long) component(row, "id"))
        .toList();
  }

  private static ListFilter<OfferState> filter(String text) {
    return new ListFilter<OfferState>(text, Set.of());
  }

  private static Object component(Object row, String name) {
    try {
      Method accessor = row.getClass().getMethod(name);
      return accessor.invoke(row);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void fillFor(long owner, String name) {
    DATABASE.as(owner, Role.TENANT_ADMIN, w -> FILLER.fillOwn(w, owner, name));
  }
}
