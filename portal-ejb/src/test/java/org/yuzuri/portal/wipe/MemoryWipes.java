package org.yuzuri.portal.wipe;

import java.time.Instant;
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
  public Optional<Wipe> find(long id) {
    return Optional.ofNullable(wipes.get(id));
  }

  @Override
  public Optional<Wipe> findLocked(long id) {
    return find(id);
  }

  @Override
  public Optional<Long> findOpenOfLease(long leaseId) {
    return findLastOfLease(leaseId).filter(wipe -> !wipe.state().isFinal()).map(Wipe::id);
  }

  @Override
  public Optional<Wipe> findLastOfLease(long leaseId) {
    return wipes.values().stream()
        .filter(wipe -> wipe.leaseId() == leaseId)
        .max(Comparator.comparingLong(Wipe::id));
  }

  @Override
  public List<Long> listDue(Instant now, int limit) {
    return wipes.values().stream()
        .filter(wipe -> wipe.nextRunAt() != null && !wipe.nextRunAt().isAfter(now))
        .map(Wipe::id)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Wipe> ofServer(long serverId) {
    return wipes.values().stream().filter(wipe -> wipe.serverId() == serverId).toList();
  }

  @Override
  public List<WipeRecordView> recordsOf(long serverId) {
    return records.stream()
        .map(WipeRecord::view)
        .filter(record -> record.serverId() == serverId)
        .toList();
  }
}
