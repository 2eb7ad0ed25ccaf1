package org.yuzuri.portal.platform.pdf;

import com.openhtmltopdf.util.XRLog;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.logging.Level;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.platform.ProblemException;

/** Says at the start of the portal when no PDF can be made. Everything else of it works without. */
@Singleton
@Startup
public class PdfStart {

  private static final Logger log = LoggerFactory.getLogger(PdfStart.class);

  @PostConstruct
  void look() {
    // The renderer tells of each document how long it took; what is wrong is still told.
    XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    try {
      log.info("documents are printed with {}", PdfFont.file());
    } catch (ProblemException missing) {
      log.error("no document can be had as PDF: {}", missing.getMessage());
    }
  }
}
