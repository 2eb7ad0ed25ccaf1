package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.yuzuri.portal.access.Role;

/**
 * What costs most when it is done twice, an order, money, servers and faults: sent by a double
 * click, then again after the back button, then by a reload, it is done once.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeedsSentTwiceIT {

  private static final int PAID = 1;
  private static final int CREDITED = 2;
  private static final int CREDITED_IN_PART = 3;
  private static final int PAID_BY_FORM = 4;
  private static final ZoneId BILLED_BY = ZoneId.of("Asia/Tokyo");
  private static final String SERVER =
      "twice-imported,orderable deeds,Test site,02:00:00:77:00:01,192.0.2.31/24,BIOS,ttyS0,CONSOLE,2,"
          + "2048,IPMI,127.0.0.1:20061,admin,secret of a BMC,EXTERNAL,port 61,/dev/sda 480 twice-1";
  private static final String COLUMNS =
      "name,offer,agent,mac,bootAddress,bootMode,console,identity,cpuCount,memoryMib,bmcKind,"
          + "bmcAddress,bmcUser,bmcPassword,portKind,portName,disks";

  /**
   * One form, open and filled in.
   *
   * @param page as it was opened
   * @param done a query for how often it was done
   */
  private record Deed(
      Visitor visitor, String address, String page, String form, String fields, String done) {

    HttpResponse<String> send() throws Exception {
      return visitor.submit(address, page, form, fields);
    }
  }

  @Test
  void eachIsDoneOnceHoweverOftenItsFormIsSent() throws Exception {
    ExecutorService fingers = Executors.newFixedThreadPool(2);
    try (PortalTables tables = new PortalTables();
        Rows rows = new Rows("deeds");
        Rows other = new Rows("other deeds")) {
      Cast cast = new Cast(tables, rows.tenant(), other.tenant());
      Visitor tenant = cast.own(Role.TENANT_ADMIN).visitor();
      Visitor lender = cast.own(Role.LENDER_ADMIN).visitor();
      long offer = rows.makeOrderable(1);
      try {
        once(tables, fingers, order(tenant, rows, offer));
        rows.rest();
        once(tables, fingers, imported(lender));
      } finally {
        rows.rest();
        withdraw(tables, offer);
      }
      once(tables, fingers, payment(tables, lender, rows));
      once(tables, fingers, typedPayment(tables, lender, rows));
      once(tables, fingers, creditOfAll(tables, lender, rows));
      once(tables, fingers, creditOfAPart(tables, lender, rows));
      tables.insert(
          "update lease set handed_over_at = %s - interval 10 hour where id = ?",
          rows.ids().lease());
      once(tables, fingers, fault(lender, rows));
      String suffered = tenant.get("lease/view.xhtml?id=" + rows.ids().lease()).body();
      assertTrue(suffered.matches("(?s).*power or cooling.*not charged.*"), suffered);
      tables.insert("update lease set handed_over_at = null where id = ?", rows.ids().lease());
    } finally {
      fingers.shutdownNow();
    }
  }

  /** Nobody is to be offered what was made here, nor lent its servers. */
  private static void withdraw(PortalTables tables, long offer) throws SQLException {
    tables.insert("update server set state = 'RETIRED' where offer_id = ?", offer);
    tables.insert("update offer set visible = 0 where id = ?", offer);
  }

  private static void once(PortalTables tables, ExecutorService fingers, Deed deed)
      throws Exception {
    String what = deed.address() + " " + deed.form();
    long before = tables.number(deed.done());
    Callable<HttpResponse<String>> click = deed::send;
    String ledTo = "";
    for (Future<HttpResponse<String>> answer : fingers.invokeAll(List.of(click, click))) {
      HttpResponse<String> got = answer.get();
      assertEquals(302, got.statusCode(), () -> what + ": " + got.body());
      ledTo = location(got);
    }
    assertEquals(before + 1, tables.number(deed.done()), what + " by a double click");

    HttpResponse<String> afterTheBackButton = deed.send();
    assertEquals(before + 1, tables.number(deed.done()), what + " after the back button");
    assertEquals(ledTo, location(afterTheBackButton), () -> what + afterTheBackButton.body());
    String said = deed.visitor().get(ledTo.replaceFirst("^(https?://[^/]*)?/", "")).body();
    assertTrue(said.contains("not done a second time"), () -> what + ": " + said);
    deed.send();
    assertEquals(before + 1, tables.number(deed.done()), what + " again");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  /** Of the last server of the offer: there is nothing left to order once it is placed. */
  private static Deed order(Visitor visitor, Rows rows, long offer) throws Exception {
    Rows.Ids ids = rows.ids();
    String address =
        "order/new.xhtml?offer=%d&image=%d&settings=%d&gateway=%d"
            .formatted(offer, ids.image(), ids.settings(), ids.gateway());
    String page = visitor.get(address).body();
    String reviewed = Visitor.encoded(Visitor.hidden(page, "order:reviewed"));
    return new Deed(
        visitor,
        address,
        page,
        "order",
        "&order:place=x&order:reviewed=" + reviewed,
        "select count(*) from purchase_order where tenant_id = " + rows.tenant());
  }

  private static Deed payment(PortalTables tables, Visitor visitor, Rows rows) throws Exception {
    long invoice = InvoiceRow.another(tables, rows.tenant(), PAID);
    String file =
        "reference,receivedOn,invoice,amount,currency\ntwice-1,%s,%s,10,JPY\n"
            .formatted(
                LocalDate.now(ZoneOffset.UTC).minusDays(1), InvoiceRow.number(rows.tenant(), PAID));
    String address = "invoice/payments.xhtml";
    return new Deed(
        visitor,
        address,
        visitor.get(address).body(),
        "payments",
        "&payments:book=x&payments:file=" + Visitor.encoded(file),
        "select count(*) from payment where invoice_id = " + invoice);
  }

  private static Deed typedPayment(PortalTables tables, Visitor visitor, Rows rows)
      throws Exception {
    long invoice = InvoiceRow.another(tables, rows.tenant(), PAID_BY_FORM);
    String address = "invoice/payments.xhtml";
    return new Deed(
        visitor,
        address,
        visitor.get(address).body(),
        "payment",
        ("&payment:enter=x&payment:reference=twice-2&payment:amount=10&payment:invoice=%s"
                + "&payment:receivedOn=%s")
            .formatted(
                InvoiceRow.number(rows.tenant(), PAID_BY_FORM),
                LocalDate.now(ZoneOffset.UTC).minusDays(1)),
        "select count(*) from payment where invoice_id = " + invoice);
  }

  private static Deed creditOfAll(PortalTables tables, Visitor visitor, Rows rows)
      throws Exception {
    long invoice = InvoiceRow.another(tables, rows.tenant(), CREDITED);
    String address = "invoice/view.xhtml?id=" + invoice;
    return new Deed(
        visitor,
        address,
        visitor.get(address).body(),
        "crediting",
        "&crediting:credit=x&crediting:reason=twice",
        notesOf(invoice));
  }

  private static Deed creditOfAPart(PortalTables tables, Visitor visitor, Rows rows)
      throws Exception {
    long invoice = InvoiceRow.another(tables, rows.tenant(), CREDITED_IN_PART);
    String address = "invoice/view.xhtml?id=" + invoice;
    String page = visitor.get(address).body();
    return new Deed(
        visitor,
        address,
        page,
        "creditingPart",
        "&creditingPart:credit=x&creditingPart:line=1&creditingPart:amount=10"
            + "&creditingPart:partReason=twice&creditingPart:credited="
            + Visitor.hidden(page, "creditingPart:credited"),
        notesOf(invoice));
  }

  private static String notesOf(long invoice) {
    return "select count(*) from invoice where corrects_id = " + invoice;
  }

  private static Deed imported(Visitor visitor) throws Exception {
    String address = "server/import.xhtml";
    String file = Visitor.encoded(COLUMNS + "\n" + SERVER + "\n");
    String page =
        visitor
            .submit(
                address,
                visitor.get(address).body(),
                "import",
                "&import:look=x&import:text=" + file)
            .body();
    assertTrue(page.contains("store:all"), page);
    return new Deed(
        visitor,
        address,
        page,
        "store",
        "&store:all=x",
        "select count(*) from server where name = 'twice-imported'");
  }

  private static Deed fault(Visitor visitor, Rows rows) throws Exception {
    LocalDateTime now = LocalDateTime.now(BILLED_BY).withSecond(0).withNano(0);
    String address = "usage/fault.xhtml?id=" + rows.ids().lease();
    return new Deed(
        visitor,
        address,
        visitor.get(address).body(),
        "fault",
        "&fault:note=x&fault:reason=twice&fault:kind=POWER&fault:from=%s&fault:until=%s"
            .formatted(now.minusHours(5), now.minusHours(4)),
        "select count(*) from lease_fault where began and lease_id = " + rows.ids().lease());
  }
}
