/** What the transfer's pages show. */
@NullMarked
package org.yuzuri.portal.transfer.view;

import org.jspecify.annotations.NullMarked;
