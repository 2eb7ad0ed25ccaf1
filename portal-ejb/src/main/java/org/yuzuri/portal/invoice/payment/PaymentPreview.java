package org.yuzuri.portal.invoice.payment;

import java.io.Serializable;
import java.util.List;

/**
 * What booking a file would do.
 *
 * @param fresh payments that are new
 * @param known references that are booked already, and are not again
 */
public record PaymentPreview(List<PaymentDraft> fresh, List<String> known)
    implements Serializable {}
