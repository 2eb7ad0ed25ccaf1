/**
 * What is secret: tokens that work once, columns that are stored encrypted, and where the keys are.
 */
@NullMarked
package org.yuzuri.portal.platform.secret;

import org.jspecify.annotations.NullMarked;
