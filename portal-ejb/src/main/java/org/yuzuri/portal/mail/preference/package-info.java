/** Which kinds of mail a member has switched off. */
@NullMarked
package org.yuzuri.portal.mail.preference;

import org.jspecify.annotations.NullMarked;
