package org.yuzuri.images.modules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kernel modules that a transfer needs, or would like to have. Immutable.
 *
 * <p>Source: found by taking modules away until the tunnel failed; a kernel without a DRBG refuses
 * an ESP state with nothing but "No such file or directory".
 *
 * @param needs in the order of a report
 */
public record ModuleNeeds(List<Need> needs) {
  /** What a module is for. */
  public enum Purpose {
    /** The network card. */
    NETWORK_CARD,
    /** The bus of virtual servers. */
    VIRTUAL_BUS,
    /** The VPN. */
    TUNNEL,
    /** The VPN's ciphers and random numbers. */
    CIPHER
  }

  /**
   * One need.
   *
   * @param anyOf module names; newer kernels have other names for the same thing, one suffices
   * @param purpose what it is for
   * @param required whether a transfer fails without it
   */
  public record Need(List<String> anyOf, Purpose purpose, boolean required) {
    /** Copies. */
    public Need {
      anyOf = List.copyOf(anyOf);
    }

    /** The first name, which stands for the need in reports. */
    public String name() {
      return anyOf.get(0);
    }

    /** Whether these modules have what is needed. */
    public boolean metBy(ModuleSet modules) {
      return anyOf.stream().anyMatch(modules::has);
    }
  }

  /** Copies. */
  public ModuleNeeds {
    needs = List.copyOf(needs);
  }

  /**
   * What a transfer needs on servers with these network cards.
   *
   * @param networkCards driver names, such as {@code virtio_net}, {@code ixgbe} or {@code bnxt_en};
   *     no others are taken along, because every boot pays for them
   */
  public static ModuleNeeds forTransfer(Collection<String> networkCards) {
    List<Need> needs = new ArrayList<>();
    networkCards.stream()
        .sorted()
        .forEach(driver -> needs.add(new Need(List.of(driver), Purpose.NETWORK_CARD, true)));
    boolean virtual = networkCards.contains("virtio_net");
    needs.add(new Need(List.of("virtio_pci"), Purpose.VIRTUAL_BUS, virtual));
    Stream.of("xfrm_user", "esp4")
        .forEach(name -> needs.add(new Need(List.of(name), Purpose.TUNNEL, true)));
    needs.addAll(ciphers());
    return new ModuleNeeds(needs);
  }

  private static List<Need> ciphers() {
    return List.of(
        cipher("aes_generic", "aesni_intel", "aes_x86_64"),
        cipher("gcm"),
        cipher("ctr"),
        cipher("seqiv"),
        cipher("ghash_generic", "ghash_clmulni_intel", "ghash"),
        cipher("cbc"),
        cipher("authenc"),
        cipher("hmac"),
        cipher("sha256_generic", "sha256_ssse3", "sha256", "libsha256"),
        cipher("sha512_generic", "sha512_ssse3", "sha512", "libsha512"),
        cipher("drbg"),
        cipher("jitterentropy_rng"),
        faster("aesni_intel"),
        faster("ghash_clmulni_intel"),
        faster("sha256_ssse3"),
        faster("sha512_ssse3"),
        faster("echainiv"));
  }

  private static Need cipher(String... anyOf) {
    return new Need(List.of(anyOf), Purpose.CIPHER, true);
  }

  private static Need faster(String name) {
    return new Need(List.of(name), Purpose.CIPHER, false);
  }

  /** Every name, for {@link ModulesArchive#writeInitrd}. */
  public List<String> names() {
    return needs.stream()
        .flatMap(need -> need.anyOf().stream())
        .distinct()
        .collect(Collectors.toList());
  }
}
