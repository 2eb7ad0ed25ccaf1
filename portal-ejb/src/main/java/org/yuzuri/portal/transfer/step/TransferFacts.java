package org.yuzuri.portal.transfer.step;

import java.util.Map;
import java.util.TreeMap;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.site.GatewayFacts;

/** What the overlay on the server is told; the keys are those of {@code docs/contracts.md}, §4. */
final class TransferFacts {

  static Map<String, String> of(TransferSituation now) {
    Server server = now.server();
    GatewayFacts gateway = now.gateway();
    Map<String, String> facts = new TreeMap<>();
    facts.put("YUZURI_MODE", "install");
    facts.put("YUZURI_MAC", server.mac().text());
    facts.put("YUZURI_ADDRESS", server.bootAddress());
    facts.put("YUZURI_ROUTER", now.surroundings().bootNetwork(now.lenderAgent()).router());
    facts.put("YUZURI_HOSTNAME", server.name());
    facts.put("YUZURI_IDENTITY", "CN=" + now.transfer().installName());
    facts.put("YUZURI_PRODUCTION_IDENTITY", "CN=" + now.transfer().productionName());
    facts.put("YUZURI_GATEWAY_ADDRESS", gateway.outsideAddress().text());
    facts.put("YUZURI_GATEWAY_IDENTITY", gateway.identity());
    facts.put("YUZURI_TENANT_RANGE", gateway.tenantRange().toString());
    facts.put("YUZURI_VIRTUAL_ADDRESS", now.lease().virtualAddress().text());
    facts.put("YUZURI_IKE_PROPOSALS", gateway.ikeProposals());
    facts.put("YUZURI_ESP_PROPOSALS", gateway.espProposals());
    facts.put("YUZURI_NEXT_INIT", "/init");
    return facts;
  }

  private TransferFacts() {}
}
