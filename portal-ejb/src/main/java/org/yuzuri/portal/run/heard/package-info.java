/** What a run has heard of its server: its last beat, and the key that its console shows. */
@NullMarked
package org.yuzuri.portal.run.heard;

import org.jspecify.annotations.NullMarked;
