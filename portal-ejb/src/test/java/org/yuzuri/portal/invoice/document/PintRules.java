package org.yuzuri.portal.invoice.document;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidationPint;
import com.helger.phive.peppol.PeppolValidationPintJP;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yuzuri.portal.invoice.InvoiceView;

/** The official rules of JP PINT 1.1.2: schema, shared rules, Japan's own. */
public final class PintRules {

  /** The Digital Agency's corporate number. */
  private static final String PEPPOL_ADDRESS = "0188:8000012010038";

  private static final DVRCoordinate RULES =
      PeppolValidationPintJP.VID_OPENPEPPOL_JP_PINT_INVOICE_1_1_2;
  private static final ValidationExecutorSetRegistry<IValidationSourceXML> REGISTRY =
      new ValidationExecutorSetRegistry<>();

  static {
    PeppolValidationPint.init(REGISTRY);
    PeppolValidationPintJP.init(REGISTRY);
  }

  /**
   * The rules that a document breaks, in their words, and where its file says something else than
   * the document; its tenant has an address in the network.
   */
  public static List<String> broken(InvoiceView document) {
    return broken(document, xml(document));
  }

  static List<String> broken(InvoiceView document, String xml) {
    List<String> broken = new ArrayList<>(broken(xml));
    broken.addAll(PintReading.differences(document, xml));
    return broken;
  }

  static String xml(InvoiceView document) {
    return new String(PintXml.of(document, PEPPOL_ADDRESS), StandardCharsets.UTF_8);
  }

  static List<String> broken(String xml) {
    ValidationResultList results =
        ValidationExecutionManager.executeValidation(
            IValidityDeterminator.createDefault(),
            REGISTRY.getOfID(RULES),
            ValidationSourceXML.create(
                new ReadableResourceByteArray(xml.getBytes(StandardCharsets.UTF_8))),
            Locale.ENGLISH);
    List<String> broken = new ArrayList<>();
    results.forEach(
        result ->
            result
                .getErrorList()
                .forEach(
                    error -> {
                      if (error.isError()) {
                        broken.add(error.getErrorText(Locale.ENGLISH));
                      }
                    }));
    return broken;
  }

  private PintRules() {}
}
