package org.yuzuri.portal.web.invoice;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.document.InvoicePdf;
import org.yuzuri.portal.invoice.document.PintXml;
import org.yuzuri.portal.invoice.view.InvoiceService;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.file.FileServlet;

/**
 * {@code GET /invoice/file?id=ID&format=pdf|xml|csv}: a document as a file, PDF in the viewer's
 * language. Whoever may not look at its page gets none: another tenant's is a 404.
 */
public class InvoiceFileServlet extends FileServlet {

  /** Where it is. */
  public static final String PATH = "/invoice/file";

  private static final long serialVersionUID = 1L;
  private static final String PDF = "pdf";
  private static final String XML = "xml";
  private static final String CSV = "csv";

  @Inject transient InvoiceService service;

  @Override
  protected void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    InvoiceView invoice = service.view(id(request));
    String format = Typed.text(request.getParameter("format"));
    switch (format) {
      case PDF ->
          send(response, invoice, PDF, "application/pdf", InvoicePdf.of(invoice, language()));
      case XML -> send(response, invoice, XML, "application/xml", PintXml.of(invoice, ""));
      case CSV -> {
        begin(response, "text/csv", invoice.number() + "." + CSV);
        InvoiceCsv.write(invoice, response.getWriter());
      }
      default -> throw ProblemException.invalid("invoice.format", format, "pdf, xml or csv");
    }
  }

  private static void send(
      HttpServletResponse response, InvoiceView invoice, String ending, String type, byte[] file)
      throws IOException {
    begin(response, type, invoice.number() + "." + ending);
    response.getOutputStream().write(file);
  }

  /** No number of a document is the number of none. */
  private static long id(HttpServletRequest request) {
    String text = Typed.text(request.getParameter("id"));
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}
