package org.yuzuri.portal.audit.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One thing that somebody with every right on database and files, but without the key, may do. */
record Mutation(String name, Deed deed) {

  /** What is done to the trail. */
  interface Deed {
    void to(Victim victim) throws SQLException, IOException;
  }

  /** Each kind once. */
  static List<Mutation> kinds() {
    List<Mutation> all = new ArrayList<>(edits());
    all.addAll(rows());
    all.addAll(ends());
    all.addAll(files());
    return all;
  }

  private static List<Mutation> edits() {
    return List.of(
        edit("id", "id + 1000000"),
        edit("tenant_id", "if(tenant_id = 1, (select max(id) from tenant), 1)"),
        edit("at", "at + interval 1000 microsecond"),
        edit("actor_kind", "if(actor_kind = 'AGENT', 'SYSTEM', 'AGENT')"),
        edit("actor_id", "actor_id + 1"),
        edit("actor_name", "concat(actor_name, ' ')"),
        edit("source", "concat(source, '0')"),
        edit("action", "concat('x', action)"),
        edit("subject", "concat(subject, '1')"),
        edit("detail", "concat(detail, '.')"),
        edit("mark", "insert(mark, 5, 1, if(substr(mark, 5, 1) = '0', '1', '0'))"),
        edit("mark", "null"),
        edit("seal", "insert(seal, 9, 1, if(substr(seal, 9, 1) = '0', '1', '0'))"),
        edit("seal", "insert(seal, 1, 1, '7')"),
        edit("seal", "''"),
        edit("seal_number", "seal_number + 100000"),
        edit("seal_number", "-seal_number"),
        edit("seal_number", "null"));
  }

  private static Mutation edit(String column, String value) {
    return new Mutation(
        "edit " + column + " to " + value,
        v ->
            v.change(
                "update audit_entry set " + column + " = " + value + " where id = ?", v.any()));
  }

  private static List<Mutation> rows() {
    return List.of(
        new Mutation("delete the first", v -> v.change(DELETE, v.number(1))),
        new Mutation("delete one", v -> v.change(DELETE, v.any())),
        new Mutation("delete the last", v -> v.change(DELETE, v.number(v.last()))),
        new Mutation("swap the places of two", v -> v.swap("seal_number")),
        new Mutation("swap places and seals of two", v -> v.swap("seal_number, seal")),
        new Mutation("swap what two say", v -> v.swap("detail, subject, actor_name, at")),
        new Mutation("repeat one, unsealed", v -> v.copy("null, null")),
        new Mutation("repeat one at its place", v -> v.copy("seal_number, seal")),
        new Mutation(
            "repeat one at the end",
            v -> {
              v.copy(v.last() + 1 + ", seal");
              v.change("update audit_seal set last_number = last_number + ?", 1);
            }),
        new Mutation("add one without mark", v -> v.add("null, null, null")),
        new Mutation(
            "add one with a mark",
            v -> v.add("concat(repeat('a', 32), ':1:', repeat('b', 64)), null, null")),
        new Mutation(
            "add one that is sealed",
            v -> v.add("null, " + (1L << 40) + ", concat('1:', repeat('c', 64))")));
  }

  private static final String DELETE = "delete from audit_entry where id = ?";

  private static List<Mutation> ends() {
    return List.of(
        new Mutation(
            "cut the tail, and set the end back", v -> v.cutTo(v.last() - 1 - v.random(9))),
        new Mutation("cut everything", v -> v.cutTo(0)),
        new Mutation("cut the tail off its seals", v -> v.unsealTo(v.last() - 1 - v.random(5))),
        new Mutation(
            "set the end's number",
            v -> v.change("update audit_seal set last_number = last_number - ?", 1)),
        new Mutation(
            "set the end's seal",
            v -> v.change("update audit_seal set last_seal = 'x' where id = ?", 1)),
        new Mutation("remove the end", v -> v.change("delete from audit_seal where id = ?", 1)),
        new Mutation("reseal everything with another key", v -> v.reseal(1, true)),
        new Mutation("reseal the rest with another key", v -> v.reseal(v.last() / 2, true)),
        new Mutation("reseal all but the marks with another key", v -> v.reseal(1, false)),
        new Mutation(
            "forget the checkpoint file",
            v -> v.change("delete from audit_checkpoint where ? = 1", 1)));
  }

  private static List<Mutation> files() {
    return List.of(
        new Mutation("cut the checkpoint file", v -> v.lines(l -> l.subList(0, l.size() - 1))),
        new Mutation(
            "cut a line out of the checkpoint file", v -> v.lines(l -> without(l, l.size() / 2))),
        new Mutation("empty the checkpoint file", v -> v.lines(l -> List.of())),
        new Mutation(
            "break the checkpoint file's text", v -> Files.write(v.file(), new byte[] {-1, 10})),
        new Mutation("remove the checkpoint file", v -> Files.delete(v.file())),
        new Mutation("repeat a line of the checkpoint file", v -> v.lines(l -> with(l, l.get(2)))),
        new Mutation("forge a line of the checkpoint file", v -> v.lines(l -> with(l, forged(l)))),
        new Mutation(
            "cut the checkpoint file and the tail",
            v -> {
              v.lines(l -> l.subList(0, l.size() - 3));
              v.cutTo(v.last() - 12);
            }));
  }

  private static List<String> without(List<String> lines, int index) {
    List<String> left = new ArrayList<>(lines);
    left.remove(index);
    return left;
  }

  private static List<String> with(List<String> lines, String line) {
    List<String> more = new ArrayList<>(lines);
    more.add(line);
    return more;
  }

  private static String forged(List<String> lines) {
    String last = lines.get(lines.size() - 1);
    return last.replaceFirst("[0-9]+", String.valueOf(lines.size() + 1));
  }

  @Override
  public String toString() {
    return name;
  }
}
