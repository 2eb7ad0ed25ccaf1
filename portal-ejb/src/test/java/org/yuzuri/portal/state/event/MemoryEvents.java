package org.yuzuri.portal.state.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yuzuri.portal.state.Change;

/** History in memory. */
public final class MemoryEvents implements EventLog {

  private final List<Entry> entries = new ArrayList<>();
  private final List<EventSubject> touched = new ArrayList<>();

  private record Entry(EventSubject subject, Change change) {}

  @Override
  public void append(EventSubject subject, Change change) {
    entries.add(new Entry(subject, change));
  }

  @Override
  public void touch(EventSubject subject) {
    touched.add(subject);
  }

  /** Every change of things of this kind, oldest first. */
  public List<Change> changes(SubjectKind kind) {
    return entries.stream()
        .filter(entry -> entry.subject().kind() == kind)
        .map(Entry::change)
        .toList();
  }

  /** Every change of this subject, oldest first. */
  List<Change> changes(EventSubject subject) {
    return entries.stream()
        .filter(entry -> entry.subject().equals(subject))
        .map(Entry::change)
        .toList();
  }

  /** How often pages were told to look at this subject again. */
  int signals(EventSubject subject) {
    return Collections.frequency(touched, subject) + changes(subject).size();
  }

  /** How often pages were told to look again. */
  public int signals() {
    return touched.size() + entries.size();
  }
}
