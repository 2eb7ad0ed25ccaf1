package org.yuzuri.portal.web.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteRangeTest {

  private static final long SIZE = 1000;

  @Test
  void fromAPlaceToTheEnd() {
    assertThat(ByteRange.of("bytes=400-", SIZE)).contains(new ByteRange(400, 999));
  }

  @Test
  void endBehindTheFileIsItsEnd() {
    assertThat(ByteRange.of("bytes=0-4999", SIZE)).contains(new ByteRange(0, 999));
  }

  @Test
  void lastBytes() {
    assertThat(ByteRange.of("bytes=-10", SIZE)).contains(new ByteRange(990, 999));
    assertThat(ByteRange.of("bytes=-5000", SIZE)).contains(new ByteRange(0, 999));
  }

  @Test
  void nothingOfTheFileIsNoRange() {
    assertThat(ByteRange.of("bytes=1000-", SIZE)).isEmpty();
    assertThat(ByteRange.of("bytes=-0", SIZE)).isEmpty();
    assertThat(ByteRange.of("bytes=5-4", SIZE)).isEmpty();
  }

  @Test
  void otherFormsAreIgnored() {
    assertThat(ByteRange.isReadable(null)).isFalse();
    assertThat(ByteRange.isReadable("bytes=-")).isFalse();
    assertThat(ByteRange.isReadable("bytes=0-1,5-6")).isFalse();
    assertThat(ByteRange.isReadable("lines=0-1")).isFalse();
    assertThat(ByteRange.isReadable("bytes=0-99999999999999999999")).isFalse();
  }

  @Test
  void lengthCountsBothEnds() {
    assertThat(new ByteRange(0, 0).length()).isEqualTo(1);
  }
}
