/** The way out: the mail server of the environment, and what it answered. */
@NullMarked
package org.yuzuri.portal.mail.smtp;

import org.jspecify.annotations.NullMarked;
