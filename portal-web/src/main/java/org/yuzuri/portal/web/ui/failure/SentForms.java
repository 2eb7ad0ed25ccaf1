package org.yuzuri.portal.web.ui.failure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Forms that were sent and have had their effect, each with where its answer led. Of this node:
 * sessions stay on one, and one that moves has lost only this. Safe for threads; each try is either
 * begun by one thread or waited for by the others.
 */
@ApplicationScoped
public class SentForms {

  /** In place of where the answer led: it is still being done, and nobody knows how it ends. */
  static final String NOT_OVER = "?";

  /** So many of all people together; a form is sent again within minutes or never. */
  private static final int MOST = 20_000;

  private static final long LONGEST_WAIT_SECONDS = 20;

  private final Map<String, CompletableFuture<String>> sent = new Eldest();

  private static final class Eldest extends LinkedHashMap<String, CompletableFuture<String>> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<String>> eldest) {
      return size() > MOST;
    }
  }

  /**
   * Begins the work of a form that is sent, unless it was done already. Waits for one that is being
   * done, at most 20 seconds.
   *
   * @param form what is the same whenever the same form is sent with the same content
   * @return where the answer led when it was done, empty text for nowhere, {@link #NOT_OVER} while
   *     it is being done; empty when the caller is to do it, and then to call {@link #done} or
   *     {@link #undone}
   */
  Optional<String> begin(String form) {
    CompletableFuture<String> other;
    synchronized (sent) {
      other = sent.get(form);
      if (other == null) {
        sent.put(form, new CompletableFuture<>());
        return Optional.empty();
      }
    }
    try {
      return Optional.of(other.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS));
    } catch (TimeoutException stillBeingDone) {
      return Optional.of(NOT_OVER);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.of(NOT_OVER);
    } catch (ExecutionException failed) {
      return begin(form);
    }
  }

  /** The form has had its effect. */
  void done(String form, String ledTo) {
    synchronized (sent) {
      CompletableFuture<String> own = sent.get(form);
      if (own != null) {
        own.complete(ledTo);
      }
    }
  }

  /** The form has had no effect: whoever sends it again tries again. */
  void undone(String form) {
    synchronized (sent) {
      CompletableFuture<String> own = sent.remove(form);
      if (own != null) {
        own.completeExceptionally(new IllegalStateException("it has had no effect"));
      }
    }
  }
}
