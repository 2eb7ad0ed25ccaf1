package org.yuzuri.portal.invoice.view;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.invoice.InvoiceBook;
import org.yuzuri.portal.invoice.InvoiceState;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Invoices and credit notes, for people: a tenant's own, for the datacenter all. Transactions:
 * required.
 */
@Stateless
public class InvoiceService {

  @Inject InvoiceBook book;

  @PersistenceContext EntityManager em;

  /** Documents in a list, newest first; found by number, tenant and month. */
  @RequiresPermissions(Permissions.INVOICE_READ)
  public Page<InvoiceRow> list(ListFilter<InvoiceState> filter, PageRequest request) {
    return InvoiceRow.ALL.page(em, filter, request);
  }

  /**
   * One document.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  @RequiresPermissions(Permissions.INVOICE_READ)
  public InvoiceView view(long id) {
    return book.view(id);
  }
}
