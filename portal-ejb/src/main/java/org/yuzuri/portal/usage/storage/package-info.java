/** What images take up. Entry type: {@link org.yuzuri.portal.usage.storage.Storage}. */
@NullMarked
package org.yuzuri.portal.usage.storage;

import org.jspecify.annotations.NullMarked;
