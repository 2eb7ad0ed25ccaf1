/**
 * Charts, drawn by the portal itself: a browser needs no script for them. Colours are those of the
 * page's style.
 *
 * <p>Entry type: {@link org.yuzuri.portal.web.chart.SvgChart}.
 */
@NullMarked
package org.yuzuri.portal.web.chart;

import org.jspecify.annotations.NullMarked;
