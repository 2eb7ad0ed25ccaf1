package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.access.Role;

/**
 * Every form that shows what is stored, open in two tabs: what the first has saved is not lost by
 * the second, which says who it was, keeps what was typed and leads on.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class EditingTwiceIT {

  private static final List<String> OF_THE_PROFILE =
      List.of("profile/factor.xhtml", "profile/sessions.xhtml", "profile/view.xhtml");

  /** Of every page: they are no forms of its own. */
  private static final Set<String> EVERYWHERE = Set.of("session", "proof", "news");

  private final List<String> wrong = new ArrayList<>();

  @Test
  void everyFormOfTheCodeIsInTheTable() throws Exception {
    Set<String> found = new TreeSet<>(FormTable.found());
    Visitor viewer = Visitor.loggedInAs("admin@alpha", "alpha-secret");
    for (String page : OF_THE_PROFILE) {
      Jsoup.parse(viewer.get(page).body()).select("form[method=post]").stream()
          .filter(form -> !EVERYWHERE.contains(form.id()))
          .forEach(form -> found.add(page + " " + form.id()));
    }
    assertEquals(found, FormTable.listed(), "forms.txt");
  }

  @Test
  void whatAnotherTabHasSavedIsNotWrittenOver() throws Exception {
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows("tabs");
        Rows other = new Rows("tabs-other")) {
      tables.insert(
          "update server set boot_address = ?, bmc_address = ?, memory_mib = 65536, cpu_count = 64"
              + " where id = ?",
          "192.0.2.90/24",
          "127.0.0.1:%d".formatted(20_000 + rows.tenant()),
          rows.server());
      Cast cast = new Cast(tables, rows.tenant(), other.tenant());
      AnnouncementRow.stand(true);
      for (FormTable.Edit edit : FormTable.edits(0)) {
        editTwice(edit, rows, cast);
      }
    } finally {
      AnnouncementRow.stand(false);
    }
    assertTrue(wrong.isEmpty(), () -> wrong.size() + ":\n" + String.join("\n", wrong));
  }

  private void editTwice(FormTable.Edit edit, Rows rows, Cast cast) throws Exception {
    PageTable.Row row = PageTable.last(edit.page());
    Cast.Person tenants = cast.own(Role.TENANT_ADMIN);
    Cast.Person person = row.expected(tenants) == 200 ? tenants : cast.own(Role.LENDER_ADMIN);
    Visitor visitor = person.visitor();
    String address = address(row, PageTable.ids(rows));
    String one = visitor.get(address).body();
    String two = visitor.get(address).body();
    String before = edit.shown(one, edit.first());

    HttpResponse<String> saved =
        visitor.submit(address, one, edit.form(), edit.sent(one, edit.first()));
    if (edit.shown(one, edit.first()).equals(edit.first().value()) || hasErrors(saved)) {
      wrong.add(address + " is not saved in the first tab: " + said(saved));
      return;
    }
    HttpResponse<String> stale =
        visitor.submit(address, two, edit.form(), edit.sent(two, edit.second()));

    Document page = Jsoup.parse(stale.body());
    String said = said(stale);
    if (stale.statusCode() != 200 || !said.contains(person.login())) {
      wrong.add(address + " does not say who changed it: " + stale.statusCode() + " " + said);
    }
    String there = edit.page().startsWith("member/") ? edit.page() : address;
    // the newest version of settings is on their page, beside the text that was typed
    boolean besides = edit.page().startsWith("settings/");
    if (!besides && page.select("#meanwhile a[href=/" + there + "]").isEmpty()) {
      wrong.add(address + " does not lead on: " + page.select("#meanwhile"));
    }
    String kept = edit.shown(stale.body(), edit.second());
    if (!kept.strip().equals(edit.second().value())) {
      wrong.add(address + " does not keep what was typed but has " + kept);
    }
    String again = visitor.get(address).body();
    String stored = edit.shown(again, edit.first());
    if (!stored.strip().equals(edit.first().value())) {
      wrong.add(address + " was written over: " + stored);
    }
    String restored = edit.sent(again, new FormTable.Typed(edit.first().field(), before));
    if (hasErrors(visitor.submit(address, again, edit.form(), restored))) {
      wrong.add(address + " cannot be saved after it was opened again");
    }
  }

  private static String address(PageTable.Row row, Map<String, Long> ids) {
    return row.path().equals("member/list.xhtml")
        ? row.path() + "?text=viewer@tabs"
        : row.address(ids);
  }

  private static boolean hasErrors(HttpResponse<String> answer) {
    return answer.statusCode() >= 400 || !said(answer).isEmpty();
  }

  private static String said(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body()).select(".ui-messages-error, .field-error").text();
  }
}
