package org.yuzuri.architecture.violations.yuzuri.portal.left;

import jakarta.persistence.EntityManager;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.RowQuery;

/** No service, and yet it reads a list; no repository, and yet it keeps a row. */
class LeftDesk {

  EntityManager em;

  Object list(RowQuery<LeftRepository.LeftView, Thread.State> rows) {
    return rows.page(em, ListFilter.none(), PageRequest.first(1));
  }

  void keep(LeftRow row) {
    em.persist(row);
  }
}
