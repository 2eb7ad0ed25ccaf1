package org.yuzuri.portal.web.agent;

import jakarta.enterprise.context.ApplicationScoped;
import org.yuzuri.portal.web.access.request.DoorShare;
import org.yuzuri.portal.web.access.request.LargeBodies;
import org.yuzuri.portal.web.access.request.UnreadAnswers;

/**
 * What threads of the daemons' door wait for: bodies that daemons send, and files that lender
 * agents read. Both by the daemon's id. Files alone leave a quarter of the threads to bodies.
 */
@ApplicationScoped
public class DaemonsBodies {

  /** A daemon sends one batch of reports at a time. */
  static final int SENT = 2;

  /** As many as a lender agent fetches at once. */
  static final int FILES = 2;

  private final DoorShare door = DoorShare.ofOneDoor();
  private final LargeBodies<Long> sent = new LargeBodies<>(SENT, door);

  /** Each takes a mebibyte in a minute at least. */
  private final UnreadAnswers<Long> files =
      new UnreadAnswers<>(new LargeBodies<>(FILES, door.half()), 60, 1 << 20);

  /** Bodies that daemons send. */
  public LargeBodies<Long> sent() {
    return sent;
  }

  /** Files that lender agents read. */
  public UnreadAnswers<Long> files() {
    return files;
  }
}
