package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.access.Role;

/**
 * Every form that adds or edits, sent again as a browser does it: by a double click, by the back
 * button and the same button once more, by a reload. What it does is done once, as the audit trail
 * tells, and a form that was refused comes back as it was typed.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SendingTwiceIT {

  private static final int FEWEST = 18;
  private static final String LONG = "x".repeat(3000);

  private final List<String> wrong = new ArrayList<>();

  /** What is done with one form. */
  interface Sending {
    void send(FormTable.Edit form, String address, Cast.Person person) throws Exception;
  }

  @Test
  void aFormThatIsSentAgainAfterTheBackButtonActsOnce() throws Exception {
    try (PortalTables tables = new PortalTables()) {
      each(
          1,
          (form, address, person) -> {
            Visitor visitor = person.visitor();
            String page = visitor.get(address).body();
            String sent = form.sent(page, form.first());
            long before = acts(tables, person);
            HttpResponse<String> first = visitor.submit(address, page, form.form(), sent);
            long after = acts(tables, person);
            HttpResponse<String> second = visitor.submit(address, page, form.form(), sent);
            if (after == before) {
              wrong.add(address + " " + form.form() + " did nothing: " + said(first));
            }
            if (acts(tables, person) != after) {
              wrong.add(address + " " + form.form() + " acted twice");
            }
            if (!leadsTo(second).equals(leadsTo(first)) || !said(second).isEmpty()) {
              wrong.add(address + " " + form.form() + ": " + leadsTo(second) + said(second));
            }
            String on = leadsTo(second).replaceFirst("^(https?://[^/]*)?/", "");
            String shown = on.isEmpty() ? second.body() : visitor.get(on).body();
            if (!shown.contains("not done a second time")) {
              wrong.add(address + " " + form.form() + " does not say that it was done before");
            }
          });
    }
  }

  @Test
  void aDoubleClickActsOnce() throws Exception {
    ExecutorService fingers = Executors.newFixedThreadPool(2);
    try (PortalTables tables = new PortalTables()) {
      each(
          2,
          (form, address, person) -> {
            String page = person.visitor().get(address).body();
            String sent = form.sent(page, form.first());
            Callable<HttpResponse<String>> click =
                () -> person.visitor().submit(address, page, form.form(), sent);
            long newest = tables.number("select max(id) from audit_entry");
            for (Future<HttpResponse<String>> answer : fingers.invokeAll(List.of(click, click))) {
              if (answer.get().statusCode() >= 400 || !said(answer.get()).isEmpty()) {
                wrong.add(address + " " + form.form() + ": " + said(answer.get()));
              }
            }
            long done = mostOfOneKind(tables, person, newest);
            if (done != 1) {
              wrong.add(address + " " + form.form() + " acted " + done + " times");
            }
          });
    } finally {
      fingers.shutdownNow();
    }
  }

  @Test
  void aFormThatWasRefusedKeepsWhatWasTypedHoweverOftenItIsSent() throws Exception {
    try (PortalTables tables = new PortalTables()) {
      each(
          3,
          (form, address, person) -> {
            Visitor visitor = person.visitor();
            String page = visitor.get(address).body();
            FormTable.Typed tooLong = new FormTable.Typed(form.first().field(), LONG);
            String sent = form.mistyped(page, tooLong);
            long before = acts(tables, person);
            HttpResponse<String> first = visitor.submit(address, page, form.form(), sent);
            HttpResponse<String> reloaded = visitor.submit(address, page, form.form(), sent);
            if (said(first).isEmpty()) {
              return;
            }
            if (!said(reloaded).equals(said(first)) || acts(tables, person) != before) {
              wrong.add(address + " " + form.form() + " says after a reload " + said(reloaded));
            }
            if (!form.shown(reloaded.body(), tooLong).strip().equals(LONG)
                && !form.shown(page, tooLong).equals(form.shown(reloaded.body(), tooLong))) {
              wrong.add(address + " " + form.form() + " neither keeps nor resets what was typed");
            }
          });
    }
  }

  private void each(int number, Sending sending) throws Exception {
    int sent = 0;
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows("again" + number);
        Rows other = new Rows("again-other" + number)) {
      tables.insert(
          "update server set boot_address = ?, bmc_address = ?, memory_mib = 65536, cpu_count = 64"
              + " where id = ?",
          "192.0.2.%d/24".formatted(80 + number),
          "127.0.0.1:%d".formatted(20_000 + rows.tenant()),
          rows.server());
      Cast cast = new Cast(tables, rows.tenant(), other.tenant());
      Map<String, Long> ids = PageTable.ids(rows);
      AnnouncementRow.stand(true);
      for (FormTable.Edit form : FormTable.filled(number)) {
        PageTable.Row row = PageTable.last(form.page());
        Cast.Person tenants = cast.own(Role.TENANT_ADMIN);
        Cast.Person person = row.expected(tenants) == 200 ? tenants : cast.own(Role.LENDER_ADMIN);
        String list = "?text=viewer@again" + number;
        String address = row.address(ids);
        sending.send(
            form, form.page().equals("member/list.xhtml") ? address + list : address, person);
        sent++;
      }
      // nobody is to be offered what was made here
      tables.insert("update offer set visible = 0 where name like 'twice-%%'");
      tables.insert(
          "update agent set state = 'REVOKED' where name like 'twice-%%' and kind ="
              + " 'LENDER_AGENT'");
    } finally {
      AnnouncementRow.stand(false);
    }
    int all = sent;
    assertTrue(all >= FEWEST, () -> all + " forms");
    assertTrue(wrong.isEmpty(), () -> wrong.size() + ":\n" + String.join("\n", wrong));
  }

  private static long acts(PortalTables tables, Cast.Person person) throws SQLException {
    return tables.number(
        "select count(*) from audit_entry where action not like 'access.%' and actor_name = '"
            + person.login()
            + "'");
  }

  /** How often what was done most was done since that entry of the trail. */
  private static long mostOfOneKind(PortalTables tables, Cast.Person person, long since)
      throws SQLException {
    return tables.number(
        "select coalesce(max(n), 0) from (select count(*) n from audit_entry where id > "
            + since
            + " and action not like 'access.%' and actor_name = '"
            + person.login()
            + "' group by action) kinds");
  }

  private static String leadsTo(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String said(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body()).select(".ui-messages-error, .field-error").text();
  }
}
