package org.yuzuri.portal.it;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidationPint;
import com.helger.phive.peppol.PeppolValidationPintJP;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The official rules of JP PINT 1.1.2 for a file that was downloaded. */
final class PintRules {

  /** Of a tenant that has no address in the Peppol network. */
  static final String NO_ADDRESS = "ibr-080";

  private static final DVRCoordinate RULES =
      PeppolValidationPintJP.VID_OPENPEPPOL_JP_PINT_INVOICE_1_1_2;

  private PintRules() {}

  /** The rules that it breaks, in their words. */
  static List<String> broken(byte[] xml) {
    ValidationExecutorSetRegistry<IValidationSourceXML> registry =
        new ValidationExecutorSetRegistry<>();
    PeppolValidationPint.init(registry);
    PeppolValidationPintJP.init(registry);
    List<String> broken = new ArrayList<>();
    ValidationExecutionManager.executeValidation(
            IValidityDeterminator.createDefault(),
            registry.getOfID(RULES),
            ValidationSourceXML.create(new ReadableResourceByteArray(xml)),
            Locale.ENGLISH)
        .forEach(
            result ->
                result.getErrorList().stream()
                    .filter(error -> error.isError())
                    .forEach(error -> broken.add(error.getErrorText(Locale.ENGLISH))));
    return broken;
  }
}
