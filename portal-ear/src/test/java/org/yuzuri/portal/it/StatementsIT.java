package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/** What one request for a page costs the database, the page's frame included. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StatementsIT {

  private static final int FEW = 3;
  private static final int MANY = 60;
  private static final int MOST_OF_A_LIST = 6;

  /** The portal's timers ask the database, too: the smallest of some counts is a page's own. */
  private static final int TRIES = 5;

  @Test
  void pagesTakeAFewStatementsWhateverTheirRows() throws Exception {
    try (Rows rows = new Rows("counted");
        PortalTables tables = new PortalTables()) {
      rows.fillTo(FEW);
      Visitor member = Visitor.loggedInAs("admin@counted", "alpha-secret");
      Visitor operator = Visitor.loggedInAs("operator", "operator-secret");
      // What the portal loads once, when it runs first, is no page's own.
      counts(tables, member, listsOfAMember());
      counts(tables, operator, listsOfAnOperator());
      counts(tables, member, thingsOfAMember(rows.ids()));
      counts(tables, operator, thingsOfAnOperator(rows));
      Map<String, Long> lists = new LinkedHashMap<>();
      lists.putAll(counts(tables, member, listsOfAMember()));
      lists.putAll(counts(tables, operator, listsOfAnOperator()));
      Map<String, Long> things = new LinkedHashMap<>();
      things.putAll(counts(tables, member, thingsOfAMember(rows.ids())));
      things.putAll(counts(tables, operator, thingsOfAnOperator(rows)));

      rows.fillTo(MANY);

      Map<String, Long> many = new LinkedHashMap<>();
      many.putAll(counts(tables, member, listsOfAMember()));
      many.putAll(counts(tables, operator, listsOfAnOperator()));
      many.putAll(counts(tables, member, thingsOfAMember(rows.ids())));
      many.putAll(counts(tables, operator, thingsOfAnOperator(rows)));
      System.out.println("with " + FEW + " rows: " + lists + things);
      System.out.println("with " + MANY + " rows: " + many);
      List<Executable> held = new ArrayList<>();
      lists.forEach(
          (page, count) ->
              held.add(() -> assertTrue(count <= MOST_OF_A_LIST, page + ": " + count)));
      lists.forEach((page, count) -> held.add(() -> assertNoMore(count, many.get(page), page)));
      things.forEach((page, count) -> held.add(() -> assertNoMore(count, many.get(page), page)));
      assertAll(held);
    }
  }

  /** The rows of a list are counted when there are more than its page shows: one more, once. */
  private static void assertNoMore(long withFew, long withMany, String page) {
    assertTrue(withMany <= withFew + 1, page + ": " + withFew + ", with more: " + withMany);
  }

  private static List<String> listsOfAMember() {
    return List.of(
        "order/list.xhtml",
        "lease/list.xhtml",
        "transfer/list.xhtml",
        "image/list.xhtml",
        "settings/list.xhtml",
        "audit/list.xhtml",
        "gateway/list.xhtml",
        "member/list.xhtml",
        "member/invitations.xhtml");
  }

  private static List<String> listsOfAnOperator() {
    return List.of(
        "server/list.xhtml",
        "order/list.xhtml?text=counted",
        "transfer/list.xhtml?text=counted",
        "offer/list.xhtml",
        "tenant/list.xhtml",
        "audit/list.xhtml?text=counted",
        "daemon/list.xhtml",
        "mail/list.xhtml",
        "image/list.xhtml?text=counted");
  }

  private static List<String> thingsOfAMember(Rows.Ids ids) {
    String chosen = "order/new.xhtml?offer=1&image=" + ids.image();
    return List.of(
        "order/view.xhtml?id=" + ids.order(),
        "lease/view.xhtml?id=" + ids.lease(),
        "transfer/view.xhtml?id=" + ids.transfer(),
        "transfer/plan.xhtml?id=" + ids.transfer(),
        "image/view.xhtml?id=" + ids.image(),
        "settings/edit.xhtml?id=" + ids.settings(),
        "gateway/view.xhtml?id=" + ids.gateway(),
        "gateway/edit.xhtml?id=" + ids.gateway(),
        "tenant/own.xhtml",
        "order/new.xhtml",
        "order/new.xhtml?offer=1",
        chosen,
        chosen + "&settings=" + ids.settings());
  }

  private static List<String> thingsOfAnOperator(Rows rows) {
    Rows.Ids ids = rows.ids();
    return List.of(
        "order/view.xhtml?&id=" + ids.order(),
        "lease/view.xhtml?&id=" + ids.lease(),
        "transfer/view.xhtml?&id=" + ids.transfer(),
        "tenant/view.xhtml?id=" + rows.tenant(),
        "tenant/edit.xhtml?id=" + rows.tenant(),
        "offer/view.xhtml?id=" + rows.offer(),
        "offer/edit.xhtml?id=" + rows.offer(),
        "server/view.xhtml?id=" + rows.server(),
        "server/edit.xhtml?id=" + rows.server(),
        "server/reconciliation.xhtml",
        "daemon/view.xhtml?id=" + ids.daemon(),
        "mail/view.xhtml?id=" + rows.mail());
  }

  private static Map<String, Long> counts(PortalTables tables, Visitor visitor, List<String> pages)
      throws Exception {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String page : pages) {
      counts.put(page, count(tables, visitor, page));
    }
    return counts;
  }

  private static long count(PortalTables tables, Visitor visitor, String page) throws Exception {
    long fewest = Long.MAX_VALUE;
    for (int at = 0; at < TRIES; at++) {
      long before = tables.statements();
      HttpResponse<String> answer = visitor.get(page);
      fewest = Math.min(fewest, tables.statements() - before);
      assertEquals(200, answer.statusCode(), page);
    }
    return fewest;
  }
}
