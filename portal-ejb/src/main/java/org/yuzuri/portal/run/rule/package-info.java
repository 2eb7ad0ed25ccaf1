/**
 * Rules of steps that any kind of run can use: wishes to be reached, evidence to be seen, a server
 * to be heard.
 */
@NullMarked
package org.yuzuri.portal.run.rule;

import org.jspecify.annotations.NullMarked;
