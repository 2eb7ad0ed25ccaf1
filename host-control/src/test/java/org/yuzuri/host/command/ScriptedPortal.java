package org.yuzuri.host.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.yuzuri.host.portal.PortalUnavailableException;
import org.yuzuri.wire.call.CommandList;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.call.UnreadableCommand;

/** Gives out what it was given, in one answer; is away the first time. */
final class ScriptedPortal implements CommandLoop.Source {

  private final List<SequencedCommand> commands = new ArrayList<>();
  private final List<UnreadableCommand> unreadable = new ArrayList<>();
  private boolean wasAsked;
  private int asked;
  private boolean again;
  private long epoch;

  synchronized int asked() {
    return asked;
  }

  /** Its books are others now, as after they were restored. */
  synchronized void restored(long next, SequencedCommand... only) {
    epoch = next;
    commands.clear();
    commands.addAll(List.of(only));
  }

  synchronized void giveOutAgain() {
    again = true;
  }

  void add(SequencedCommand command) {
    commands.add(command);
  }

  void unreadable(UnreadableCommand command) {
    unreadable.add(command);
  }

  @Override
  public synchronized CommandList commands(long after, Duration longestWait) {
    asked++;
    if (!wasAsked) {
      wasAsked = true;
      throw new PortalUnavailableException("starting", null);
    }
    List<SequencedCommand> open =
        commands.stream().filter(command -> command.sequence() > after).toList();
    if (again) {
      again = false;
      return new CommandList(epoch, commands, List.of());
    }
    if (open.isEmpty()) {
      idle();
    }
    return new CommandList(
        epoch, open, unreadable.stream().filter(command -> command.sequence() > after).toList());
  }

  private void idle() {
    try {
      var unused = new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortalUnavailableException("interrupted", e);
    }
  }
}
