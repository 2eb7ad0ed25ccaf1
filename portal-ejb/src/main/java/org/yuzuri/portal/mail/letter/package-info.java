/** What can be told by mail, and to whom. */
@NullMarked
package org.yuzuri.portal.mail.letter;

import org.jspecify.annotations.NullMarked;
