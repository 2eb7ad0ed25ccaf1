/**
 * Slows the guessing of passwords down: every source has a budget of tries, and another one at each
 * login (docs/adr/0013). No account has one, so no stranger can lock somebody out.
 *
 * <p>Entry type: {@link org.yuzuri.portal.login.LoginBudgets}, which the realm asks before it looks
 * at a password. INVARIANT: nothing here depends on whether the login exists.
 */
@NullMarked
package org.yuzuri.portal.login;

import org.jspecify.annotations.NullMarked;
