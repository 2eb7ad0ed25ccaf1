package org.yuzuri.portal.web.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.util.ByteRange;
import org.junit.jupiter.api.Test;

class FilesEndpointTest {

  private static final long SIZE = 1000;

  @Test
  void partThatIsAskedForIsAnswered() {
    assertThat(answer("bytes=400-")).isEqualTo("206 bytes 400-999/1000 of 600");
    assertThat(answer("bytes=0-4999")).isEqualTo("206 bytes 0-999/1000 of 1000");
    assertThat(answer("bytes=0-0")).isEqualTo("206 bytes 0-0/1000 of 1");
    assertThat(answer("bytes=-10")).isEqualTo("206 bytes 990-999/1000 of 10");
  }

  @Test
  void partThatTheFileDoesNotHaveIsRefused() {
    assertThat(answer("bytes=1000-")).startsWith("416 bytes */1000");
  }

  @Test
  void anythingElseIsAnsweredWithTheWholeFile() {
    for (String header : new String[] {null, "bytes=-", "bytes=0-1,5-6", "lines=0-1", "bytes=x-"}) {
      assertThat(FilesEndpoint.part(ByteRange.parse(header), SIZE)).as(header).isEmpty();
    }
  }

  private static String answer(String header) {
    return FilesEndpoint.part(ByteRange.parse(header), SIZE)
        .map(
            part ->
                part.getStatusCode()
                    + " "
                    + part.getContentRange()
                    + " of "
                    + part.getContentLength())
        .orElseThrow();
  }
}
