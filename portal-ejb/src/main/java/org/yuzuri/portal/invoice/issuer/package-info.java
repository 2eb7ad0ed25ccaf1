/**
 * Who issues invoices: what a qualified invoice of Japan has to say of its issuer, and by which
 * rules this datacenter bills.
 */
@NullMarked
package org.yuzuri.portal.invoice.issuer;

import org.jspecify.annotations.NullMarked;
