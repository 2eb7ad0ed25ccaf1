package org.yuzuri.portal.image;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.RowQuery;

/**
 * A boot image in a list.
 *
 * @param tenant name of whose it is
 * @param readyMade whether it is the lender's, for all tenants
 * @param kernelVersion as {@code uname -r} prints it; null while unknown
 * @param files how many it has
 */
public record ImageRow(
    long id,
    String tenant,
    String name,
    boolean readyMade,
    ImageState state,
    @Nullable String kernelVersion,
    int files,
    Instant createdAt)
    implements Serializable {

  /** Of every tenant; whose are shown is the caller's condition. */
  public static final RowQuery<ImageRow, ImageState> ALL =
      new RowQuery<ImageRow, ImageState>(
              ImageRow.class,
              "BootImage i join Tenant t on t.id = i.tenantId",
              "i.id",
              "t.name",
              "i.name",
              "case when i.tenantId = " + Tenants.LENDER + "L then true else false end",
              "i.state",
              "i.kernelVersion",
              "size(i.files)",
              "i.createdAt")
          .searchedBy("i.name", "t.name", "i.kernelVersion")
          .orderedBy("i.name")
          .inStates("i.state", ImageState.class, Set.of(ImageState.REMOVED));
}
