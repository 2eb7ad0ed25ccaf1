package org.yuzuri.portal.member;

import java.util.ArrayList;
import java.util.List;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;

/** Mails that tests read instead of a person. */
public class Letters extends Mails {

  private final List<Letter> sent = new ArrayList<>();

  @Override
  public void send(Letter letter) {
    sent.add(letter);
  }

  /** What was sent to this address, in order. */
  public List<Letter> to(String address, MailKind kind) {
    return sent.stream()
        .filter(letter -> letter.to().address().equals(address) && letter.kind() == kind)
        .toList();
  }

  /** The token of the newest link that was sent to this address. */
  public String token(String address, MailKind kind) {
    List<Letter> found = to(address, kind);
    String link = found.get(found.size() - 1).values().get("link");
    return link.substring(link.indexOf("token=") + 6);
  }
}
