package org.yuzuri.portal.image;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A boot image, as pages show it.
 *
 * @param readyMade whether it is the lender's, for all tenants
 * @param described rises whenever name or arguments change; a change names what it was typed over
 * @param kernelVersion as {@code uname -r} prints it; null while unknown
 * @param inspectedAt null before its files were looked into
 * @param files ordered by role and position
 */
public record BootImageView(
    long id,
    long tenantId,
    String name,
    boolean readyMade,
    String kernelArguments,
    int described,
    ImageState state,
    @Nullable String kernelVersion,
    Instant createdAt,
    @Nullable Instant inspectedAt,
    List<BootImageFileView> files,
    List<BootImageFindingView> findings) {}
