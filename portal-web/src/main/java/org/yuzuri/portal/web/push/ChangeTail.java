package org.yuzuri.portal.web.push;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;
import org.yuzuri.portal.state.event.ChangeFeedService;
import org.yuzuri.portal.state.event.ChangedSubject;

/**
 * Tails the changes of all nodes once a second and pushes them to this node's browsers: a push
 * reaches only the browsers that are connected here.
 */
@Singleton
public class ChangeTail {

  private static final Logger log = LoggerFactory.getLogger(ChangeTail.class);

  /** A slow transaction's signal may appear behind a faster one's; so far back is looked again. */
  private static final long OVERLAP = 50;

  @Inject AsSystem asSystem;
  @Inject ChangeFeedService feed;
  @Inject ChangePush push;

  private final Set<Long> seen = new LinkedHashSet<>();
  private long last = -1;
  private boolean failing;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "push changes")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    try {
      if (last < 0) {
        last = asSystem.call(Actor.system("push"), feed::latestEventId);
        return;
      }
      long from = Math.max(0, last - OVERLAP);
      List<ChangedSubject> changes =
          asSystem.call(Actor.system("push"), () -> feed.changedSince(from));
      changes.forEach(this::pushOnce);
      failing = false;
    } catch (RuntimeException failed) {
      // The tick's edge: the next tick tries again. A tick a second would fill the log.
      if (!failing && !Attempts.isTheEnd(failed)) {
        log.warn("changes are not pushed; pages poll, and it is tried every second", failed);
      }
      failing = true;
    }
  }

  private void pushOnce(ChangedSubject change) {
    if (!seen.add(change.signalId())) {
      return;
    }
    last = Math.max(last, change.signalId());
    seen.removeIf(id -> id < last - OVERLAP);
    push.send(change);
  }
}
