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
 * Forms that were sent and have had their effect, each with where its answer led: kept in the
 * session, which moves from node to node. The newest of this node are known beside it, since
 * requests of one session at a time need not see what the others keep. Safe for threads; each try
 * is either begun by one thread or waited for by the others.
 */
@ApplicationScoped
public class SentForms {

  /** In place of where the answer led: it is still being done, and nobody knows how it ends. */
  static final String NOT_OVER = "?";

  /** So many of a session; a form is sent again within minutes or never. */
  static final int MOST = 40;

  private static final String DONE = "yuzuri.sentForms";
  private static final long LONGEST_WAIT_SECONDS = 20;

  /** More than are being done at a time. */
  private static final int MOST_OF_THE_NODE = 2_000;

  private final Map<String, CompletableFuture<String>> newest = new Eldest();

  private static final class Eldest extends LinkedHashMap<String, CompletableFuture<String>> {

    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<String>> eldest) {
      return size() > MOST_OF_THE_NODE;
    }
  }

  /**
   * Begins the work of a form that is sent, unless it was done already. Waits for one that is being
   * done, at most 20 seconds.
   *
   * @param form what is the same whenever the same form is sent with the same content
   * @param session attributes of the session that it is sent in
   * @return where the answer led when it was done, empty text for nowhere, {@link #NOT_OVER} while
   *     it is being done; empty when the caller is to do it, and then to call {@link #done} or
   *     {@link #undone}
   */
  Optional<String> begin(String form, Map<String, Object> session) {
    CompletableFuture<String> other;
    synchronized (newest) {
      other = newest.get(form);
      String before = kept(session).get(form);
      if (other == null && before != null) {
        return Optional.of(before);
      }
      if (other == null) {
        newest.put(form, new CompletableFuture<>());
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
      return begin(form, session);
    }
  }

  /** The form has had its effect. */
  void done(String form, String ledTo, Map<String, Object> session) {
    synchronized (newest) {
      // Another map each time: the other nodes are told of attributes that were set.
      Map<String, String> done = kept(session);
      done.put(form, ledTo);
      while (done.size() > MOST) {
        done.remove(done.keySet().iterator().next());
      }
      session.put(DONE, done);
      CompletableFuture<String> own = newest.get(form);
      if (own != null) {
        own.complete(ledTo);
      }
    }
  }

  /** The form has had no effect: whoever sends it again tries again. */
  void undone(String form) {
    synchronized (newest) {
      CompletableFuture<String> own = newest.remove(form);
      if (own != null) {
        own.completeExceptionally(new IllegalStateException("it has had no effect"));
      }
    }
  }

  private static Map<String, String> kept(Map<String, Object> session) {
    Map<String, String> done = new LinkedHashMap<>();
    if (session.get(DONE) instanceof Map<?, ?> before) {
      before.forEach((form, ledTo) -> done.put((String) form, (String) ledTo));
    }
    return done;
  }
}
