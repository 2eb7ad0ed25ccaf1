package org.yuzuri.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import jakarta.ejb.EJBException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.as.ee.component.ComponentIsStoppedException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AttemptsTest {

  private final List<String> seen = new ArrayList<>();

  @Test
  void workThatThrowsIsPutOffAndDoesNotStopTheTimer() {
    Attempts.run("transfer", 1, id -> broken(), id -> seen.add("put off " + id));
    Attempts.run("transfer", 2, id -> seen.add("done " + id), id -> seen.add("put off " + id));

    assertThat(seen).containsExactly("put off 1", "done 2");
  }

  @Test
  void itemThatCannotEvenBePutOffDoesNotStopTheTimer() {
    Attempts.run("transfer", 1, id -> broken(), id -> broken());
    Attempts.run("transfer", 2, id -> seen.add("done " + id), id -> broken());

    assertThat(seen).containsExactly("done 2");
  }

  @Test
  void tickThatThrowsDoesNotReachTheContainer() {
    Attempts.tick("nothing was done; tried again in a minute", AttemptsTest::broken);
    Attempts.tick("nothing was done; tried again in a minute", () -> seen.add("next tick"));

    assertThat(seen).containsExactly("next tick");
  }

  @Test
  void whatFailsBecauseThePortalIsBeingStoppedIsNeitherLoggedNorPutOff() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(Attempts.class);
    logger.addAppender(log);
    try {
      Attempts.run("transfer", 1, id -> stopped(), id -> seen.add("put off " + id));
      Attempts.run("transfer", 2, id -> broken(), id -> stopped());
      Attempts.tick("nothing was done; tried again in a minute", AttemptsTest::stopped);
    } finally {
      logger.detachAppender(log);
    }

    assertThat(seen).isEmpty();
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("transfer=2 could not be advanced; it is put off and tried again");
  }

  private static void stopped() {
    throw new EJBException(new ComponentIsStoppedException());
  }

  private static void broken() {
    throw new IllegalStateException("on purpose");
  }
}
