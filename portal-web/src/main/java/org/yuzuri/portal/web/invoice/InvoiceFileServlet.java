package org.yuzuri.portal.web.invoice;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.invoice.InvoiceService;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.document.PintXml;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.failure.Failure;
import org.yuzuri.portal.web.ui.failure.RefusalNotes;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * {@code GET /invoice/file?id=ID&format=xml|csv}: a document as a file. Whoever may not look at its
 * page gets none: another tenant's is a 404.
 */
public class InvoiceFileServlet extends HttpServlet {

  /** Where it is. */
  public static final String PATH = "/invoice/file";

  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(InvoiceFileServlet.class);
  private static final String XML = "xml";
  private static final String CSV = "csv";

  @Inject transient InvoiceService service;
  @Inject transient Refusals refusals;
  @Inject transient Texts texts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      InvoiceView invoice = service.view(id(request));
      String format = Typed.text(request.getParameter("format"));
      switch (format) {
        case XML -> send(response, invoice, XML, "application/xml", PintXml.of(invoice, ""));
        case CSV ->
            send(
                response,
                invoice,
                CSV,
                "text/csv",
                InvoiceCsv.of(invoice).getBytes(StandardCharsets.UTF_8));
        default -> throw ProblemException.invalid("invoice.format", format, "xml or csv");
      }
    } catch (RuntimeException refused) {
      RefusalNotes.note(refusals, refused, PATH);
      answer(response, Failure.of(refused), refused);
    }
  }

  private static void send(
      HttpServletResponse response, InvoiceView invoice, String ending, String type, byte[] file)
      throws IOException {
    response.setContentType(type + ";charset=UTF-8");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"" + invoice.number() + "." + ending + "\"");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write(file);
  }

  private void answer(HttpServletResponse response, Failure failure, RuntimeException thrown)
      throws IOException {
    if (failure.kind() == Failure.Kind.UNEXPECTED) {
      log.error("incident={} page={}", failure.incident(), PATH, thrown);
    }
    response.reset();
    response.setStatus(failure.status());
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write(failure.text(texts).getBytes(StandardCharsets.UTF_8));
  }

  /** No number of a document is the number of none. */
  private static long id(HttpServletRequest request) {
    String text = Typed.text(request.getParameter("id"));
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }
}
