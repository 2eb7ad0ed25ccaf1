package org.yuzuri.portal.web.cost;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.yuzuri.portal.reporting.cost.CostService;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.file.CsvFile;
import org.yuzuri.portal.web.ui.file.FileServlet;

/** {@code GET /cost/usage.csv?month=2026-03}: what the tenant has used, line by line. */
public class UsageFileServlet extends FileServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient CostService service;

  @Override
  protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<Charge> charges = service.usage(Typed.text(request.getParameter("month")));
    begin(response, "text/csv", "usage.csv");
    write(charges, response.getWriter());
  }

  static void write(List<Charge> charges, Appendable to) throws IOException {
    CsvFile file =
        new CsvFile(
            to,
            List.of(
                "kind",
                "lease",
                "server",
                "offer",
                "from",
                "until",
                "quantity",
                "unit",
                "unitPrice",
                "net",
                "currency",
                "tax",
                "taxPercent"));
    for (Charge charge : charges) {
      file.line(
          charge.kind(),
          charge.leaseId(),
          charge.serverName(),
          charge.offerName(),
          charge.from(),
          charge.until(),
          charge.quantity(),
          charge.unit(),
          charge.unitPrice().amount(),
          charge.net().amount(),
          charge.net().currency(),
          charge.tax(),
          charge.percent());
    }
    file.flush();
  }
}
