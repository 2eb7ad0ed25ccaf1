package org.yuzuri.portal.platform.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** A file as its reader has it. */
public final class ReadPdf implements AutoCloseable {

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private final byte[] file;
  private final PDDocument document;

  public ReadPdf(byte[] file) throws IOException {
    this.file = file;
    this.document = Loader.loadPDF(file);
  }

  /** Its words, each run of blanks as one. */
  public String text() throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    return stripper.getText(document).replaceAll("\\s+", " ");
  }

  public int pages() {
    return document.getNumberOfPages();
  }

  /** Names of fonts that are not inside; at least one font is looked at. */
  public List<String> fontsNotEmbedded() throws IOException {
    List<String> missing = new ArrayList<>();
    int seen = 0;
    for (PDPage page : document.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        seen++;
        if (!font.isEmbedded()) {
          missing.add(font.getName());
        }
      }
    }
    return seen == 0 ? List.of("no font at all") : missing;
  }

  /** Files that lie inside, by name. */
  public Map<String, byte[]> attachments() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, PDComplexFileSpecification> each :
        document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().entrySet()) {
      files.put(each.getKey(), each.getValue().getEmbeddedFile().toByteArray());
    }
    return files;
  }

  /** Rules of PDF/A-3b that it breaks, as veraPDF says. */
  public List<String> brokenRules() throws IOException, VeraPDFException {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(file), PDFAFlavour.PDFA_3_B);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_B, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .filter(each -> each.getStatus() == TestAssertion.Status.FAILED)
          .map(each -> each.getRuleId().getClause() + ": " + each.getMessage())
          .distinct()
          .toList();
    }
  }

  /** Its first page at 100 dots an inch. */
  public BufferedImage picture() throws IOException {
    return new PDFRenderer(document).renderImageWithDPI(0, 100, ImageType.RGB);
  }

  /** For people to look at. */
  public void picture(File to) throws IOException {
    ImageIO.write(picture(), "png", to);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
