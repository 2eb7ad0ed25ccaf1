/**
 * What members change of themselves. Entry type: {@link
 * org.yuzuri.portal.member.profile.ProfileService}.
 */
@NullMarked
package org.yuzuri.portal.member.profile;

import org.jspecify.annotations.NullMarked;
