package org.yuzuri.host.command;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs tasks of one server one after the other, and those of different servers side by side on a
 * bounded number of threads.
 */
final class ServerQueues implements AutoCloseable {

  private final ExecutorService threads;

  // INVARIANT: a server has a queue here exactly while one task of it is on a thread or about to
  // be.
  private final Map<Long, Queue<Runnable>> waiting = new HashMap<>();

  ServerQueues(int mostThreads) {
    this.threads =
        Executors.newFixedThreadPool(
            mostThreads,
            task -> {
              Thread thread = new Thread(task, "command");
              thread.setDaemon(true);
              return thread;
            });
  }

  synchronized void add(long serverId, Runnable task) {
    Queue<Runnable> queue = waiting.get(serverId);
    if (queue != null) {
      queue.add(task);
      return;
    }
    waiting.put(serverId, new ArrayDeque<>());
    execute(serverId, task);
  }

  private void execute(long serverId, Runnable task) {
    threads.execute(
        () -> {
          try {
            task.run();
          } finally {
            next(serverId);
          }
        });
  }

  private synchronized void next(long serverId) {
    Runnable task = Objects.requireNonNull(waiting.get(serverId), "a task of it ran").poll();
    if (task == null) {
      waiting.remove(serverId);
    } else if (!threads.isShutdown()) {
      execute(serverId, task);
    }
  }

  /** Interrupts what runs; what waits is not begun. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
