package org.yuzuri.portal.image.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;

/** A form of an image that is sent twice, by a double click or from two tabs, makes one image. */
class NamesOfImagesIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private long tenant;

  @BeforeEach
  void makeATenant() {
    tenant = database.newTenant("Names");
  }

  @Test
  void theSecondImageOfANameIsRefusedByTheField() {
    add("installer");

    assertThatThrownBy(() -> add("installer"))
        .hasMessage("NAME_TAKEN: name = installer, expected a name that no other image has");
    assertThat(names()).containsExactly("installer");
  }

  @Test
  void ofManySentAtOnceOneMakesAnImage() throws Exception {
    List<Callable<Boolean>> clicks = new ArrayList<>();
    for (int at = 0; at < 8; at++) {
      clicks.add(this::succeeds);
    }
    ExecutorService tabs = Executors.newFixedThreadPool(clicks.size());
    try {
      int made = 0;
      for (Future<Boolean> click : tabs.invokeAll(clicks)) {
        made += click.get() ? 1 : 0;
      }
      assertThat(made).isOne();
    } finally {
      tabs.shutdownNow();
    }
    assertThat(names()).containsExactly("doubled");
  }

  private boolean succeeds() {
    try {
      add("doubled");
      return true;
    } catch (ProblemException refused) {
      assertThat(refused).hasMessageContaining("NAME_TAKEN: name");
      return false;
    }
  }

  @Test
  void anImageIsNotRenamedToAnothersNameButMayKeepItsOwn() {
    add("first");
    long second = add("second");

    assertThatThrownBy(() -> as(tenant, s -> s.describe(second, 1, "first", "")))
        .hasMessageContaining("NAME_TAKEN: name = first");
    assertThat(as(tenant, s -> s.describe(second, 1, "second", "quiet")).kernelArguments())
        .isEqualTo("quiet");
  }

  @Test
  void theNameOfARemovedImageAndAnotherTenantsIsFree() {
    long first = add("installer");
    as(
        tenant,
        s -> {
          s.remove(first);
          return null;
        });
    long again = add("installer");
    as(
        tenant,
        s -> {
          s.remove(again);
          return null;
        });

    assertThat(add("installer")).isPositive();
    long other = database.newTenant("Other names");
    assertThat(as(other, s -> s.add("installer", "")).id()).isPositive();
  }

  private long add(String name) {
    return as(tenant, s -> s.add(name, "")).id();
  }

  private List<String> names() {
    return as(tenant, ImageService::list).stream()
        .filter(image -> !image.readyMade())
        .map(BootImageView::name)
        .toList();
  }

  private <T> T as(long of, Function<ImageService, T> call) {
    return database.as(of, Role.ORDERER, w -> call.apply(w.get(ImageService.class)));
  }
}
