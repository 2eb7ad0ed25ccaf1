package org.yuzuri.portal.wipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yuzuri.portal.state.TestIds;

/** Wipes in memory. */
public final class MemoryWipes implements WipeRepository {

  private final Map<Long, Wipe> wipes = new TreeMap<>();
  private final List<WipeRecord> records = new ArrayList<>();

  @Override
  public void add(Wipe wipe) {
    long id = wipes.size() + 1L;
    TestIds.give(wipe, id);
    wipes.put(id, wipe);
  }

  @Override
  public void add(WipeRecord record) {
    records.add(record);
  }

  @Override
  public Optional<Wipe> findByRun(long runId) {
    return wipes.values().stream().filter(wipe -> wipe.run().id() == runId).findFirst();
  }

  @Override
  public Optional<Wipe> findLastOfLease(long leaseId) {
    return wipes.values().stream()
        .filter(wipe -> wipe.run().leaseId() == leaseId)
        .max(Comparator.comparingLong(Wipe::id));
  }

  /** Evidence of a server, oldest first. */
  public List<WipeRecordView> recordsOf(long serverId) {
    return records.stream()
        .map(WipeRecord::view)
        .filter(record -> record.serverId() == serverId)
        .toList();
  }
}
