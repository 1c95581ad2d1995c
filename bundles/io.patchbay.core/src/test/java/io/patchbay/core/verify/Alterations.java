// SPDX-License-Identifier: Apache-2.0
package io.patchbay.core.verify;

import static io.patchbay.core.verify.Tools.flipped;

import io.patchbay.core.verify.Alteration.Act;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * All ways to lie that are tried. Entries: 1 a person; 2 to 11 the first contact (2 arrived, 7 a message with a file, 9
 * the recording's end, 10 a note, 11 closed); 12 to 21 the second, 22 to 30 the third, which is open; 31 a queue, 32 a
 * look.
 */
final class Alterations {
    static final long HEAD = 32;
    private static final long[] PLACES = {1, 2, 7, 16, HEAD};

    private final List<Alteration> all = new ArrayList<>();
    private final String first;
    private final String second;

    private Alterations(String first, String second) {
        this.first = first;
        this.second = second;
    }

    /** Ids of the first two contacts; their conversations have the same. */
    static List<Alteration> of(String first, String second) {
        Alterations alterations = new Alterations(first, second);
        alterations.columns();
        alterations.ids();
        alterations.seals();
        alterations.bodies();
        alterations.rows();
        alterations.ends();
        alterations.keys();
        alterations.files();
        alterations.tables();
        alterations.snapshot();
        return alterations.all;
    }

    private void entry(String name, long seq, Act act) {
        all.add(new Alteration(name, act, "entry", Long.toString(seq)));
    }

    private void entry(String name, long seq, String sql) {
        entry(name, seq, tools -> tools.sql(sql));
    }

    private void columns() {
        for (long seq : PLACES) {
            String where = " where seq = " + seq;
            entry("the moment of " + seq, seq, "update journal set at = at + 1" + where);
            entry("the type of " + seq, seq, "update journal set type = 'queue.seen'" + where);
            entry("the version of " + seq, seq, "update journal set version = version + 1" + where);
            entry("the actor of " + seq, seq, "update journal set actor = 'user:mallory'" + where);
            entry("the unit of " + seq, seq, "update journal set unit = 'branch'" + where);
            entry("the epoch of " + seq, seq, "update journal set epoch = epoch + 1" + where);
            entry("a space behind the body of " + seq, seq, tools -> tools.body(seq, body -> body + " "));
            entry(
                    "the hash of " + seq,
                    seq,
                    "update journal set hash = '" + "0123456789abcdef".repeat(4) + "'" + where);
        }
    }

    private void ids() {
        for (String column : List.of("interaction", "conversation")) {
            for (long seq : new long[] {2, 7, 10}) {
                entry("the " + column + " of " + seq + " is another's", seq, set(column, seq, second));
                entry(
                        "the " + column + " of " + seq + " is gone",
                        seq,
                        "update journal set " + column + " = null where seq = " + seq);
            }
            entry("an act of nobody's gets the " + column, 31, set(column, 31, first));
        }
    }

    private static String set(String column, long seq, String id) {
        return "update journal set " + column + " = cast('" + id + "' as uuid) where seq = " + seq;
    }

    private void seals() {
        for (long seq : new long[] {2, 7, 10}) {
            entry(
                    "the cipher texts of " + seq + " are gone",
                    seq,
                    "update journal set sealed = null where seq = " + seq);
            entry(
                    "a cipher text of " + seq + " is cut",
                    seq,
                    tools -> tools.sealed(seq, bytes -> Arrays.copyOf(bytes, bytes.length - 5)));
            all.add(new Alteration(
                    "a bit of a cipher text of " + seq,
                    tools -> tools.sealed(seq, bytes -> flipped(bytes, bytes.length - 1)),
                    "entry",
                    Long.toString(seq)));
            entry("the owner in " + seq, seq, tools -> tools.sealed(seq, bytes -> flipped(bytes, 0)));
            entry("the name of a cipher text in " + seq, seq, tools -> tools.sealed(seq, bytes -> flipped(bytes, 38)));
        }
        entry(
                "a cipher text is added to 1",
                1,
                "update journal set sealed = (select sealed from journal where seq = 2) where seq = 1");
        entry("the cipher texts of two messages are exchanged", 7, tools -> {
            byte[] one = tools.bytes("select sealed from journal where seq = 7");
            tools.sealed(7, bytes -> twin(tools, 17));
            tools.sealed(17, bytes -> one);
        });
    }

    private static byte[] twin(Tools tools, long seq) {
        try {
            return tools.bytes("select sealed from journal where seq = " + seq);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void body(String name, long seq, UnaryOperator<String> change) {
        entry(name, seq, tools -> tools.body(seq, change));
    }

    private void bodies() {
        body("keys in another order", 31, body -> "{\"ring\":15,\"queue\":\"vip\"}");
        body("a number as text", 31, body -> body.replace("15", "\"15\""));
        body("another number", 31, body -> body.replace("15", "16"));
        body("a key renamed", 31, body -> body.replace("ring", "rung"));
        body("a key removed", 31, body -> body.replace(",\"ring\":15", ""));
        body("a key added", 31, body -> body.replace("}", ",\"x\":1}"));
        body("a key twice", 31, body -> body.replace("}", ",\"ring\":15}"));
        body("a body of nothing", 31, body -> "{}");
        body("a body that is no JSON", 31, body -> "nothing");
        body("an upper-case letter", 1, body -> body.replace("alice", "Alice"));
        body("a character written otherwise", 1, body -> body.replace("艾", "\\u827e"));
        body("another name", 1, body -> body.replace("艾丽丝", "王丽丝"));
        body("a list in another order", HEAD, body -> body.replace("\"one\",\"two\"", "\"two\",\"one\""));
        body("another queue", 4, body -> body.replace("vip", "loans"));
        body("another outcome", 11, body -> body.replace("handled", "abandoned"));
        body("the hash of a recording", 9, body -> body.replaceAll("\"head\":\"..", "\"head\":\"zz"));
    }

    private void rows() {
        for (long seq : new long[] {1, 7, 31}) {
            entry("entry " + seq + " deleted", seq, "delete from journal where seq = " + seq);
        }
        entry("a whole contact deleted", 2, "delete from journal where seq between 2 and 11");
        entry("two entries exchanged", 4, tools -> exchange(tools, 4, 5));
        entry("two entries far apart exchanged", 1, tools -> exchange(tools, 1, 31));
        entry("an entry before the first", 0, tools -> copy(tools, 1, 0));
        entry("an entry with a negative number", -5, tools -> copy(tools, 1, -5));
        entry("an altered entry with a new hash", 8, tools -> {
            tools.sql("update journal set actor = 'user:mallory' where seq = 7");
            tools.rechain(7, 7);
        });
        entry("an altered entry with some new hashes", 15, tools -> {
            tools.sql("update journal set actor = 'user:mallory' where seq = 7");
            tools.rechain(7, 14);
        });
        entry("an entry left out, the rest renumbered", 2, tools -> {
            tools.sql("delete from journal where seq = 2");
            for (long seq = 3; seq <= HEAD; seq++) {
                tools.sql("update journal set seq = " + (seq - 1) + " where seq = " + seq);
            }
        });
    }

    private static void exchange(Tools tools, long one, long other) throws java.sql.SQLException {
        tools.sql("update journal set seq = 1000 where seq = " + one);
        tools.sql("update journal set seq = " + one + " where seq = " + other);
        tools.sql("update journal set seq = " + other + " where seq = 1000");
    }

    private static void copy(Tools tools, long from, long to) throws java.sql.SQLException {
        tools.sql(
                "insert into journal (seq, at, type, version, interaction, conversation, actor, unit, epoch, body, sealed, hash)"
                        + " select " + to
                        + ", at, type, version, interaction, conversation, actor, unit, epoch, body, sealed, hash"
                        + " from journal where seq = " + from);
    }

    /** What leaves a chain that holds: only what is known outside of the database tells. */
    private void ends() {
        entry("the last entry cut off", HEAD, "delete from journal where seq = " + HEAD);
        entry("the last three cut off", HEAD - 2, "delete from journal where seq > " + (HEAD - 3));
        entry("everything deleted", 1, "delete from journal");
        entry("an entry added without a hash that fits", HEAD + 1, tools -> copy(tools, 31, HEAD + 1));
        entry("an entry added with a hash that fits", HEAD + 1, tools -> {
            copy(tools, 31, HEAD + 1);
            tools.rechain(HEAD + 1, HEAD + 1);
        });
        entry("the end written anew", HEAD, tools -> {
            tools.body(31, body -> body.replace("15", "99"));
            tools.rechain(31, HEAD);
        });
        entry("everything written anew", HEAD, tools -> {
            tools.body(1, body -> body.replace("alice", "mallory"));
            tools.rechain(1, HEAD);
        });
        entry("an early entry altered and all after it written anew", 20, tools -> {
            tools.sql("update journal set actor = 'user:mallory' where seq = 7");
            tools.rechain(7, HEAD);
        });
        entry("the last entry replaced", HEAD, tools -> {
            tools.sql("update journal set actor = 'user:nobody' where seq = " + HEAD);
            tools.rechain(HEAD, HEAD);
        });
    }

    private void key(String name, String owner, Act act) {
        all.add(new Alteration(name, act, "key", owner));
    }

    private void keys() {
        for (String owner : List.of("c:" + first, "i:" + second)) {
            String where = " where owner = '" + owner + "'";
            key("a bit of the key " + owner, owner, tools -> tools.key(owner, bytes -> flipped(bytes, 20)));
            key("the key " + owner + " cut", owner, tools -> tools.key(owner, bytes -> Arrays.copyOf(bytes, 9)));
            key("the key " + owner + " deleted", owner, tools -> tools.sql("delete from content_key" + where));
            key("the key " + owner + " destroyed in silence", owner, tools -> tools.key(owner, bytes -> new byte[0]));
        }
        key("two keys exchanged", "c:" + first, tools -> {
            byte[] one = tools.bytes("select wrapped from content_key where owner = 'c:" + first + "'");
            byte[] two = tools.bytes("select wrapped from content_key where owner = 'c:" + second + "'");
            tools.key("c:" + first, bytes -> two);
            tools.key("c:" + second, bytes -> one);
        });
    }

    private void files() {
        for (String ending : List.of(".pbc", ".pbr")) {
            file(ending, "a bit of its beginning", bytes -> flipped(bytes, 0));
            file(ending, "a bit of its middle", bytes -> flipped(bytes, bytes.length / 2));
            file(ending, "a bit of its end", bytes -> flipped(bytes, bytes.length - 1));
            file(ending, "cut", bytes -> Arrays.copyOf(bytes, bytes.length - 1));
            file(ending, "longer", bytes -> Arrays.copyOf(bytes, bytes.length + 1));
            file(ending, "empty", bytes -> new byte[0]);
            all.add(new Alteration(
                    ending + " deleted", tools -> Files.delete(tools.file(ending, 0)), kind(ending), "0"));
            all.add(new Alteration(
                    ending + " replaced by another", tools -> replace(tools, ending), kind(ending), "0"));
        }
    }

    private static String kind(String ending) {
        return ending.equals(".pbc") ? "file" : "recording";
    }

    private void file(String ending, String name, UnaryOperator<byte[]> change) {
        all.add(new Alteration(
                ending + ": " + name, tools -> tools.write(tools.file(ending, 0), change), kind(ending), "0"));
    }

    private static void replace(Tools tools, String ending) throws IOException {
        Path other = tools.file(ending, 1);
        byte[] bytes = Files.readAllBytes(other);
        tools.write(tools.file(ending, 0), before -> bytes);
    }

    private void table(String name, String id, String sql) {
        all.add(new Alteration("interaction: " + name, tools -> tools.sql(sql), "interaction", id));
    }

    private void tables() {
        String set = "update interaction set ";
        String where = " where id = cast('" + first + "' as uuid)";
        table("channel", first, set + "channel = 'voice'" + where);
        table("queue", first, set + "queue = 'loans'" + where);
        table("unit", first, set + "unit = 'branch'" + where);
        table("customer", first, set + "customer = null" + where);
        table("another customer", first, set + "customer = cast('" + second + "' as uuid)" + where);
        table("arrival", first, set + "arrived_at = arrived_at + 1" + where);
        table("end", first, set + "closed_at = null" + where);
        table("conversation", first, set + "conversation = cast('" + second + "' as uuid)" + where);
        table("deleted", first, "delete from interaction" + where);
        String stranger = "01990000-0000-7000-8000-000000000000";
        table(
                "invented",
                stranger,
                "insert into interaction (id, conversation, channel, queue, unit, arrived_at) values (cast('" + stranger
                        + "' as uuid), cast('" + stranger + "' as uuid), 'chat', 'vip', 'headquarters', 1)");
        String agents = " where interaction = cast('" + first + "' as uuid)";
        table("agent", first, "update interaction_agent set agent = 'mallory'" + agents);
        table("agent deleted", first, "delete from interaction_agent" + agents);
        table(
                "agent added",
                first,
                "insert into interaction_agent (interaction, agent) values (cast('" + first + "' as uuid), 'bob')");
    }

    private void snapshot() {
        String id = Long.toString(HEAD);
        all.add(new Alteration(
                "an open contact left out of the snapshot",
                tools -> tools.sql(
                        "update core_snapshot set body = '{\"agents\":[],\"numbers\":{\"260922\":3},\"open\":[]}'"),
                "core_snapshot",
                id));
        all.add(new Alteration(
                "numbers of the snapshot",
                tools -> tools.sql("update core_snapshot set body = replace(body, ':3', ':1')"),
                "core_snapshot",
                id));
        all.add(new Alteration(
                "a snapshot that is none",
                tools -> tools.sql("update core_snapshot set body = 'nothing'"),
                "core_snapshot",
                id));
    }
}
