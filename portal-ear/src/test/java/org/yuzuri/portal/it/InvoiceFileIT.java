package org.yuzuri.portal.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An invoice's files: for its tenant, and for nobody else's. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InvoiceFileIT {

  @Test
  void tenantGetsItsInvoiceInEachFormAndAnotherTenantGetsNone() throws Exception {
    try (Rows own = new Rows("billed");
        Rows other = new Rows("not billed")) {
      long invoice = InvoiceRow.of(own.tenant());
      String number = InvoiceRow.number(own.tenant());
      Visitor member = Visitor.loggedInAs("admin@billed", "alpha-secret");
      Visitor stranger = Visitor.loggedInAs("admin@not billed", "alpha-secret");
      assertTrue(other.tenant() != own.tenant());

      assertTrue(file(member, invoice, "pdf", 200).startsWith("%PDF-1."));
      assertTrue(file(member, invoice, "xml", 200).contains(number));
      assertTrue(file(member, invoice, "csv", 200).contains("lent-17"));
      assertTrue(file(member, invoice, "exe", 422).contains("pdf, xml"));
      for (String format : List.of("pdf", "xml", "csv", "exe")) {
        String answer = file(stranger, invoice, format, 404);
        assertFalse(answer.contains(number), answer);
        String nobodys = String.valueOf(invoice + 100_000);
        assertEquals(
            file(stranger, invoice + 100_000, format, 404),
            answer.replace(" " + invoice + ",", " " + nobodys + ","));
      }
      assertEquals(404, stranger.get("invoice/view.xhtml?id=" + invoice).statusCode());
      String page = member.get("invoice/view.xhtml?id=" + invoice).body();
      assertTrue(page.contains("format=pdf"), page);
    }
  }

  private static String file(Visitor visitor, long invoice, String format, int status)
      throws Exception {
    HttpResponse<String> answer = visitor.get("invoice/file?id=" + invoice + "&format=" + format);
    assertEquals(status, answer.statusCode(), answer.body());
    return answer.body();
  }
}
