package org.yuzuri.architecture.violations.yuzuri.portal.left;

import java.util.Optional;

/** A repository that knows what a page shows. */
interface LeftRepository {

  /** What a page shows. */
  record LeftView(long id) {}

  Optional<LeftView> find(long id);
}
