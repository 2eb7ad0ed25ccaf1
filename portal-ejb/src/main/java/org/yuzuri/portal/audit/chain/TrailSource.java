package org.yuzuri.portal.audit.chain;

import java.util.List;
import java.util.Optional;

/** Where a check reads the trail. Entries of all tenants, as they are stored. */
public interface TrailSource {

  /** The end of the chain as it is now. */
  TrailEnd end();

  /** Sealed entries behind this number, by number; empty: there are no more. */
  List<TrailRow> sealedAfter(long number);

  /** Entries that are not sealed, with ids behind this one, by id; empty: there are no more. */
  List<TrailRow> openAfter(long id);

  /** How many entries are sealed with a number up to this one. */
  long countSealedUpTo(long number);

  /** A mark that several entries have. */
  Optional<String> repeatedMark();

  /** What the database knows of this node's checkpoint file. */
  Optional<CheckpointFile.Noted> noted(String node);
}
