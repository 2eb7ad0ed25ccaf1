package org.yuzuri.portal.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.mail.smtp.Envelope;
import org.yuzuri.portal.mail.text.MailText;
import org.yuzuri.portal.mail.text.MailTexts;
import org.yuzuri.portal.mail.text.Reader;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.platform.PlainLine;
import org.yuzuri.portal.platform.secret.EncryptedText;

/** One mail: what it tells, and what became of it. */
@Entity
@Table(name = "mail")
class OutgoingMail extends NumberedRow {

  /** How long it is tried. */
  static final Duration TRIED = Duration.ofDays(3);

  /** Instead of a mail server's words: it was not sent while it still had a meaning. */
  static final String TOO_OLD = "TOO_OLD";

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int MOST_DOUBLINGS = 9;
  private static final int LONGEST_ERROR = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Column(name = "mail_key")
  private String key;

  @Enumerated(EnumType.STRING)
  private MailKind kind;

  @Enumerated(EnumType.STRING)
  private MailState state;

  private @Nullable Long memberId;
  private String address;
  private String name;
  private String language;
  private String zone;
  private String subject;

  @Convert(converter = EncryptedText.class)
  @Column(name = "letter_values")
  private @Nullable String values;

  private String messageId;
  private Instant createdAt;
  private Instant giveUpAt;
  private Instant nextTryAt;
  private int tries;
  private @Nullable String lastError;
  private @Nullable Instant endedAt;

  /** For Hibernate. */
  OutgoingMail() {}

  /**
   * A mail to be sent, or not when its receiver does not want it.
   *
   * @throws IllegalArgumentException the letter's values do not have the forms that its text wants
   */
  OutgoingMail(Letter letter, boolean wanted, URI portal, Instant now) {
    Recipient to = letter.to();
    this.key = letter.key();
    this.kind = letter.kind();
    this.memberId = to.memberId();
    this.address = to.address();
    this.name = to.name();
    this.language = to.locale().getLanguage();
    this.zone = to.zoneId().getId();
    this.values = json(letter.values());
    this.messageId = UUID.randomUUID().toString();
    this.createdAt = now;
    this.nextTryAt = now;
    Instant longest = now.plus(TRIED);
    this.giveUpAt =
        letter.until() == null || letter.until().isAfter(longest) ? longest : letter.until();
    this.subject = text(portal).subject();
    this.state = MailState.QUEUED;
    if (!wanted) {
      end(MailState.SUPPRESSED, now);
    }
  }

  /** Whether it is to be tried now. */
  boolean isDue(Instant now) {
    return state == MailState.QUEUED && !nextTryAt.isAfter(now);
  }

  /** Whether it has lost its meaning. */
  boolean isTooOld(Instant now) {
    return !giveUpAt.isAfter(now);
  }

  /** The mail server has it. */
  void sent(Instant now) {
    lastError = null;
    end(MailState.SENT, now);
  }

  /** It will never be sent. */
  void failed(String error, Instant now) {
    lastError = PlainLine.of(error, LONGEST_ERROR);
    end(MailState.FAILED, now);
  }

  /**
   * It could not be sent now: it is tried again after a minute, then after twice as long each time,
   * at most six hours; not any more once it has lost its meaning.
   */
  void putOff(String error, Instant now) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
    tries++;
    nextTryAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    if (nextTryAt.isBefore(giveUpAt)) {
      lastError = PlainLine.of(error, LONGEST_ERROR);
    } else {
      failed(error, now);
    }
  }

  /** An operator wants it to be tried anew, from the first pause on. */
  void again(Instant now) {
    state = MailState.QUEUED;
    endedAt = null;
    tries = 0;
    nextTryAt = now;
    giveUpAt = now.plus(TRIED);
  }

  private void end(MailState ended, Instant now) {
    state = ended;
    endedAt = now;
    if (ended == MailState.SENT && kind.isSecret()) {
      values = null; // the receiver alone has it from now on
    }
  }

  /** What is handed to the mail server. */
  Envelope envelope(URI portal, Instant now) {
    return new Envelope(address, name, messageId, text(portal), now);
  }

  /** Whether its words are still there. */
  boolean hasText() {
    return values != null;
  }

  /** Its words, for its receiver. */
  MailText text(URI portal) {
    Recipient to = new Recipient(memberId, address, name, language, zone);
    Reader reader = new Reader(to.locale(), to.zoneId(), name, portal);
    return MailTexts.of(
        kind.name(), kind.isOptional(), map(Objects.requireNonNull(values, "values")), reader);
  }

  /** Where its link leads; null when it has none. */
  @Nullable String link(URI portal) {
    String path = map(Objects.requireNonNull(values, "values")).get("link");
    return path == null ? null : portal + path;
  }

  MailKind kind() {
    return kind;
  }

  /** As one row of the list. */
  MailRow row() {
    return new MailRow(
        id(), address, kind, subject, state, tries, createdAt, nextTryAt, endedAt, lastError);
  }

  private static String json(Map<String, String> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> map(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a mail's values are no JSON of texts", broken);
    }
  }

  @Override
  public String toString() {
    return "mail " + id() + " " + kind + " " + state;
  }
}
