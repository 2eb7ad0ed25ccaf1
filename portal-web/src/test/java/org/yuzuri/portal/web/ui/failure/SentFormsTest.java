package org.yuzuri.portal.web.ui.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SentFormsTest {

  private final SentForms node = new SentForms();
  private final Map<String, Object> session = new HashMap<>();

  @Test
  void whatWasDoneOnOneNodeIsKnownToTheNodeThatTheSessionMovesTo() throws Exception {
    assertThat(node.begin("form", session)).isEmpty();
    node.done("form", "/order/view.xhtml?id=7", session);

    assertThat(new SentForms().begin("form", moved())).contains("/order/view.xhtml?id=7");
    assertThat(new SentForms().begin("other", moved())).isEmpty();
    assertThat(new SentForms().begin("form", new HashMap<>())).isEmpty();
  }

  @Test
  void whatHadNoEffectIsTriedAgain() {
    assertThat(node.begin("form", session)).isEmpty();
    node.undone("form");

    assertThat(node.begin("form", session)).isEmpty();
  }

  @Test
  void whoSendsItMeanwhileWaitsForTheEnd() throws Exception {
    assertThat(node.begin("form", session)).isEmpty();
    CompletableFuture<Optional<String>> second = new CompletableFuture<>();
    Thread sender = new Thread(() -> second.complete(node.begin("form", session)), "again");
    sender.start();
    while (sender.isAlive() && sender.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }

    node.done("form", "", session);

    assertThat(second.get(1, TimeUnit.MINUTES)).contains("");
  }

  @Test
  void aSessionKeepsTheNewestAndNoMore() {
    for (int at = 0; at <= SentForms.MOST; at++) {
      node.begin("form " + at, session);
      node.done("form " + at, "", session);
    }

    SentForms other = new SentForms();
    assertThat(other.begin("form 1", session)).contains("");
    assertThat(other.begin("form " + SentForms.MOST, session)).contains("");
    assertThat(other.begin("form 0", session)).isEmpty();
  }

  /** The session as another node gets it. */
  @SuppressWarnings("unchecked")
  private Map<String, Object> moved() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
      out.writeObject(session);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(sent.toByteArray()))) {
      return (Map<String, Object>) in.readObject();
    }
  }
}
