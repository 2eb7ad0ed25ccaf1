/** The words of mails: in the receiver's language and time, as plain text and as HTML. */
@NullMarked
package org.yuzuri.portal.mail.text;

import org.jspecify.annotations.NullMarked;
