/** What a tenant's billing people are told of documents, by mail. */
@NullMarked
package org.yuzuri.portal.invoice.letter;

import org.jspecify.annotations.NullMarked;
