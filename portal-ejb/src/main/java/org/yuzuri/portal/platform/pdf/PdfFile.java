package org.yuzuri.portal.platform.pdf;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ProblemException;

/** Makes files of pages: PDF/A-3b (ISO 19005-3), its font embedded. */
public final class PdfFile {

  /** What pages name as their font. */
  public static final String FONT = "document";

  private static final String PRODUCER = "Yuzuri";

  /** Of a node; a long invoice of some hundred pages takes some seconds. */
  private static final PdfPlaces PLACES = new PdfPlaces(2, 4, Duration.ofSeconds(10));

  /**
   * A file, some 100 ms for the first page and some 10 ms for each other one.
   *
   * @param attachment a file that lies inside
   * @throws ProblemException NOT_CONFIGURED: there is no font; PDFS_BUSY: two are being made, and
   *     neither was ready within ten seconds, or four others wait already
   */
  public static byte[] of(PdfPage page, PdfAttachment attachment) {
    return PLACES.make(() -> made(page, attachment));
  }

  /** The same with nothing inside. */
  public static byte[] of(PdfPage page) {
    return PLACES.make(() -> made(page, null));
  }

  private static byte[] made(PdfPage page, @Nullable PdfAttachment attachment) {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withW3cDocument(page.document(), null);
    builder.useFont(PdfFont.file().toFile(), FONT);
    builder.usePdfAConformance(PdfAConformance.PDFA_3_B);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.withProducer(PRODUCER);
    builder.useUriResolver((base, uri) -> null);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> false, when);
    }
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      document.getDocumentCatalog().setLanguage(page.language().getLanguage());
      if (attachment != null) {
        attach(document, attachment);
      }
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      document.save(file);
      return file.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a document in memory", impossible);
    }
  }

  private static void attach(PDDocument document, PdfAttachment attachment) throws IOException {
    byte[] bytes = attachment.content().getBytes(StandardCharsets.UTF_8);
    PDEmbeddedFile content =
        new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    GregorianCalendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    made.setTimeInMillis(attachment.made().toEpochMilli());
    content.setSubtype(attachment.type());
    content.setSize(bytes.length);
    content.setCreationDate(made);
    content.setModDate(made);
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(attachment.name());
    file.setFileUnicode(attachment.name());
    file.setFileDescription(attachment.description());
    file.setEmbeddedFile(content);
    file.setEmbeddedFileUnicode(content);
    file.getCOSObject().setName(COSName.AF_RELATIONSHIP, attachment.relation());
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of(attachment.name(), file));
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
    names.setEmbeddedFiles(tree);
    catalog.setNames(names);
    COSArray associated = new COSArray();
    associated.add(file);
    catalog.getCOSObject().setItem(COSName.AF, associated);
  }

  private PdfFile() {}
}
