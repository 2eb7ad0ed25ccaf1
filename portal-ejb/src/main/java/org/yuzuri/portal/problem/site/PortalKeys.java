package org.yuzuri.portal.problem.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.pki.key.KeyNotice;
import org.yuzuri.portal.pki.key.KeyNotices;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;

/** A key or certificate of this node has to be seen to. */
@ApplicationScoped
public class PortalKeys implements Watch {

  @Inject KeyNotices notices;

  @Override
  public boolean isOfEachNode() {
    return true;
  }

  @Override
  public String code() {
    return "PORTAL_KEYS";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return sightings(notices.list(), now);
  }

  /** Each of them is one of its own. */
  static List<Sighting> sightings(List<KeyNotice> notices, Instant now) {
    return notices.stream()
        .map(
            notice ->
                new Sighting(
                    Severity.WARNING,
                    Place.PORTAL,
                    notice.kind().name().hashCode(),
                    notice.kind().name(),
                    notice.until().toString(),
                    now))
        .toList();
  }
}
