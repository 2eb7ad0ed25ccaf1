package org.yuzuri.portal.inspection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.inspection.admission.Difference;
import org.yuzuri.portal.inspection.admission.PortView;
import org.yuzuri.portal.run.view.RunView;
import org.yuzuri.wire.boot.HardwareFacts;

/**
 * An inspection, as pages show it.
 *
 * @param admits whether it is the first part of an admission
 * @param facts what was found; null before the report
 * @param differences where that is not what the server's entry says
 * @param shortfalls where it is less than the server's offer promises
 * @param port what was tried from the server's port; empty before the report
 */
public record InspectionView(
    long id,
    boolean admits,
    RunView run,
    @Nullable HardwareFacts facts,
    List<Difference> differences,
    List<Difference> shortfalls,
    List<PortView> port) {}
