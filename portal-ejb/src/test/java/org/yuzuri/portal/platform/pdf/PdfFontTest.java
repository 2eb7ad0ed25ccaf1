package org.yuzuri.portal.platform.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.platform.ProblemException;

class PdfFontTest {

  @ParameterizedTest
  @ValueSource(strings = {"/no/such/font.ttf", "/tmp", "bad\0path"})
  void whatIsNoFileIsNamedWithWhatIsExpected(String set) {
    assertThatThrownBy(() -> PdfFont.of(set))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("NOT_CONFIGURED")
        .hasMessageContaining("yuzuri.pdf.font")
        .hasMessageContaining("fonts-ipafont-gothic");
  }

  @Test
  void fileThatIsSetIsTaken(@TempDir Path directory) throws IOException {
    Path font = Files.createFile(directory.resolve("a.ttf"));

    assertThat(PdfFont.of(" " + font + " ")).isEqualTo(font);
  }

  @Test
  void withoutAnythingSetItIsDebians() {
    assertThat(PdfFont.of(null)).hasFileName("ipagp.ttf");
  }
}
