/** What daemons report and ask: each report taken once, refused ones set aside by name. */
@NullMarked
package org.yuzuri.portal.agent.report;

import org.jspecify.annotations.NullMarked;
