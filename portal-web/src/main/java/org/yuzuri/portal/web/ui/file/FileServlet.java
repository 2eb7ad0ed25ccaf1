package org.yuzuri.portal.web.ui.file;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.web.ui.failure.Failure;
import org.yuzuri.portal.web.ui.failure.RefusalNotes;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * {@code GET} of a file. What is refused is answered with its status and the sentence that a page
 * would show.
 */
public abstract class FileServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(FileServlet.class);

  /** Seconds after which what was busy is tried again. */
  private static final String COME_AGAIN = "10";

  @Inject transient Refusals refusals;
  @Inject transient Texts texts;

  /** Answers with the file, or throws what a service has thrown. */
  protected abstract void send(HttpServletRequest request, HttpServletResponse response)
      throws IOException;

  /** The viewer's. */
  protected final Locale language() {
    return texts.getLocale();
  }

  /** Says that a file of this type follows, which nobody may keep for others. */
  protected static void begin(HttpServletResponse response, String type, String name) {
    response.setContentType(type + ";charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
  }

  @Override
  protected final void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      send(request, response);
    } catch (RuntimeException refused) {
      RefusalNotes.note(refusals, refused, request.getServletPath());
      answer(request, response, Failure.of(refused), refused);
    }
  }

  private void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      Failure failure,
      RuntimeException thrown)
      throws IOException {
    if (failure.kind() == Failure.Kind.UNEXPECTED) {
      log.error("incident={} page={}", failure.incident(), request.getServletPath(), thrown);
    }
    if (response.isCommitted()) {
      // Half a file must not look like a whole one.
      throw new IOException("the file broke off", thrown);
    }
    response.reset();
    response.setStatus(failure.status());
    if (failure.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader("Retry-After", COME_AGAIN);
    }
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write(failure.text(texts).getBytes(StandardCharsets.UTF_8));
  }
}
