/**
 * Measures what a server can do from its port, while it is inspected: the agent makes the frames
 * and counts which of them arrive, the server sends them and says who answered it.
 *
 * <p>Entry type: {@link org.yuzuri.lender.probe.PortProbes}. Invariants: no frame of a probe
 * reaches the machine's own network stack nor is addressed to another server; nothing is called
 * held because of silence alone.
 */
@NullMarked
package org.yuzuri.lender.probe;

import org.jspecify.annotations.NullMarked;
