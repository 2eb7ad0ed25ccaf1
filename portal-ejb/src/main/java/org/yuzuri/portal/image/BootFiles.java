package org.yuzuri.portal.image;

import java.util.List;
import org.yuzuri.wire.boot.FileRef;

/**
 * What a lender agent needs to boot an image.
 *
 * @param initrds in the order of booting; the portal's modules last
 * @param kernelArguments the tenant's, separated by single spaces; may be empty
 */
public record BootFiles(FileRef kernel, List<FileRef> initrds, String kernelArguments) {}
