package org.yuzuri.portal.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.settings.SettingsDraft;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.portal.site.gateway.GatewayDraft;
import org.yuzuri.portal.site.gateway.GatewayService;
import org.yuzuri.portal.site.gateway.GatewayView;
import org.yuzuri.portal.tenant.TenantDraft;
import org.yuzuri.portal.tenant.TenantService;
import org.yuzuri.portal.tenant.TenantView;

/** Fills a tenant: members, gateways, install settings to begin with. */
@Dependent
class TenantFiller {

  private static final String JOB = "demo inventory";

  private final TenantService tenants;
  private final People people;
  private final GatewayService gateways;
  private final SettingsService settings;
  private final AsSystem asSystem;

  @Inject
  TenantFiller(
      TenantService tenants,
      People people,
      GatewayService gateways,
      SettingsService settings,
      AsSystem asSystem) {
    this.tenants = tenants;
    this.people = people;
    this.gateways = gateways;
    this.settings = settings;
    this.asSystem = asSystem;
  }

  void fill(InventoryFile.TenantItem wanted) {
    long id = asSystem.call(Actor.system(JOB), () -> tenant(wanted));
    asSystem.runFor(
        id,
        JOB,
        () -> {
          wanted.gateways().forEach(gateway -> gateway(id, gateway));
          wanted.settings().forEach(text -> settings(id, text));
        });
  }

  private long tenant(InventoryFile.TenantItem wanted) {
    long id =
        tenants.list().stream()
            .filter(tenant -> tenant.name().equals(wanted.name()))
            .map(TenantView::id)
            .findFirst()
            .orElseGet(() -> tenants.add(contactOf(wanted.name())).id());
    wanted.members().forEach(member -> people.add(id, member, member.roleOr(Role.VIEWER)));
    return id;
  }

  private static TenantDraft contactOf(String name) {
    return new TenantDraft(name, "", "", name, "contact@example.org", "");
  }

  private void gateway(long tenantId, InventoryFile.GatewayItem wanted) {
    Optional<GatewayView> there =
        gateways.list().stream()
            .filter(gateway -> gateway.tenantId() == tenantId)
            .filter(gateway -> gateway.name().equals(wanted.name()))
            .findFirst();
    if (there.isEmpty()) {
      TokenFile.write(wanted.tokenFile(), gateways.add(draft(wanted)));
    } else if (there.get().agentState() == AgentState.INVITED) {
      TokenFile.write(wanted.tokenFile(), gateways.inviteAgain(there.get().id()));
    }
  }

  private static GatewayDraft draft(InventoryFile.GatewayItem wanted) {
    return new GatewayDraft(
        wanted.name(),
        wanted.outsideAddress(),
        wanted.range(),
        wanted.pool(),
        wanted.managementPort());
  }

  private void settings(long tenantId, InventoryFile.SettingsItem wanted) {
    boolean there =
        settings.list().stream()
            .anyMatch(own -> own.tenantId() == tenantId && own.name().equals(wanted.name()));
    if (!there) {
      try {
        String text = Files.readString(Path.of(wanted.file()));
        settings.add(wanted.name(), new SettingsDraft(wanted.release(), text));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
