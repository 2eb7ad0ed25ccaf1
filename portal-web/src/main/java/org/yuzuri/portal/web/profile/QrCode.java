package org.yuzuri.portal.web.profile;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code as a path of SVG, which a page draws without a script or an image of its own.
 *
 * @param size of the square in modules, its quiet margin included
 * @param path the dark modules, one unit each
 */
public record QrCode(int size, String path) {

  /** Quiet modules around it; source: ISO/IEC 18004, §6.3.8. */
  private static final int MARGIN = 4;

  static QrCode of(String text) {
    BitMatrix modules;
    try {
      modules =
          new QRCodeWriter()
              .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, MARGIN));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException(
          "no QR code holds " + text.length() + " characters", tooLong);
    }
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return new QrCode(modules.getWidth(), path.toString());
  }
}
