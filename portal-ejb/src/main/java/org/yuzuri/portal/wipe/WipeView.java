package org.yuzuri.portal.wipe;

import org.yuzuri.portal.run.view.RunView;

/**
 * A server on its way back, as pages show it.
 *
 * @param ending what becomes of the server
 * @param state where it stands, in one word
 * @param run its steps and how far they are
 */
public record WipeView(long id, WipeEnding ending, WipeState state, RunView run) {}
