package org.yuzuri.portal.transfer.step;

import java.util.EnumMap;
import java.util.Map;
import org.yuzuri.portal.site.gateway.GatewayFacts;
import org.yuzuri.wire.boot.BootFact;
import org.yuzuri.wire.boot.BootFacts;

/** What the overlay on the server is told. */
final class TransferFacts {

  static BootFacts of(TransferSituation now) {
    GatewayFacts gateway = now.gateway();
    Map<BootFact, String> facts = new EnumMap<>(BootFact.class);
    facts.put(BootFact.ROUTER, now.surroundings().bootNetwork(now.lenderAgent()).router());
    facts.put(BootFact.HOSTNAME, now.server().name());
    facts.put(BootFact.IDENTITY, "CN=" + now.transfer().installName());
    facts.put(BootFact.PRODUCTION_IDENTITY, "CN=" + now.transfer().productionName());
    facts.put(BootFact.GATEWAY_ADDRESS, gateway.outsideAddress().text());
    facts.put(BootFact.GATEWAY_IDENTITY, gateway.identity());
    facts.put(BootFact.TENANT_RANGE, gateway.tenantRange().toString());
    facts.put(BootFact.VIRTUAL_ADDRESS, now.lease().virtualAddress().text());
    facts.put(BootFact.IKE_PROPOSALS, gateway.ikeProposals());
    facts.put(BootFact.ESP_PROPOSALS, gateway.espProposals());
    facts.put(BootFact.NEXT_INIT, "/init");
    return new BootFacts(facts);
  }

  private TransferFacts() {}
}
