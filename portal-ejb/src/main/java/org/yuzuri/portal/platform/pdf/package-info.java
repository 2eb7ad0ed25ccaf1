/**
 * Documents as PDF/A-3: {@link org.yuzuri.portal.platform.pdf.PdfPage} is what is printed, {@link
 * org.yuzuri.portal.platform.pdf.PdfFile} makes a file of it. INVARIANTS: what somebody typed is
 * text and never markup; nothing but the font is read from outside.
 */
@NullMarked
package org.yuzuri.portal.platform.pdf;

import org.jspecify.annotations.NullMarked;
