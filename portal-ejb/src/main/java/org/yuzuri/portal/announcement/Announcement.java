package org.yuzuri.portal.announcement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.yuzuri.portal.platform.NumberedRow;

/** Something that the datacenter tells its tenants. */
@Entity
class Announcement extends NumberedRow {

  @Version private int version;

  @Enumerated(EnumType.STRING)
  private AnnouncementSeverity severity;

  @Column(name = "text_en")
  private String english;

  @Column(name = "text_ja")
  private String japanese;

  @Column(name = "shown_from")
  private Instant from;

  @Column(name = "shown_until")
  private Instant until;

  private boolean forAll;
  private String writtenBy;
  private Instant writtenAt;
  private boolean withdrawn;

  @ElementCollection
  @CollectionTable(
      name = "announcement_tenant",
      joinColumns = @JoinColumn(name = "announcement_id"))
  @Column(name = "tenant_id")
  private Set<Long> tenants = new HashSet<>();

  /** For Hibernate. */
  Announcement() {}

  Announcement(AnnouncementDraft.Checked said, Set<Long> to, String by, Instant now) {
    writtenBy = by;
    writtenAt = now;
    say(said, to);
  }

  final void say(AnnouncementDraft.Checked said, Set<Long> to) {
    severity = said.severity();
    english = said.english();
    japanese = said.japanese();
    from = said.from();
    until = said.until();
    forAll = to.isEmpty();
    tenants.retainAll(to);
    tenants.addAll(to);
  }

  void withdraw() {
    withdrawn = true;
  }

  boolean isWithdrawn() {
    return withdrawn;
  }

  AnnouncementView view() {
    return new AnnouncementView(
        id(), version, severity, english, japanese, from, until, tenants, isWithdrawn());
  }

  @Override
  public String toString() {
    return "announcement "
        + id()
        + " by "
        + writtenBy
        + " at "
        + writtenAt
        + ", for all: "
        + forAll;
  }
}
