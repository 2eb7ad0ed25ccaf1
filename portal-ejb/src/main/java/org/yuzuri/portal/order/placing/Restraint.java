package org.yuzuri.portal.order.placing;

import java.util.Optional;

/**
 * What holds a tenant back at a moment, whatever it orders.
 *
 * @param inPreparation servers of its own that are not handed over yet, or not taken back
 * @param mostInPreparation how many it may have so
 * @param sameThing the pause after failures of this image with this version of the settings
 * @param anything the pause after failures of whatever it ordered
 */
record Restraint(
    int inPreparation,
    int mostInPreparation,
    Optional<BackOff.Pause> sameThing,
    Optional<BackOff.Pause> anything) {}
