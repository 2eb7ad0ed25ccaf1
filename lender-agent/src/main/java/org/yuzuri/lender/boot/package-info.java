/**
 * What servers boot: the files, the iPXE script, the transfer initrd, and the tokens under which
 * they may be fetched.
 *
 * <p>Entry types: {@link org.yuzuri.lender.boot.BootHandler} for commands, {@link
 * org.yuzuri.lender.boot.ActiveBoots} for the boot endpoints. Invariants: a boot is on disk before
 * it is served; one MAC address has at most one boot; a token that was replaced or withdrawn stays
 * dead.
 */
@NullMarked
package org.yuzuri.lender.boot;

import org.jspecify.annotations.NullMarked;
