package org.yuzuri.portal.web.image;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.audit.Refusals;
import org.yuzuri.portal.image.FileRole;
import org.yuzuri.portal.image.store.ImageStore;
import org.yuzuri.portal.image.store.ImageUploads;
import org.yuzuri.portal.platform.LineRate;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.web.access.ClientAddress;
import org.yuzuri.portal.web.ui.failure.Failure;
import org.yuzuri.portal.web.ui.failure.RefusalNotes;
import org.yuzuri.portal.web.ui.language.Texts;

/**
 * Takes one file of a boot image, as the bare body of {@code POST
 * /image/upload?image=ID&role=ROLE&name=NAME}, and streams it to the store: no part of it is held
 * in memory or read by Faces, and no byte of it when its Content-Length passes the tenant's quota.
 * Answers 204, or a sentence for the member.
 */
public class ImageUploadServlet extends HttpServlet {

  /** Where files are sent to. */
  public static final String PATH = "/image/upload";

  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(ImageUploadServlet.class);

  private static final LineRate LINES = new LineRate();

  /** A page of another site cannot make a browser send it without asking us first. */
  private static final String OWN_HEADER = "X-Yuzuri-Upload";

  private static final String CONTENT_TYPE = "application/octet-stream";

  @Inject transient ImageUploads uploads;
  @Inject transient Texts texts;
  @Inject transient Refusals refusals;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getHeader(OWN_HEADER) == null) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    if (!CONTENT_TYPE.equals(request.getContentType())) {
      // A form's body would be read into memory for its parameters.
      response.setStatus(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    // Every other body of the browsers' listener is held to its small limit.
    ServletRequestContext.requireCurrent().getExchange().setMaxEntitySize(ImageStore.LARGEST_BYTES);
    Sent sent = new Sent(request.getInputStream());
    try {
      uploads.upload(
          image(request),
          role(request),
          request.getParameter("name"),
          Math.max(0, request.getContentLengthLong()),
          sent);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } catch (IOException failed) {
      if (!sent.brokeOff) {
        throw failed;
      }
      LINES
          .line(ClientAddress.current(), "upload broke off")
          .ifPresent(
              untold ->
                  log.info(
                      "upload to image={} broke off: {} ({} like it before were left out)",
                      request.getParameter("image"),
                      failed.getMessage(),
                      untold));
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      say(response, texts.get("failure.broken.off"));
    } catch (RuntimeException refused) {
      RefusalNotes.note(refusals, refused, PATH);
      answer(response, Failure.of(refused), refused);
    }
  }

  private void answer(HttpServletResponse response, Failure failure, RuntimeException thrown)
      throws IOException {
    if (failure.kind() == Failure.Kind.UNEXPECTED) {
      log.error("incident={} page={}", failure.incident(), PATH, thrown);
    }
    response.setStatus(failure.status());
    say(response, failure.text(texts));
  }

  private static void say(HttpServletResponse response, String text) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Tells a sender that hangs up from a disk that takes no more. */
  private static final class Sent extends FilterInputStream {

    private boolean brokeOff;

    Sent(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        brokeOff = true;
        throw e;
      }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return super.read(bytes, from, length);
      } catch (IOException e) {
        brokeOff = true;
        throw e;
      }
    }
  }

  private static long image(HttpServletRequest request) {
    String id = Optional.ofNullable(request.getParameter("image")).orElse("");
    if (!id.matches("[0-9]{1,18}")) {
      throw ProblemException.notFound("image", id);
    }
    return Long.parseLong(id);
  }

  private static FileRole role(HttpServletRequest request) {
    String role = request.getParameter("role");
    return Arrays.stream(FileRole.values())
        .filter(known -> known.name().equals(role))
        .findFirst()
        .orElseThrow(() -> ProblemException.invalid("role", role, "KERNEL, INITRD or MODULES"));
  }
}
