package org.yuzuri.portal.web.ui.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsOfDetailsTest {

  private final Texts texts = new TextsIn(Locale.JAPANESE, false);

  @Test
  void pieceOfEvidenceIsNamedInTheViewersLanguage() {
    assertThat(texts.detail("GATEWAY_ONLINE")).isEqualTo(texts.get("evidence.GATEWAY_ONLINE"));
  }

  @Test
  void phaseInFrontOfTheInstallersWordsIsNamedInTheViewersLanguage() {
    assertThat(texts.detail("packages: 404 http://10.30.0.10/x"))
        .isEqualTo(texts.get("phase.packages") + ": 404 http://10.30.0.10/x");
  }

  @Test
  void eachOfSeveralDoubtsIsNamedInTheViewersLanguage() {
    assertThat(texts.detail("DISK_MISSING: S1\nDISK_SMALLER: /dev/vda S2, 8 GiB > 7 B"))
        .isEqualTo(
            texts.get("doubt.DISK_MISSING")
                + ": S1; "
                + texts.get("doubt.DISK_SMALLER")
                + ": /dev/vda S2, 8 GiB > 7 B")
        .doesNotContain("DISK_");
  }

  @Test
  void everyReasonAgainstAnAdmissionIsNamedInTheViewersLanguage() {
    assertThat(texts.detail("through.BMC: 198.51.100.61\nNOT_TRIED: BMC\noffer.memoryMib: 8 > 4"))
        .isEqualTo(
            texts.get("probe.through.BMC")
                + ": 198.51.100.61; "
                + texts.get("probe.NOT_TRIED")
                + ": BMC; "
                + texts.get("field.offer.memoryMib")
                + ": 8 > 4")
        .doesNotContain("through", "offer");
  }

  @Test
  void wordsWithoutSuchANameStayAsTheyAre() {
    assertThat(texts.detail("10.30.1.1:22")).isEqualTo("10.30.1.1:22");
    assertThat(texts.detail("no: such")).isEqualTo("no: such");
    assertThat(texts.detail(null)).isEmpty();
  }

  @Test
  void operatorIsToldWhoseGatewayItIs() {
    assertThat(new TextsIn(Locale.JAPANESE, true).detail("GATEWAY_ONLINE"))
        .isEqualTo("テナントのゲートウェイとの通信");
  }

  private static final class TextsIn extends Texts {

    private final Locale language;
    private final boolean operator;

    TextsIn(Locale language, boolean operator) {
      this.language = language;
      this.operator = operator;
    }

    @Override
    boolean isForOperator() {
      return operator;
    }

    @Override
    public Locale getLocale() {
      return language;
    }
  }
}
