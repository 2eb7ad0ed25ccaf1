package org.yuzuri.gateway.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.value.TunnelPurpose;

class SecurityAssociationTest {
  private static final String LISTING =
      """
      list-sa event {
        lease-7-install {
          uniqueid = 3
          version = 2
          state = ESTABLISHED
          local-id = CN=gateway-1
          remote-id = CN=lease-7-transfer-12
          remote-vips = [
            10.30.1.17
          ]
          child-sas {
            lease-7-install-4 {
              name = lease-7-install
              state = INSTALLED
            }
          }
        }
      }
      list-sa event {
        lease-8-production {
          uniqueid = 4
          state = CONNECTING
          remote-id = %any
          child-sas {
          }
        }
      }
      list-sa event {
        office {
          uniqueid = 5
          state = ESTABLISHED
        }
      }
      list-sas reply {
      }
      """;

  private final List<SecurityAssociation> found =
      ViciListing.events(LISTING).stream().flatMap(SecurityAssociation::of).toList();

  @Test
  void aTunnelWithAnAddressIsUp() {
    assertThat(found.get(0))
        .isEqualTo(
            new SecurityAssociation(
                new TunnelName(7, TunnelPurpose.INSTALL),
                3,
                true,
                "CN=lease-7-transfer-12",
                "10.30.1.17"));
  }

  @Test
  void aTunnelThatIsBeingBuiltIsNotUp() {
    assertThat(found.get(1).up()).isFalse();
  }

  @Test
  void tunnelsOfOthersAreNotOurs() {
    assertThat(found).hasSize(2);
  }

  @Test
  void aListingThatIsCutOffEndsTheReading() {
    for (int length = 0; length < LISTING.length(); length++) {
      String cut = LISTING.substring(0, length);

      assertThat(ViciListing.events(cut).size()).isLessThanOrEqualTo(3);
    }
  }
}
