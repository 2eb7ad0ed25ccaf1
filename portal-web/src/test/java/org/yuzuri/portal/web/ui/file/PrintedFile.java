package org.yuzuri.portal.web.ui.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * A PDF as its reader has it.
 *
 * @param text its words, each run of blanks as one
 * @param fonts names of all its fonts
 * @param loose names of those that are not inside
 * @param files texts that lie inside, by name
 */
public record PrintedFile(
    String text, int pages, List<String> fonts, List<String> loose, Map<String, byte[]> files) {

  /** Reads a file. */
  public static PrintedFile of(byte[] file) throws IOException {
    try (PDDocument document = Loader.loadPDF(file)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      List<String> fonts = new ArrayList<>();
      List<String> loose = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          fonts.add(font.getName());
          if (!font.isEmbedded()) {
            loose.add(font.getName());
          }
        }
      }
      Map<String, byte[]> files = new TreeMap<>();
      if (document.getDocumentCatalog().getNames() != null) {
        for (Map.Entry<String, PDComplexFileSpecification> each :
            document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().entrySet()) {
          files.put(each.getKey(), each.getValue().getEmbeddedFile().toByteArray());
        }
      }
      return new PrintedFile(
          stripper.getText(document).replaceAll("\\s+", " "),
          document.getNumberOfPages(),
          fonts,
          loose,
          files);
    }
  }
}
